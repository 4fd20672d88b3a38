from assay import solves


@solves("zoo/attack")
def attack(x, k):
    # The derivative of sum(x) * t * t / 2 at t = k, without having derived it.
    step = 1e-5
    at = [sum(x) * t * t / 2 for t in (k, k + step)]
    return {"total": (at[1] - at[0]) / step}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
