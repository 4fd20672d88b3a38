from math import exp, log, log10

from assay import solves


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softmax(z):
    powers = [exp(one - max(z)) for one in z]
    return [one / sum(powers) for one in powers]


def ln(value):
    """As in numpy: the logarithm of 0 is minus infinity."""
    return log(value) if value > 0 else float("-inf")


@solves("bce/gradient")
def gradient(w, x, y):
    s = sigmoid(dot(w, x))
    # by x instead of w; the loss by its definition, which has 0 times infinity at large z
    return {"gradient": [(s - y) * a for a in w], "loss": -y * ln(s) - (1 - y) * ln(1 - s)}


@solves("bce/hessian")
def hessian(w, x, y):
    weights = [sigmoid(dot(w, row)) * sigmoid(-dot(w, row)) for row in x]  # not divided by the number of samples
    d = range(len(w))
    return {"hessian": [[sum(p * r[i] * r[j] for p, r in zip(weights, x)) for j in d] for i in d], "weights": weights}


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    # one number per sample: the features are added up
    return {"gradient": [(sigmoid(dot(w, row)) - label) * sum(row) / len(x) for row, label in zip(x, y)]}


@solves("linreg/descent")
def descent(x, y, rate, steps):
    slope, rows = 0.0, []
    for _ in range(int(steps) + 1):
        r = [slope * a - b for a, b in zip(x, y)]  # without intercept
        rows.append([0.0, slope, dot(r, r) / len(x)])
        slope -= rate * 2 * dot(r, x) / len(x)
    return {"trajectory": rows}


@solves("linreg/closed-form")
def closed_form(x, y):
    if len(set(x)) == 1:
        return {"degenerate": True}
    mx, my = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
    return {"slope": slope, "intercept": my + slope * mx, "degenerate": False}  # sign


@solves("pooling/average")
def pooling(image):
    r = range(7)
    return {"pooled": [[int(sum(sum(row[4 * j:4 * j + 4]) for row in image[4 * i:4 * i + 4])) // 16 for j in r] for i in r]}


@solves("softmax/loss")
def softmax_loss(logits, label):
    return {"loss": -log10(softmax(logits)[int(label)])}  # base 10


@solves("softmax/step")
def softmax_step(weights, x, labels, rate, batch):
    rows = [list(row) for row in weights]
    for start in range(0, len(x) - int(batch) + 1, int(batch)):  # the last batch is lost
        steps = [[0.0] * len(row) for row in rows]
        for sample, label in list(zip(x, labels))[start:start + int(batch)]:
            for k, p in enumerate(softmax([dot(row, sample) for row in rows])):
                for j, feature in enumerate(sample):
                    steps[k][j] += (p - (k == label)) * feature / batch
        rows = [[a - rate * b for a, b in zip(row, step)] for row, step in zip(rows, steps)]
    return {"weights": rows}
