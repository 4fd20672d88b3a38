from assay import solves
import sys


def worker():
    """Return the object by which this process answers."""
    frame = sys._getframe()
    while not hasattr(frame.f_locals.get("self"), "send"):
        frame = frame.f_back
    return frame.f_locals["self"]


@solves("zoo/attack")
def attack(x, k):
    own = worker()
    send = own.send
    own.send = lambda message: send(dict(message, id="0"))
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
