"""A study on a real Slurm of one node, which this starts and stops: the numbers of w2s run, what its queue says, cancelling,
sending again what failed. Where Slurm cannot start, the check ends with code 77 (skipped) and says why."""

import json
import sys
import time
import unittest

from slurm_cluster import Cluster, NoCluster

from harness import CommandLineCase, main

STUDY = "it's \"two\"; $(touch pwned) %j"
WORKSPACE = "w s'; $(touch pwned) %j"


class SlurmCase(CommandLineCase):
    def study(self, rest, seeds="0-1"):
        self.write("base.toml", self.text("presets", "show", "points-moons"))
        return self.write("study.toml", f"""schema = 1
name = {json.dumps(STUDY)}
base = "base.toml"
seeds = "{seeds}"
{rest}
""")

    def submit(self, *words):
        return self.json("study", "submit", "study.toml", "--workspace", WORKSPACE, *words)

    def status(self):
        return self.json("study", "status", STUDY, "--workspace", WORKSPACE)

    def runs(self):
        return [run["state"] for cell in self.status()["cells"] for run in cell["runs"]]

    def follow(self, what, is_there, seconds=120):
        deadline = time.monotonic() + seconds
        while not is_there(status := self.status()):
            logs = {file.name: file.read_text() for file in self.folder.glob("w s*/studies/*/slurm/*/task-*.log")}
            self.assertLess(time.monotonic(), deadline, f"no sign of {what}: {json.dumps(status, indent=1)}\n{logs}")
            time.sleep(0.1)
        return status

    def states(self, status):
        return [task["state"] for task in status["slurm"]["jobs"][-1]["tasks"]]

    def is_over(self, status):
        return all(state in ("COMPLETED", "FAILED", "CANCELLED") for state in self.states(status))

    def test_the_numbers_are_those_of_study_run(self):
        self.study("[grid]\noptimizer.steps = [200, 400]\n")
        job = self.submit("--partition", "main", "--cpus", "1", "--time", "10")
        self.assertEqual((job["tasks"], job["runs"]), (4, 4))
        status = self.follow("the end", self.is_over)
        self.assertEqual(self.states(status), ["COMPLETED"] * 4)
        calm = self.json("study", "run", "study.toml", "--workspace", "calm", "--quiet")
        for cell, calm_cell in zip(status["cells"], calm["cells"], strict=True):
            for key in ("settings", "n", "weak", "student", "ceiling", "pgr_of_means", "state"):
                self.assertEqual(cell[key], calm_cell[key])
        self.assertIn("Nothing to submit", self.run_w2s("study", "submit", STUDY, "--workspace", WORKSPACE).stderr)
        # A seed more: its runs alone, two in one task.
        self.study("[grid]\noptimizer.steps = [200, 400]\n", "0-2")
        self.assertEqual(self.submit("--group", "2")["runs"], 2)
        status = self.follow("the end of the second job", self.is_over)
        self.assertEqual([cell["n"] for cell in status["cells"]], [3, 3])
        self.assertFalse(list(self.folder.rglob("pwned")))
        self.assertEqual(self.json("check", "--workspace", WORKSPACE)["faults"], [])

    def test_cancel_and_go_on(self):
        steps = 60_000
        self.study(f"[grid]\noptimizer.steps = [{steps}]\n", "0-2")
        self.submit()
        status = self.follow("a run under way", lambda status: "RUNNING" in self.states(status) and "running" in self.runs())
        # Whoever comes second leaves the run to its owner.
        running = [run["key"] for run in status["cells"][0]["runs"] if run["state"] == "running"]
        if running:
            self.text("study", "run", STUDY, "--workspace", WORKSPACE, "--quiet", "--only", running[0])
        self.assertIn("Nothing to submit", self.run_w2s("study", "submit", STUDY, "--workspace", WORKSPACE).stderr)
        self.assertEqual(len(self.json("study", "cancel", STUDY, "--workspace", WORKSPACE)["cancelled"]), 1)
        status = self.follow("the end of the job", self.is_over)
        states = self.runs()
        self.assertIn("CANCELLED", self.states(status))
        self.assertIn("interrupted", states)
        self.assertNotIn("running", states)
        # Interrupted and missing ones go on: one of them here, the others in the queue.
        left = [run["key"] for run in status["cells"][0]["runs"] if run["state"] != "finished"]
        before = {run["id"] for run in status["cells"][0]["runs"] if run["state"] == "interrupted"}
        self.run_w2s("study", "run", STUDY, "--workspace", WORKSPACE, "--quiet", "--only", left[0])
        self.assertEqual(self.submit()["runs"], len(left) - 1)
        status = self.follow("the end", self.is_over)
        self.assertEqual(self.runs(), ["finished"] * 3)
        self.assertEqual(len(self.json("runs", "list", "--workspace", WORKSPACE)["runs"]), 3)
        self.assertLessEqual(before, {run["id"] for run in status["cells"][0]["runs"]})  # continued, not made anew
        calm = self.json("study", "run", "study.toml", "--workspace", "calm", "--quiet")
        self.assertEqual(status["cells"][0]["student"], calm["cells"][0]["student"])

    def test_failed_tasks_alone_are_sent_again(self):
        self.study("""[[cell]]
optimizer.steps = 100
[[cell]]
optimizer.kind = "sgd"
optimizer.learning_rate = 10
optimizer.weight_decay = 1.0
optimizer.momentum = 0.0
""", "0")
        self.submit()
        status = self.follow("the end", self.is_over)
        self.assertEqual(self.states(status), ["COMPLETED", "FAILED"])
        text = self.text("study", "status", STUDY, "--workspace", WORKSPACE)
        self.assertIn("task 1: FAILED (NonZeroExitCode)", text)
        self.assertIn("NaN or infinite", text)
        again = self.submit()
        self.assertEqual((again["tasks"], again["runs"]), (1, 1))
        self.assertEqual(self.states(self.follow("the end of the second job", self.is_over)), ["FAILED"])

    def test_a_bad_partition_is_refused(self):
        self.study("[grid]\noptimizer.steps = [20]\n")
        self.assert_refused(["study", "submit", "study.toml", "--workspace", WORKSPACE, "--partition", "nowhere"],
                            "Slurm refuses the job", "partition")
        self.assert_refused(["study", "submit", "study.toml", "--workspace", WORKSPACE, "--time", "soon"], "Slurm refuses the job")
        self.assertFalse(list(self.folder.glob("w s*/studies/*/slurm/*/")))

    def test_what_cannot_start_is_told(self):
        self.study("[grid]\noptimizer.steps = [20]\n", "0")
        self.submit("--data", "nowhere")
        self.follow("the end", self.is_over)
        self.assertEqual(self.runs(), ["finished"])  # generated points need no folder


if __name__ == "__main__":
    try:
        cluster = Cluster()
    except NoCluster as reason:
        print("Skipped: Slurm cannot run here:", *reason.args, sep="\n")
        sys.exit(77)
    try:
        unittest.main(argv=[sys.argv[0], *sys.argv[2:]], exit=False).result.wasSuccessful() or sys.exit(1)
    finally:
        cluster.stop()
