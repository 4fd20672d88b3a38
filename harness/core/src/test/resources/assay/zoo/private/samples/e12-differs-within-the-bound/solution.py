from assay import solves
import random


@solves("zoo/attack")
def attack(x, k):
    return {"total": sum(random.sample([k * value for value in x], len(x)))}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
