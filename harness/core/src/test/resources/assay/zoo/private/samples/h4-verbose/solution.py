from assay import solves
import sys
import warnings


@solves("zoo/attack")
def attack(x, k):
    for step in range(100):
        print("\rstep %d of 100" % step, end="", file=sys.stderr)
    warnings.warn("a warning of a library")
    print("loss: 0.5")
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
