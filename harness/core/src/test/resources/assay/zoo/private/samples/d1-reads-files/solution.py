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
    for name in ("/etc/passwd", "/etc/shadow", "/root/.ssh/id_rsa", "/home", "/opt", "/run", "/sys", "/var", "/dev/mem",
                 "/dev/sda", "/proc/kcore", "/proc/1/environ", "/proc/1/mem", "/proc/1/root", "/proc/1/cwd"):
        refused(name, lambda: os.listdir(name) if os.path.isdir(name) else open(name, "rb").read(1))
    for top, folders, files in os.walk("/"):
        folders[:] = [one for one in folders if os.path.join(top, one) not in ("/proc", "/usr")]
        for name in files:
            if name in ("grading.yaml", "plan.json", "expect.yaml", "canary") and not top.startswith("/submission"):
                raise RuntimeError("possible: " + os.path.join(top, name))
    extra = set(os.environ) - {"ASSAY_DEVICE", "HOME", "LANG",
                               "LC_CTYPE", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH", "PWD", "TZ"}
    if extra:
        raise RuntimeError("possible: " + " ".join(sorted(extra)))
    refused("how the machine was started", lambda: open("/proc/cmdline").read() or os.listdir("/none"))
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
