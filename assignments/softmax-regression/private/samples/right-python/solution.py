from math import exp, log, log1p
from random import Random

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softplus(z):
    return max(z, 0) + log1p(exp(-abs(z)))


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    total = sum(powers)
    return [one / total for one in powers]


def mean_loss(w, x, y):
    return sum(softplus(dot(w, row)) - t * dot(w, row) for row, t in zip(x, y)) / len(x)


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


@solves("logistic/gradient")
def gradient(w, x, y):
    z = dot(w, x)
    return {
        "slope": [sigmoid(z) * sigmoid(-z) * a for a in x],
        "gradient": [a * (sigmoid(z) * (1 - y) - sigmoid(-z) * y) for a in x],
        "loss": y * softplus(-z) + (1 - y) * softplus(z),
    }


@solves("softmax/slopes")
def softmax_slopes(p, q):
    return {"own": p - p ** 2, "other": 0 - q * p}


@solves("softmax/jacobian")
def jacobian(z):
    # dp_i/dz_j = p_i ([i = j] - p_j), written as -p_i p_j with the row sums made 0
    p = softmax(z)
    rows = [[-a * b for b in p] for a in p]
    for i, row in enumerate(rows):
        row[i] = p[i] * sum(p[j] for j in range(len(p)) if j != i)
    return {"jacobian": rows}


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    p = softmax([dot(row, x) for row in W])
    return {"gradient": [[(p[k] - y[k]) * a for a in x] for k in range(len(W))]}


@solves("images/preprocess")
def preprocess(images):
    return {"x": [[pixel / 127.5 - 1 for pixel in image] + [1.0] for image in images]}


@solves("logistic/batch")
def batch(w, x, y):
    residuals = [sigmoid(dot(w, row)) - t for row, t in zip(x, y)]
    return {
        "loss": mean_loss(w, x, y),
        "gradient": [sum(r * row[j] for r, row in zip(residuals, x)) / len(x) for j in range(len(w))],
    }


@solves("logistic/gradient-test")
def gradient_test(w, x, y, claimed, eps):
    quotients = []
    for j in range(len(w)):
        above, below = list(w), list(w)
        above[j] += eps
        below[j] -= eps
        quotients.append((mean_loss(above, x, y) - mean_loss(below, x, y)) / (2 * eps))
    accepted = all(abs(a - b) <= eps ** 2 for a, b in zip(claimed, quotients))
    return {"approximation": quotients, "accepted": accepted}


@solves("logistic/epoch")
def epoch(w, x, y, rate, batch):
    w, batch, losses = list(w), int(batch), []
    for start in range(0, len(x), batch):
        xs, ys = x[start:start + batch], y[start:start + batch]
        losses.append(mean_loss(w, xs, ys))
        residuals = [sigmoid(dot(w, row)) - t for row, t in zip(xs, ys)]
        w = [a - rate / len(xs) * sum(r * row[j] for r, row in zip(residuals, xs)) for j, a in enumerate(w)]
    return {"weights": w, "losses": losses}


@solves("logistic/accuracy")
def accuracy(yhat, y):
    return {"accuracy": sum((a >= 0.5) == (t == 1) for a, t in zip(yhat, y)) / len(y)}


@solves("training/early-stopping")
def early_stopping(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best, waited = i, 0
        else:
            waited += 1
            if waited >= patience:
                return {"stop": i, "best": best}
    return {"stop": -1, "best": best}


@solves("training/shuffle")
def shuffle(x, y, epochs, seeds):
    orders = []
    for seed in seeds:
        generator = Random(int(seed))
        run = []
        for _ in range(int(epochs)):
            order = list(range(len(x)))
            generator.shuffle(order)
            run.append(order)
        orders.append(run)
    return {
        "orders": orders,
        "x": [[x[i] for i in order] for order in orders[0]],
        "y": [[y[i] for i in order] for order in orders[0]],
        "given": x,
    }


@solves("softmax/probabilities")
def probabilities(z):
    return {"p": [softmax(row) for row in z]}


@solves("softmax/one-hot")
def one_hot(labels, classes):
    if any(not 0 <= label < classes for label in labels):
        return {"invalid": True}
    return {"one-hot": hot(labels, classes), "invalid": False}


@solves("softmax/batch")
def softmax_batch(W, x, y):
    if np is not None:
        return vectorised(np.asarray(W), np.asarray(x), np.asarray(y))
    total = slopes(W, x, y)
    return {"loss": loss_of(W, x, y), "gradient": [[a / len(x) for a in row] for row in total]}


def vectorised(W, x, y):
    z = np.einsum("kj,ij->ik", W, x)
    total = np.logaddexp.reduce(z, axis=1)
    errors = np.exp(z - total[:, None]) - y
    return {"loss": np.mean(total - np.sum(y * z, axis=1)), "gradient": errors.T.dot(x) / len(x)}


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
            W = [[a - rate / len(xs) * g for a, g in zip(w, row)] for w, row in zip(W, total)]
        note()
    return curves


@solves("l2/gradient")
def penalised(W, x, y, strength):
    n = len(x)
    total = slopes(W, x, y)
    return {
        "gradient": [[g / n + 2 * strength * w for g, w in zip(a, b)] for a, b in zip(total, W)],
        "gradient-half": [[g / n + strength * w for g, w in zip(a, b)] for a, b in zip(total, W)],
        "objective": loss_of(W, x, y) + strength * sum(dot(row, row) for row in W),
    }


@solves("l2/path")
def path(x, labels, classes, lambdas, rate, steps):
    targets = hot(labels, classes)
    norms, losses, accuracies = [], [], []
    for strength in lambdas:
        W = [[0.0] * len(x[0]) for _ in range(int(classes))]
        for _ in range(int(steps)):
            total = slopes(W, x, targets)
            W = [[w - rate * (g / len(x) + 2 * strength * w) for w, g in zip(a, b)] for a, b in zip(W, total)]
        norms.append(sum(dot(row, row) for row in W))
        losses.append(loss_of(W, x, targets))
        accuracies.append(accuracy_of(W, x, labels))
    return {"norms": norms, "losses": losses, "accuracies": accuracies}


@solves("l2/images")
def images(W, height, width):
    h, w = int(height), int(width)
    return {"images": [[row[i * w:(i + 1) * w] for i in range(h)] for row in W]}
