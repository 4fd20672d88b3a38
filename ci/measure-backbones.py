#!/usr/bin/env python3
"""Run the five backbones of torchvision forward on the CPU: our graphs on DL4J beside PyTorch, with the same drawn weights.

Build first:  mvn -B -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package
Then:         /usr/bin/python3 ci/measure-backbones.py [--rounds 3] [--only vgg16,resnet18] [--batch 4] [--out FOLDER/NAME]

PyTorch draws the weights from a seed, as torchvision does where none are given; the running statistics of batch normalisation
are those of eight drawn images, so that answers stay near 1. They are written as a state dict (.pth), which our reader reads, as
it would read the published one. Both engines answer for the same images; the exit code is 1 where ours is further than 1e-4
from PyTorch in double precision. Each pass is one batch; engines take turns, every one in a process of its own, whose peak of
resident memory is told. Needs torch and torchvision (Debian: python3-torch, python3-torchvision, libopenblas0-pthread).
"""
import argparse
import datetime
import glob
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JARS = os.path.join(HOME, "reference/experiments/target/dist/lib-experiments")
NETS = ["alexnet", "vgg16", "resnet18", "resnet50", "resnet101"]
ENGINES = ["DL4J", "PyTorch"]
AVX512 = {"OPENBLAS_CORETYPE": "SKYLAKEX"} if "avx512f" in open("/proc/cpuinfo").read() else {}
SIDE = 224
BOUND = 1e-4


def net(name):
    import torchvision
    return getattr(torchvision.models, name)()


def draw(name, batch, seed, folder):
    """Write weights, images, and what PyTorch answers in double precision."""
    import torch
    torch.manual_seed(seed)
    model = net(name)
    for part in model.modules():
        if isinstance(part, torch.nn.BatchNorm2d):
            part.momentum = None
            torch.nn.init.uniform_(part.weight, 0.8, 1.2)
            torch.nn.init.uniform_(part.bias, -0.1, 0.1)
    with torch.no_grad():
        model.train()(torch.randn(8, 3, SIDE, SIDE))
        torch.save(model.state_dict(), os.path.join(folder, "weights.pth"))
        images = torch.randn(batch, 3, SIDE, SIDE)
        images.numpy().astype("<f4").tofile(os.path.join(folder, "images"))
        answers = model.double().eval()(images.double())
    print(json.dumps(dict(answers=answers.tolist(), torch=torch.__version__)))


def forward(name, batch, passes, folder):
    """Answer and time with PyTorch in single precision, as our graphs do with DL4J."""
    import numpy
    import torch
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    model = net(name)
    model.load_state_dict(torch.load(os.path.join(folder, "weights.pth")))
    model.eval()
    images = torch.from_numpy(numpy.fromfile(os.path.join(folder, "images"), "<f4")).reshape(batch, 3, SIDE, SIDE)
    times = []
    with torch.no_grad():
        answers = model(images)
        for _ in range(passes):
            start = time.perf_counter()
            model(images)
            times.append(1000 * (time.perf_counter() - start) / batch)
    print(json.dumps(dict(answers=answers.tolist(), milliseconds=times)))


def run(command, environment):
    """Return the last line, which is JSON, and the peak of resident memory in MiB."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("%s ended with %d" % (" ".join(command[-6:]), process.returncode))
    return json.loads(said.splitlines()[-1]), usage.ru_maxrss / 1024


def own(*arguments):
    return [sys.executable, os.path.abspath(__file__)] + [str(one) for one in arguments]


def engine(which, name, options, folder):
    threads = {"OMP_NUM_THREADS": str(options.threads), "OPENBLAS_NUM_THREADS": str(options.threads)}
    if which == "PyTorch":
        return run(own("forward", name, options.batch, options.passes, folder), threads)
    command = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
               "-Dorg.eclipse.deeplearning4j.helpers.disable=false", "-cp", os.path.join(JARS, "*"),
               "assay.experiment.Main", name, os.path.join(folder, "weights.pth"),
               os.path.join(folder, "images"), str(SIDE), str(options.passes)]
    return run(command, {"BACKEND_PRIORITY_CPU": "200", **threads, **AVX512})


def furthest(answers, right):
    return max(abs(a - b) for ours, theirs in zip(answers, right) for a, b in zip(ours, theirs))


def measure(name, options):
    with tempfile.TemporaryDirectory() as folder:
        drawn, _ = run(own("draw", name, options.batch, options.seed, folder), {})
        right = drawn["answers"]
        row = dict(net=name, torch=drawn["torch"], largest=max(abs(one) for line in right for one in line))
        taken = {which: dict(milliseconds=[], mebibytes=[]) for which in ENGINES}
        for turn in range(options.rounds):
            for which in ENGINES[turn % 2:] + ENGINES[:turn % 2]:
                print("%s, round %d of %d: %s" % (name, turn + 1, options.rounds, which), file=sys.stderr, flush=True)
                said, peak = engine(which, name, options, folder)
                taken[which]["milliseconds"].append(round(statistics.median(said["milliseconds"]), 2))
                taken[which]["mebibytes"].append(round(peak))
                taken[which]["difference"] = furthest(said["answers"], right)
                row["parameters"] = int(said.get("parameters", row.get("parameters", 0)))
    return dict(row, taken=taken)


def spread(values, form):
    return "%s (%s-%s)" % tuple(form % value for value in (statistics.median(values), min(values), max(values)))


def cells(row):
    ours, torch = (row["taken"][which] for which in ENGINES)
    ratios = [a / b for a, b in zip(ours["milliseconds"], torch["milliseconds"])]
    return [row["net"], "{:,}".format(row["parameters"]), spread(ours["milliseconds"], "%.0f"),
            spread(torch["milliseconds"], "%.0f"), spread(ratios, "%.2f"), "%d" % max(ours["mebibytes"]),
            "%d" % max(torch["mebibytes"]), "%.1e" % ours["difference"], "%.1e" % torch["difference"], "%.2f" % row["largest"]]


def markdown(report, rows):
    heads = ["net", "parameters", "DL4J, ms per image", "PyTorch, ms per image", "DL4J / PyTorch", "DL4J, peak MiB",
             "PyTorch, peak MiB", "DL4J, furthest from double precision", "PyTorch, furthest", "largest answer"]
    lines = ["# Backbones forward on the CPU", "", "Made by `%s`, %s." % (report["command"], report["date"]), "",
             "%s; %d thread%s each; load %s before, %s after. Where the load is above the number of threads, trust the ratios only."
             % (report["machine"], report["threads"], "" if report["threads"] == 1 else "s", report["before"], report["after"]),
             "", "%s; ND4J 1.0.0-M2.1; PyTorch %s." % (report["java"], report["torch"]), "",
             "Weights are drawn (seed %d), written by PyTorch and read by both. Images are 224 x 224, %d at a time, single precision."
             " Median (range) of %d round%s, each the median of %d passes after one that is not timed; ratios are taken within a round."
             " Memory is the peak of the whole process, reading the weights included." % (
                 report["seed"], report["batch"], report["rounds"], "" if report["rounds"] == 1 else "s", report["passes"]),
             "", "| " + " | ".join(heads) + " |", "|---|" + "---|" * (len(heads) - 1)]
    lines += ["| " + " | ".join(cells(row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def load():
    return " ".join("%.2f" % one for one in os.getloadavg())


def machine():
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    return "%d cores, %s" % (os.cpu_count(), model[0] if model else platform.machine())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=3, help="passes of each round that are timed")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(NETS), help="nets, separated by commas")
    parser.add_argument("--out", default="", metavar="STEM", help="write STEM.md and STEM.json")
    options = parser.parse_args()
    if not glob.glob(JARS + "/*.jar"):
        sys.exit("there is nothing in %s; build it first:\n  mvn -B -Dquick -Dmaven.test.skip=true -pl reference/experiments -am"
                 " package" % JARS)
    java = subprocess.run(["java", "-version"], text=True, stderr=subprocess.PIPE, check=True).stderr.splitlines()[0]
    report = dict(command=("ci/measure-backbones.py " + " ".join(sys.argv[1:])).strip(), date=datetime.date.today().isoformat(),
                  machine=machine(), java=java, before=load(), rounds=options.rounds, passes=options.passes, batch=options.batch,
                  threads=options.threads, seed=options.seed)
    rows = [measure(name, options) for name in options.only.split(",")]
    report.update(after=load(), torch=rows[0]["torch"])
    text = markdown(report, rows)
    print(text)
    if options.out:
        with open(options.out + ".md", "w", encoding="utf-8") as file:
            file.write(text)
        with open(options.out + ".json", "w", encoding="utf-8") as file:
            json.dump(dict(report, rows=rows), file, indent=1)
            file.write("\n")
    far = [row["net"] for row in rows if not row["taken"]["DL4J"]["difference"] <= BOUND * max(1, row["largest"])]
    if far:
        sys.exit("too far from PyTorch: " + ", ".join(far))


if __name__ == "__main__":
    if sys.argv[1:2] == ["draw"]:
        draw(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    elif sys.argv[1:2] == ["forward"]:
        forward(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    else:
        main()
