"""Write your code here. A function that still raises NotImplementedError counts as not answered.

Vectors arrive as lists of floats, matrices as lists of rows. Answer with a dictionary, for example
    return {"gradient": [0.5, -1.0], "loss": 0.25}
"""
from assay import solves


@solves("bce/gradient")
def gradient(w, x, y):
    """0.1a: answers gradient [d], loss."""
    raise NotImplementedError


@solves("bce/hessian")
def hessian(w, x, y):
    """0.1b: answers hessian [d, d], weights [P]."""
    raise NotImplementedError


@solves("graph/partials")
def partials(a, b, c, d, m, n, x, y, yhat):
    """0.3c,d: answers da, db, dc, dd, dm, dn. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
    """0.4a: answers dw0, dw1. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("linreg/descent")
def descent(x, y, rate, steps):
    """0.4b: answers trajectory [steps + 1, 3], largest-rate."""
    raise NotImplementedError


@solves("linreg/closed-form")
def closed_form(x, y):
    """0.4c: answers intercept, slope, degenerate."""
    raise NotImplementedError


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    """0.5a: answers gradient [d]."""
    raise NotImplementedError


@solves("softmax/loss")
def softmax_loss(logits, label):
    """0.5b: answers loss."""
    raise NotImplementedError


@solves("softmax/step")
def softmax_step(weights, x, labels, rate, batch):
    """0.5b: answers weights [K, d]."""
    raise NotImplementedError


@solves("pooling/average")
def pooling(image):
    """0.5c: answers pooled [7, 7]."""
    raise NotImplementedError
