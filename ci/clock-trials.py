#!/usr/bin/env python3
"""Set the clock back and forth while a class is graded, killed and resumed, and compare with an undisturbed run.

    ci/clock-trials.py                        a class of 40, jumps every two seconds
    options: --count N, --every SECONDS, --seed N, --no-endless

The clock of the machine stays as it is: a small library (needs a C compiler) lies to Assay about the date, by up to ten
years in both directions, and leaves alone the clock that never jumps. One class is graded at one go; one is killed in the
middle and finished with --resume, with the runs of both in one cache. Compared is what kill-trials.py compares. One
submission never ends, so that a limit of time is met too, which takes ten seconds a run; --no-endless leaves it out.
Prints a table; the exit code is 1 if anything differs.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import sampleclass

HOME = pathlib.Path(__file__).resolve().parent.parent
DAY = 86400
JUMPS = [0, 365 * DAY, -DAY, 40 * DAY, -3650 * DAY, 3600, 3650 * DAY, -40 * DAY]
LIBRARY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static const long jumps[] = {JUMPS};

static int real(clockid_t clock, struct timespec *told) {
  static int (*next)(clockid_t, struct timespec *);
  if (!next) next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  return next(clock, told);
}

static long shift(void) {
  struct timespec now;
  real(CLOCK_MONOTONIC, &now);
  return jumps[now.tv_sec / EVERY % (sizeof jumps / sizeof *jumps)];
}

int clock_gettime(clockid_t clock, struct timespec *told) {
  int code = real(clock, told);
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) told->tv_sec += shift();
  return code;
}

int gettimeofday(struct timeval *restrict told, void *restrict zone) {
  struct timespec now;
  (void)zone;
  int code = clock_gettime(CLOCK_REALTIME, &now);
  told->tv_sec = now.tv_sec;
  told->tv_usec = now.tv_nsec / 1000;
  return code;
}

time_t time(time_t *told) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (told) *told = now.tv_sec;
  return now.tv_sec;
}
"""
ENDLESS = """from assay import solves

@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
    while True:
        pass
"""


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--every", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-endless", action="store_true")
    parser.add_argument("--command", default=str(HOME / "assay"), help="what runs Assay, one word a line")
    return parser.parse_args()


class Trials:
    def __init__(self, asked, work):
        self.work, self.command = work, asked.command.split("\n")
        source = LIBRARY.replace("JUMPS", ", ".join(map(str, JUMPS))).replace("EVERY", str(asked.every))
        (work / "clock.c").write_text(source)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", work / "clock.so", work / "clock.c", "-ldl"], check=True)
        sampleclass.make(work / "class", asked.count, asked.seed)
        if not asked.no_endless:
            (work / "class" / "endless").mkdir()
            (work / "class" / "endless" / "solution.py").write_text(ENDLESS)

    def start(self, out, *extra, jumps=True):
        environment = dict(os.environ, XDG_CACHE_HOME=str(self.work / "cache"), ASSAY_BUILD="never")
        if jumps:
            environment["LD_PRELOAD"] = str(self.work / "clock.so")
        return subprocess.Popen(
            [*self.command, "grade", "dnn-basics", self.work / "class", "-o", self.work / out, *extra],
            env=environment, stdout=open(self.work / "log.txt", "ab"), stderr=subprocess.STDOUT)

    def finish(self, child):
        code = child.wait()
        assert code in (0, 1, 2), f"a run ended with {code}; see {self.work}/log.txt"

    def killed_and_resumed(self):
        child = self.start("resumed")
        records = sum(1 for _ in (self.work / "class").iterdir())
        while child.poll() is None and len(self.records("resumed")) < records / 2:
            time.sleep(0.05)
        child.kill()
        child.wait()
        whole = len(self.records("resumed"))
        self.finish(self.start("resumed", "--resume"))
        return whole

    def records(self, out):
        return list((self.work / out).glob("submissions/*/result.json"))

    def differences(self, out):
        first, second = sampleclass.contents(self.work / "undisturbed"), sampleclass.contents(self.work / out)
        return [f"{out}: {name}" for name in sorted(first.keys() | second.keys()) if first.get(name) != second.get(name)]

    def years(self, out):
        return {json.loads(record.read_text())["observed"]["at"][:4] for record in self.records(out)}


def main():
    asked = parse()
    work = pathlib.Path(tempfile.mkdtemp(prefix="clock-trials-"))
    work.chmod(0o755)
    trials = Trials(asked, work)
    trials.finish(trials.start("undisturbed", "--no-cache", jumps=False))
    began = time.monotonic()
    trials.finish(trials.start("jumping"))
    whole = trials.killed_and_resumed()
    seconds = time.monotonic() - began
    different = trials.differences("jumping") + trials.differences("resumed")
    print("| what | figure |\n|---|---|")
    print(f"| submissions in the class | {len(trials.records('undisturbed'))} |")
    print(f"| jumps of the clock | {int(seconds / asked.every)} |")
    print(f"| years in which records say that they were made | {', '.join(sorted(trials.years('jumping') | trials.years('resumed')))} |")
    print(f"| records that were whole when the kill came | {whole} |")
    print(f"| files that differ, are missing or too much | {len(different)} |")
    for line in different[:20]:
        print(f"clock-trials: {line}", file=sys.stderr)
    if different:
        print(f"clock-trials: everything is kept in {work}", file=sys.stderr)
        return 1
    shutil.rmtree(work)
    return 0


sys.exit(main())
