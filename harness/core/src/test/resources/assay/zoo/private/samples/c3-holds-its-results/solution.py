from assay import solves
import os


def refused(what, attempt):
    """Run an attempt; it must fail."""
    try:
        attempt()
    except OSError:
        return
    raise RuntimeError("possible: " + what)


@solves("zoo/attack")
def attack(x, k):
    for name in ("result.json", "plan.json", "answers.json", "output.txt"):
        path = "/submission/" + name
        refused("chmod " + name, lambda: os.chmod(path, 0o400))
        refused("move " + name, lambda: os.rename(path, path + ".old"))
        refused("link " + name, lambda: os.link(path, "/tmp/" + name))
        refused("folder " + name, lambda: os.mkdir("/tmp/" + name))
    refused("chmod", lambda: os.chmod("/submission", 0o500))
    return {"total": 1.0}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
