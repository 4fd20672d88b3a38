"""Write your code here. A function that still raises NotImplementedError counts as not answered.

Vectors arrive as lists of floats, matrices as lists of rows. Answer with a dictionary, for example
    return {"logits": [[0.5, -1.0]], "loss": 0.25}
"""
from assay import solves


@solves("loss/curvature")
def loss_curvature(w, x):
    """1: answers label1, label0. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("loss/hessian")
def loss_hessian(w, x, y, direction):
    """1: answers hessian [d, d], along."""
    raise NotImplementedError


@solves("linear/hessian")
def linear_hessian(w1, w2, x, y):
    """2: answers w1w1, w2w2, w1w2. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("dense/pass")
def dense_pass(images, labels, w1, b1, w2, b2, w3, b3):
    """3: answers normalised [B, n], logits [B, K], loss, dw1 [h1, n], db1 [h1], dw2 [h2, h1], db2 [h2], dw3 [K,
    h2], db3 [K]."""
    raise NotImplementedError


@solves("dense/split")
def dense_split(samples, share):
    """3: answers training [m], validation [k]."""
    raise NotImplementedError


@solves("dense/selection")
def dense_selection(training, validation, test):
    """3: answers chosen."""
    raise NotImplementedError


@solves("transfer/freeze")
def transfer_freeze(x, labels, w, b, gamma, beta, mean, var, head, headbias, eps, momentum, rate, steps):
    """4: answers w [h, n], b [h], gamma [h], beta [h], mean [h], var [h], head [K, h], headbias [K], features [B,
    h]."""
    raise NotImplementedError
