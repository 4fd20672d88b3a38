#!/usr/bin/env python3
"""Compute with PyTorch what the backbones must answer, for the tests of assay.experiment.backbone.

    python3 ci/backbone-outputs.py DATA reference/experiments/src/test/resources/backbone
    python3 ci/backbone-outputs.py --weights harness/data/src/test/resources/weights

The first writes answers.csv (net, image, place, value; in double precision) and arrays.csv (net, count and SHA-256 over
"name shape" of all arrays, as torchvision has them). DATA is a data folder with weights/cifar10_resnet. The second writes
small files in the formats of PyTorch. Needs torch and torchvision; the committed files are of torch 1.13.0a0 and
torchvision 0.14.1 of Debian 12.
"""

import binascii
import glob
import hashlib
import os
import sys

import numpy
import torch
import torchvision

CIFAR = {"cifar-resnet20": "resnet20", "cifar-resnet32": "resnet32", "cifar-resnet44": "resnet44",
         "cifar-resnet56": "resnet56"}
TORCHVISION = ["alexnet", "vgg16", "resnet18", "resnet50", "resnet101"]
MEAN = numpy.array([0.485, 0.456, 0.406])[:, None, None]
DEVIATION = numpy.array([0.229, 0.224, 0.225])[:, None, None]


def image(number, side):
    """Pixels by a formula, normalised as the weights expect it."""
    channel, row, column = numpy.meshgrid(numpy.arange(3), numpy.arange(side), numpy.arange(side), indexing="ij")
    pixels = (29 * number + 71 * channel + 13 * row + 7 * column + row * column) % 256
    return (pixels / 255.0 - MEAN) / DEVIATION


class Shortcut(torch.nn.Module):
    """Option A of He et al. 2015."""

    def __init__(self, planes):
        super().__init__()
        self.more = planes // 4

    def forward(self, x):
        return torch.nn.functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.more, self.more))


class Block(torch.nn.Module):
    def __init__(self, before, planes):
        super().__init__()
        stride = 1 if before == planes else 2
        self.conv1 = torch.nn.Conv2d(before, planes, 3, stride, 1, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(planes)
        self.conv2 = torch.nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = torch.nn.BatchNorm2d(planes)
        self.shortcut = torch.nn.Identity() if stride == 1 else Shortcut(planes)

    def forward(self, x):
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + self.shortcut(x))


class CifarResNet(torch.nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(16)
        blocks = (depth - 2) // 6
        for stage, (before, planes) in enumerate([(16, 16), (16, 32), (32, 64)], 1):
            parts = [Block(before if i == 0 else planes, planes) for i in range(blocks)]
            setattr(self, f"layer{stage}", torch.nn.Sequential(*parts))
        self.linear = torch.nn.Linear(64, 10)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.linear(x.mean((2, 3)))


def drawn(name, shape):
    """Weights by a formula; the test draws the same ones."""
    h = numpy.arange(int(numpy.prod(shape)), dtype=numpy.uint32) + numpy.uint32(binascii.crc32(name.encode()))
    h = h * numpy.uint32(0x9E3779B1)
    h = h ^ (h >> numpy.uint32(15))
    h = h * numpy.uint32(0x85EBCA77)
    h = h ^ (h >> numpy.uint32(13))
    u = (h.astype(numpy.float64) / 2.0**32 - 0.5).reshape(shape)
    if len(shape) > 1:
        value = u * numpy.sqrt(24.0 / numpy.prod(shape[1:]))
    elif name.endswith(("running_mean", "bias")):
        value = 0.2 * u
    else:
        value = 1 + 0.4 * u
    return torch.from_numpy(value.astype(numpy.float32).astype(numpy.float64))


def answers(rows, net, model, side):
    model.double().eval()
    with torch.no_grad():
        for number in range(2):
            out = model(torch.from_numpy(image(number, side))[None])[0]
            for place, value in enumerate(out.tolist()[:10]):
                rows.append(f"{net},{number},{place},{value!r}")


def load(model, state):
    """Load all arrays; older files do not count batches, which nothing is computed with."""
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all(name.endswith("num_batches_tracked") for name in missing)


def tables(data, target):
    rows = ["net,image,place,value"]
    for net, published in CIFAR.items():
        path, = glob.glob(os.path.join(data, "weights", "cifar10_resnet", published + "-*.th"))
        model = CifarResNet(int(published[6:]))
        state = torch.load(path, map_location="cpu")["state_dict"]
        load(model, {key[len("module."):]: value for key, value in state.items()})
        answers(rows, net, model, 32)
    for net in ["resnet18", "resnet50"]:
        model = getattr(torchvision.models, net)(num_classes=10).double()
        state = {key: drawn(key, tuple(value.shape)) for key, value in model.state_dict().items()
                 if not key.endswith("num_batches_tracked")}
        load(model, state)
        answers(rows, net, model, 64)
    write(target, "answers.csv", rows)
    rows = ["net,arrays,sha256"]
    for net in TORCHVISION:
        names = [key + " " + str(list(value.shape)) + "\n"
                 for key, value in getattr(torchvision.models, net)().state_dict().items()
                 if not key.endswith("num_batches_tracked")]
        rows.append(f"{net},{len(names)},{hashlib.sha256(''.join(sorted(names)).encode()).hexdigest()}")
    write(target, "arrays.csv", rows)


def write(target, name, rows):
    os.makedirs(target, exist_ok=True)
    with open(os.path.join(target, name), "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(rows) + "\n")


def samples(target):
    """The numbers 0 ... 5 as a matrix in every type, turned, as a part of a longer storage, and as a parameter."""
    os.makedirs(target, exist_ok=True)
    numbers = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    state = torch.nn.Module().state_dict()
    state["plain"] = numbers
    state["turned"] = numbers.t()
    state["part"] = torch.arange(12, dtype=torch.float32)[4:10:2]
    state["half"] = numbers.half() / 4
    state["bfloat16"] = numbers.bfloat16() / 4
    state["double"] = numbers.double() / 3
    state["counter"] = torch.tensor(7)
    state["flags"] = numbers > 2
    state["parameter"] = torch.nn.Parameter(numbers[0])
    state["empty"] = torch.zeros(0, 3)
    torch.save(state, os.path.join(target, "zip.pth"))
    torch.save(state, os.path.join(target, "legacy.pth"), _use_new_zipfile_serialization=False)
    torch.save(state, os.path.join(target, "protocol4.pth"), pickle_protocol=4)
    torch.save({"state_dict": state, "epoch": 3, "note": "by a test"}, os.path.join(target, "checkpoint.pth"))
    torch.save(torch.nn.Linear(2, 2), os.path.join(target, "whole-net.pth"))
    torch.jit.script(torch.nn.Linear(2, 2)).save(os.path.join(target, "script.pt"))


if __name__ == "__main__":
    if sys.argv[1] == "--weights":
        samples(sys.argv[2])
    else:
        tables(sys.argv[1], sys.argv[2])
