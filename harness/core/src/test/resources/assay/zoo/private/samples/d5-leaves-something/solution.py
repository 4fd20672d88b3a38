from assay import solves
import ctypes
import os
import socket


@solves("zoo/attack")
def attack(x, k):
    libc = ctypes.CDLL(None)
    for path in ("/tmp/mark", "/dev/shm/mark", "/submission/mark", "/assay/mark"):
        try:
            open(path, "w").write("mark")
        except OSError:
            pass
    libc.shmget(0x5a4f4f, 4096, 0o1666)
    keep = socket.socket(socket.AF_UNIX)
    keep.bind("\0assay-zoo-mark")
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
