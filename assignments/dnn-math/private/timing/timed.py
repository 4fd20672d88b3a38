"""What submissions in Python are timed against: one product of matrices, plain loops where there is no numpy."""

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


@solves("lenet/masked")
def masked(x, weights, bias, mask, g):
    return plain(x, weights, bias, mask, g) if np is None else matrices(*map(np.array, (x, weights, bias, mask, g)))


def matrices(x, weights, bias, mask, g):
    outputs, maps, k, _ = weights.shape
    patches = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(1, 2))
    columns = patches.transpose(0, 3, 4, 1, 2).reshape(maps * k * k, -1)
    seen = np.repeat(mask, k * k, axis=1)
    output = (weights.reshape(outputs, -1) * seen) @ columns + bias[:, None]
    gradient = seen * (g.reshape(outputs, -1) @ columns.T)
    return {"output": output.reshape(g.shape), "gradient": gradient.reshape(weights.shape)}


def plain(x, weights, bias, mask, g):
    k, height, width = len(weights[0][0]), len(g[0]), len(g[0][0])
    output = [[[b] * width for _ in range(height)] for b in bias]
    gradient = [[[[0.0] * k for _ in range(k)] for _ in row] for row in weights]
    for o, row in enumerate(mask):
        for i, seen in enumerate(row):
            for a in range(k if seen else 0):
                for b in range(k):
                    weight, slope = weights[o][i][a][b], 0.0
                    for r in range(height):
                        part = x[i][r + a][b:b + width]
                        slope += sum(p * q for p, q in zip(g[o][r], part))
                        output[o][r] = [p + weight * q for p, q in zip(output[o][r], part)]
                    gradient[o][i][a][b] = slope
    return {"output": output, "gradient": gradient}
