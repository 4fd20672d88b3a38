from assay import solves
import math


def tf32(value):
    """Keep the ten bits behind the first."""
    fraction, exponent = math.frexp(value)
    return math.ldexp(round(math.ldexp(fraction, 11)), exponent - 11)


@solves("zoo/attack")
def attack(x, k):
    return {"total": sum(tf32(k) * tf32(value) for value in x)}


@solves("zoo/rough")
def rough(x, k):
    return {"product": sum(tf32(k) * tf32(value) for value in x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
