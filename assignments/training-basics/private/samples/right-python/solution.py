"""All four models with numpy, a whole batch at a time."""
import numpy as np

from assay import images_of, solves, training_set


def features(images):
    return images.reshape(len(images), -1) / 255.0


def pool(images):
    return images.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49) / 255.0


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def cross_entropy(z, y):
    return float(-log_softmax(z)[np.arange(len(y)), y].mean())


def train(x, y, classes, seed, rate, epochs, patience=None, batch=32):
    """Softmax regression; returns the weights and the curves."""
    rng = np.random.RandomState(seed)
    x = np.hstack([x, np.ones((len(x), 1))])
    n = len(y) - len(y) // 5
    w = np.zeros((x.shape[1], classes))
    hot = np.eye(classes)[y]
    losses, accuracies = [cross_entropy(x[:n] @ w, y[:n])], []
    validation, best, kept = [cross_entropy(x[n:] @ w, y[n:])], 0, w.copy()
    for epoch in range(1, epochs + 1):
        order = rng.permutation(n)
        for start in range(0, n, batch):
            some = order[start:start + batch]
            p = np.exp(log_softmax(x[some] @ w))
            w -= rate / len(some) * x[some].T @ (p - hot[some])
        losses.append(cross_entropy(x[:n] @ w, y[:n]))
        validation.append(cross_entropy(x[n:] @ w, y[n:]))
        accuracies.append(float(np.sum((x[n:] @ w).argmax(axis=1) == y[n:]) / (len(y) - n)))
        if validation[epoch] < validation[best]:
            best, kept = epoch, w.copy()
        if patience and epoch - best >= patience:
            break
    return (kept if patience else w), losses, accuracies, validation, best


def predict(w, x):
    return (np.hstack([x, np.ones((len(x), 1))]) @ w).argmax(axis=1)


@solves("digits/softmax")
def softmax(training, seed, images):
    x, y = training_set(training)
    w, losses, accuracies, _, _ = train(features(x), y, 10, int(seed), 0.3, 15)
    return {"predictions": predict(w, features(images_of(images))), "losses": losses, "accuracies": accuracies}


@solves("digits/pooled")
def pooled(training, seed, images):
    x, y = training_set(training)
    test = images_of(images)
    w, losses, _, _, _ = train(pool(x), y, 10, int(seed), 0.8, 30)
    full = train(features(x), y, 10, int(seed), 0.3, 10)[0]
    return {"predictions": predict(w, pool(test)), "full-predictions": predict(full, features(test)), "losses": losses}


@solves("digits/dropout")
def dropout(training, seed, images):
    x, y = training_set(training)
    x, rng = features(x), np.random.RandomState(int(seed))
    n, h = len(y) - len(y) // 5, 64
    a, b = rng.normal(0, (2 / 784) ** 0.5, (784, h)), np.zeros(h)
    c, d = rng.normal(0, 0.05, (h, 10)), np.zeros(10)
    hot = np.eye(10)[y]

    def forward(some):
        return np.maximum(0, some @ a + b) @ c + d

    losses = [cross_entropy(forward(x[:n]), y[:n])]
    for _ in range(15):
        order = rng.permutation(n)
        for start in range(0, n, 32):
            some = order[start:start + 32]
            mask = (rng.rand(len(some), h) < 0.75) / 0.75
            hidden = np.maximum(0, x[some] @ a + b) * mask
            error = (np.exp(log_softmax(hidden @ c + d)) - hot[some]) / len(some)
            back = error @ c.T * mask * (hidden > 0)
            c -= 0.25 * hidden.T @ error
            d -= 0.25 * error.sum(axis=0)
            a -= 0.25 * x[some].T @ back
            b -= 0.25 * back.sum(axis=0)
        losses.append(cross_entropy(forward(x[:n]), y[:n]))
    test = features(images_of(images))
    return {"predictions": forward(test).argmax(axis=1), "again": forward(test).argmax(axis=1), "losses": losses}


@solves("digits/two-three")
def two_three(training, seed, images):
    x, y = training_set(training)
    w, losses, accuracies, validation, best = train(features(x), y, 2, int(seed), 0.2, 100, patience=5)
    return {"predictions": predict(w, features(images_of(images))), "losses": losses, "accuracies": accuracies,
            "validation-losses": validation, "best": best}
