"""The net with numpy: windows as rows of a matrix, gradients by hand, steps with momentum."""
import numpy as np

from assay import images_of, solves, training_set

ROWS = 2 * np.arange(12)[:, None, None, None] + np.arange(5)[None, None, :, None]
COLUMNS = 2 * np.arange(12)[None, :, None, None] + np.arange(5)[None, None, None, :]


def windows(images):
    """[n, 1, 28, 28] bytes to [n, 6, 2, 6, 2, 25]: each place of the map by its pooling square."""
    x = images.reshape(-1, 28, 28).astype(np.float32) / 255
    return x[:, ROWS, COLUMNS].reshape(-1, 6, 2, 6, 2, 25).transpose(0, 1, 3, 2, 4, 5).reshape(-1, 36, 4, 25)


class Net:
    def __init__(self, rng):
        self.w = rng.normal(0, np.sqrt(2 / 25), (25, 8)).astype(np.float32)
        self.b = np.zeros(8, np.float32)
        self.v = rng.normal(0, 0.05, (288, 10)).astype(np.float32)
        self.c = np.zeros(10, np.float32)
        self.speed = [np.zeros_like(p) for p in self.all()]

    def all(self):
        return [self.w, self.b, self.v, self.c]

    def below(self, x):
        maps = x @ self.w + self.b
        chosen = maps.argmax(axis=2)
        return chosen, np.maximum(maps.max(axis=2), 0)

    def log_p(self, x):
        z = self.below(x)[1].reshape(len(x), -1) @ self.v + self.c
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def step(self, x, y, rate):
        chosen, pooled = self.below(x)
        flat = pooled.reshape(len(x), -1)
        error = (np.exp(self.log_p(x)) - np.eye(10, dtype=np.float32)[y]) / len(x)
        back = (error @ self.v.T).reshape(pooled.shape) * (pooled > 0)
        picked = np.take_along_axis(x, chosen[..., None], axis=2)
        gradients = [np.einsum("npfk,npf->kf", picked, back), back.sum(axis=(0, 1)), flat.T @ error, error.sum(axis=0)]
        for p, s, g in zip(self.all(), self.speed, gradients):
            s *= 0.9
            s -= rate * g
            p += s

    def loss(self, x, y):
        return float(-self.log_p(x)[np.arange(len(y)), y].mean())


@solves("digits/convnet")
def convnet(training, seed, images):
    x, y = training_set(training)
    x = windows(x)
    n = len(y) - len(y) // 5
    rng = np.random.RandomState(int(seed))
    net = Net(rng)
    losses, accuracies = [net.loss(x[:n], y[:n])], []
    for epoch in range(10):
        order = rng.permutation(n)
        for start in range(0, n, 20):
            some = order[start:start + 20]
            net.step(x[some], y[some], 0.03)
        losses.append(net.loss(x[:n], y[:n]))
        accuracies.append(float(np.sum(net.log_p(x[n:]).argmax(axis=1) == y[n:]) / (len(y) - n)))
    return {
        "predictions": net.log_p(windows(images_of(images))).argmax(axis=1),
        "losses": losses,
        "accuracies": accuracies,
        "parameters": sum(p.size for p in net.all()),
    }
