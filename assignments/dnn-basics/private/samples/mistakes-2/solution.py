from math import exp, hypot, log, log1p

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softmax(z):
    powers = [exp(one - max(z)) for one in z]
    return [one / sum(powers) for one in powers]


@solves("bce/gradient")
def gradient(w, x, y):
    z = dot(w, x)
    softplus = max(z, 0) + log1p(exp(-abs(z)))
    return {"gradient": [sigmoid(z) - y for _ in x], "loss": softplus - (1 - y) * z}  # x lost; labels swapped


@solves("bce/hessian")
def hessian(w, x, y):
    weights = [sigmoid(dot(w, row)) / len(x) for row in x]  # sigma instead of its derivative
    d = range(len(w))
    return {"hessian": [[sum(p * r[i] * r[j] for p, r in zip(weights, x)) for j in d] for i in d], "weights": weights}


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    residuals = [(sigmoid(dot(w, row)) - label) / len(x) for row, label in zip(x, y)]
    return {"gradient": [dot(residuals, column) / len(x) for column in zip(*x)]}  # divided twice


@solves("linreg/descent")
def descent(x, y, rate, steps):
    w0 = w1 = 0.0
    rows = []
    for _ in range(int(steps) + 1):
        r = [w0 + w1 * a - b for a, b in zip(x, y)]
        rows.append([w0, w1, dot(r, r) / len(x)])
        w0, w1 = w0 - rate * 2 * sum(r), w1 - rate * 2 * dot(r, x)  # sums
    mean, square = sum(x) / len(x), dot(x, x) / len(x)
    return {"trajectory": rows, "largest-rate": 1 / (1 + square + hypot(square - 1, 2 * mean))}  # half


@solves("linreg/closed-form")
def closed_form(x, y):
    if len(x) == 1:
        return {"degenerate": True}
    mx, my = sum(x) / len(x), sum(y) / len(y)
    common = sum((a - mx) * (b - my) for a, b in zip(x, y))
    slope = common / sum((b - my) ** 2 for b in y)  # the axes are swapped
    return {"slope": slope, "intercept": my - slope * mx, "degenerate": False}


@solves("pooling/average")
def pooling(image):
    return {"pooled": [list(row[::4]) for row in image[::4]]}  # only one pixel of each block


@solves("softmax/loss")
def softmax_loss(logits, label):
    return {"loss": -softmax(logits)[int(label)]}  # no logarithm


@solves("softmax/step")
def softmax_step(weights, x, labels, rate, batch):
    rows = [list(row) for row in weights]
    for start in range(0, len(x), int(batch)):
        steps = [[0.0] * len(row) for row in rows]
        for sample, label in list(zip(x, labels))[start:start + int(batch)]:
            for k, p in enumerate(softmax([dot(row, sample) for row in rows])):
                for j, feature in enumerate(sample):
                    steps[k][j] += (p - (k == label)) * feature
        rows = [[a - rate * b for a, b in zip(row, step)] for row, step in zip(rows, steps)]  # sum instead of mean
    return {"weights": rows}
