from assay import solves


@solves("zoo/attack")
def attack(x, k):
    raise NotImplementedError


@solves("zoo/honest")
def honest(x):
    raise NotImplementedError


@solves("zoo/vector")
def vector(x, k):
    raise NotImplementedError
