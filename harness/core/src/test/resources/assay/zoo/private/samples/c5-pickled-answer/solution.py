from assay import solves
import os


class Trap:
    def __reduce__(self):
        return os.system, ("touch /tmp/assay-zoo-unpickled",)


@solves("zoo/attack")
def attack(x, k):
    return {"total": Trap()}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return Trap()
