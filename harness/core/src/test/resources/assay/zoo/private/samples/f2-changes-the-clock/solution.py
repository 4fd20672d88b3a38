from assay import solves
import ctypes
import time


@solves("zoo/attack")
def attack(x, k):
    value = (ctypes.c_long * 2)(0, 0)
    if ctypes.CDLL(None).clock_settime(0, value) != -1:
        raise RuntimeError("possible: clock")
    time.time = time.monotonic = time.perf_counter = lambda: 0.0
    while True:
        pass


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
