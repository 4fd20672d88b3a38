#!/usr/bin/env python3
"""Train the nets of the experiments with PyTorch on the CPU: reads one job per line and answers as our own worker does.

Called by ci/measure-engine.py, with the number of threads. The images are random, since a step takes as long on these.
"""
import json
import sys
import time

import torch
from torch import nn

TABLE_1 = [(0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5), (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5),
           (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5), (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5)]


class PartialConvolution(nn.Module):
    """A convolution whose planes read what the table says, with no parameter too many (LeCun et al. 1998, table I)."""

    def __init__(self, table, inputs, size):
        super().__init__()
        places = [(out * inputs + plane) * size * size + i
                  for out, planes in enumerate(table) for plane in planes for i in range(size * size)]
        self.register_buffer("places", torch.tensor(places))
        self.shape = (len(table), inputs, size, size)
        self.values = nn.Parameter(torch.empty(len(places)).uniform_(-0.1, 0.1))
        self.bias = nn.Parameter(torch.zeros(len(table)))

    def forward(self, x):
        count = self.shape[0] * self.shape[1] * self.shape[2] * self.shape[3]
        weights = torch.zeros(count).index_copy(0, self.places, self.values).view(self.shape)
        return nn.functional.conv2d(x, weights, self.bias)


def lenet(third):
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), third, nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


def build(settings):
    net = settings["net"]
    if net == "lenet-modern":
        return lenet(nn.Conv2d(6, 16, 5))
    if net == "lenet-original":
        return lenet(PartialConvolution(TABLE_1, 6, 5))
    if net == "softmax":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    if net == "mlp":
        drop = settings["dropout"]
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 512), nn.ReLU(), nn.Dropout(drop), nn.Linear(512, 512), nn.ReLU(),
                             nn.Dropout(drop), nn.Linear(512, 10))
    if net == "convnet":
        return nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Dropout(settings["dropout-pooling"]), nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(),
            nn.Dropout(settings["dropout-hidden"]), nn.Linear(128, 10))
    raise ValueError("unknown net " + net)


def updater(parameters, settings):
    name = settings["updater"]
    if name == "nesterov":
        return torch.optim.SGD(parameters, settings["rate"], momentum=settings["momentum"], nesterov=True)
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, settings["rate"])
    if name == "adadelta":
        return torch.optim.Adadelta(parameters, 1.0, rho=0.95, eps=1e-6)
    return torch.optim.SGD(parameters, settings["rate"])


def fit(settings):
    """Train one epoch in a random order, as Fit does: batches from bytes, a step, the loss as a number."""
    images = torch.randint(0, 256, (settings["train"], 1, 28, 28), dtype=torch.uint8)
    labels = torch.randint(0, 10, (settings["train"],))
    net = build(settings)
    update = updater(net.parameters(), settings)
    loss = nn.CrossEntropyLoss()
    total = 0.0
    start = time.perf_counter()
    order = torch.randperm(len(labels))
    for rows in order.split(settings["batch"]):
        update.zero_grad()
        value = loss(net(images[rows].float() / 255), labels[rows])
        value.backward()
        update.step()
        total += value.item()
    return time.perf_counter() - start, net


def logistic(settings):
    """Train logistic regression on one image per step, drawn with replacement."""
    images = torch.randint(0, 256, (2000, 784)).float()
    labels = torch.randint(0, 2, (2000, 1)).float()
    net = nn.Linear(784, 1)
    update = torch.optim.SGD(net.parameters(), settings["rate"])
    loss = nn.BCEWithLogitsLoss()
    total = 0.0
    start = time.perf_counter()
    for row in torch.randint(0, 2000, (settings["steps"],)).tolist():
        update.zero_grad()
        value = loss(net(images[row]), labels[row])
        value.backward()
        update.step()
        total += value.item()
    return time.perf_counter() - start, net


def blas():
    """Return the library that multiplies matrices; the reference one would make the comparison worthless."""
    torch.rand(64, 64) @ torch.rand(64, 64)
    if "USE_MKL=ON" in torch.__config__.show():
        return "MKL"
    with open("/proc/self/maps") as maps:
        found = {line.split()[-1].rsplit("/", 1)[-1] for line in maps if "blas" in line}
    fast = sorted(name for name in found if "openblas" in name)
    if not fast:
        sys.exit("measure-torch: this PyTorch multiplies matrices with %s, thirty times slower than it can;\n"
                 "  apt-get install libopenblas0-pthread"
                 % (", ".join(sorted(found)) or "no library that is known"))
    return fast[0]


def main():
    threads = int(sys.argv[1])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    facts = {"torch": torch.__version__, "torch.blas": blas(), "torch.threads": str(torch.get_num_threads())}
    for line in sys.stdin:
        job = json.loads(line)
        seconds, net = (logistic if job["experiment"] == "mse-vs-kl" else fit)(job["settings"])
        parameters = sum(one.numel() for one in net.parameters())
        print(json.dumps(dict(type="result", metrics=dict(seconds=seconds), counts=dict(parameters=parameters), provenance=facts)), flush=True)


main()
