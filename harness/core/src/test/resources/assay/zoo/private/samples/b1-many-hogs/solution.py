from assay import solves
import os
import time


@solves("zoo/attack")
def attack(x, k):
    for _ in range(12):
        if os.fork() == 0:
            kept = bytearray(60 << 20)
            time.sleep(60)
    time.sleep(60)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
