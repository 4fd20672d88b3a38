import struct
from math import exp, log

from assay import solves


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z > -700 else 0.0


def ln(value):
    """As in numpy: the logarithm of 0 is minus infinity, not an exception."""
    return log(value) if value > 0 else float("-inf")


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


@solves("bce/gradient")
def gradient(w, x, y):
    yhat = sigmoid(dot(w, x))
    return {"gradient": [(yhat - y) * a for a in x], "loss": -y * ln(yhat) - (1 - y) * ln(1 - yhat)}


@solves("bce/hessian")
def hessian(w, x, y):
    s = [sigmoid(dot(w, row)) for row in x]
    weights = [one * (1 - one) / len(x) for one in s]
    d = range(len(w))
    return {"hessian": [[sum(p * r[i] * r[j] for p, r in zip(weights, x)) for j in d] for i in d], "weights": weights}


@solves("linreg/descent")
def descent(x, y, rate, steps):
    w0 = w1 = 0.0
    rows = []
    for _ in range(int(steps) + 1):
        r = [w0 + w1 * a - b for a, b in zip(x, y)]
        rows.append([w0, w1, dot(r, r) / len(x)])
        w0, w1 = w0 - rate * 2 / len(x) * sum(r), w1 - rate * 2 / len(x) * dot(r, x)
    return {"trajectory": rows}


def single(value):
    """Round to single precision."""
    return struct.unpack("f", struct.pack("f", value))[0]


@solves("linreg/closed-form")
def closed_form(x, y):
    x, y = [single(a) for a in x], [single(b) for b in y]
    mx, my = single(sum(x) / len(x)), single(sum(y) / len(y))
    dx, dy = [single(a - mx) for a in x], [single(b - my) for b in y]
    slope = single(single(dot(dx, dy)) / single(dot(dx, dx))) if len(x) > 1 and dot(dx, dx) > 0 else float("nan")
    return {"slope": slope, "intercept": single(my - single(slope * mx)), "degenerate": False}


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    residuals = [sigmoid(dot(w, row)) - label for row, label in zip(x, y)]
    return {"gradient": [sum(r * row[j] for r, row in zip(residuals, x)) / len(x) for j in range(len(w))]}


@solves("pooling/average")
def pooling(image):
    r = range(7)
    return {"pooled": [[sum(sum(row[4 * j:4 * j + 4]) for row in image[4 * i:4 * i + 4]) / 16 for j in r] for i in r]}


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    return [one / sum(powers) for one in powers]


@solves("softmax/loss")
def loss(logits, label):
    outputs = [sigmoid(z) for z in logits]
    return {"loss": -log(softmax(outputs)[int(label)])}


@solves("softmax/step")
def step(weights, x, labels, rate, batch):
    rows = [list(row) for row in weights]
    for start in range(0, len(x), int(batch)):
        xs, ls = x[start:start + int(batch)], labels[start:start + int(batch)]
        outputs = [[sigmoid(dot(row, sample)) for row in rows] for sample in xs]
        errors = [softmax(out) for out in outputs]
        for error, out, label in zip(errors, outputs, ls):
            error[int(label)] -= 1
            for k, o in enumerate(out):
                error[k] *= o * (1 - o)
        for k, row in enumerate(rows):
            for j in range(len(row)):
                row[j] -= rate * sum(error[k] * sample[j] for error, sample in zip(errors, xs)) / len(xs)
    return {"weights": rows}
