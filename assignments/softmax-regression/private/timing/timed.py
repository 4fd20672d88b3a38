"""What submissions in Python are timed against: products of matrices, plain loops where there is no numpy."""

from math import exp, log

from assay import solves

try:
    import numpy as np
except ImportError:
    np = None


@solves("softmax/batch")
def batch(W, x, y):
    return plain(W, x, y) if np is None else matrices(np.array(W), np.array(x), np.array(y))


def matrices(W, x, y):
    z = x @ W.T
    z -= z.max(axis=1, keepdims=True)
    p = np.exp(z)
    total = p.sum(axis=1, keepdims=True)
    loss = (np.log(total[:, 0]) - (y * z).sum(axis=1)).mean()
    return {"loss": loss, "gradient": (p / total - y).T @ x / len(x)}


def plain(W, x, y):
    gradient = [[0.0] * len(W[0]) for _ in W]
    loss = 0.0
    for row, target in zip(x, y):
        z = [sum(a * b for a, b in zip(w, row)) for w in W]
        top = max(z)
        p = [exp(one - top) for one in z]
        total = sum(p)
        loss += log(total) - sum(t * (one - top) for t, one in zip(target, z))
        for k, slopes in enumerate(gradient):
            factor = (p[k] / total - target[k]) / len(x)
            gradient[k] = [a + factor * b for a, b in zip(slopes, row)]
    return {"loss": loss / len(x), "gradient": gradient}
