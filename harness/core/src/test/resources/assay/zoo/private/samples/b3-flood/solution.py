from assay import solves
import os


@solves("zoo/attack")
def attack(x, k):
    while True:
        os.write(1, b"flood " * 1000)
        os.write(2, b"flood " * 1000)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
