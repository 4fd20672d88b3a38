from assay import solves
import os

def refused(what, attempt):
    """Run an attempt; it must fail."""
    try:
        found = attempt()
    except (OSError, ValueError, PermissionError):
        return
    raise RuntimeError("possible: " + what + " " + repr(found)[:200])


@solves("zoo/attack")
def attack(x, k):
    for name in ("result.json", "/submission/result.json", "/autograder/results/results.json", "TEST-zoo.xml", "../result.json"):
        refused(name, lambda: open(name, "w"))
        refused("link " + name, lambda: os.symlink("/etc/passwd", name))
    for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_TOKEN", "CI", "ASSAY_TOKEN"):
        if name in os.environ:
            raise RuntimeError("possible: " + name)
    return {"total": 1.0}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
