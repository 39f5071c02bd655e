"""A run that a later version recorded (tests/data/runs) is listed, shown and kept, and refused where it would be
repeated or continued.

What no version has: a stage, a kind of event (once within the log, once as its last line), columns of series, a PGR
status, a key of the manifest and of the summary, settings and a kind of divergence."""

import json
import pathlib
import shutil
import unittest

from harness import CommandLineCase, main

RUN = "20270401-120000-fashion-demo-s0-9d01"
SOURCE = pathlib.Path(__file__).resolve().parent.parent / "data" / "runs" / RUN


class NewerRun(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.workspace = self.folder / "w"
        self.run_folder = self.workspace / "runs" / RUN
        shutil.copytree(SOURCE, self.run_folder)

    def show(self):
        return self.json("runs", "show", RUN, "--workspace", self.workspace)

    def test_is_listed(self):
        (run,) = self.json("runs", "list", "--workspace", self.workspace)["runs"]
        self.assertEqual((run["id"], run["state"]), (RUN, "finished"))
        self.assertEqual(run["student"], 0.7533333333333333)
        self.assertEqual(run["pgr_status"], "unknown")
        listed = self.text("runs", "list", "--workspace", self.workspace)
        self.assertIn("A later version of W2S Lab recorded this ratio", listed)

    def test_is_shown(self):
        run = self.show()
        self.assertEqual((run["state"], run["experiment"], run["study"]),
                         ("finished", "fashion-demo-0123456789ab", "alphas-1"))
        self.assertEqual(run["unknown_settings"], ["judge", "objective.divergence", "objective.sharpness"])
        self.assertEqual(len(run["interventions"]), 3)
        stages = {stage["stage"]: stage for stage in run["stages"]}
        self.assertEqual(list(stages), ["weak_supervisor", "weak_labels", "features", "ceiling", "judge", "student"])
        self.assertEqual((stages["judge"]["completed"], stages["judge"]["finished"]), (2, True))
        self.assertEqual(stages["judge"]["columns"], [{"name": "doubt", "unit": "bits", "quantity": "other"}])
        self.assertEqual(stages["student"]["completed"], 75)
        columns = {column["name"]: column for column in stages["student"]["columns"]}
        self.assertEqual(columns["total"], {"name": "total", "unit": "nats", "quantity": "total"})
        # Its heading looks like a term's weight; the manifest says that it is none.
        self.assertEqual(columns["loss_weight"], {"name": "loss_weight", "unit": "bits", "quantity": "other"})
        text = self.text("runs", "show", RUN, "--workspace", self.workspace)
        self.assertIn("objective.sharpness", text)
        self.assertIn("study alphas-1", text)

    def test_is_not_repeated_or_continued(self):
        before = {path: path.read_bytes() for path in self.run_folder.rglob("*") if path.is_file()}
        for words in (["--replay", RUN], ["--resume", RUN], ["--resume", RUN, "--extend", "100"]):
            with self.subTest(" ".join(words)):
                self.assert_refused(["run", *words, "--workspace", self.workspace, "--json"], RUN, "objective.sharpness")
        self.assertEqual([path.name for path in (self.workspace / "runs").iterdir()], [RUN])
        self.assertEqual({path: path.read_bytes() for path in self.run_folder.rglob("*") if path.is_file()}, before)

    def test_a_configuration_of_ones_own_is_still_checked(self):
        config = self.write("mine.toml", 'schema = 1\n[objective]\nsharpness = 2\n')
        self.assert_refused(["run", config], "mine.toml, line 3", "objective.sharpness")

    def test_is_deleted_and_restored(self):
        self.text("runs", "delete", RUN, "--workspace", self.workspace)
        self.text("runs", "restore", RUN, "--workspace", self.workspace)
        self.assertEqual((self.run_folder / "events.jsonl").read_bytes(), (SOURCE / "events.jsonl").read_bytes())
        self.assertEqual(json.loads((self.run_folder / "manifest.json").read_text())["carbon"], {"grams": 3.5})


if __name__ == "__main__":
    main()
