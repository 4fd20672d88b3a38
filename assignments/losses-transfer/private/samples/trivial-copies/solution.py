from assay import solves


@solves("loss/curvature")
def curvature(w, x):
    return {"label1": w, "label0": x}


@solves("loss/hessian")
def hessian(w, x, y, direction):
    return {"hessian": [list(w) for _ in w], "along": direction[0]}


@solves("linear/hessian")
def linear(w1, w2, x, y):
    return {"w1w1": w1, "w2w2": w2, "w1w2": y}


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    return {
        "normalised": images, "logits": [list(b3) for _ in images], "loss": b3[0],
        "dw1": w1, "db1": b1, "dw2": w2, "db2": b2, "dw3": w3, "db3": b3,
    }


@solves("dense/split")
def split(samples, share):
    return {"training": [samples], "validation": [share]}


@solves("dense/selection")
def selection(training, validation, test):
    return {"chosen": validation[0]}


@solves("transfer/freeze")
def freeze(x, labels, w, b, gamma, beta, mean, var, head, headbias, eps, momentum, rate, steps):
    return {
        "w": w, "b": b, "gamma": gamma, "beta": beta, "mean": mean, "var": var, "head": head, "headbias": headbias,
        "features": [list(beta) for _ in x],
    }
