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
    return sum(c * c for c in w), a, b


@solves("backprop/gradients")
def gradients(A, B, x):
    loss, dA, dB = backprop(A, B, x)
    return {"loss": loss, "dA": dA, "dB": dB}
