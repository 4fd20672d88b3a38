from math import exp, log

from assay import solves


def times(m, x):
    return [sum(a * b for a, b in zip(row, x)) for row in m]


def back(m, y):
    """Multiply by the transposed matrix."""
    return times(list(zip(*m)), y)


def backprop(A, B, x):
    u = [1 / (1 + exp(-y)) for y in times(A, x)]
    v = times(B, x)
    h = [a * b for a, b in zip(u, v)]
    z = times(A, h)
    w = times(A, z)
    dw = [2 * a for a in w]
    dz = back(A, dw)
    dh = back(A, dz)
    dy = [g * b for g, b in zip(dh, v)]
    K = range(len(x))
    dA = [[dw[i] * z[j] + dz[i] * h[j] + dy[i] * x[j] for j in K] for i in K]
    dB = [[dh[i] * x[j] for j in K] for i in K]
    return sum(a * a for a in w), dA, dB


@solves("backprop/gradients")
def gradients(A, B, x):
    loss, dA, dB = backprop(A, B, x)
    return {"loss": loss, "dA": dA, "dB": dB}


def step(A, B, x):
    u = [1 / (1 + exp(-y)) for y in times(A, x)]
    v = times(B, x)
    h = [a * b for a, b in zip(u, v)]
    z = times(A, h)
    w = times(A, z)
    dw = list(w)
    dz = back(A, dw)
    dh = back(A, dz)
    dy = [g * b * s * (1 - s) for g, b, s in zip(dh, v, u)]
    K = range(len(x))
    dA = [[dw[i] * z[j] + dz[i] * h[j] + dy[i] * x[j] for j in K] for i in K]
    dB = [[dh[i] * u[i] * x[j] for j in K] for i in K]
    return sum(a * a for a in w), dA, dB


def add(m, n, factor):
    return [[a + factor * b for a, b in zip(r, s)] for r, s in zip(m, n)]


@solves("backprop/descent")
def descent(A, B, x, rate, steps):
    rows = []
    for _ in range(int(steps) + 1):
        loss, dA, dB = 0, [[0, 0], [0, 0]], [[0, 0], [0, 0]]
        for point in x:
            one, a, b = step(A, B, point)
            loss, dA, dB = loss + one, add(dA, a, 1), add(dB, b, 1)
        rows.append([*A[0], *A[1], *B[0], *B[1], loss])
        A, B = add(A, dA, -rate), add(B, dB, -rate)
    return {"trajectory": rows}


@solves("equivalence/factors")
def factors(W):
    I = [[1 if i == j else 0 for j in range(len(W))] for i in range(len(W))]
    return {"A": W, "B": [[0] * len(W) for _ in W], "C": I}


@solves("equivalence/product")
def product(A, B, C):
    return {"W": [times(list(zip(*C)), times(list(zip(*B)), row)) for row in A]}


@solves("dropout/units")
def dropout(x, u, p, w):
    training = [0 if d < p else a * (1 - p) for a, d in zip(x, u)]
    return {"training": training, "test": sum(a * b / (1 - p) for a, b, d in zip(x, w, u) if d >= p)}


def softmax(z):
    top = max(z)
    powers = [exp(a - top) for a in z]
    return [a / sum(powers) for a in powers]


@solves("loss/log-softmax")
def log_softmax(logits, labels):
    n = len(logits)
    p = [softmax(z) for z in logits]
    logs = [[log(a) if a > 0 else float("-inf") for a in row] for row in p]
    ls = [int(label) for label in labels]
    one = [[1 if k == label else 0 for k in range(len(row))] for row, label in zip(p, ls)]
    return {
        "log-softmax": list(zip(*[[log(max(a, 1e-300)) for a in softmax(c)] for c in zip(*logits)])),
        "loss": sum(row[l] for row, l in zip(logs, ls)) / n,
        "gradient": [[(b - a) / n for a, b in zip(row, hot)] for row, hot in zip(p, one)],
    }
