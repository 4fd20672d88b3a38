#!/usr/bin/env python3
"""Measure milliseconds of processor time per training step: ND4J as shipped against the worker as worker.yaml starts it.

Build first:  mvn -B -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package
Then:         ci/measure-engine.py [rounds]

Each configuration trains with few and with many images; the difference is free of start-up. Configurations take turns, so
that a slow hour of the machine hits all of them. Processor time and not the clock, because the machine may be shared.
"""
import glob
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JARS = os.path.join(HOME, "reference/experiments/target/dist/lib-experiments")
VERSION = "1.0.0-M2.1"
PLAIN = "org.nd4j:nd4j-native:%s:jar:linux-x86_64" % VERSION
BASE = {"BACKEND_PRIORITY_CPU": "200", "OMP_NUM_THREADS": "1"}
AVX512 = {"OPENBLAS_CORETYPE": "SKYLAKEX"} if "avx512f" in open("/proc/cpuinfo").read() else {}
HELPERS = ["-Dorg.eclipse.deeplearning4j.helpers.disable=false"]
# name: natives, JVM options, environment
CONFIGURATIONS = {
    "as shipped": ("linux-x86_64", [], BASE),
    "oneDNN natives alone": ("linux-x86_64-onednn", [], BASE),
    "with the layers woken": ("linux-x86_64-onednn", HELPERS, BASE),
    "and the core type told": ("linux-x86_64-onednn", HELPERS, {**BASE, **AVX512}),
}
# name: experiment, settings, few steps, many steps
NETS = {
    "LeNet-5 modern, batch 100": ("lenet", dict(net="lenet-modern", updater="nesterov", rate=0.05, momentum=0.9, batch=100), 20, 80),
    "LeNet-5 original, batch 100": ("lenet", dict(net="lenet-original", updater="nesterov", rate=0.05, momentum=0.9, batch=100), 20, 80),
    "dense net 512-512, batch 128": ("mnist-models", {"net": "mlp", "updater": "rmsprop", "rate": 0.001, "dropout": 0.2, "batch": 128}, 20, 80),
    "convolutional net, batch 128": ("mnist-models", {"net": "convnet", "updater": "adadelta", "dropout-pooling": 0.25, "dropout-hidden": 0.5, "batch": 128}, 4, 12),
}


def class_path(natives):
    jars = sorted(glob.glob(JARS + "/*.jar"))
    if natives == "linux-x86_64-onednn":
        return jars
    plain = os.path.expanduser("~/.m2/repository/org/nd4j/nd4j-native/%s/nd4j-native-%s-linux-x86_64.jar" % (VERSION, VERSION))
    if not os.path.exists(plain):
        subprocess.run(["mvn", "-B", "-q", "dependency:get", "-Dtransitive=false", "-Dartifact=" + PLAIN], cwd=HOME, check=True)
    return [plain if "linux-x86_64-onednn" in jar else jar for jar in jars]


def seconds(configuration, net, steps, cache):
    natives, options, environment = configuration
    experiment, settings, _, _ = net
    job = dict(experiment=experiment, variant="measured", seed=1, data=dict(name="digits", home=cache),
               settings=dict(settings, epochs=1, train=steps * settings["batch"], test=10))
    command = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
               "-Dorg.bytedeco.javacpp.cachedir=" + os.path.join(cache, natives)] + options
    command += ["-cp", os.pathsep.join(class_path(natives)), "assay.experiment.Main"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, input=json.dumps(job) + "\n", env={**os.environ, **environment}, check=True,
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    last = json.loads(done.stdout.splitlines()[-1])
    if last["type"] != "result":
        sys.exit("%s: %s" % (experiment, last["message"]))
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as cache:
        print("| milliseconds per step, median (range) of %d | %s |" % (rounds, " | ".join(CONFIGURATIONS)))
        print("|---|" + "---|" * len(CONFIGURATIONS))
        for name, net in NETS.items():
            few, many = net[2], net[3]
            taken = {one: [] for one in CONFIGURATIONS}
            for turn in range(rounds):
                names = list(CONFIGURATIONS)
                # Another one begins each round: what runs after the slowest must not always be the same.
                for one in names[turn % len(names):] + names[:turn % len(names)]:
                    configuration = CONFIGURATIONS[one]
                    more = seconds(configuration, net, many, cache) - seconds(configuration, net, few, cache)
                    taken[one].append(1000 * more / (many - few))
            cells = ["%.1f (%.1f-%.1f)" % (statistics.median(t), min(t), max(t)) for t in taken.values()]
            print("| %s | %s |" % (name, " | ".join(cells)), flush=True)


main()
