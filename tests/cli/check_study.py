"""w2s study: cells are trained once, whatever happens on the way; a cell or a seed that is added is all that is trained
then; and the numbers are those of w2s run."""

import json
import signal
import subprocess
import time

from harness import W2S, CommandLineCase, main

BASE = ["points-moons", "--set", "optimizer.steps=400"]

STUDY = """schema = 1
name = "two by two"
base = "base.toml"
seeds = "{seeds}"
[grid]
objective.temperature = [{temperatures}]
objective.confidence_weight = [0.0, 0.5]
"""


class StudyCase(CommandLineCase):
    def setUp(self):
        super().setUp()
        base = self.text("presets", "show", "points-moons")
        self.write("base.toml", base)

    def study(self, temperatures="1, 2", seeds="0-1"):
        return self.write("study.toml", STUDY.format(temperatures=temperatures, seeds=seeds))

    def study_run(self, *words):
        return self.json("study", "run", self.study_file, "--workspace", "ws", "--quiet", *words)

    def runs(self):
        return self.json("runs", "list", "--workspace", "ws")["runs"]

    def test_cells_are_trained_once(self):
        self.study_file = self.study()
        first = self.study_run()
        self.assertEqual([cell["settings"] for cell in first["cells"]],
                         [{"objective.temperature": t, "objective.confidence_weight": a}
                          for t in ("1", "2") for a in ("0.0", "0.5")])
        self.assertEqual([cell["state"] for cell in first["cells"]], ["finished"] * 4)
        self.assertEqual([cell["n"] for cell in first["cells"]], [2] * 4)
        self.assertEqual(len(self.runs()), 8)
        # Nothing is left to do.
        self.assertEqual(self.study_run(), first)
        self.assertEqual(len(self.runs()), 8)
        # A further value and a further seed: their runs alone.
        self.study_file = self.study("1, 2, 4")
        self.assertEqual(self.study_run()["cells"][:4], first["cells"])
        self.assertEqual(len(self.runs()), 12)
        self.study_file = self.study("1, 2, 4", "0-2")
        self.study_run()
        self.assertEqual(len(self.runs()), 18)
        # The numbers of w2s run with the same settings and seeds.
        alone = self.json("run", "base.toml", "--seeds", "0-1", "--set", "objective.temperature=2",
                          "--set", "objective.confidence_weight=0.5", "--workspace", "other", "--quiet")
        for role in ("weak", "student", "ceiling"):
            self.assertEqual(first["cells"][3][role], alone["summary"][role])
        self.assertEqual(first["cells"][3]["pgr_of_means"], alone["summary"]["pgr_of_means"])

    def test_a_killed_study_goes_on(self):
        calm = self.study()
        self.study_file = calm
        whole = self.json("study", "run", calm, "--workspace", "calm", "--quiet")
        for delay in (0.4, 0.9):
            process = subprocess.Popen([W2S, "study", "run", calm, "--workspace", "ws", "--quiet"], cwd=self.folder,
                                       env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
        after = self.study_run()
        for cell, calm_cell in zip(after["cells"], whole["cells"], strict=True):
            for key in ("settings", "n", "weak", "student", "ceiling", "pgr_of_means", "state"):
                self.assertEqual(cell[key], calm_cell[key])

    def test_status_trains_nothing(self):
        self.study_file = self.study()
        before = self.json("study", "status", self.study_file, "--workspace", "ws")
        self.assertEqual([cell["state"] for cell in before["cells"]], ["missing"] * 4)
        self.assertEqual([cell["weak"]["mean"] for cell in before["cells"]], [None] * 4)
        self.assertFalse((self.folder / "ws" / "runs").exists() and list((self.folder / "ws" / "runs").iterdir()))
        table = self.text("study", "status", self.study_file, "--workspace", "ws")
        self.assertIn("objective.temperature", table.splitlines()[0])

    # What is told before is what is made then, and telling it makes nothing.
    def test_a_dry_run_tells_what_is_made(self):
        self.study_file = self.study()

        def told():
            return self.json("study", "run", self.study_file, "--workspace", "ws", "--dry-run")
        before = told()
        self.assertFalse((self.folder / "ws" / "runs").exists())
        self.assertEqual(before["runs_to_train"], 8)
        self.assertEqual(before["stages_cached"], 0)
        self.assertIsNone(before["core_seconds"])
        self.assertIsNone(before["bytes"])
        self.study_run()
        made = []
        for log in (self.folder / "ws" / "runs").glob("*/events.jsonl"):
            stages = json.loads((log.parent / "manifest.json").read_text())["stages"]
            fingerprints = {stage["stage"]: stage["fingerprint"] for stage in stages}
            for event in map(json.loads, log.read_text().splitlines()):
                if event["event"] == "stage_finished" and not event.get("from_cache", False):
                    made.append((event["stage"], fingerprints[event["stage"]]))
        self.assertEqual(before["stages_to_make"], len(set(made)))
        # Nothing is trained twice; features are made by all that need them together.
        trained = [stage for stage in made if stage[0] != "features"]
        self.assertEqual(len(trained), len(set(trained)))
        self.assertEqual(before["stages_to_make"] + before["stages_shared"], before["stages"])
        self.assertEqual(told()["runs_to_train"], 0)
        # A further value: weak models, their labels and the ceilings are there.
        self.study_file = self.study("1, 2, 4")
        more = told()
        self.assertEqual(more["runs_to_train"], 4)
        self.assertEqual(more["stages_to_make"], 4)
        self.assertGreater(more["stages_cached"], 0)
        self.assertGreater(more["core_seconds"], 0.0)
        self.assertGreater(more["bytes"], 4 * 1000)
        text = self.text("study", "run", self.study_file, "--workspace", "ws", "--dry-run")
        self.assertIn("6 cells, 2 seeds, 12 runs; 4 to train.", text)
        before = self.aged_files(self.folder / "ws")
        told()
        self.assertEqual(self.files(self.folder / "ws"), before)
        (self.folder / "ws" / "index.sqlite").write_text("no index")
        told()
        self.assertEqual((self.folder / "ws" / "index.sqlite").read_text(), "no index")
        (self.folder / "ws" / "index.sqlite").unlink()
        self.json("study", "status", self.study_file, "--workspace", "ws")
        self.assertTrue((self.folder / "ws" / "index.sqlite").exists())  # which may
        self.assertIn("of work on one core", text)

    def test_a_study_is_known_by_its_name_and_extended(self):
        self.study_file = self.study()
        first = self.study_run()
        named = self.json("study", "status", "two by two", "--workspace", "ws")
        self.assertEqual(named, first)
        rows = self.text("study", "show", "two by two", "--workspace", "ws").splitlines()
        self.assertEqual(len(rows), 1 + 8 + 1)
        self.assertTrue(rows[-1].startswith("Highest: temperature"))
        more = self.json("study", "extend", "two by two", "objective.temperature=2,4", "--workspace", "ws", "--quiet")
        self.assertEqual(more["cells"][:4], first["cells"])
        self.assertEqual(len(self.runs()), 12)
        self.json("study", "extend", "two by two", "--seeds", "1-2", "--workspace", "ws", "--quiet")
        self.assertEqual(len(self.runs()), 18)
        # The file of one's own is as it was, and what it asks for is there.
        self.assertEqual(self.study_run(), first)
        self.assert_refused(["study", "extend", "two by two", "optimizer.steps=9", "--workspace", "ws"], "optimizer.steps")
        self.assert_refused(["study", "status", "two by too", "--workspace", "ws"], "two by two")

    # Seeds on one folder of data and a seed on another are no seeds of one experiment.
    def test_runs_on_different_data_have_no_mean(self):
        self.study_file = self.study("1", "0-1")
        self.study_run()
        name = next((self.folder / "ws" / "runs").iterdir()).name
        manifest = self.folder / "ws" / "runs" / name / "manifest.json"
        document = json.loads(manifest.read_text())
        document["experiment"] = "0" * 32
        document = {key: value for key, value in document.items() if not key.startswith("checksum")}
        manifest.write_text(json.dumps(document))
        state = self.json("study", "status", "two by two", "--workspace", "ws")
        states = sorted(cell["state"] for cell in state["cells"])
        self.assertEqual(states, ["different data", "finished"])
        mixed = next(cell for cell in state["cells"] if cell["state"] == "different data")
        self.assertIsNone(mixed["student"]["mean"])
        self.assertIn("different data", self.text("study", "status", "two by two", "--workspace", "ws"))

    def test_a_failed_cell_stays_visible(self):
        self.study_file = self.write("study.toml", """schema = 1
name = "one fails"
base = "base.toml"
seeds = [0]
[[cell]]
objective.temperature = 2
[[cell]]
optimizer.kind = "sgd"
optimizer.learning_rate = 10
optimizer.weight_decay = 1.0
optimizer.momentum = 0.0
""")
        result = self.run_w2s("study", "run", self.study_file, "--workspace", "ws", "--quiet", "--json")
        self.assertEqual(result.returncode, 1, result.stderr)
        cells = json.loads(result.stdout)["cells"]
        self.assertEqual([cell["state"] for cell in cells], ["finished", "failed"])
        self.assertIn("NaN or infinite", cells[1]["runs"][0]["error"])
        # It alone is trained again, although a seed more is missing.
        self.study_file.write_text(self.study_file.read_text().replace("[0]", "[0, 1]"))
        before = {run.name for run in (self.folder / "ws/runs").iterdir()}
        self.run_w2s("study", "run", self.study_file, "--failed", "--workspace", "ws", "--quiet")
        new = {run.name for run in (self.folder / "ws/runs").iterdir()} - before
        self.assertEqual(len(new), 1)
        self.assertIn("-s0-", new.pop())

    def test_a_bad_file_is_refused(self):
        self.assert_refused(["study", "run", self.write("bad.toml", "schema = 1\nname = \"x\"\nbase = \"nowhere\"\n")], "nowhere")
        self.assert_refused(["study", "run", "missing.toml"], "missing.toml")
        self.assert_refused(["study", "run", self.write("bad.toml", "schema = 1\nname = \"x\"\nbase = \"nowhere\"\n")], "bad.toml")
        self.assert_misused(["study"], "subcommand")


if __name__ == "__main__":
    main()
