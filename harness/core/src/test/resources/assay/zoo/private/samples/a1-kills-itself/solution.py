from assay import solves
import os
import signal


@solves("zoo/attack")
def attack(x, k):
    os.kill(os.getpid(), signal.SIGKILL)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
