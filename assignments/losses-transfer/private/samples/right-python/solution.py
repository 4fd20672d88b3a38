from math import cosh, exp, fsum, log, sqrt, tanh
from random import Random

from assay import solves


def dot(u, v):
    return fsum(a * b for a, b in zip(u, v))


@solves("loss/curvature")
def curvature(w, x):
    t = tanh(w * x / 2)
    slope = 0.25 / cosh(w * x / 2) ** 2
    return {
        "label1": x * x * (2 * slope ** 2 + (1 - t) * slope * t),
        "label0": x * x * (2 * slope ** 2 - (1 + t) * slope * t),
    }


@solves("loss/hessian")
def hessian(w, x, y, direction):
    weights = [1 / (4 * len(x) * cosh(dot(w, row) / 2) ** 2) for row in x]
    d = range(len(w))
    matrix = [[fsum(p * row[i] * row[j] for p, row in zip(weights, x)) for j in d] for i in d]
    return {"hessian": matrix, "along": dot(direction, [dot(row, direction) for row in matrix])}


@solves("linear/hessian")
def linear_hessian(w1, w2, x, y):
    """The squared error is a polynomial, so second differences with a step of 1 are exact up to rounding."""
    def loss(a, b):
        return (b * a * x - y) ** 2

    return {
        "w1w1": loss(w1 + 1, w2) - 2 * loss(w1, w2) + loss(w1 - 1, w2),
        "w2w2": 2 * w1 ** 2 * x ** 2,
        "w1w2": (loss(w1 + 1, w2 + 1) - loss(w1 + 1, w2 - 1) - loss(w1 - 1, w2 + 1) + loss(w1 - 1, w2 - 1)) / 4,
    }


def affine(weights, a, biases):
    return [dot(row, a) + bias for row, bias in zip(weights, biases)]


def log_softmax(z):
    top = max(z)
    rest = log(fsum(exp(one - top) for one in z))
    return [one - top - rest for one in z]


def transposed(rows):
    return [list(column) for column in zip(*rows)]


def product(left, right):
    columns = transposed(right)
    return [[dot(row, column) for column in columns] for row in left]


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    layers = [(w1, b1), (w2, b2), (w3, b3)]
    outputs = [[[(2 * grey - 255) / 255 for grey in image] for image in images]]
    for weights, biases in layers:
        sums = [affine(weights, a, biases) for a in outputs[-1]]
        outputs.append(sums if weights is w3 else [[one if one > 0 else 0.0 for one in row] for row in sums])
    logs = [log_softmax(row) for row in outputs[-1]]
    answers = {
        "normalised": outputs[0],
        "logits": outputs[-1],
        "loss": -fsum(row[int(label)] for row, label in zip(logs, labels)) / len(images),
    }
    delta = [[(exp(one) - (k == label)) / len(images) for k, one in enumerate(row)] for row, label in zip(logs, labels)]
    for number in (3, 2, 1):
        answers["dw%d" % number] = product(transposed(delta), outputs[number - 1])
        answers["db%d" % number] = [fsum(column) for column in transposed(delta)]
        back = product(delta, layers[number - 1][0])
        delta = [[b if a > 0 else 0.0 for a, b in zip(rows, backs)] for rows, backs in zip(outputs[number - 1], back)]
    return answers


@solves("dense/split")
def split(samples, share):
    indices = list(range(int(samples)))
    Random(7).shuffle(indices)
    size = int(share * samples)
    return {"training": indices[:size], "validation": indices[size:]}


@solves("dense/selection")
def selection(training, validation, test):
    values = list(validation)
    return {"chosen": values.index(max(values))}


@solves("transfer/freeze")
def freeze(x, labels, w, b, gamma, beta, mean, var, head, headbias, eps, momentum, rate, steps):
    factors = [g / sqrt(v + eps) for g, v in zip(gamma, var)]
    sums = [affine(w, row, b) for row in x]
    features = [
        [max(0.0, f * a + (s - f * m)) for f, a, s, m in zip(factors, row, beta, mean)] for row in sums
    ]
    extended = [row + [1.0] for row in features]
    joint = [list(row) + [c] for row, c in zip(head, headbias)]
    for _ in range(int(steps)):
        errors = [[exp(one) for one in log_softmax([dot(k, row) for k in joint])] for row in extended]
        for error, label in zip(errors, labels):
            error[int(label)] -= 1
        slopes = product(transposed(errors), extended)
        joint = [[v - rate / len(x) * s for v, s in zip(vs, ss)] for vs, ss in zip(joint, slopes)]
    return {
        "w": w, "b": b, "gamma": gamma, "beta": beta, "mean": mean, "var": var, "features": features,
        "head": [row[:-1] for row in joint], "headbias": [row[-1] for row in joint],
    }
