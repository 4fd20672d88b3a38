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
    dy = [g * b * s * (1 - s) for g, b, s in zip(dh, v, u)]
    K = range(len(x))
    dA = [[dw[i] * z[j] + dz[i] * h[j] for j in K] for i in K]
    dB = [[dh[i] * u[i] * x[j] for j in K] for i in K]
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
    dw = [2 * a for a in w]
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
        A = add(A, dA, -rate)
        dB = [[0, 0], [0, 0]]
        for point in x:
            dB = add(dB, step(A, B, point)[2], 1)
        B = add(B, dB, -rate)
    return {"trajectory": rows}


@solves("equivalence/product")
def product(A, B, C):
    return {"W": [list(c) for c in zip(*[times(list(zip(*C)), [a + b for a, b in zip(r, s)]) for r, s in zip(A, B)])]}


@solves("dropout/units")
def dropout(x, u, p, w):
    training = [a / p if d < p else 0 for a, d in zip(x, u)]
    return {"training": training, "test": sum(a * b for a, b in zip(w, x))}


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
        "log-softmax": logs,
        "loss": -sum(row[l] for row, l in zip(logs, ls)) / n,
        "gradient": [[(a - b) / n for a, b in zip(row, hot)] for row, hot in zip(p, one)],
    }
