"""w2s run --fork: a run that branches off from another one has its numbers up to there, to the bit, whether
it goes on from a checkpoint or trains the steps before again; what cannot be forked is refused."""

import json
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

from harness import W2S, CommandLineCase, main

SMALL = ["points-moons", "--set", "optimizer.steps=60"]
NEWER = "20270401-120000-fashion-demo-s0-9d01"
RECORDED = pathlib.Path(__file__).resolve().parent.parent / "data" / "runs"


class Fork(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.runs = self.folder / ".local/share/w2s-lab/runs"

    def fork(self, run, step, *changes):
        """The new run's id, and what was said of it."""
        words = ["run", "--fork", run, "--at", step, "--json"]
        for change in changes:
            words += ["--set", change]
        result = self.run_w2s(*words)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)["runs"][0]["id"], result.stderr

    def rows(self, run, stage="student"):
        return (self.runs / run / "series" / f"{stage}.csv").read_text().splitlines()

    def events(self, run):
        return [json.loads(line) for line in (self.runs / run / "events.jsonl").read_text().splitlines()]

    def manifest(self, run):
        return json.loads((self.runs / run / "manifest.json").read_text())

    def source(self, *words):
        return self.json("run", *SMALL, *words)["runs"][0]["id"]

    def test_without_a_change_it_is_the_same_run(self):
        source = self.source()
        fork, said = self.fork(source, 25)
        self.assertEqual(self.rows(fork), self.rows(source))
        self.assertEqual(self.rows(fork, "ceiling"), self.rows(source, "ceiling"))
        self.assertIn(f"Steps 1 to 60 are those of the run {source}, bit for bit.", said)
        self.assertIn(f"A fork of the run {source} after step 25", said)
        manifest = self.manifest(fork)
        self.assertEqual((manifest["forked_from"], manifest["forked_at"]), (source, 25))
        self.assertEqual(manifest["planned_interventions"], [])
        self.assertEqual(manifest["experiment"], self.manifest(source)["experiment"])
        self.assertEqual(self.manifest(source)["forked_from"], "")
        shown = self.json("runs", "show", fork)
        self.assertEqual(shown["forked_from"], {"run": source, "step": 25})
        before = self.json("runs", "show", source)
        self.assertEqual(shown["summary"]["student"], before["summary"]["student"])
        self.assertIn(f"fork of {source} after step 25", self.text("runs", "show", fork))
        self.assertIsNone(before["forked_from"])

    def test_a_changed_weight_counts_from_there(self):
        source = self.source()
        fork, said = self.fork(source, 25, "objective.kd_weight=0.25", "objective.temperature=2")
        same, other = self.rows(source), self.rows(fork)
        self.assertEqual(len(other), len(same))
        self.assertEqual(other[:26], same[:26])  # header and 25 rows
        for row in range(26, len(same)):
            self.assertNotEqual(other[row], same[row])
        self.assertIn(f"Steps 1 to 25 are those of the run {source}, bit for bit; step 26 is not.",
                      said)
        shown = self.json("runs", "show", fork)
        changes = [(change["step"], change["parameter"], change["new"]) for change in shown["interventions"]]
        self.assertEqual(changes, [(25, "objective.temperature", 2.0),
                                   (25, "objective.kd_weight.base", 0.25)])
        self.assertIsNone(shown["experiment"])  # another student than that experiment's
        # A fork is repeated and forked as any run is.
        again = self.json("run", "--replay", fork)["runs"][0]["id"]
        self.assertEqual(self.rows(again), other)
        deeper, _ = self.fork(fork, 40)
        self.assertEqual(self.rows(deeper), other)
        self.assertEqual(self.manifest(deeper)["forked_from"], fork)
        # Before the change nothing of it is left.
        earlier, _ = self.fork(fork, 25)
        self.assertEqual(self.rows(earlier), same)
        self.text("check")

    def test_from_the_first_step_and_to_more_steps(self):
        source = self.source()
        fork, _ = self.fork(source, 0, "objective.kd_weight=0.5")
        self.assertNotEqual(self.rows(fork)[1], self.rows(source)[1])
        longer, _ = self.fork(source, 60, "optimizer.steps=80")
        self.assertEqual(self.rows(longer)[:61], self.rows(source))
        self.assertEqual(len(self.rows(longer)), 81)
        self.assertEqual(len(self.rows(longer, "ceiling")), 81)
        student, = [stage for stage in self.json("runs", "show", longer)["stages"] if stage["stage"] == "student"]
        self.assertEqual((student["completed"], student["steps"]), (80, 80))
        self.assertIn("80 of 80 steps", self.text("runs", "show", longer))
        # The ceiling of a fork is as long as its student.
        back, _ = self.fork(longer, 30)
        self.assertEqual(self.rows(back), self.rows(source))
        self.assertEqual(self.rows(back, "ceiling"), self.rows(source, "ceiling"))

    def content(self, run):
        return {path: path.read_bytes() for path in (self.runs / run).rglob("*") if path.is_file()}

    def stopped(self):
        """A run that was stopped on its way, and the step of its checkpoint."""
        words = [W2S, "run", "points-moons", "--quiet", "--json", "--set", "optimizer.steps=60000"]
        process = subprocess.Popen(words, cwd=self.folder, env=self.environment(), text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not list(self.runs.glob("*/series/student.csv")):
            self.assertIsNone(process.poll())
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        said, errors = process.communicate()
        run = json.loads(said)["runs"][0]
        self.assertEqual(run["state"], "stopped", errors)
        stages = {stage["stage"]: stage for stage in self.json("runs", "show", run["id"])["stages"]}
        return run["id"], stages["student"]["completed"]

    def test_it_goes_on_from_a_checkpoint(self):
        source, taken = self.stopped()
        fork, said = self.fork(source, taken, "objective.kd_weight=0.5")
        self.assertIn(f"from its checkpoint after step {taken}.", said)
        self.assertEqual(self.rows(fork)[:taken + 1], self.rows(source))
        self.assertEqual(len(self.rows(fork)), 60001)
        # The checkpoint is of a later step: what is before is trained again, to the same bits.
        early, said = self.fork(source, taken - 1, "objective.kd_weight=0.5")
        self.assertIn("no checkpoint before", said)
        self.assertEqual(self.rows(early)[:taken], self.rows(source)[:taken])
        # A damaged checkpoint is not used, which is said.
        (checkpoint,) = (self.runs / source / "checkpoint").glob("student.safetensors")
        content = bytearray(checkpoint.read_bytes())
        content[-9] ^= 0x40
        checkpoint.write_bytes(content)
        again, said = self.fork(source, taken, "objective.kd_weight=0.5")
        self.assertIn("no checkpoint before", said)
        self.assertEqual(self.rows(again), self.rows(fork))
        (note,) = self.json("runs", "show", again)["notes"]
        self.assertIn("student.safetensors is not a sound safetensors file", note)

    def test_what_cannot_be_forked(self):
        source = self.source()
        before = self.content(source)
        refuse = ["run", "--json", "--fork"]
        self.assert_refused([*refuse, source, "--at", 61], f"The run {source} has taken 60 steps", "after 61")
        self.assert_refused([*refuse, source, "--at", 60], "no step left to train", "optimizer.steps")
        for change, answer in (("optimizer.steps=20", "no step left to train"),
                               ("objective.divergence=reverse_kl", "cannot change objective.divergence"),
                               ("task.weak_rows=50", "A fork cannot change task.weak_rows"),
                               ("objective.temperature=-1", "objective.temperature")):
            self.assert_refused([*refuse, source, "--at", 30, "--set", change], answer)
        self.assert_refused([*refuse, "nobody", "--at", 30], "nobody")
        shutil.copytree(RECORDED / NEWER, self.runs / NEWER)
        self.assert_refused([*refuse, NEWER, "--at", 30], NEWER, "objective.sharpness")
        self.assert_misused([*refuse, source], "--at")
        self.assert_misused(["run", "points-moons", "--at", 3], "--fork")
        self.assert_misused(["run", "points-moons", "--fork", source, "--at", 3], "leave out", "points-moons")
        self.assert_misused([*refuse, source, "--at", "-1"], "-1")
        self.assertEqual(sorted(path.name for path in self.runs.iterdir()), sorted([source, NEWER]))
        self.assertEqual(self.content(source), before)

    def test_a_replay_says_that_it_has_the_same_numbers(self):
        source = self.source()
        result = self.run_w2s("run", "--replay", source)
        self.assertIn(f"Steps 1 to 60 are those of the run {source}, bit for bit.", result.stderr)


if __name__ == "__main__":
    main()
