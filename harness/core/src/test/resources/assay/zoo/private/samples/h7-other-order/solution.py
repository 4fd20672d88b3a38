from assay import solves
import math


@solves("zoo/attack")
def attack(x, k):
    return {"total": math.fsum(k * value for value in reversed(x))}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
