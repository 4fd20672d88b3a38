from math import exp, log, log1p

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


def slopes(W, x, targets):
    """Sum of the gradients of the samples."""
    total = [[0.0] * len(x[0]) for _ in W]
    for row, target in zip(x, targets):
        p = softmax([dot(w, row) for w in W])
        for k in range(len(W)):
            for j, feature in enumerate(row):
                total[k][j] += (p[k] - target[k]) * feature
    return total


def cross_entropy(z, target):
    top = max(z)
    total = top + log(sum(exp(one - top) for one in z))
    return sum(t * (total - one) for t, one in zip(target, z))


def loss_of(W, x, targets):
    return sum(cross_entropy([dot(w, row) for w in W], t) for row, t in zip(x, targets)) / len(x)


@solves("logistic/gradient")
def gradient(w, x, y):
    f = sigmoid(dot(w, x))
    cost = softplus(dot(w, x)) - y * dot(w, x)
    entropy = 0.0
    for share in (f, 1 - f):
        entropy -= share * log(share) if share > 0 else 0
    # printed: the loss with the prediction in place of the label, and x C (1 - C) for its gradient
    return {
        "slope": [f * (1 - f) * a for a in x],
        "gradient": [cost * (1 - cost) * a for a in x],
        "loss": entropy,
    }


@solves("softmax/jacobian")
def jacobian(z):
    p = softmax(z)
    d = range(len(p))
    return {"jacobian": [[p[i] * (1 - p[i]) if i == j else -1 / (p[i] * p[j]) for j in d] for i in d]}


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    p = softmax([dot(row, x) for row in W])
    return {"gradient": [[-x[0] * (y[0] - p[0]) for _ in x] for k in range(len(W))]}


@solves("l2/gradient")
def penalised(W, x, y, strength):
    n = len(x)
    total = slopes(W, x, y)
    printed = [[g / n + strength * w for g, w in zip(a, b)] for a, b in zip(total, W)]
    return {
        "gradient": printed,
        "gradient-half": printed,
        "objective": loss_of(W, x, y) + strength / 2 * sum(dot(row, row) for row in W),
    }
