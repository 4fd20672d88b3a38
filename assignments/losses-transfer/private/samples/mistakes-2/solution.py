from math import exp, log, sqrt
from random import Random

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 1 / (1 + exp(-z))


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    return [one / sum(powers) for one in powers]


def affine(weights, a, biases):
    return [dot(row, a) + bias for row, bias in zip(weights, biases)]


@solves("loss/hessian")
def hessian(w, x, y, direction):
    d = range(len(w))
    matrix = [[0.0 for _ in d] for _ in d]
    for row, label in zip(x, y):
        s = sigmoid(dot(w, row))
        weight = 2 * (s * (1 - s) + (s - label) * (1 - 2 * s)) * s * (1 - s) / len(x)
        for i in d:
            for j in d:
                matrix[i][j] += weight * row[i] * row[j]
    along = dot(direction, [dot(row, direction) for row in matrix])
    return {"hessian": matrix, "along": along}


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    x = [[grey / 255 for grey in image] for image in images]
    r1 = [activate(affine(w1, row, b1)) for row in x]
    r2 = [activate(affine(w2, row, b2)) for row in r1]
    z = [affine(w3, row, b3) for row in r2]
    p = [softmax(row) for row in z]
    loss = -sum(log(row[int(label)]) for row, label in zip(p, labels)) / len(x)
    error3 = [[(one - (k == label)) / len(x) for k, one in enumerate(row)] for row, label in zip(p, labels)]
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


@solves("dense/split")
def split(samples, share):
    size = int(share * samples)
    random = Random(3)
    indices = [random.randrange(int(samples)) for _ in range(int(samples))]
    return {"training": indices[:size], "validation": indices[size:]}


@solves("dense/selection")
def selection(training, validation, test):
    scores = [(a + b) / 2 for a, b in zip(validation, test)]
    return {"chosen": scores.index(max(scores))}


@solves("transfer/freeze")
def freeze(x, labels, w, b, gamma, beta, mean, var, head, headbias, eps, momentum, rate, steps):
    w, b, gamma, beta, mean, var = [list(r) for r in w], list(b), list(gamma), list(beta), list(mean), list(var)
    head, headbias = [list(row) for row in head], list(headbias)
    h = range(len(b))
    for _ in range(int(steps)):
        sums = [affine(w, row, b) for row in x]
        m = [sum(a[j] for a in sums) / len(x) for j in h]
        v = [sum((a[j] - m[j]) ** 2 for a in sums) / len(x) for j in h]
        normed = [[gamma[j] * (a[j] - m[j]) / sqrt(v[j] + eps) + beta[j] for j in h] for a in sums]
        r = [[max(one, 0.0) for one in row] for row in normed]
        errors = [softmax(affine(head, row, headbias)) for row in r]
        for error, label in zip(errors, labels):
            error[int(label)] -= 1
        for j in h:
            column = [a[j] for a in sums]
            middle = sum(column) / len(column)
            spread = sum((one - middle) ** 2 for one in column) / (len(column) - 1)
            mean[j] = (1 - momentum) * mean[j] + momentum * middle
            var[j] = (1 - momentum) * var[j] + momentum * spread
        for k, row in enumerate(head):
            for j in h:
                row[j] -= rate * sum(error[k] * one[j] for error, one in zip(errors, r)) / len(x)
            headbias[k] -= rate * sum(error[k] for error in errors) / len(x)
    sums = [affine(w, row, b) for row in x]
    features = [[max(0.0, gamma[j] * (a[j] - mean[j]) / sqrt(var[j] + eps) + beta[j]) for j in h] for a in sums]
    return {"w": w, "b": b, "gamma": gamma, "beta": beta, "mean": mean, "var": var,
            "head": head, "headbias": headbias, "features": features}
