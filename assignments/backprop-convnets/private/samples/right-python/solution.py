from math import exp, fsum, log, tanh

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


def matmul(p, q):
    return [[fsum(a * b for a, b in zip(row, col)) for col in zip(*q)] for row in p]


def transposed(p):
    return [list(col) for col in zip(*p)]


def column(v):
    return [[a] for a in v]


def add(*many):
    return [[fsum(entries) for entries in zip(*rows)] for rows in zip(*many)]


def scaled(p, factor):
    return [[factor * a for a in row] for row in p]


def backprop(A, B, x):
    """As products of matrices: w is a column, its squared norm w^T w."""
    X = column(x)
    S = [0.5 + 0.5 * tanh(y[0] / 2) for y in matmul(A, X)]  # the logistic function
    V = [v[0] for v in matmul(B, X)]
    H = column([s * v for s, v in zip(S, V)])
    A2 = matmul(A, A)
    w = matmul(A2, H)
    back = matmul(transposed(A2), w)
    Z = matmul(A, H)
    inner = column([2 * g[0] * v * s * (1 - s) for g, v, s in zip(back, V, S)])
    dA = add(
        scaled(matmul(w, transposed(Z)), 2),
        scaled(matmul(matmul(transposed(A), w), transposed(H)), 2),
        matmul(inner, [list(x)]))
    dB = matmul(column([2 * g[0] * s for g, s in zip(back, S)]), [list(x)])
    return fsum(a[0] * a[0] for a in w), dA, dB


@solves("backprop/gradients")
def gradients(A, B, x):
    loss, dA, dB = backprop(A, B, x)
    return {"loss": loss, "dA": dA, "dB": dB}


def together(A, B, x, rate, steps):
    """All points at once, one per row."""
    rows = []
    for _ in range(steps + 1):
        s = 0.5 + 0.5 * np.tanh(x.dot(A.T) / 2)
        v = x.dot(B.T)
        h = s * v
        w = h.dot(A.T).dot(A.T)
        outer = 2 * w.dot(A)
        inner = outer.dot(A)
        rows.append([*A.flat, *B.flat, np.sum(w * w)])
        slopes = 2 * w.T.dot(h.dot(A.T)) + outer.T.dot(h) + (inner * h * (1 - s)).T.dot(x)
        A, B = A - rate * slopes, B - rate * (inner * s).T.dot(x)
    return {"trajectory": rows}


@solves("backprop/descent")
def descent(A, B, x, rate, steps):
    if np is not None:
        return together(np.asarray(A), np.asarray(B), np.asarray(x), rate, int(steps))
    rows = []
    for _ in range(int(steps) + 1):
        each = [backprop(A, B, point) for point in reversed(x)]
        rows.append([*A[0], *A[1], *B[0], *B[1], fsum(one[0] for one in each)])
        A, B = add(A, *(scaled(one[1], -rate) for one in each)), add(B, *(scaled(one[2], -rate) for one in each))
    return {"trajectory": rows}


@solves("equivalence/factors")
def factors(W):
    """A + B is a third of the identity and a matrix of equal rows, which softmax does not notice."""
    k = range(len(W))
    A = [[2 / 3 if i == j else 0 for j in k] for i in k]
    B = [[-1 / 3 if i == j else j + 1 for j in k] for i in k]
    B = [[b if i != j else b + j + 1 for j, b in enumerate(row)] for i, row in enumerate(B)]
    return {"A": A, "B": B, "C": scaled(W, 3)}


@solves("equivalence/product")
def product(A, B, C):
    """Less its first row, since softmax does not notice."""
    W = add(matmul(A, C), matmul(B, C))
    return {"W": [[a - first for a, first in zip(row, W[0])] for row in W]}


@solves("dropout/units")
def dropout(x, u, p, w):
    kept = 1 - p
    return {"training": [a * (draw >= p) / kept for a, draw in zip(x, u)], "test": fsum(a * b for a, b in zip(w, x))}


@solves("loss/log-softmax")
def log_softmax(logits, labels):
    logs, gradient = [], []
    n = len(logits)
    for row, label in zip(logits, labels):
        top = max(row)
        lse = top + log(fsum(exp(z - top) for z in row))
        logs.append([z - lse for z in row])
        one_hot = [1.0 if k == int(label) else 0.0 for k in range(len(row))]
        gradient.append([(exp(z - lse) - one) / n for z, one in zip(row, one_hot)])
    return {"log-softmax": logs, "loss": -fsum(row[int(l)] for row, l in zip(logs, labels)) / n, "gradient": gradient}
