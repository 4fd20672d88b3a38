"""The four models of training-basics with PyTorch: dense nets, and a LeNet-like one for 2 against 3."""
import assay
import torch
from assay import images_of, solves, training_set
from torch import nn


def pixels(content):
    return torch.as_tensor(content).to(assay.device()).float() / 255


def given(training):
    content, labels = training_set(training)
    return torch.tensor(content), torch.tensor(labels, dtype=torch.long).to(assay.device())


def loss_of(net, x, y):
    net.eval()
    with torch.no_grad():
        return nn.functional.cross_entropy(net(x), y).item()


def train(net, x, y, seed, rate, epochs, patience=None):
    """Descend; return the curves, and leave the best or the last parameters in the net."""
    order = torch.Generator().manual_seed(int(seed))
    n = len(y) - len(y) // 5
    steps = torch.optim.SGD(net.parameters(), lr=rate)
    losses, accuracies, validation = [loss_of(net, x[:n], y[:n])], [], [loss_of(net, x[n:], y[n:])]
    best, kept = 0, {name: value.clone() for name, value in net.state_dict().items()}
    for epoch in range(1, epochs + 1):
        net.train()
        for some in torch.randperm(n, generator=order).split(32):
            some = some.to(x.device)
            steps.zero_grad()
            nn.functional.cross_entropy(net(x[some]), y[some]).backward()
            steps.step()
        losses.append(loss_of(net, x[:n], y[:n]))
        validation.append(loss_of(net, x[n:], y[n:]))
        with torch.no_grad():
            right = (net(x[n:]).argmax(1) == y[n:]).sum().item()
        accuracies.append(right / (len(y) - n))
        if validation[epoch] < validation[best]:
            best, kept = epoch, {name: value.clone() for name, value in net.state_dict().items()}
        if patience and epoch - best >= patience:
            break
    if patience:
        net.load_state_dict(kept)
    return losses, accuracies, validation, best


def made(seed, *layers):
    torch.manual_seed(int(seed))
    return nn.Sequential(*[layer() for layer in layers]).to(assay.device())


def predict(net, x):
    net.eval()
    with torch.no_grad():
        return net(x).argmax(1).tolist()


@solves("digits/softmax")
def softmax(training, seed, images):
    x, y = given(training)
    net = made(seed, nn.Flatten, lambda: nn.Linear(784, 10))
    losses, accuracies, _, _ = train(net, pixels(x), y, seed, 0.3, 15)
    return {"predictions": predict(net, pixels(images_of(images))), "losses": losses, "accuracies": accuracies}


@solves("digits/pooled")
def pooled(training, seed, images):
    x, y = given(training)
    test = pixels(images_of(images))
    net = made(seed, lambda: nn.AvgPool2d(4), nn.Flatten, lambda: nn.Linear(49, 10))
    losses, _, _, _ = train(net, pixels(x), y, seed, 0.8, 30)
    full = made(seed, nn.Flatten, lambda: nn.Linear(784, 10))
    train(full, pixels(x), y, seed, 0.3, 10)
    return {"predictions": predict(net, test), "full-predictions": predict(full, test), "losses": losses}


@solves("digits/dropout")
def dropout(training, seed, images):
    x, y = given(training)
    net = made(seed, nn.Flatten, lambda: nn.Linear(784, 64), nn.ReLU, lambda: nn.Dropout(0.25), lambda: nn.Linear(64, 10))
    losses, _, _, _ = train(net, pixels(x), y, seed, 0.25, 15)
    test = pixels(images_of(images))
    return {"predictions": predict(net, test), "again": predict(net, test), "losses": losses}


@solves("digits/two-three")
def two_three(training, seed, images):
    x, y = given(training)
    net = made(
        seed,
        lambda: nn.Conv2d(1, 4, 5), nn.ReLU, lambda: nn.AvgPool2d(2),
        lambda: nn.Conv2d(4, 8, 5), nn.ReLU, lambda: nn.AvgPool2d(2),
        nn.Flatten, lambda: nn.Linear(128, 2))
    losses, accuracies, validation, best = train(net, pixels(x), y, seed, 0.1, 15, patience=4)
    return {"predictions": predict(net, pixels(images_of(images))), "losses": losses, "accuracies": accuracies,
            "validation-losses": validation, "best": best}
