"""Run the five large backbones forward, at full size, on the CPU and on the GPU; print one JSON object.

    python3 ci/device-backbones.py [--batch N] [--cpu-only]

The nets are those of torchvision by layers and parameters, with random weights: what is measured is time and how far the
devices are apart, not what they recognise. Needs PyTorch alone.
"""
import json
import sys
import time

import torch
from torch import nn

COUNTS = {"alexnet": 61_100_840, "vgg16": 138_357_544, "resnet18": 11_689_512, "resnet50": 25_557_032,
          "resnet101": 44_549_160}


def alexnet():
    return nn.Sequential(
        nn.Conv2d(3, 64, 11, 4, 2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(64, 192, 5, 1, 2), nn.ReLU(),
        nn.MaxPool2d(3, 2), nn.Conv2d(192, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(),
        nn.Conv2d(256, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.AdaptiveAvgPool2d(6), nn.Flatten(),
        nn.Linear(9216, 4096), nn.ReLU(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1000))


def vgg16():
    layers, width = [], 3
    for channels, repeats in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
        for _ in range(repeats):
            layers += [nn.Conv2d(width, channels, 3, 1, 1), nn.ReLU()]
            width = channels
        layers.append(nn.MaxPool2d(2, 2))
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(7), nn.Flatten(), nn.Linear(25088, 4096), nn.ReLU(),
                         nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1000))


class Block(nn.Module):
    """One residual block: two convolutions, or three with a bottleneck."""

    def __init__(self, before, width, stride, bottleneck):
        super().__init__()
        after = 4 * width if bottleneck else width
        shape = [(before, width, 1, 1), (width, width, 3, stride), (width, after, 1, 1)] if bottleneck else \
            [(before, width, 3, stride), (width, width, 3, 1)]
        parts = []
        for inner, outer, size, step in shape:
            parts += [nn.Conv2d(inner, outer, size, step, size // 2, bias=False), nn.BatchNorm2d(outer), nn.ReLU()]
        self.main = nn.Sequential(*parts[:-1])
        self.side = nn.Sequential() if before == after and stride == 1 else nn.Sequential(
            nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))

    def forward(self, x):
        return torch.relu(self.main(x) + self.side(x))


def resnet(repeats, bottleneck):
    layers, before = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)], 64
    for stage, count in enumerate(repeats):
        width = 64 << stage
        for number in range(count):
            layers.append(Block(before, width, 2 if stage and not number else 1, bottleneck))
            before = 4 * width if bottleneck else width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(before, 1000))


NETS = {"alexnet": alexnet, "vgg16": vgg16, "resnet18": lambda: resnet((2, 2, 2, 2), False),
        "resnet50": lambda: resnet((3, 4, 6, 3), True), "resnet101": lambda: resnet((3, 4, 23, 3), True)}


def timed(net, x, repeats):
    """Return the output and the median time of a forward pass in milliseconds, the device's work included."""
    times = []
    with torch.no_grad():
        for number in range(repeats + 2):
            if x.is_cuda:
                torch.cuda.synchronize()
            began = time.perf_counter()
            out = net(x)
            if x.is_cuda:
                torch.cuda.synchronize()
            if number >= 2:
                times.append(1000 * (time.perf_counter() - began))
    return out, sorted(times)[len(times) // 2]


def measured(name, batch, cuda):
    torch.manual_seed(1)
    net = NETS[name]().eval()
    count = sum(parameter.numel() for parameter in net.parameters())
    assert count == COUNTS[name], (name, count)
    x = torch.randn(batch, 3, 224, 224)
    out, cpu = timed(net, x, 3)
    row = {"net": name, "parameters": count, "batch": batch, "cpu_ms": cpu}
    if cuda:
        scale = out.abs().max().item()
        for mode, allowed in (("float32", False), ("tf32", True)):
            torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = allowed
            on_gpu, gpu = timed(net.to("cuda"), x.to("cuda"), 20)
            row["cuda_%s_ms" % mode] = gpu
            row["cuda_%s_apart" % mode] = (on_gpu.cpu() - out).abs().max().item() / scale
        row["cuda_peak_mib"] = torch.cuda.max_memory_allocated() / 2 ** 20
        torch.cuda.reset_peak_memory_stats()
    return row


def main(arguments):
    batch = int(arguments[arguments.index("--batch") + 1]) if "--batch" in arguments else 8
    cuda = torch.cuda.is_available() and "--cpu-only" not in arguments
    said = {"torch": torch.__version__, "cuda": torch.version.cuda, "threads": torch.get_num_threads(),
            "gpu": torch.cuda.get_device_name() if cuda else None,
            "nets": [measured(name, batch, cuda) for name in NETS]}
    print(json.dumps(said, indent=1))


main(sys.argv[1:])
