#!/usr/bin/env python3
"""Kill the grading of a class at random moments, go on with --resume, and compare with an undisturbed run.

    ci/kill-trials.py                         50 kills of a class of 200
    ci/kill-trials.py --kills 3 --count 12    a short look
    options: --seed N, --longest SECONDS (a kill comes 0.2 s to this long after the start; 8), --slots N

A kill is SIGKILL to the harness alone, to its process group, or to it and all its descendants, in turns. A class that is
finished is compared (result.json without "observed", plan, answers, output, the grade book, the names of all files), what
is left on the machine is counted (processes, temporary folders, control groups), and a new one is begun until all kills
are done. Every other class keeps runs in a cache of its own, so that a kill may meet the cache too. Prints a table; the
exit code is 1 if a single byte differs or anything is left.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import processes
import sampleclass

HOME = pathlib.Path(__file__).resolve().parent.parent
KINDS = ["harness", "group", "tree"]


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=8.0)
    parser.add_argument("--command", default=str(HOME / "assay"), help="what runs Assay, one word a line")
    parser.add_argument("--slots", type=int, default=os.cpu_count())
    return parser.parse_args()


class Trials:
    def __init__(self, asked, work):
        self.asked, self.work = asked, work
        self.command = asked.command.split("\n")
        self.drawn = random.Random(asked.seed)
        self.pids, self.kills, self.differences, self.left = [], [], [], []
        self.temporary = work / "tmp"
        self.temporary.mkdir()

    def start(self, out, cache, extra):
        temporary = f"-Djava.io.tmpdir={self.temporary}"
        environment = dict(os.environ, XDG_CACHE_HOME=str(cache), ASSAY_BUILD="never", JDK_JAVA_OPTIONS=temporary)
        child = subprocess.Popen(
            [*self.command, "grade", "dnn-basics", self.work / "class", "-o", out, "-j", str(self.asked.slots), *extra],
            env=environment, start_new_session=True, stdout=open(self.work / "log.txt", "ab"), stderr=subprocess.STDOUT)
        self.pids.append(child.pid)
        return child

    def undisturbed(self):
        began = time.monotonic()
        code = self.start(self.work / "undisturbed", self.work / "cache-0", ["--no-cache"]).wait()
        assert code in (0, 1, 2), f"the undisturbed run ended with {code}; see {self.work}/log.txt"
        return time.monotonic() - began

    def one_class(self, number):
        """Grade one class with kills until it is finished."""
        out = self.work / f"out-{number}"
        cached = number % 2 == 1
        cache = self.work / (f"cache-{number}" if cached else "cache-0")
        extra = ["--resume"] if cached else ["--resume", "--no-cache"]
        while True:
            child = self.start(out, cache, extra)
            if len(self.kills) >= self.asked.kills:
                code = child.wait()
                break
            delay = self.drawn.uniform(0.2, self.asked.longest)
            try:
                code = child.wait(delay)
                break
            except subprocess.TimeoutExpired:
                kind = KINDS[len(self.kills) % len(KINDS)]
                self.kill(child, kind)
                done = len(list(out.glob("submissions/*/result.json")))
                self.kills.append((number, kind, delay, done))
        if code not in (0, 1, 2):
            self.differences.append(f"class {number}: the last run ended with {code}")
        self.compare(out, number)
        self.count_left(number)
        shutil.rmtree(out)

    def kill(self, child, kind):
        tree = processes.descendants(child.pid) if kind == "tree" else []
        if kind == "group":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
        for pid in tree:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        child.wait()

    def compare(self, out, number):
        first, second = sampleclass.contents(self.work / "undisturbed"), sampleclass.contents(out)
        for name in sorted(first.keys() | second.keys()):
            if first.get(name) != second.get(name):
                how = "is missing" if name not in second else "is too much" if name not in first else "differs"
                self.differences.append(f"class {number}: {name} {how}")

    def count_left(self, number):
        own = {str(pid) for pid in self.pids}
        for folder in self.temporary.iterdir():
            self.left.append(f"class {number}: the folder {folder}")
        for command in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                text = command.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(self.temporary) in text:
                self.left.append(f"class {number}: the process {command.parent.name}: {text[:200]}")
        for group in pathlib.Path("/sys/fs/cgroup").glob("**/assay-*-*"):
            if group.is_dir() and group.name.split("-")[1] in own:
                self.left.append(f"class {number}: the control group {group}")


def main():
    asked = parse()
    work = pathlib.Path(tempfile.mkdtemp(prefix="kill-trials-"))
    work.chmod(0o755)
    trials = Trials(asked, work)
    sampleclass.make(work / "class", asked.count, asked.seed)
    seconds = trials.undisturbed()
    print(f"kill-trials: undisturbed {seconds:.1f} s", file=sys.stderr)
    classes = 0
    while len(trials.kills) < asked.kills:
        classes += 1
        trials.one_class(classes)
        print(f"kill-trials: class {classes} finished after {len(trials.kills)} kills in all, "
              f"{len(trials.differences)} differences, {len(trials.left)} left behind", file=sys.stderr)
    print("| what | figure |\n|---|---|")
    print(f"| submissions in the class | {asked.count} |")
    print(f"| undisturbed run | {seconds:.1f} s |")
    for kind in KINDS:
        print(f"| kills of the {kind} | {sum(1 for kill in trials.kills if kill[1] == kind)} |")
    done = [kill[3] for kill in trials.kills]
    print(f"| records that were whole when a kill came: least, most | {min(done)}, {max(done)} |")
    print(f"| kills before the first record, between, after the last | {sum(d == 0 for d in done)}, "
          f"{sum(0 < d < asked.count for d in done)}, {sum(d >= asked.count for d in done)} |")
    print(f"| classes finished by --resume | {classes} |")
    print(f"| records compared | {classes * asked.count} |")
    print(f"| files that differ, are missing or too much | {len(trials.differences)} |")
    print(f"| processes, temporary folders, control groups left | {len(trials.left)} |")
    for line in trials.differences[:20] + trials.left[:20]:
        print(f"kill-trials: {line}", file=sys.stderr)
    if trials.differences or trials.left:
        print(f"kill-trials: everything is kept in {work}", file=sys.stderr)
        return 1
    shutil.rmtree(work)
    return 0


sys.exit(main())
