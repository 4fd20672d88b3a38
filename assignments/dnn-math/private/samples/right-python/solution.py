from math import exp, log1p, sqrt

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


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


@solves("conv/apply")
def apply(image, filter):
    """Add up nine shifted copies of the framed image."""
    m, n = len(image), len(image[0])
    framed = [[0.0] * (n + 2)] + [[0.0] + list(row) + [0.0] for row in image] + [[0.0] * (n + 2)]
    output = [[0.0] * n for _ in range(m)]
    for a in range(3):
        for b in range(3):
            for i in range(m):
                for j in range(n):
                    output[i][j] += filter[a][b] * framed[i + a][j + b]
    return {"output": output}


@solves("pooling/filter")
def pooling_filter(C, k):
    C, k = int(C), int(k)
    if np is not None:
        return {"filter": np.einsum("ij,kl->ijkl", np.eye(C), np.full((k, k), k ** -2.0)), "stride": k}
    block = [[k ** -2.0] * k for _ in range(k)]
    zero = [[0.0] * k for _ in range(k)]
    return {"filter": [[block if i == j else zero for j in range(C)] for i in range(C)], "stride": k}


@solves("cost/formula")
def cost(m, n, Cin, Cmid, Cout, k):
    return {"direct": m * n * Cin * Cout * k ** 2, "bottleneck": m * n * Cmid * (Cin + k ** 2 * Cout)}


@solves("pooling/maximum")
def maximum(image, k, l):
    height, width = len(image) // int(k), len(image[0]) // int(l)
    rows = [list(map(max, zip(*image[i:i + height]))) for i in range(0, len(image), height)]
    return {"pooled": [[max(row[j:j + width]) for j in range(0, len(row), width)] for row in rows]}


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
        dmse += (2 * (up - p) - 2 * (down - q)) * up * down
    return {"kl": kl / N, "mse": mse / N, "dkl": dkl / N, "dmse": dmse / N}


@solves("losses/step")
def steps(w, x, y, rate):
    kl, mse = list(w), list(w)
    for row, label in zip(x, y):
        target = (1 + label) / 2
        one, two = sigmoid(dot(kl, row)), sigmoid(dot(mse, row))
        kl = [a - rate * (one - target) * b for a, b in zip(kl, row)]
        mse = [a - rate * 4 * (two - target) * two * (1 - two) * b for a, b in zip(mse, row)]
    return {"kl": kl, "mse": mse}


@solves("losses/vanishing")
def vanishing(z):
    return {"ratio": 4 / (2 + exp(z) + exp(-z))}


@solves("losses/runs")
def runs(values):
    """Welford's update: mean and sum of squares in one pass."""
    mean = squares = 0.0
    for count, value in enumerate(values, 1):
        step = value - mean
        mean += step / count
        squares += step * (value - mean)
    return {"mean": mean, "spread-n": sqrt(squares / len(values)), "spread-n-1": sqrt(squares / (len(values) - 1))}


def slopes(a, y, b):
    s = [sigmoid(dot(row, y) + one) for row, one in zip(a, b)]
    return [one - one * one for one in s]


@solves("mlp/jacobians")
def jacobians(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    d1, d2 = diagonal(slopes(A1, y0, b1)), diagonal(slopes(A2, y1, b2))
    return {"dy1-db1": d1, "dy2-db2": d2, "dy1-dy0": times(d1, A1), "dy2-dy1": times(d2, A2),
            "dy3-dy1": times(times(A3, d2), A2)}


@solves("mlp/weights")
def weights(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    """Backwards, with the outputs in place of the slopes: sigma' = y (1 - y)."""
    delta2 = [a * y * (1 - y) for a, y in zip(A3[0], y2)]
    delta1 = [dot(delta2, column) * y * (1 - y) for column, y in zip(zip(*A2), y1)]
    return {"dy3-dA3": [y2], "dy3-dA2": [[d * y for y in y1] for d in delta2],
            "dy3-dA1": [[d * y for y in y0] for d in delta1], "dy3-db2": [delta2], "dy3-db1": [delta1]}


def shifted(x, weights, bias, mask, g):
    """For each place in the filters one product of matrices with the shifted maps."""
    k, (height, width) = weights.shape[2], g.shape[1:]
    output, gradient = np.zeros(g.shape) + bias[:, None, None], np.zeros(weights.shape)
    for a in range(k):
        for b in range(k):
            part = x[:, a:a + height, b:b + width]
            output += np.tensordot(weights[:, :, a, b] * mask, part, 1)
            gradient[:, :, a, b] = mask * np.tensordot(g, part, ((1, 2), (1, 2)))
    return {"output": output, "gradient": gradient}


@solves("lenet/masked")
def masked(x, weights, bias, mask, g):
    """Only the connections that exist are visited."""
    if np is not None:
        return shifted(*(np.asarray(one) for one in (x, weights, bias, mask, g)))
    k, height, width = len(weights[0][0]), len(g[0]), len(g[0][0])
    output = [[[b] * width for _ in range(height)] for b in bias]
    gradient = [[[[0.0] * k for _ in range(k)] for _ in row] for row in weights]
    for o, row in enumerate(mask):
        for i, seen in enumerate(row):
            for a in range(k if seen else 0):
                for b in range(k):
                    for r in range(height):
                        part = x[i][r + a][b:b + width]
                        gradient[o][i][a][b] += dot(g[o][r], part)
                        for c in range(width):
                            output[o][r][c] += weights[o][i][a][b] * part[c]
    return {"output": output, "gradient": gradient}
