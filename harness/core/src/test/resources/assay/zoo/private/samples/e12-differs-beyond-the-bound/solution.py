from assay import solves
import random


@solves("zoo/attack")
def attack(x, k):
    return {"total": k * sum(x) * random.uniform(0.5, 0.9)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
