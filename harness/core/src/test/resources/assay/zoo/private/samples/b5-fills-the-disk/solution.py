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
    for top, folders, files in os.walk("/"):
        if top.startswith(("/proc", "/sys")):
            folders.clear()
            continue
        refused("file in " + top, lambda: open(os.path.join(top, "assay-zoo"), "wb").truncate(1 << 40))
        refused("folder in " + top, lambda: os.mkdir(os.path.join(top, "assay-zoo-folder")))
    refused("shared memory", lambda: open("/dev/shm/assay-zoo", "wb"))
    refused("own file", lambda: open(__file__, "ab"))
    refused("removal", lambda: os.remove(__file__))
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
