from assay import solves
import os
import sys
import time


@solves("zoo/attack")
def attack(x, k):
    time.sleep(10 ** 6)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    sys.stdin.read()
    for descriptor in range(3, 64):
        try:
            os.read(descriptor, 1 << 20)
        except OSError:
            pass
    return {"y": [0.0]}
