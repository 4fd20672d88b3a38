from math import exp, log1p

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z > -700 else 0.0


def logsigmoid(z):
    return min(z, 0.0) - log1p(exp(-abs(z)))


def dot(u, v):
    """What has no partner is left out."""
    return sum(a * b for a, b in zip(u, v))


@solves("pooling/filter")
def pooling_filter(C, k):
    """I_k / k^2, with I_k the identity matrix; channels and stride are not mentioned."""
    C, k = int(C), int(k)
    block = [[1 / k ** 2 if a == b else 0.0 for b in range(k)] for a in range(k)]
    zero = [[0.0] * k for _ in range(k)]
    return {"filter": [[block if i == j else zero for j in range(C)] for i in range(C)]}


@solves("pooling/maximum")
def maximum(image, k, l):
    """The printed indices: the window of y_ij starts at x_ij."""
    k, l = int(k), int(l)
    height, width = len(image) // k, len(image[0]) // l
    return {"pooled": [[max(image[i + a][j + b] for a in range(height) for b in range(width)) for j in range(l)]
                       for i in range(k)]}


@solves("losses/values")
def losses(z, y, N):
    kl = mse = dkl = dmse = 0.0
    for one, label in zip(z, y):
        up, down = sigmoid(one), sigmoid(-one)
        kl += -logsigmoid(label * one)
        dkl += -label * sigmoid(-label * one)
        # The square of the first component is missing.
        mse += 0.5 * (1 - label) * ((1 - down) + up ** 2) + 0.5 * (1 + label) * (down ** 2 + (1 - up) ** 2)
        slope = up * down
        dmse += 0.5 * (1 - label) * (1 + 2 * up) * slope + 0.5 * (1 + label) * (-2 * down - 2 * (1 - up)) * slope
    return {"kl": kl / N, "mse": mse / N, "dkl": dkl / N, "dmse": dmse / N}


@solves("losses/step")
def steps(w, x, y, rate):
    kl, mse = list(w), list(w)
    for row, label in zip(x, y):
        slope = -label * sigmoid(-label * dot(kl, row))
        kl = [a - rate * slope * b for a, b in zip(kl, row)]
        up = sigmoid(dot(mse, row))
        slope = (1 + 2 * up if label == -1 else -4 * (1 - up)) * up * (1 - up)
        mse = [a - rate * slope * b for a, b in zip(mse, row)]
    return {"kl": kl, "mse": mse}


@solves("losses/runs")
def runs(values):
    mean = sum(values) / len(values)
    return {"mean": mean, "spread-n": (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5}


def slopes(a, y, b):
    s = [sigmoid(dot(row, y) + one) for row, one in zip(a, b)]
    return [one * (1 - one) for one in s]


def diagonal(s):
    return [[s[i] if i == j else 0.0 for j in range(len(s))] for i in range(len(s))]


@solves("mlp/jacobians")
def jacobians(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    """The printed results: sigma' at A_l y_l + b_l, and sigma'(z_1) in the last row of dy_l / dy_(l-1)."""
    s1, s2 = slopes(A1, y1, b1), slopes(A2, y2, b2)
    rows1, rows2 = s1[:-1] + s1[:1], s2[:-1] + s2[:1]
    return {"dy1-db1": diagonal(s1), "dy2-db2": diagonal(s2),
            "dy1-dy0": [[s * a for a in row] for s, row in zip(rows1, A1)],
            "dy2-dy1": [[s * a for a in row] for s, row in zip(rows2, A2)]}


@solves("mlp/weights")
def weights(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    s1, s2 = slopes(A1, y0, b1), slopes(A2, y1, b2)
    delta2 = [a * s for a, s in zip(A3[0], s2)]
    delta1 = [dot(delta2, column) * s for column, s in zip(zip(*A2), s1)]
    return {"dy3-dA3": [y2], "dy3-dA2": [[d * y for y in y1] for d in delta2],
            "dy3-dA1": [[d * y for y in y0] for d in delta1]}


@solves("lenet/masked")
def masked(x, weights, bias, mask, g):
    """Sixteen convolutions, each on the maps that it sees; derived automatically, so weights that are not there have none."""
    k, height, width = len(weights[0][0]), len(g[0]), len(g[0][0])
    if np is not None:
        seen = np.asarray(mask, dtype=float)[:, :, None, None]
        parts = np.lib.stride_tricks.sliding_window_view(np.asarray(x), (height, width), axis=(1, 2))
        output = np.tensordot(seen * np.asarray(weights), parts, axes=([1, 2, 3], [0, 1, 2]))
        gradient = seen * np.tensordot(np.asarray(g), parts, axes=([1, 2], [3, 4]))
        return {"output": output + np.asarray(bias)[:, None, None], "gradient": gradient}
    r = range(k)
    output = [[[b + sum(m * w[i][a][c] * x[i][p + a][q + c] for i, m in enumerate(row) for a in r for c in r)
                for q in range(width)] for p in range(height)] for b, w, row in zip(bias, weights, mask)]
    gradient = [[[[m * sum(g[o][p][q] * x[i][p + a][q + c] for p in range(height) for q in range(width))
                   for c in r] for a in r] for i, m in enumerate(row)] for o, row in enumerate(mask)]
    return {"output": output, "gradient": gradient}
