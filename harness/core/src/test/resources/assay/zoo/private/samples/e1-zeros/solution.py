from assay import solves


@solves("zoo/attack")
def attack(x, k):
    return {"total": 0.0}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [0.0] * len(x)}
