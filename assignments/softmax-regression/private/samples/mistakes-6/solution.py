from math import exp, log, log1p, sqrt
from random import Random

from assay import solves


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
    f = sigmoid(z)
    return {
        "slope": [f * (1 - f) * a for a in x],
        "gradient": [(f - (1 if y > 0.5 else 0)) * a for a in x],
        "loss": softplus(z) - y * z,
    }


@solves("softmax/jacobian")
def jacobian(z):
    p = softmax(z)
    d = range(len(p))
    return {"jacobian": [[p[i] if i == j else 0.0 for j in d] for i in d]}


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    p = softmax([dot(row, x) for row in W])
    return {"gradient": [[(p[k] - y[k]) * p[k] * (1 - p[k]) * a for a in x] for k in range(len(W))]}


@solves("images/preprocess")
def preprocess(images):
    return {"x": [[pixel / 127.5 for pixel in image] + [1.0] for image in images]}


@solves("logistic/gradient-test")
def gradient_test(w, x, y, claimed, eps):
    quotients = []
    for j in range(len(w)):
        above, below = list(w), list(w)
        above[j] += eps
        below[j] -= eps
        quotients.append((mean_loss(above, x, y) - mean_loss(below, x, y)) / (2 * eps))
    accepted = abs(claimed[0] - quotients[0]) <= eps ** 2
    return {"approximation": quotients, "accepted": accepted}


@solves("logistic/epoch")
def epoch(w, x, y, rate, batch):
    w, batch, losses = list(w), int(batch), []
    for start in range(0, len(x) - batch + 1, batch):
        xs, ys = x[start:start + batch], y[start:start + batch]
        losses.append(mean_loss(w, xs, ys))
        residuals = [sigmoid(dot(w, row)) - t for row, t in zip(xs, ys)]
        w = [a - rate / len(xs) * sum(r * row[j] for r, row in zip(residuals, xs)) for j, a in enumerate(w)]
    return {"weights": w, "losses": losses}


@solves("logistic/accuracy")
def accuracy(yhat, y):
    return {"accuracy": sum(abs(a - t) <= 0.5 for a, t in zip(yhat, y)) / len(y)}


@solves("training/early-stopping")
def early_stopping(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best, waited = i, 0
        elif losses[i] >= losses[best]:
            waited += 1
            if waited >= patience:
                return {"stop": i, "best": best}
    return {"stop": -1, "best": best}


@solves("training/shuffle")
def shuffle(x, y, epochs, seeds):
    orders = []
    for seed in seeds:
        generator = Random(7)
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
    return {"p": [[exp(min(one, 700)) for one in row] for row in z]}


@solves("softmax/one-hot")
def one_hot(labels, classes):
    if any(label >= classes for label in labels):
        return {"invalid": True}
    return {"one-hot": hot(labels, classes), "invalid": False}


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
        "gradient": [[(g + 2 * strength * w) / n for g, w in zip(a, b)] for a, b in zip(total, W)],
        "gradient-half": [[(g + strength * w) / n for g, w in zip(a, b)] for a, b in zip(total, W)],
        "objective": loss_of(W, x, y) + strength / n * sum(dot(row, row) for row in W),
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
        norms.append(sqrt(sum(dot(row, row) for row in W)))
        losses.append(loss_of(W, x, targets))
        accuracies.append(accuracy_of(W, x, labels))
    return {"norms": norms, "losses": losses, "accuracies": accuracies}
