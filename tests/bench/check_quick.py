#!/usr/bin/env python3
"""w2s-bench --quick runs and prints one JSON object that has measured the objective."""

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
