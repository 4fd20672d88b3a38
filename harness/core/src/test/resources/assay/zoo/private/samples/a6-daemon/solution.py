from assay import solves
import atexit
import os
import signal
import time


@solves("zoo/attack")
def attack(x, k):
    if os.fork() == 0:
        os.setsid()
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except OSError:
                pass
        if os.fork() == 0:
            os.closerange(0, 64)
            time.sleep(600)
        os._exit(0)
    atexit.register(time.sleep, 600)
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
