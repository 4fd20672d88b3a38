from assay import solves
import time


@solves("zoo/attack")
def attack(x, k):
    time.sleep(0.2)
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
