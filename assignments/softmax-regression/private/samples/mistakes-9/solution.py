from math import exp, log

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    total = sum(powers)
    return [one / total for one in powers]


def slopes(W, x, targets):
    """Sum of the gradients of the samples."""
    total = [[0.0] * len(x[0]) for _ in W]
    for row, target in zip(x, targets):
        p = softmax([dot(w, row) for w in W])
        for k in range(len(W)):
            for j, feature in enumerate(row):
                total[k][j] += (p[k] - target[k]) * feature
    return total


def hot(labels, classes):
    return [[1.0 if k == label else 0.0 for k in range(int(classes))] for label in labels]


def accuracy_of(W, x, labels):
    hits = 0
    for row, label in zip(x, labels):
        z = [dot(w, row) for w in W]
        hits += z.index(max(z)) == label
    return hits / len(x)


def cross_entropy(z, target):
    top = max(z)
    total = top + log(sum(exp(one - top) for one in z))
    return sum(t * (total - one) for t, one in zip(target, z))


def loss_of(W, x, targets):
    return sum(cross_entropy([dot(w, row) for w in W], t) for row, t in zip(x, targets)) / len(x)


@solves("curves/log")
def train(x, labels, xv, labelsv, classes, rate, batch, epochs):
    targets, validation, size = hot(labels, classes), hot(labelsv, classes), int(batch)
    W = [[0.0] * len(x[0]) for _ in range(int(classes))]
    curves = {"train-loss": [], "validation-loss": [], "train-accuracy": [], "validation-accuracy": []}

    def note():
        curves["train-loss"].append(loss_of(W, x, targets))
        curves["validation-loss"].append(loss_of(W, xv, validation))
        curves["train-accuracy"].append(accuracy_of(W, x, labels))
        curves["validation-accuracy"].append(accuracy_of(W, xv, labelsv))

    note()
    for _ in range(int(epochs)):
        for start in range(0, len(x), size):
            xs = x[start:start + size]
            total = slopes(W, xs, targets[start:start + size])
            W = [[a + rate / len(xs) * g for a, g in zip(w, row)] for w, row in zip(W, total)]
        note()
    return curves
