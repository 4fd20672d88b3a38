from math import cos, exp, fsum, hypot, log, log1p, sin, sqrt, tanh

from assay import solves


def dot(u, v):
    return fsum(a * b for a, b in zip(u, v))


def sigmoid(z):
    return 0.5 * (1 + tanh(z / 2))


@solves("bce/gradient")
def gradient(w, x, y):
    z = dot(w, x)
    signed = z if y == 1 else -z
    loss = log1p(exp(-signed)) if signed > 0 else log1p(exp(signed)) - signed
    return {"gradient": [sigmoid(z) * a - y * a for a in x], "loss": loss}


@solves("bce/hessian")
def hessian(w, x, y):
    weights = [1 / (4 * cosh_squared(dot(w, row) / 2) * len(x)) for row in x]
    return {
        "weights": weights,
        "hessian": [[fsum(d * row[i] * row[j] for d, row in zip(weights, x)) for j in range(len(w))]
                    for i in range(len(w))],
    }


def cosh_squared(z):
    return ((exp(z) + exp(-z)) / 2) ** 2


@solves("graph/partials")
def partials(a, b, c, d, m, n, x, y, yhat):
    totals = dict.fromkeys(["da", "db", "dc", "dd", "dm", "dn"], 0.0)
    for xi, yi, hi in zip(x, y, yhat):
        back = 2 * (hi - yi)
        quotient = exp(a) / sqrt(b * xi)
        inner = c * xi + d
        totals["da"] += back * quotient * log(inner)
        totals["db"] -= back * quotient * log(inner) / b / 2
        totals["dc"] += back * quotient / inner * xi
        totals["dd"] += back * quotient / inner
        totals["dm"] += back * sin(n * exp(xi))
        totals["dn"] += back * m * cos(n * exp(xi)) * exp(xi)
    return totals


@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
    mx, my = fsum(x) / N, fsum(y) / N
    return {"dw0": 2 * (w0 + w1 * mx - my), "dw1": 2 * (w0 * mx + w1 * dot(x, x) / N - dot(x, y) / N)}


@solves("linreg/descent")
def descent(x, y, rate, steps):
    n = len(x)
    mx, my, mxx, mxy, myy = fsum(x) / n, fsum(y) / n, dot(x, x) / n, dot(x, y) / n, dot(y, y) / n
    w0 = w1 = 0.0
    rows = []
    for _ in range(int(steps) + 1):
        loss = fsum((w0 + w1 * a - b) ** 2 for a, b in zip(x, y)) / n
        rows.append([w0, w1, loss])
        w0, w1 = w0 - 2 * rate * (w0 + w1 * mx - my), w1 - 2 * rate * (w0 * mx + w1 * mxx - mxy)
    return {"trajectory": rows, "largest-rate": 2 / (1 + mxx + hypot(1 - mxx, 2 * mx))}


@solves("linreg/closed-form")
def closed_form(x, y):
    if max(x) == min(x):
        raise ValueError("all x are equal: no line is determined")
    mx, my = fsum(x) / len(x), fsum(y) / len(y)
    slope = fsum((a - mx) * b for a, b in zip(x, y)) / fsum((a - mx) ** 2 for a in x)
    return {"slope": slope, "intercept": my - slope * mx, "degenerate": False}


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    residuals = [sigmoid(dot(w, row)) - label for row, label in zip(x, y)]
    return {"gradient": [dot(residuals, column) / len(x) for column in zip(*x)]}


@solves("pooling/average")
def pooling(image):
    halves = [[(row[2 * j] + row[2 * j + 1]) / 2 for j in range(14)] for row in image]
    quarters = [[(row[2 * j] + row[2 * j + 1]) / 2 for j in range(7)] for row in halves]
    return {"pooled": [[sum(quarters[4 * i + k][j] for k in range(4)) / 4 for j in range(7)] for i in range(7)]}


@solves("softmax/loss")
def softmax_loss(logits, label):
    own = logits[int(label)]
    gaps = [z - own for k, z in enumerate(logits) if k != int(label)]
    top = max(gaps)
    if top <= 0:
        return {"loss": log1p(fsum(exp(gap) for gap in gaps))}
    return {"loss": top + log(exp(-top) + fsum(exp(gap - top) for gap in gaps))}


@solves("softmax/step")
def softmax_step(weights, x, labels, rate, batch):
    rows = [list(row) for row in weights]
    size = int(batch)
    for start in range(0, len(x), size):
        slopes = [[0.0] * len(row) for row in rows]
        samples = list(zip(x, labels))[start:start + size]
        for sample, label in samples:
            powers = [exp(dot(row, sample)) for row in rows]
            for k, power in enumerate(powers):
                residual = power / fsum(powers) - (k == label)
                for j, feature in enumerate(sample):
                    slopes[k][j] += residual * feature
        for row, slope in zip(rows, slopes):
            for j, total in enumerate(slope):
                row[j] -= rate / len(samples) * total
    return {"weights": rows}
