#!/usr/bin/env python3
"""Grade one large class of honest, wrong and hostile submissions in one process, and see that nothing grows.

    ci/soak.py                  2,000 submissions
    ci/soak.py --count 300      a shorter look
    options: --slots N, --every N (a sample is taken about every N results; 50), --seed N, --csv FILE (all samples)

At each sample: open files, threads and mapped memory of the harness, its heap after a full collection (jcmd), what lies in
its temporary folder, control groups and processes that it started. Prints a table of the first, second and last third
(medians) and says what has grown: the exit code is 1 if the last third lies above the second by more than the noise that is
allowed for, or if anything is left at the end.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import processes
import sampleclass

HOME = pathlib.Path(__file__).resolve().parent.parent

# What may be more in the last third than in the second: noise of a JVM under load, far below one unit for each submission.
ALLOWED = {"open files": 8, "threads": 4, "heap after collection, MiB": 4.0, "resident, MiB": 48.0, "temporary files": 24,
           "control groups": 4, "processes": 8}


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--slots", type=int, default=os.cpu_count())
    parser.add_argument("--every", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--csv", type=pathlib.Path)
    return parser.parse_args()


def heap(pid, jcmd):
    """Return what lives after a full collection, in MiB: the old generation, as the young one fills again at once."""
    subprocess.run([jcmd, str(pid), "GC.run"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    told = subprocess.run([jcmd, str(pid), "GC.heap_info"], capture_output=True, text=True, check=False).stdout
    old = next(line for line in told.splitlines() if "tenured generation" in line)
    return int(old.split("used ")[1].split("K")[0]) / 1024


def groups(pid):
    return sum(1 for group in pathlib.Path("/sys/fs/cgroup").glob(f"**/assay-{pid}-*") if group.is_dir())


def sample(pid, temporary, jcmd):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return {
        "open files": len(os.listdir(f"/proc/{pid}/fd")),
        "threads": next(int(line.split()[1]) for line in status.splitlines() if line.startswith("Threads")),
        "heap after collection, MiB": heap(pid, jcmd),
        "resident, MiB": resident / 1024,
        "temporary files": sum(len(files) for _, _, files in os.walk(temporary)),
        "control groups": groups(pid),
        "processes": len(processes.descendants(pid)),
    }


def main():
    asked = parse()
    work = pathlib.Path(tempfile.mkdtemp(prefix="soak-"))
    work.chmod(0o755)
    temporary = work / "tmp"
    temporary.mkdir()
    sampleclass.make(work / "class", asked.count, asked.seed, hostile=True, python=11, java=50)
    java = os.environ.get("JAVA_HOME") or str(pathlib.Path(shutil.which("java")).resolve().parent.parent)
    jcmd = f"{java}/bin/jcmd"
    environment = dict(os.environ, ASSAY_BUILD="never", ASSAY_OPTS=f"-Djava.io.tmpdir={temporary} -XX:+UsePerfData")
    began = time.monotonic()
    out = work / "out"
    graded = subprocess.Popen(
        [HOME / "assay", "grade", "dnn-basics", work / "class", "-o", out, "-j", str(asked.slots), "--no-cache"],
        env=environment, stdout=open(work / "log.txt", "ab"), stderr=subprocess.STDOUT)
    samples, next_at = [], asked.every
    while graded.poll() is None:
        time.sleep(0.5)
        done = (work / "log.txt").read_text(errors="replace").count("\n[")
        if done >= next_at:
            try:
                samples.append((done, sample(graded.pid, temporary, jcmd)))
            except (OSError, StopIteration, IndexError, ValueError):
                break
            next_at = done + asked.every
    code = graded.wait()
    seconds = time.monotonic() - began
    records = len(list(out.glob("submissions/*/result.json")))
    left = {"temporary files": sum(len(files) for _, _, files in os.walk(temporary)), "control groups": groups(graded.pid)}
    return report(asked, samples, code, seconds, records, left, work)


def report(asked, samples, code, seconds, records, left, work):
    thirds = [samples[i * len(samples) // 3:(i + 1) * len(samples) // 3] for i in range(3)]
    grown = []
    print(f"{asked.count} submissions on {asked.slots} slots in {seconds:.0f} s, {records} records, exit code {code}, "
          f"{len(samples)} samples.\n")
    print("| median of a third of the samples | first | second | last | allowed more |\n|---|---|---|---|---|")
    for name, allowed in ALLOWED.items():
        middle = [statistics.median(one[name] for _, one in third) if third else float("nan") for third in thirds]
        if not middle[2] - middle[1] <= allowed:
            grown.append(name)
        print(f"| {name} | {middle[0]:.1f} | {middle[1]:.1f} | {middle[2]:.1f} | {allowed} |")
    print(f"\nLeft at the end: {left['temporary files']} temporary files, {left['control groups']} control groups.")
    if asked.csv:
        names = list(ALLOWED)
        rows = [",".join(["done", *names])] + [",".join([str(done), *(f"{one[n]:.1f}" for n in names)]) for done, one in samples]
        asked.csv.write_text("\n".join(rows) + "\n")
    failures = [f"{name} has grown" for name in grown] + [f"{name} are left" for name, n in left.items() if n]
    failures += [f"{asked.count - records} records are missing"] * (records != asked.count)
    failures += [f"the exit code is {code}"] * (code != 2)
    for failure in failures:
        print(f"soak: {failure}", file=sys.stderr)
    if failures:
        print(f"soak: everything is kept in {work}", file=sys.stderr)
        return 1
    shutil.rmtree(work)
    return 0


sys.exit(main())
