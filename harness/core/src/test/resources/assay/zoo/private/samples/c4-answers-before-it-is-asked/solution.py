from assay import solves
import os


def say(line):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, line + b"\n")
        except OSError:
            pass


@solves("zoo/attack")
def attack(x, k):
    say(b'{"id":"0","answers":{"total":1}}')
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    say(b'{"hello":{"language":"python","version":"3","tasks":["zoo/vector"],"problems":[]}}')
    return {"y": [k * value for value in x]}
