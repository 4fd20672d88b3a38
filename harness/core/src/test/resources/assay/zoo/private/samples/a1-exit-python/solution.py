from assay import solves
import os
import sys


@solves("zoo/attack")
def attack(x, k):
    os._exit(0)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    sys.exit(0)
