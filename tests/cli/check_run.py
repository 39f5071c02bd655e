"""w2s run: the form of its output, its determinism from outside, and what it says to bad input."""

import gzip
import pathlib
import shutil
import unittest

from harness import CommandLineCase, main

SMALL = ["--set", "strong.backbone={ name = \"pixels\", size = 7 }", "--set", "task.weak_rows=200", "--set", "task.transfer_rows=300",
         "--set", "task.validation_rows=100", "--set", "task.test_rows=400", "--set", "optimizer.steps=40"]


class Run(CommandLineCase):
    def test_json_has_the_promised_form(self):
        report = self.json("run", "fashion-demo", "--seeds", "0-1", *SMALL)
        self.assertEqual(report["experiment"], "fashion-demo")
        self.assertEqual([run["seed"] for run in report["runs"]], [0, 1])
        for run in report["runs"]:
            self.assertEqual(run["state"], "finished")
            self.assertEqual(run["weak"]["n"], 400)
            self.assertGreater(run["seconds"], 0)
            self.assertEqual(set(run["pgr"]), {"signed", "book", "ci95", "status"})
            student = run["student"]
            self.assertLessEqual(student["accuracy"], student["oracle"]["accuracy"])
            self.assertLessEqual(student["best_agreement"]["accuracy"], student["oracle"]["accuracy"])
            # accuracy = weak (1 - harm) + (1 - weak) correction
            weak = run["weak"]["accuracy"]
            self.assertAlmostEqual(student["accuracy"],
                                   weak * (1 - student["harm"]) + (1 - weak) * student["correction"], places=12)
        summary = report["summary"]
        self.assertEqual(summary["n"], 2)
        mean = sum(run["weak"]["accuracy"] for run in report["runs"]) / 2
        self.assertAlmostEqual(summary["weak"]["mean"], mean, places=12)

    def test_a_common_ceiling_gives_a_second_pgr(self):
        common = ["--set", "common_ceiling.train=true", "--set", "common_ceiling.backbone={ name = \"pixels\", size = 14 }",
                  "--set", "common_ceiling.recipe=own", "--set", "common_ceiling.recipe.optimizer.learning_rate=1e-2",
                  "--set", "common_ceiling.recipe.optimizer.learning_rate.shape=linear"]
        report = self.json("run", "fashion-demo", "--seeds", "0-1", *SMALL, *common)
        for run in report["runs"]:
            self.assertEqual(set(run["pgr_common"]), {"signed", "book", "ci95", "status"})
            weak, student, ceiling = (run[who]["accuracy"] for who in ("weak", "student", "common_ceiling"))
            self.assertAlmostEqual(run["pgr_common"]["signed"], (student - weak) / (ceiling - weak), places=12)
        summary = report["summary"]
        gap = summary["common_ceiling"]["mean"] - summary["weak"]["mean"]
        self.assertAlmostEqual(summary["pgr_common_of_means"]["signed"],
                               (summary["student"]["mean"] - summary["weak"]["mean"]) / gap, places=12)
        self.assertEqual(len(summary["pgr_common_of_means"]["ci95"]), 2)

        table = self.text("run", "fashion-demo", *SMALL, *common)
        self.assertIn("common ceiling", table)
        shown = self.text("runs", "show", report["runs"][0]["id"])
        self.assertIn("PGR against the common ceiling", shown)
        self.assertIn("common_ceiling", shown)

    def test_without_a_common_ceiling_nothing_is_said_of_it(self):
        report = self.json("run", "fashion-demo", *SMALL)
        self.assertNotIn("pgr_common", report["runs"][0])
        self.assertNotIn("pgr_common_of_means", report["summary"])
        self.assertNotIn("common", self.text("run", "fashion-demo", *SMALL))
        self.assertNotIn("common", self.text("runs", "show", report["runs"][0]["id"]))

    def test_a_second_run_is_equal_and_a_replay_too(self):
        first = self.json("run", "fashion-demo", *SMALL)["runs"][0]
        second = self.json("run", "fashion-demo", *SMALL)["runs"][0]
        replayed = self.json("run", "--replay", first["id"])["runs"][0]
        for other in (second, replayed):
            self.assertEqual(first["student"], other["student"])
            self.assertEqual(first["pgr"], other["pgr"])
        self.assertEqual(len({first["id"], second["id"], replayed["id"]}), 3)

    def test_shuffled_weak_labels_stay_at_chance(self):
        run = self.json("run", "shuffled", "--set", "task.test_rows=2000", "--set", "strong.backbone={ name = \"pixels\", size = 7 }",
                        "--set", "task.validation_rows=100")["runs"][0]
        self.assertLess(run["student"]["accuracy"], 0.16)

    def test_settings_are_checked_all_at_once(self):
        self.assert_refused(["run", "fashion-demo", "--set", "objective.temperature=-1", "--set", "objectiv.x=2",
                             "--set", "strong.head=tree"], "objective.temperature", "objectiv.x")

    def test_unknown_preset_and_missing_file(self):
        self.assert_refused(["run", "fashion-dem"], "fashion-dem", "fashion-demo")
        self.assert_refused(["run", "no/such.toml"], "no/such.toml")

    def test_a_split_larger_than_the_data(self):
        self.assert_refused(["run", "fashion-demo", "--set", "task.transfer_rows=60000"], "task.transfer_rows", "60000")

    def test_missing_data_says_how_to_get_it(self):
        self.assert_refused(["run", "fashion-demo", "--data", self.folder], "dataset-fashion-mnist")

    def test_an_unavailable_device(self):
        self.assert_refused(["run", "fashion-demo", "--set", "device=cuda:77"], "cuda:77", code=1)
        self.assert_refused(["run", "fashion-demo", "--set", "device=tpu"], "tpu", "must be auto, cpu")

    def test_an_unwritable_workspace(self):
        blocked = self.folder / "file"
        blocked.write_text("in the way")
        self.assert_refused(["run", "fashion-demo", "--workspace", blocked], str(blocked), code=1)

    def test_a_loss_that_is_not_finite_fails_with_its_step(self):
        result = self.run_w2s("run", "fashion-demo", *SMALL, "--set", "optimizer.kind=sgd", "--set", "optimizer.learning_rate=10",
                              "--set", "optimizer.momentum=0.99", "--set", "optimizer.weight_decay=10", "--set", "optimizer.steps=4000")
        self.assertEqual(result.returncode, 1)
        self.assertIn("NaN or infinite at step", result.stderr)
        self.assertIn("optimizer.learning_rate", result.stderr)

    def test_resuming_what_cannot_be_resumed(self):
        run = self.json("run", "fashion-demo", *SMALL)["runs"][0]
        self.assert_refused(["run", "--resume", run["id"]], "finished", "--replay")
        self.assert_refused(["run", "--resume", "nothing"], "nothing")

    def test_extending_a_finished_run(self):
        run = self.json("run", "fashion-demo", *SMALL)["runs"][0]
        longer = self.json("run", "--resume", run["id"], "--extend", "60")["runs"][0]
        self.assertNotEqual(longer["id"], run["id"])
        series = self.folder / ".local/share/w2s-lab/runs" / longer["id"] / "series/student.csv"
        self.assertEqual(len(series.read_text().splitlines()), 61)

    def test_a_truncated_data_file(self):
        source = pathlib.Path("/usr/share/datasets/fashion-mnist")
        if not source.is_dir():
            self.skipTest("the Debian package is not installed")
        copy = self.folder / "data"
        shutil.copytree(source, copy)
        for file in copy.glob("train-images*"):
            with gzip.open(file) as packed:
                content = packed.read()[:1_000_000]
            with gzip.open(file, "wb", compresslevel=1) as packed:
                packed.write(content)
        result = self.run_w2s("run", "fashion-demo", "--data", copy, *SMALL)
        self.assertGreater(result.returncode, 0)
        self.assertIn("train-images", result.stderr)


if __name__ == "__main__":
    main()
