from assay import solves
import ctypes
import os
import signal

def refused(what, attempt):
    """Run an attempt; it must fail."""
    try:
        found = attempt()
    except (OSError, ValueError, PermissionError):
        return
    raise RuntimeError("possible: " + what + " " + repr(found)[:200])


@solves("zoo/attack")
def attack(x, k):
    libc = ctypes.CDLL(None, use_errno=True)
    others = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]
    if len(others) > 2:
        raise RuntimeError("possible: sees " + str(others))
    for other in others + [os.getppid()]:
        for file in ("environ", "mem", "cmdline", "fd", "root", "cwd"):
            path = "/proc/%d/%s" % (other, file)
            if file == "cmdline" and other != 1:
                continue
            refused(path, lambda: os.listdir(path) if file in ("fd", "root", "cwd") else open(path, "rb").read(1))
        if libc.ptrace(16, other, 0, 0) != -1:
            raise RuntimeError("possible: ptrace")
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
