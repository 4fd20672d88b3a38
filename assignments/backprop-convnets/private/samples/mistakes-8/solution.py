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
    dw = list(w)
    dz = back(A, dw)
    dh = back(A, dz)
    dy = [g * b * s * (1 - s) for g, b, s in zip(dh, v, u)]
    K = range(len(x))
    dA = [[dw[i] * z[j] + dz[i] * h[j] + dy[i] * x[j] for j in K] for i in K]
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
        old = [*A[0], *A[1], *B[0], *B[1]]
        A, B = add(A, dA, -rate), add(B, dB, -rate)
        rows.append([*old, sum(step(A, B, point)[0] for point in x)])
    return {"trajectory": rows}
