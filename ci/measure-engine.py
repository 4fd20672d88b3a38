#!/usr/bin/env python3
"""Measure a training step of the nets of the experiments: our engine, ND4J as shipped, and PyTorch, in turns.

Build first:  mvn -B -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package
Then:         ci/measure-engine.py [--rounds 3] [--minutes 12] [--only lenet,mlp] [--torch /usr/bin/python3] [--out FOLDER/NAME]

Every job is run with few and with many steps, each in a process of its own, and the difference is divided by the steps: it is
free of start-up. Configurations take turns and another one begins each round, so that a slow minute of the machine hits
all of them; ratios are taken within a round. Beside the clock stands processor time (user and system, all threads of the
process), which other work on the machine disturbs less. With --out a Markdown and a JSON file are written. What is
measured against PyTorch is described in ci/measure-torch.sh, which calls this.
"""
import argparse
import datetime
import glob
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JARS = os.path.join(HOME, "reference/experiments/target/dist/lib-experiments")
VERSION = "1.0.0-M2.1"
QUIET = 0.2  # processors that other work may take
PLAIN = "org.nd4j:nd4j-native:%s:jar:linux-x86_64" % VERSION
AVX512 = {"OPENBLAS_CORETYPE": "SKYLAKEX"} if "avx512f" in open("/proc/cpuinfo").read() else {}
HELPERS = ["-Dorg.eclipse.deeplearning4j.helpers.disable=false"]
# name: natives, JVM options, environment
ENGINES = {
    "as shipped": ("linux-x86_64", [], {}),
    "oneDNN natives alone": ("linux-x86_64-onednn", [], {}),
    "ours without the core type": ("linux-x86_64-onednn", HELPERS, {}),
    "ours": ("linux-x86_64-onednn", HELPERS, AVX512),
}
SLOW = ("as shipped", "oneDNN natives alone")
TORCH = "PyTorch"
LENET = dict(updater="nesterov", rate=0.05, momentum=0.9, batch=100)
CONVNET = {"net": "convnet", "updater": "adadelta", "dropout-pooling": 0.25, "dropout-hidden": 0.5, "batch": 125}
# short name: title, experiment, settings, (few, many) steps, the same for the slow ones (None: cannot do it)
NETS = {
    "lenet": ("LeNet-5 modern, 61,706 parameters, batch 100", "lenet", dict(LENET, net="lenet-modern"), (20, 100), (5, 20)),
    "lenet-original": ("LeNet-5 with the table of C3, 60,806, batch 100", "lenet", dict(LENET, net="lenet-original"), (20, 100), (5, 20)),
    "mlp": ("dense net 512-512 with dropout, batch 128", "mnist-models",
            dict(net="mlp", updater="rmsprop", rate=0.001, dropout=0.2, batch=128), (40, 240), (40, 240)),
    "convnet": ("convolutional net, Adadelta, batch 125", "mnist-models", CONVNET, (4, 16), (1, 4)),
    "softmax": ("softmax regression 784-10, batch 1", "mnist-models",
                dict(net="softmax", updater="sgd", rate=0.01, batch=1), (1000, 5000), (1000, 5000)),
    "logistic": ("logistic regression 4 against 9, batch 1 (ours: loops in Java)", "mse-vs-kl",
                 dict(loss="kl", low=4, high=9, rate=0.0001), (10000, 40000), None),
}


def class_path(natives):
    jars = sorted(glob.glob(JARS + "/*.jar"))
    if not jars:
        sys.exit("there is nothing in %s; build it first:\n"
                 "  mvn -B -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package" % JARS)
    if natives == "linux-x86_64-onednn":
        return jars
    plain = os.path.expanduser("~/.m2/repository/org/nd4j/nd4j-native/%s/nd4j-native-%s-linux-x86_64.jar" % (VERSION, VERSION))
    if not os.path.exists(plain):
        subprocess.run(["mvn", "-B", "-q", "dependency:get", "-Dtransitive=false", "-Dartifact=" + PLAIN], cwd=HOME, check=True)
    return [plain if "linux-x86_64-onednn" in jar else jar for jar in jars]


class Bench:
    def __init__(self, cache, threads, python):
        self.cache, self.threads, self.python = cache, threads, python
        folder = os.environ.get("ASSAY_DATA", "")
        real = bool(folder) and os.path.isdir(os.path.join(folder, "mnist"))
        self.data = dict(name="mnist" if real else "digits", home=folder if real else cache)

    def names(self):
        return list(ENGINES) + ([TORCH] if self.python else [])

    def command(self, name):
        """Return command and environment of a process that reads a job per line, as the worker of the experiments does."""
        threads = {"OMP_NUM_THREADS": str(self.threads), "OPENBLAS_NUM_THREADS": str(self.threads)}
        if name == TORCH:
            return [self.python, os.path.join(HOME, "ci/measure-torch.py"), str(self.threads)], threads
        natives, options, environment = ENGINES[name]
        command = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                   "-Dorg.bytedeco.javacpp.cachedir=" + os.path.join(self.cache, natives)] + options
        command += ["-cp", os.pathsep.join(class_path(natives)), "assay.experiment.Main"]
        return command, {"BACKEND_PRIORITY_CPU": "200", **threads, **environment}

    def seconds(self, name, net, steps):
        """Train and return the processor time of the process, the time on the clock spent training, and the last message."""
        _, experiment, settings, _, _ = net
        amount = dict(epochs=1, train=steps * settings["batch"]) if "batch" in settings else dict(steps=steps, train=12000)
        job = dict(experiment=experiment, variant="measured", seed=1, data=self.data, settings=dict(settings, **amount, test=100))
        command, environment = self.command(name)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, input=json.dumps(job) + "\n", env={**os.environ, **environment},
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        last = json.loads((done.stdout.splitlines() or ["{}"])[-1])
        if done.returncode != 0 or last.get("type") != "result":
            sys.exit("%s, %s: %s\n%s" % (name, experiment, last.get("message", "no result"), done.stderr[-2000:]))
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, last["metrics"]["seconds"], last

    def step(self, name, net):
        """Return milliseconds per step: of the processor and on the clock; None where the engine has no such model."""
        few, many = (net[4] if name in SLOW else net[3]) or (0, 0)
        if many == 0 or (net[4] is None and name not in ("ours", TORCH)):
            return None
        cpu1, wall1, _ = self.seconds(name, net, few)
        cpu2, wall2, last = self.seconds(name, net, many)
        return dict(cpu=1000 * (cpu2 - cpu1) / (many - few), wall=1000 * (wall2 - wall1) / (many - few),
                    parameters=last["counts"]["parameters"], provenance=last["provenance"])


def spread(values, pattern):
    """Return median and range; a difference of two runs that is not above 0 says only that both took as long."""
    if min(values) <= 0:
        return "too short to tell"
    median = statistics.median(values)
    return "%s (%s-%s)" % tuple(pattern % value for value in (median, min(values), max(values)))


def number(values):
    return spread(values, "%.4f" if statistics.median(values) < 0.1 else "%.2f" if statistics.median(values) < 10 else "%.1f")


def ratio(taken, first, second, what):
    """Return the ratio within each round, or "-"."""
    if not taken.get(first) or not taken.get(second):
        return "-"
    values = [a[what] / b[what] for a, b in zip(taken[first], taken[second])]
    return spread(values, "%.2g" if statistics.median(values) < 0.1 else "%.2f")


def measure(bench, nets, names, rounds, minutes, save):
    """Measure all nets, then all again, while another such round ends in time (0: whatever it takes).

    What is complete is saved each time, so that an end that comes early costs little.
    """
    start = time.monotonic()
    rows = [dict(net=key, title=NETS[key][0], taken={name: [] for name in names}) for key in nets]
    for turn in range(rounds):
        gone = (time.monotonic() - start) / 60
        if turn and minutes and gone + gone / turn > minutes:
            print("round %d would not end within %g minutes, so it is left out" % (turn + 1, minutes), file=sys.stderr)
            break
        for row in rows:
            found = {}
            for name in names[turn % len(names):] + names[:turn % len(names)]:
                print("round %d of %d, %s: %s" % (turn + 1, rounds, row["net"], name), file=sys.stderr, flush=True)
                found[name] = bench.step(name, NETS[row["net"]])
            for name, one in found.items():
                row["taken"][name] += [one] if one else []
            save([row for row in rows if any(row["taken"].values())])
    return rows


def table(rows, names, what):
    yield "| milliseconds per step | %s |" % " | ".join(names)
    yield "|---|" + "---|" * len(names)
    for row in rows:
        cells = [number([one[what] for one in row["taken"][name]]) if row["taken"][name] else "-" for name in names]
        yield "| %s | %s |" % (row["title"], " | ".join(cells))


def ratios(rows, names):
    pairs = [("ours", TORCH), ("as shipped", TORCH), ("as shipped", "ours"), ("ours without the core type", "ours")]
    pairs = [pair for pair in pairs if pair[0] in names and pair[1] in names]
    yield "| ratio | %s |" % " | ".join("%s / %s" % pair for pair in pairs)
    yield "|---|" + "---|" * len(pairs)
    for row in rows:
        for what, title in (("cpu", "processor"), ("wall", "clock")):
            yield "| %s (%d): %s | %s |" % (row["net"], len(row["taken"]["ours"]), title, " | ".join(ratio(row["taken"], *pair, what) for pair in pairs))


def machine():
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    return "%d cores, %s, %s %s" % (os.cpu_count(), model[0] if model else platform.machine(), platform.system(),
                                    ".".join(platform.release().split(".")[:2]))


def versions(rows, java):
    facts = dict(jdk=java, nd4j=VERSION)
    for row in rows:
        for one in row["taken"].get(TORCH, []):
            facts.update(one["provenance"])
    return facts


def few_rounds(rows):
    """Say so where a median is none."""
    fewest = min(len(row["taken"]["ours"]) for row in rows)
    return [] if fewest >= 3 else ["", "Of %s there %s only: a look, and no measurement." % (
        "some nets" if any(len(row["taken"]["ours"]) > fewest for row in rows) else "all nets",
        "was one round" if fewest == 1 else "were two rounds")]


def markdown(report, rows, names):
    text = ["# A training step: our engine, DL4J as shipped, PyTorch", "",
            "Made by `%s`, %s." % (report["command"], report["date"]), "",
            "%s; %d thread%s each. Other work took %.2f of the processors meanwhile.%s" % (
                report["machine"], report["threads"], "" if report["threads"] == 1 else "s", report["others"],
                " That is much: trust ratios and processor time." if report["others"] > QUIET else ""),
            "", "; ".join("%s: %s" % item for item in sorted(report["versions"].items())) + ". Images: %s." % report["data"],
            "", "Median (range) of the rounds, whose number stands behind the net; every number is the difference between a long and"
            " a short run, divided by the steps.",
            *few_rounds(rows), "", "## Ratios", "", "Above 1 the first of the two needs longer. Taken within a round.", ""]
    text += list(ratios(rows, names)) + ["", "## Processor time", ""] + list(table(rows, names, "cpu"))
    text += ["", "## Time on the clock", ""] + list(table(rows, names, "wall")) + [""]
    return "\n".join(text)


def write(stem, report, rows, names, others):
    """Write the Markdown and the JSON file of what was measured so far."""
    report = dict(report, others=others.share(), versions=versions(rows, report["versions"]["jdk"]))
    text = markdown(report, rows, names)
    if stem:
        with open(stem + ".md", "w") as file:
            file.write(text)
        kept = [dict(row, taken={name: [{key: one[key] for key in one if key != "provenance"} for one in of]
                                 for name, of in row["taken"].items()}) for row in rows]
        with open(stem + ".json", "w") as file:
            json.dump(dict(report, rows=kept), file, indent=1)
            file.write("\n")
    return text


class Others:
    """How many processors work that is not ours has taken since the start, on average; Linux only."""

    def __init__(self):
        self.start, self.busy = time.monotonic(), self.ticks()

    @staticmethod
    def ticks():
        with open("/proc/stat") as stat:
            user, nice, system, _, _, irq, soft, steal = (int(one) for one in stat.readline().split()[1:9])
        ours = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK") - ours

    def share(self):
        return round(max(0.0, (self.ticks() - self.busy) / (time.monotonic() - self.start)), 2)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--minutes", type=float, default=0, help="begin no round that would not end by then; 0: all of them")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--only", default=",".join(NETS), help="nets, separated by commas: " + ", ".join(NETS))
    options.add_argument("--engines", default="", help="configurations, separated by commas: " + ", ".join(ENGINES))
    options.add_argument("--torch", default="", metavar="PYTHON", help="a Python that has PyTorch; measured as well")
    options.add_argument("--out", default="", metavar="STEM", help="write STEM.md and STEM.json")
    options.add_argument("--command", default="ci/measure-engine.py " + " ".join(sys.argv[1:]), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    java = subprocess.run(["java", "-version"], text=True, stderr=subprocess.PIPE, check=True).stderr.splitlines()[0]
    with tempfile.TemporaryDirectory() as cache:
        bench = Bench(cache, chosen.threads, chosen.torch)
        wanted = [one for one in chosen.engines.split(",") if one]
        names = [one for one in bench.names() if not wanted or one in wanted or one == TORCH]
        report = dict(command=chosen.command.strip(), date=datetime.date.today().isoformat(), machine=machine(),
                      threads=chosen.threads, data=bench.data["name"],
                      versions=dict(jdk=java))
        others = Others()
        rows = measure(bench, chosen.only.split(","), names, chosen.rounds, chosen.minutes,
                       lambda done: write(chosen.out, report, done, names, others))
        print(write(chosen.out, report, rows, names, others))


if __name__ == "__main__":
    main()
