"""Record how unevenly this machine works, for the simulation of timed criteria.

    python3 ci/record-noise.py 2400 > harness/core/src/test/resources/timing/busy.csv

Does the same work of about 10 ms again and again, with a pause of 2 ms as between the turns of a race, and writes for each
time the wall clock and the processor time in microseconds.
"""

import sys
import time


def work(units):
    total = 0.0
    for i in range(units):
        total += (i * 1103515245 + 12345) % 65536 / 65536
    return total


def main(count):
    units = 20000
    start = time.process_time()
    work(units)
    units = max(1000, int(units * 0.01 / max(time.process_time() - start, 1e-6)))
    print("wall,cpu")
    for _ in range(count):
        time.sleep(0.002)
        wall, cpu = time.perf_counter(), time.process_time()
        work(units)
        print("%d,%d" % ((time.perf_counter() - wall) * 1e6, (time.process_time() - cpu) * 1e6))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2400)
