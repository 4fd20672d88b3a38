"""Write your code here. A function that still raises NotImplementedError counts as not answered.

Vectors arrive as lists of floats, matrices as lists of rows. Answer with a dictionary, for example
    return {"gradient": [0.5, -1.0], "loss": 0.25}
"""
from assay import solves


@solves("logistic/gradient")
def logistic_gradient(w, x, y):
    """3.1a: answers slope [d], gradient [d], loss."""
    raise NotImplementedError


@solves("softmax/slopes")
def softmax_slopes(p, q):
    """3.1b: answers own, other. Or formulas in answers.yaml."""
    raise NotImplementedError


@solves("softmax/jacobian")
def softmax_jacobian(z):
    """3.1b: answers jacobian [K, K]."""
    raise NotImplementedError


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    """3.1b: answers gradient [K, d]."""
    raise NotImplementedError


@solves("images/preprocess")
def images_preprocess(images):
    """3.2a: answers x [N, D]."""
    raise NotImplementedError


@solves("logistic/batch")
def logistic_batch(w, x, y):
    """3.2a: answers loss, gradient [d]."""
    raise NotImplementedError


@solves("logistic/gradient-test")
def logistic_gradient_test(w, x, y, claimed, eps):
    """3.2a: answers approximation [d], accepted."""
    raise NotImplementedError


@solves("logistic/epoch")
def logistic_epoch(w, x, y, rate, batch):
    """3.2b: answers weights [d], losses [B]."""
    raise NotImplementedError


@solves("logistic/accuracy")
def logistic_accuracy(yhat, y):
    """3.2c: answers accuracy."""
    raise NotImplementedError


@solves("training/early-stopping")
def training_early_stopping(losses, patience):
    """3.2d: answers stop, best."""
    raise NotImplementedError


@solves("training/shuffle")
def training_shuffle(x, y, epochs, seeds):
    """3.2e: answers orders [3, E, N], x [E, N, d], y [E, N], given [N, d]."""
    raise NotImplementedError


@solves("softmax/probabilities")
def softmax_probabilities(z):
    """3.3a: answers p [N, K]."""
    raise NotImplementedError


@solves("softmax/one-hot")
def softmax_one_hot(labels, classes):
    """3.3a: answers one-hot [N, K], invalid."""
    raise NotImplementedError


@solves("softmax/batch")
def softmax_batch(W, x, y):
    """3.3a: answers loss, gradient [K, d]."""
    raise NotImplementedError


@solves("curves/log")
def curves_log(x, labels, xv, labelsv, classes, rate, batch, epochs):
    """3.3b,c: answers train-loss [T], validation-loss [T], train-accuracy [T], validation-accuracy [T]."""
    raise NotImplementedError


@solves("l2/gradient")
def l2_gradient(W, x, y, strength):
    """3.4a: answers gradient [K, d], gradient-half [K, d], objective."""
    raise NotImplementedError


@solves("l2/path")
def l2_path(x, labels, classes, lambdas, rate, steps):
    """3.4b,c,e: answers norms [L], losses [L], accuracies [L]."""
    raise NotImplementedError


@solves("l2/images")
def l2_images(W, height, width):
    """3.4b: answers images [K, h, w]."""
    raise NotImplementedError
