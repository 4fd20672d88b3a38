"""Write your code here. A function that still raises NotImplementedError counts as not answered.

Vectors arrive as lists of floats, matrices as lists of rows, and so on. Answer with a dictionary, for example
    return {"kl": [0.5, -1.0], "mse": [0.25, 0.0]}
"""
from assay import solves


@solves("conv/apply")
def apply(image, filter):
    """1.1: answers output [m, n]."""
    raise NotImplementedError


@solves("pooling/filter")
def pooling_filter(C, k):
    """1.2: answers filter [C, C, k, k], stride."""
    raise NotImplementedError


@solves("cost/formula")
def cost(m, n, Cin, Cmid, Cout, k):
    """1.3b: answers direct, bottleneck. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("pooling/maximum")
def maximum(image, k, l):
    """1.4: answers pooled [k, l]."""
    raise NotImplementedError


@solves("losses/values")
def losses(z, y, N):
    """1.5a: answers kl, mse, dkl, dmse. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("losses/step")
def steps(w, x, y, rate):
    """1.5b: answers kl [d], mse [d]."""
    raise NotImplementedError


@solves("losses/vanishing")
def vanishing(z):
    """1.5b: answers ratio. Or a formula in answers.yaml."""
    raise NotImplementedError


@solves("losses/runs")
def runs(values):
    """1.5b: answers mean, spread-n, spread-n-1."""
    raise NotImplementedError


@solves("mlp/jacobians")
def jacobians(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    """1.6a: answers dy1-db1, dy2-db2, dy1-dy0, dy2-dy1, dy3-dy1."""
    raise NotImplementedError


@solves("mlp/weights")
def weights(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    """1.6b: answers dy3-dA3, dy3-dA2, dy3-dA1, dy3-db2, dy3-db1."""
    raise NotImplementedError


@solves("lenet/masked")
def masked(x, weights, bias, mask, g):
    """1.7: answers output [out, h2, w2], gradient [out, in, k, k]."""
    raise NotImplementedError
