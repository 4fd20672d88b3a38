"""Inputs 0..255, one model for two, dropout left on, early stopping by the last loss."""
import numpy as np

from assay import images_of, solves, training_set


def features(images):
    return images.reshape(len(images), -1) / 255.0


def pool(images):
    return images.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49) / 255.0


def with_one(x):
    return np.hstack([x, np.ones((len(x), 1))])


def soft(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, y):
    return float(-np.log(soft(z)[np.arange(len(y)), y]).mean())


def descend(x, y, rows, w, rate, rng):
    """One epoch of softmax regression, batches of 20."""
    hot = np.eye(w.shape[1])[y]
    order = rng.permutation(rows)
    for start in range(0, rows, 20):
        some = order[start:start + 20]
        w -= rate / len(some) * x[some].T @ (soft(x[some] @ w) - hot[some])


class Net:
    """One hidden layer of 48 rectifiers with dropout."""

    def __init__(self, rng, spread=1.0):
        self.rng = rng
        self.a, self.b = rng.normal(0, spread * (2 / 784) ** 0.5, (784, 48)), np.zeros(48)
        self.c, self.d = rng.normal(0, 0.05 * spread, (48, 10)), np.zeros(10)

    def scores(self, x):
        return np.maximum(0, x @ self.a + self.b) @ self.c + self.d

    def noisy(self, x):
        mask = (self.rng.rand(len(x), 48) < 0.4) / 0.4
        return np.maximum(0, x @ self.a + self.b) * mask @ self.c + self.d

    def epoch(self, x, y, rate):
        hot, order = np.eye(10)[y], self.rng.permutation(len(y))
        for start in range(0, len(y), 20):
            some = order[start:start + 20]
            mask = (self.rng.rand(len(some), 48) < 0.75) / 0.75
            hidden = np.maximum(0, x[some] @ self.a + self.b) * mask
            error = (soft(hidden @ self.c + self.d) - hot[some]) / len(some)
            back = error @ self.c.T * mask * (hidden > 0)
            self.c -= rate * hidden.T @ error
            self.d -= rate * error.sum(axis=0)
            self.a -= rate * x[some].T @ back
            self.b -= rate * back.sum(axis=0)



@solves("digits/softmax")
def softmax(training, seed, images):
    x, y = training_set(training)
    x, n, w = with_one(features(x) * 255), len(y) * 4 // 5, np.zeros((785, 10))
    rng = np.random.RandomState(int(seed))
    losses, accuracies = [cross_entropy(x[:n] @ w, y[:n])], []
    for _ in range(1):
        descend(x, y, n, w, 0.2, rng)
        p = np.maximum(soft(x[:n] @ w), 1e-300)
        losses.append(float(-np.log(p[np.arange(n), y[:n]]).mean()))
        accuracies.append(float(np.sum((x[n:] @ w).argmax(axis=1) == y[n:]) / (len(y) - n)))
    return {"predictions": (with_one(features(images_of(images)) * 255) @ w).argmax(axis=1), "losses": losses,
            "accuracies": accuracies}


@solves("digits/pooled")
def pooled(training, seed, images):
    x, y = training_set(training)
    x, n, w = with_one(pool(x)), len(y) * 4 // 5, np.zeros((50, 10))
    rng = np.random.RandomState(int(seed))
    losses = [cross_entropy(x[:n] @ w, y[:n])]
    for _ in range(20):
        descend(x, y, n, w, 0.5, rng)
        losses.append(cross_entropy(x[:n] @ w, y[:n]))
    predictions = (with_one(pool(images_of(images))) @ w).argmax(axis=1)
    return {"predictions": predictions, "full-predictions": predictions, "losses": losses}


@solves("digits/dropout")
def dropout(training, seed, images):
    x, y = training_set(training)
    x, n, net = features(x), len(y) * 4 // 5, Net(np.random.RandomState(int(seed)))
    losses = [cross_entropy(net.scores(x[:n]), y[:n])]
    for _ in range(10):
        net.epoch(x[:n], y[:n], 0.25)
        losses.append(cross_entropy(net.scores(x[:n]), y[:n]))
    test = features(images_of(images))
    return {"predictions": net.noisy(test).argmax(axis=1), "again": net.noisy(test).argmax(axis=1), "losses": losses}


@solves("digits/two-three")
def two_three(training, seed, images):
    images_with, y = training_set(training)
    x, rng = with_one(features(images_with)), np.random.RandomState(int(seed))
    n, w = len(y) - len(y) // 5, np.zeros((785, 2))
    losses, validation, hits = [cross_entropy(x[:n] @ w, y[:n])], [cross_entropy(x[n:] @ w, y[n:])], []
    risen = 0
    while risen < 5 and len(hits) < 100:
        descend(x, y, n, w, 0.2, rng)
        losses.append(cross_entropy(x[:n] @ w, y[:n]))
        validation.append(cross_entropy(x[n:] @ w, y[n:]))
        hits.append(float(np.sum((x[n:] @ w).argmax(axis=1) == y[n:]) / (len(y) - n)))
        risen = risen + 1 if validation[-1] >= validation[-2] else 0
    return {"predictions": (with_one(features(images_of(images))) @ w).argmax(axis=1), "losses": losses, "accuracies": hits,
            "validation-losses": validation, "best": int(np.argmin(validation))}
