from assay import solves
calls = []


@solves("zoo/attack")
def attack(x, k):
    calls.append(1)
    return {"total": k * sum(x) if len(calls) < 3 else 1.0}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
