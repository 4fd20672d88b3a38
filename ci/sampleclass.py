"""Make a class of many small submissions, the same for the same seed: used by kill-trials.py, clock-trials.py and soak.py.

Most are answers.yaml, because what is tried is the harness and not the time that a JVM needs; some are Python, some Java.
With hostile ones among them every fourteenth submission misbehaves in one of the ways below.
"""
import io
import json
import random
import tarfile
import zipfile

ANSWERS = """assignment: dnn-basics
answers:
  bce/convexity:
    minimum-exists: {truth}
    zero-is-smallest: false
    stationary-is-global: true
  triangle/network:
    hardlim-at-zero: 1
    hidden: [[{w}, 1, -1], [0, 1, 0], [1, 0, 0]]
    output-weights: [1, 1, 1]
    output-bias: -2
  graph/partials:
    da: "{k}*sum(2*(yhat - y) * exp(a)/sqrt(b*x) * ln(c*x + d))"
    dm: sum(2*(yhat - y) * sin(n*exp(x)))
  linreg/derivatives:
    dw0: 2/N * sum(w0 + w1*x - y)
    dw1: "{k}/N * sum((w0 + w1*x - y)*x)"
"""

PYTHON = """from assay import solves

print("hello from {name}")


@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
    rests = [w0 + w1 * a - b for a, b in zip(x, y)]
    return {{"dw0": {k} / N * sum(rests), "dw1": 2 / N * sum(r * a for r, a in zip(rests, x))}}
"""

JAVA = """import assay.api.*;

class Solution {{
    @Solves("linreg/derivatives")
    Answers derivatives(Inputs in) {{
        double[] x = in.vector("x"), y = in.vector("y");
        double w0 = in.number("w0"), w1 = in.number("w1"), one = 0, two = 0;
        for (int i = 0; i < x.length; i++) {{
            double rest = w0 + w1 * x[i] - y[i];
            one += rest;
            two += rest * x[i];
        }}
        return Answers.of("dw0", {k} * one / x.length).and("dw1", 2 * two / x.length);
    }}
}}
"""

SOLVE = """from assay import solves
import os, signal, sys, threading, time

@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
"""

HOSTILE = {
    "kills-itself": SOLVE + "    os.kill(os.getpid(), signal.SIGKILL)\n",
    "exits": SOLVE + "    os._exit(0)\n",
    "floods": SOLVE + "    print('x' * 5_000_000)\n    return {'dw0': 0.0, 'dw1': 0.0}\n",
    "hoards": SOLVE + "    return {'dw0': len(bytearray(4 << 30)) * 1.0, 'dw1': 0.0}\n",
    "forks": SOLVE + "    for i in range(500):\n        if os.fork() == 0:\n            time.sleep(100)\n"
                     "    return {'dw0': 0.0, 'dw1': 0.0}\n",
    "threads": SOLVE + "    for i in range(500):\n        threading.Thread(target=time.sleep, args=(100,), daemon=True).start()\n"
                       "    return {'dw0': 0.0, 'dw1': 0.0}\n",
    "opens": SOLVE + "    kept = []\n    try:\n        while True:\n            kept.append(os.open('/dev/null', 0))\n"
                     "    except OSError:\n        pass\n    return {'dw0': 0.0, 'dw1': 0.0}\n",
    "closes": SOLVE + "    for fd in range(64):\n        try:\n            os.close(fd)\n        except OSError:\n            pass\n"
                      "    time.sleep(1)\n",
    "forges": SOLVE + "    os.write(1, b'{\"id\": \"0\", \"answers\": {}}\\n')\n    return {'dw0': 0.0, 'dw1': 0.0}\n",
    "does-not-parse": "def (:\n",
}


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("answers.yaml", b"0" * (80 << 20))
    return packed.getvalue()


def climbing():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        info = tarfile.TarInfo("../../escaped.txt")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    return packed.getvalue()


def make(folder, count, seed=1, hostile=False, python=8, java=25):
    """Write COUNT submissions below FOLDER; every python-th is Python, every java-th Java."""
    drawn = random.Random(seed)
    folder.mkdir(parents=True)
    misbehaviours = sorted(HOSTILE)
    made_bomb = bomb() if hostile else b""
    for i in range(count):
        name = f"student-{i:04d}"
        k = drawn.choice(["2", "1", "2", "-2"])
        if hostile and i % 14 == 13:
            which = i // 14 % (len(misbehaviours) + 3)
            if which == len(misbehaviours):
                (folder / f"{name}.zip").write_bytes(made_bomb)
            elif which == len(misbehaviours) + 1:
                (folder / f"{name}.tar.gz").write_bytes(climbing())
            elif which == len(misbehaviours) + 2:
                (folder / f"{name}.zip").write_bytes(b"PK\3\4 no archive")
            else:
                (folder / name).mkdir()
                (folder / name / "solution.py").write_text(HOSTILE[misbehaviours[which]])
            continue
        (folder / name).mkdir()
        if i % java == 5:
            (folder / name / "Solution.java").write_text(JAVA.format(k=k))
        elif i % python == 3:
            (folder / name / "solution.py").write_text(PYTHON.format(k=k, name=name))
        else:
            text = ANSWERS.format(k=k, truth=drawn.choice(["true", "false"]), w=drawn.choice(["-1", "1"]))
            (folder / name / "answers.yaml").write_text(text if i % 31 else text + "  broken: [1,\n")


def contents(out):
    """Return what must be the same: the bytes of the stages, the record without what is observed, else only the name."""
    found = {}
    for file in out.rglob("*"):
        name = str(file.relative_to(out))
        if file.is_dir() or file.name == ".assay-lock":
            continue
        if file.name == "result.json":
            record = json.loads(file.read_text())
            del record["observed"]
            found[name] = json.dumps(record)
        else:
            same = file.name in ("plan.json", "answers.json", "output.txt", "scores.csv", "class.json", "junit.xml")
            found[name] = file.read_bytes() if same else b""
    return found
