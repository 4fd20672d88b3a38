"""Write your code here. A function that still raises NotImplementedError counts as not answered.

Vectors arrive as lists of floats, matrices as lists of rows. Answer with a dictionary, for example
    return {"dA": [[0.5, -1.0], [0.0, 2.0]], "loss": 0.25}
"""
from assay import solves


@solves("backprop/gradients")
def gradients(A, B, x):
    """2.1: answers loss, dA [K, K], dB [K, K]."""
    raise NotImplementedError


@solves("backprop/descent")
def descent(A, B, x, rate, steps):
    """2.1: answers trajectory [steps + 1, 9]."""
    raise NotImplementedError


@solves("equivalence/factors")
def factors(W):
    """2.2: answers A [K, K], B [K, K], C [K, m]."""
    raise NotImplementedError


@solves("equivalence/product")
def product(A, B, C):
    """2.2: answers W [K, m]."""
    raise NotImplementedError


@solves("dropout/units")
def dropout(x, u, p, w):
    """2.4: answers training [n], test."""
    raise NotImplementedError


@solves("loss/log-softmax")
def log_softmax(logits, labels):
    """2.4: answers log-softmax [N, K], loss, gradient [N, K]."""
    raise NotImplementedError
