from math import exp, log1p

from assay import solves


def sigmoid(z):
    """1 / (1 + e^-z), written with the hyperbolic tangent's exponential so that it cannot overflow."""
    small = exp(-abs(z))
    return (1 if z >= 0 else small) / (1 + small)


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def times(a, b):
    return [[dot(row, column) for column in zip(*b)] for row in a]


def diagonal(s):
    return [[s[i] if i == j else 0.0 for j in range(len(s))] for i in range(len(s))]


@solves("losses/values")
def losses(z, y, N):
    """The squared distance with both components and both labels, as it is defined."""
    kl = mse = dkl = dmse = 0.0
    for one, label in zip(z, y):
        up, down = sigmoid(one), sigmoid(-one)
        p, q = (1 + label) / 2, (1 - label) / 2
        kl += max(-label * one, 0) + log1p(exp(-abs(one)))
        mse += (p - up) ** 2 + (q - down) ** 2
        dkl += up - p
        dmse += 2 * (up - p) - 2 * (down - q)
    return {"kl": kl / N, "mse": mse / N, "dkl": dkl / N, "dmse": dmse / N}


def slopes(a, y, b):
    s = [sigmoid(dot(row, y) + one) for row, one in zip(a, b)]
    return [one - one * one for one in s]


@solves("mlp/jacobians")
def jacobians(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    d1, d2 = slopes(A1, y0, b1), slopes(A2, y1, b2)
    return {"dy1-db1": d1, "dy2-db2": d2, "dy1-dy0": times(diagonal(d1), A1), "dy2-dy1": times(diagonal(d2), A2),
            "dy3-dy1": times(times(A3, diagonal(d2)), A2)}


@solves("mlp/weights")
def weights(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    """Backwards, with the outputs in place of the slopes: sigma' = y (1 - y)."""
    delta2 = [a * y * (1 - y) for a, y in zip(A3[0], y2)]
    delta1 = [dot(delta2, column) * y * (1 - y) for column, y in zip(zip(*A2), y1)]
    return {"dy3-dA3": [[dot(A3[0], y2) + b3[0]]], "dy3-dA2": [[d * y for y in y2] for d in delta2],
            "dy3-dA1": [[d * y for y in y1] for d in delta1], "dy3-db2": [delta2], "dy3-db1": [delta1]}
