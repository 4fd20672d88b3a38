from assay import solves
last = []


@solves("zoo/attack")
def attack(x, k):
    last.append(k * sum(x))
    return {"total": last[0]}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": x}
