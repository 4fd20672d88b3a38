from assay import solves
class Evil(Exception):
    def __str__(self):
        raise self


@solves("zoo/attack")
def attack(x, k):
    raise Evil()


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    raise ValueError("x" * 10 ** 6)
