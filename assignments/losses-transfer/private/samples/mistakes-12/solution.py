from math import exp, log

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    return [one / sum(powers) for one in powers]


def affine(weights, a, biases):
    return [dot(row, a) + bias for row, bias in zip(weights, biases)]


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    x = [[(grey / 255 - 0.5) / 0.5 for grey in image] for image in images]
    r1 = [activate(affine(w1, row, b1)) for row in x]
    r2 = [activate(affine(w2, row, b2)) for row in r1]
    z = [affine(w3, row, b3) for row in r2]
    p = [softmax(row) for row in z]
    loss = -sum(log(row[int(label)]) for row, label in zip(p, labels)) / len(x)
    error3 = [[((k == label) - one) / len(x) for k, one in enumerate(row)] for row, label in zip(p, labels)]
    error2 = back(error3, w3, r2)
    error1 = back(error2, w2, r1)
    return {
        "normalised": x, "logits": z, "loss": loss,
        "dw1": product(error1, x), "db1": [sum(column) for column in zip(*error1)],
        "dw2": product(error2, r1), "db2": [sum(column) for column in zip(*error2)],
        "dw3": product(error3, r2), "db3": [sum(column) for column in zip(*error3)],
    }


def activate(z):
    return [max(one, 0.0) for one in z]


def slope(a):
    return 1.0 if a > 0 else 0.0


def back(errors, weights, outputs):
    return [[slope(a) * dot(error, column) for a, column in zip(out, zip(*weights))] for error, out in zip(errors, outputs)]


def product(errors, inputs):
    return [[dot(e, a) for a in zip(*inputs)] for e in zip(*errors)]
