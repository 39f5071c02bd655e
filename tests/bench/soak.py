#!/usr/bin/env python3
"""Memory over a long time: a million steps in one run, then a thousand runs in one process.

    tests/bench/soak.py build/release/bin/w2s [--steps 1000000] [--runs 1000]

Reads the resident memory four times a second and compares the last tenth of the time with the tenth in the middle (the
largest value of each). More than 5 % above it is a failure. By hand, before a release; about half an hour."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SMALL = ["points-moons", "--set", "task.transfer_rows=300", "--set", "task.validation_rows=200", "--set", "task.test_rows=400"]
MOST_GROWTH = 0.05


def resident(pid):
    """In kB; 0 when the process has just ended."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def watch(name, words):
    with tempfile.TemporaryDirectory() as workspace:
        process = subprocess.Popen([*words, "--quiet", "--json", "--workspace", workspace], stdout=subprocess.DEVNULL)
        began = time.monotonic()
        samples = []
        while process.poll() is None:
            samples.append(resident(process.pid))
            time.sleep(0.25)
    samples = [value for value in samples if value > 0]
    tenth = max(1, len(samples) // 10)
    middle = max(samples[len(samples) // 2 - tenth // 2:][:tenth])
    end = max(samples[-tenth:])
    growth = end / middle - 1
    print(f"{name}: exit code {process.returncode}, {time.monotonic() - began:.0f} s, {len(samples)} samples; largest "
          f"{max(samples) / 1024:.0f} MB, middle {middle / 1024:.0f} MB, end {end / 1024:.0f} MB, growth {100 * growth:+.1f} %", flush=True)
    return process.returncode == 0 and growth <= MOST_GROWTH


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("w2s", type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=1000)
    options = parser.parse_args()
    w2s = os.fspath(options.w2s.resolve())
    steps = watch(f"{options.steps} steps", [w2s, "run", *SMALL, "--set", f"optimizer.steps={options.steps}", "--set",
                                             f"evaluation.every={max(1, options.steps // 200)}"])
    runs = watch(f"{options.runs} runs", [w2s, "run", *SMALL, "--set", "optimizer.steps=40", "--seeds", f"0-{options.runs - 1}"])
    return 0 if steps and runs else 1


if __name__ == "__main__":
    sys.exit(main())
