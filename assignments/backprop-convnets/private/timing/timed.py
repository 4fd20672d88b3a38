"""What submissions in Python are timed against: all points at once, one after the other where there is no numpy."""

from math import exp

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


@solves("backprop/descent")
def descent(A, B, x, rate, steps):
    if np is not None:
        return matrices(np.array(A), np.array(B), np.array(x).T, rate, int(steps))
    rows = []
    for _ in range(int(steps) + 1):
        d, loss = [0.0] * 8, 0.0
        for point in x:
            loss += accumulate(A, B, point, d)
        rows.append([*A[0], *A[1], *B[0], *B[1], loss])
        A = [[A[i][j] - rate * d[2 * i + j] for j in range(2)] for i in range(2)]
        B = [[B[i][j] - rate * d[4 + 2 * i + j] for j in range(2)] for i in range(2)]
    return {"trajectory": rows}


def matrices(A, B, x, rate, steps):
    rows = []
    for _ in range(steps + 1):
        u = 1 / (1 + np.exp(-(A @ x)))
        v = B @ x
        h = u * v
        z = A @ h
        w = A @ z
        gz = A.T @ (2 * w)
        gh = A.T @ gz
        rows.append(np.concatenate((A.ravel(), B.ravel(), [(w * w).sum()])))
        A, B = A - rate * (2 * w @ z.T + gz @ h.T + (gh * v * u * (1 - u)) @ x.T), B - rate * ((gh * u) @ x.T)
    return {"trajectory": np.array(rows)}


def accumulate(A, B, x, d):
    (a, b), (c, e) = A
    s, t = x
    u0, u1 = 1 / (1 + exp(-(a * s + b * t))), 1 / (1 + exp(-(c * s + e * t)))
    v0, v1 = B[0][0] * s + B[0][1] * t, B[1][0] * s + B[1][1] * t
    h0, h1 = u0 * v0, u1 * v1
    z0, z1 = a * h0 + b * h1, c * h0 + e * h1
    w0, w1 = a * z0 + b * z1, c * z0 + e * z1
    g0, g1 = 2 * (a * w0 + c * w1), 2 * (b * w0 + e * w1)
    p0, p1 = a * g0 + c * g1, b * g0 + e * g1
    y0, y1 = p0 * v0 * u0 * (1 - u0), p1 * v1 * u1 * (1 - u1)
    for i, term in enumerate((
            2 * w0 * z0 + g0 * h0 + y0 * s, 2 * w0 * z1 + g0 * h1 + y0 * t,
            2 * w1 * z0 + g1 * h0 + y1 * s, 2 * w1 * z1 + g1 * h1 + y1 * t,
            p0 * u0 * s, p0 * u0 * t, p1 * u1 * s, p1 * u1 * t)):
        d[i] += term
    return w0 * w0 + w1 * w1
