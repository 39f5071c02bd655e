#!/usr/bin/env python3
"""w2s-bench --quick and w2s-bench --study --quick run and print one JSON object each."""

import json
import subprocess
import sys

said = subprocess.run([sys.argv[1], "--quick", "--json"], capture_output=True, text=True)
if said.returncode != 0:
    sys.exit(f"exit code {said.returncode}: {said.stderr}")
report = json.loads(said.stdout)
assert report["rounds"] == 1, report
assert len(report["objective"]) >= 3 and all(time["microseconds"] > 0 for time in report["objective"]), report
assert report["rates"] == [] and report["times"] == [], report

said = subprocess.run([sys.argv[1], "--study", "--quick", "--json"], capture_output=True, text=True)
if said.returncode != 0:
    sys.exit(f"--study: exit code {said.returncode}: {said.stderr}")
report = json.loads(said.stdout)
assert report["runs"] == 2 and report["rounds"] == 1, report
assert report["times"] and all(time["seconds"] > 0 and time["cpu_seconds"] > 0 for time in report["times"]), report
assert all(time["runs_per_second"] > 0 for time in report["times"]), report
