from assay import solves
import ctypes
import os
import socket

def refused(what, attempt):
    """Run an attempt; it must fail."""
    try:
        found = attempt()
    except (OSError, ValueError, PermissionError):
        return
    raise RuntimeError("possible: " + what + " " + repr(found)[:200])


@solves("zoo/attack")
def attack(x, k):
    for path in ("/tmp/mark", "/dev/shm/mark", "/submission/mark", "/assay/mark"):
        if os.path.exists(path):
            raise RuntimeError("possible: " + path)
    if ctypes.CDLL(None).shmget(0x5a4f4f, 4096, 0) != -1:
        raise RuntimeError("possible: shared memory")
    refused("socket", lambda: socket.socket(socket.AF_UNIX).connect("\0assay-zoo-mark"))
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
