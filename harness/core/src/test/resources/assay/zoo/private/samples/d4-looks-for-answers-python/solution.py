import re

from assay import solves


@solves("zoo/hidden")
def hidden():
    pattern = bytes(reversed(b"-norehdoow"))
    for line in open("/proc/self/maps"):
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        if "r" not in line.split()[1] or "[v" in line:
            continue
        try:
            with open("/proc/self/mem", "rb") as memory:
                memory.seek(start)
                content = memory.read(end - start)
        except (OSError, ValueError):
            continue
        found = re.search(pattern + b"[0-9]-[a-z0-9]{4}", content)
        if found:
            return {"word": found.group().decode()}
    return {"word": "not found"}
