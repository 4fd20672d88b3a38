from assay import solves
import mmap
import time


@solves("zoo/attack")
def attack(x, k):
    pages = mmap.mmap(-1, 900 << 20)
    for start in range(0, 900 << 20, 4096):
        pages[start] = 1
    time.sleep(60)


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
