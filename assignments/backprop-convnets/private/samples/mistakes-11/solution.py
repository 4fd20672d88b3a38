from math import exp, log

from assay import solves


def times(m, x):
    return [sum(a * b for a, b in zip(row, x)) for row in m]


def back(m, y):
    """Multiply by the transposed matrix."""
    return times(list(zip(*m)), y)


def backprop(A, B, x):
    """Products entry by entry all the way."""
    u = [1 / (1 + exp(-y)) for y in times(A, x)]
    v = times(B, x)
    h = [a * b for a, b in zip(u, v)]
    z = times(A, h)
    w = times(A, z)
    inner = times(A, [s * (1 - s) * a * b for s, a, b in zip(u, v, x)])
    a = [2 * p * (q + r) for p, q, r in zip(w, z, times(A, [i + j for i, j in zip(h, inner)]))]
    b = [2 * p * q for p, q in zip(w, times(A, times(A, [s * c for s, c in zip(u, x)])))]
    K = range(len(x))
    return sum(c * c for c in w), [[a[i] for _ in K] for i in K], [[b[i] for _ in K] for i in K]


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
    dA = [[dw[i] * z[j] for j in K] for i in K]
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
