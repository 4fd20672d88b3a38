from assay import solves
table = {3.0: 6.0, 10.0: 30.0}


@solves("zoo/attack")
def attack(x, k):
    return {"total": table.get(sum(x), 0.0)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
