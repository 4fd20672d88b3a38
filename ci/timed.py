"""Run a command and add a line "<wall> <CPU>" in seconds to a file: timed.py TIMES OUTPUT COMMAND...

The CPU time is that of all processes that came of the command. A sandbox is killed from outside, so its processes are
orphans in the end, whose time the shell's own `time` does not see; here this process adopts them (prctl(2),
PR_SET_CHILD_SUBREAPER) and waits for them. The exit status is the command's.
"""

import ctypes
import os
import resource
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36


def main(times, output, command):
    if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit("cannot adopt orphans here")
    with open(output, "wb") as out:
        began = time.perf_counter()
        status = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT).returncode
        wall = time.perf_counter() - began
    try:
        while True:
            os.wait()
    except ChildProcessError:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(times, "a", encoding="ascii") as file:
        print(f"{wall:.3f} {used.ru_utime + used.ru_stime:.3f}", file=file)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
