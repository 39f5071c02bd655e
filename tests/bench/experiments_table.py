#!/usr/bin/env python3
"""Runs the built-in experiments over ten seeds and prints the tables of results.md (Markdown).

    python3 tests/bench/experiments_table.py build/release/bin/w2s [--workspace DIR] [--seeds 0-9] [--presets]

`--presets` leaves out the first table. The common ceiling of the second is that of fashion-demo on the preset's rows.

Each cell is `w2s run ... --json`: PGR of means with its interval over seeds, accuracies as mean +- sd.
"""

import argparse
import json
import os
import subprocess
import sys

PLAIN = ["objective.confidence=none", "objective.confidence_weight={ base = 0.0 }"]


def confidence(kind, weight):
    return [f"objective.confidence={kind}", f"objective.confidence_weight={{ base = {weight}, warmup = 0.2 }}"]


SETTINGS = {
    "P1": ["optimizer.learning_rate=3e-3", "optimizer.steps=400"],
    "P2": ["optimizer.learning_rate=1e-2", "optimizer.steps=1000"],
    "P3": ["optimizer.learning_rate=1e-3", "optimizer.steps=400"],
    "P4": ["optimizer.learning_rate=3e-3", "optimizer.steps=400", "weak.backbone={ name = \"pixels\", size = 7 }",
           "weak.head={ kind = \"tree\", depth = 8 }", "task.weak_rows=300"],
}
COMMON_CEILING = ["common_ceiling.train=true", "common_ceiling.backbone=fashion-ssl", "common_ceiling.head=linear",
                  "common_ceiling.tuning=head", "common_ceiling.recipe=own"]
METHODS = {
    "hard labels": PLAIN + ["objective.divergence=hard_ce"],
    "soft (forward KL, T 1)": PLAIN,
    "forward KL, T 2": PLAIN + ["objective.temperature=2"],
    "argmax confidence .25": confidence("argmax", 0.25),
    "argmax confidence .5": confidence("argmax", 0.5),
    "argmax confidence .75": confidence("argmax", 0.75),
    "threshold confidence .5": confidence("threshold", 0.5),
    "threshold confidence .75": confidence("threshold", 0.75),
    "shuffled weak labels": PLAIN + ["supervision.shuffle=true"],
}


def run(binary, workspace, seeds, preset, settings):
    command = [binary, "run", preset, "--json", "--quiet", "--seeds", seeds, "--workspace", workspace]
    for setting in settings:
        command += ["--set", setting]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)


def share(value):
    spread = "" if value["sd"] is None else f" ± {value['sd']:.3f}"
    return f"{value['mean']:.3f}{spread}"


def pgr(summary, key="pgr_of_means"):
    value = summary[key]
    if value["signed"] is None:
        return "n/a"
    interval = "" if value["ci95"] is None else " [{:.2f}, {:.2f}]".format(*value["ci95"])
    return f"{value['signed']:.2f}{interval}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--workspace", default=os.path.join(os.path.expanduser("~"), ".cache", "w2s-lab", "table"))
    parser.add_argument("--seeds", default="0-9")
    parser.add_argument("--presets", action="store_true", help="only the table of presets")
    options = parser.parse_args()
    if not options.presets:
        print_methods(options)
        print()
    print_presets(options)


def print_methods(options):
    cells = {}
    for column, settings in SETTINGS.items():
        for method, changes in METHODS.items():
            cells[method, column] = run(options.binary, options.workspace, options.seeds, "fashion-demo",
                                        settings + changes)["summary"]
            print(f"{column} {method}: {share(cells[method, column]['student'])} {pgr(cells[method, column])}",
                  file=sys.stderr)

    print("| | " + " | ".join(SETTINGS) + " |")
    print("|---|" + "---|" * len(SETTINGS))
    first = next(iter(METHODS))
    print("| weak floor | " + " | ".join(share(cells[first, c]["weak"]) for c in SETTINGS) + " |")
    print("| ceiling | " + " | ".join(share(cells[first, c]["ceiling"]) for c in SETTINGS) + " |")
    for method in METHODS:
        if method.startswith("shuffled"):
            row = [share(cells[method, c]["student"]) for c in SETTINGS]
            print(f"| {method}: accuracy | " + " | ".join(row) + " |")
        else:
            row = [f"{cells[method, c]['student']['mean']:.3f}, {pgr(cells[method, c])}" for c in SETTINGS]
            print(f"| {method}: student, PGR | " + " | ".join(row) + " |")


def print_presets(options):
    print("| preset | weak floor | student | ceiling | PGR of means | against the common ceiling |")
    print("|---|---|---|---|---|---|")
    for preset, seeds in (("fashion-demo", options.seeds), ("neural-weak", options.seeds),
                          ("ground-truth-mix", options.seeds), ("raw-pixels", options.seeds),
                          ("scratch-strong", "0-4"), ("full-finetuning", "0-4"), ("live-augmented", "0-4")):
        summary = run(options.binary, options.workspace, seeds, preset, COMMON_CEILING)["summary"]
        print(f"| {preset} (n = {summary['n']}) | {share(summary['weak'])} | {share(summary['student'])} | "
              f"{share(summary['ceiling'])} | {pgr(summary)} | {pgr(summary, 'pgr_common_of_means')} |", flush=True)


if __name__ == "__main__":
    main()
