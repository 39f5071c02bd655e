"""w2s run: the form of its output, its determinism from outside, and what it says to bad input."""

import gzip
import json
import pathlib
import resource
import shutil
import signal
import subprocess
import time
import unittest

from harness import SANITIZED, W2S, CommandLineCase, main

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
            for role in ("weak", "student", "ceiling"):
                self.assertAlmostEqual(run["measures"]["accuracy"][role], run[role]["accuracy"])
            self.assertEqual(run["measures"]["cross_entropy"]["unit"], "nats")
            self.assertEqual(run["measures"]["cross_entropy"]["better"], "lower")
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

    def test_the_reference_and_the_initial_student_are_shown(self):
        run = self.json("run", "fashion-demo", *SMALL, "--set", "reference.weak_rows=true")["runs"][0]
        shown = self.json("runs", "show", run["id"])
        reference, initial = (shown["summary"][who]["accuracy"] for who in ("reference", "initial"))
        text = self.text("runs", "show", run["id"])
        self.assertIn(f"strong model trained on the weak supervisor's own rows {100 * reference:.1f} %", text)
        self.assertIn(f"student before its first step {100 * initial:.1f} %", text)
        self.assertIn("student", [stage["stage"] for stage in shown["stages"] if stage["columns"]])
        without = self.json("run", "fashion-demo", *SMALL, "--set", "reference.weak_rows=false")["runs"][0]
        self.assertNotIn("trained on the weak supervisor's own rows",
                         self.text("runs", "show", without["id"]))

    def test_the_seeds_of_a_configuration_are_one_experiment(self):
        runs = self.json("run", "fashion-demo", "--seeds", "0-1", *SMALL)["runs"]
        runs += self.json("run", "fashion-demo", "--seeds", "2", *SMALL)["runs"]
        runs += self.json("run", "fashion-demo", *SMALL, "--set", "optimizer.steps=41")["runs"]
        shown = [self.json("runs", "show", run["id"]) for run in runs]
        ids = [run["experiment"] for run in shown]
        self.assertTrue(ids[0].startswith("fashion-demo-"))
        self.assertEqual(ids[:3], 3 * ids[:1])
        self.assertNotEqual(ids[3], ids[0])
        self.assertEqual([run["study"] for run in shown], [None] * 4)

    def test_runs_are_called_by_what_differs(self):
        self.json("run", "fashion-demo", *SMALL)
        (alone,) = self.json("runs", "list")["runs"]
        self.assertEqual((alone["called"], alone["settings"]), ("fashion-demo", {}))
        self.json("run", "fashion-demo", "--seeds", "0-1", *SMALL, "--set", "objective.temperature=2.5")
        listed = {run["called"]: run["settings"] for run in self.json("runs", "list")["runs"]}
        self.assertEqual(listed, {"T = 1, seed 0": {"objective.temperature": "1"},
                                  "T = 2.5, seed 0": {"objective.temperature": "2.5"},
                                  "T = 2.5, seed 1": {"objective.temperature": "2.5"}})
        self.assertIn("T = 2.5, seed 1", self.text("runs", "list"))

    def test_without_a_common_ceiling_nothing_is_said_of_it(self):
        report = self.json("run", "fashion-demo", *SMALL)
        self.assertNotIn("pgr_common", report["runs"][0])
        self.assertNotIn("pgr_common_of_means", report["summary"])
        self.assertNotIn("common", self.text("run", "fashion-demo", *SMALL))
        self.assertNotIn("common", self.text("runs", "show", report["runs"][0]["id"]))

    def test_the_experiment_may_follow_the_settings(self):
        before = self.json("run", "fashion-demo", *SMALL)["runs"][0]
        after = self.json("run", *SMALL, "fashion-demo")["runs"][0]
        self.assertEqual(before["student"], after["student"])
        several = self.text("run", "--quiet", "--set", *[word for word in SMALL if word != "--set"], "fashion-demo")
        self.assertIn("fashion-demo", several)

    def test_the_order_of_the_seeds_does_not_matter(self):
        one = self.json("run", "fashion-demo", "--seeds", "0-3", *SMALL)["summary"]
        other = self.json("run", "fashion-demo", "--seeds", "3,1,0,2", *SMALL)["summary"]
        self.assertEqual(one, other)

    def test_the_mean_follows_the_guards_of_the_runs(self):
        report = self.json("run", "fashion-demo", "--seeds", "0-2", *SMALL, "--set", "task.label_noise=0.9")
        statuses = [run["pgr"]["status"] for run in report["runs"]]
        left = [run for run in report["runs"] if run["pgr"]["status"] in ("ok", "gap_not_significant")]
        self.assertIn("weak_at_chance", statuses)
        means = report["summary"]["pgr_of_means"]
        self.assertEqual(means["n"], len(left))
        self.assertEqual(sum(means["removed"].values()), 3 - len(left))
        if len(left) < 2:
            self.assertIsNone(means["ci95"])
        table = self.text("run", "fashion-demo", "--seeds", "0-2", *SMALL, "--set", "task.label_noise=0.9")
        self.assertIn(f"the guards removed {3 - len(left)}", table)
        self.assertRegex(table, r"n/a in .*seed \d.*: The weak supervisor is no better")

        listed = self.text("runs", "list")
        self.assertRegex(listed, r"(?m)^No PGR in \d+ of these runs: The weak supervisor")
        for run in report["runs"]:
            if run["pgr"]["status"] != "ok":
                (line,) = [line for line in listed.splitlines() if line.startswith(run["id"])]
                self.assertEqual(line.split()[5], "-")

    def test_the_report_says_what_its_intervals_are_over(self):
        report = self.json("run", "fashion-demo", "--seeds", "0-1", *SMALL)
        self.assertEqual(report["ci95_over"], {"pgr": "test_rows", "pgr_of_means": "seeds"})
        table = self.text("run", "fashion-demo", *SMALL)
        self.assertIn("it holds for this run's models only", table)

    # The checks of vptr open a pipe to look whether memory can be read: without descriptors they report what is sound.
    @unittest.skipIf(SANITIZED, "the sanitizer needs descriptors of its own")
    # Each run in progress holds open files; the runs that cannot start must not take those in progress down.
    def test_too_few_descriptors_end_in_a_sentence(self):
        def few_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
        result = self.launch(["run", "fashion-demo", "--seeds", "0-19", "--quiet", "--workers", "8", *SMALL], preexec_fn=few_descriptors)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("Too many open files", result.stderr)
        self.assertNotIn("what():", result.stderr)

    def test_many_seeds_keep_few_files_open(self):
        def usual_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
        result = self.launch(["run", "fashion-demo", "--seeds", "0-39", "--quiet", "--workers", "2", *SMALL, "--set", "optimizer.steps=5"],
                           preexec_fn=usual_descriptors)
        self.assertEqual(result.returncode, 0, result.stderr)

    # GNU timeout signals the child and its group: the two signals are one request.
    def test_a_signal_that_comes_twice_at_once_is_one(self):
        process = subprocess.Popen([W2S, "run", "fashion-demo", "--quiet", "--json", *SMALL, "--set", "optimizer.steps=2000000"],
                                   cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        runs = self.folder / ".local/share/w2s-lab/runs"
        while not list(runs.glob("*/series/student.csv")):
            self.assertIsNone(process.poll())
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        while "stopping" not in process.stderr.readline():  # the first one has arrived
            self.assertIsNone(process.poll())
        process.send_signal(signal.SIGTERM)
        said, errors = process.communicate()
        self.assertEqual(process.returncode, 1, errors)
        self.assertEqual(json.loads(said)["runs"][0]["state"], "stopped")

    def test_a_name_with_control_characters_is_made_harmless(self):
        name = "a\nb\x1b[31mred\u202eright"
        (self.folder / "x.toml").write_text(self.text("presets", "show", "fashion-demo").replace(
            'name = "fashion-demo"', 'name = "a\\nb\\u001b[31mred\\u202eright"', 1), encoding="utf-8")
        run = self.json("run", "x.toml", *SMALL)
        self.assertEqual(run["experiment"], name)
        for said in (self.text("runs", "list"), self.text("runs", "show", run["runs"][0]["id"]), self.text("run", "x.toml", *SMALL)):
            self.assertNotIn("\x1b", said)
            self.assertNotIn("\u202e", said)
            self.assertIn(r"a\nb\x1b[31mred\u{202e}right", said)

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
        extended = self.run_w2s("run", "--resume", run["id"], "--extend", "60", "--json")
        self.assertEqual(extended.returncode, 0, extended.stderr)
        longer = json.loads(extended.stdout)["runs"][0]
        self.assertNotEqual(longer["id"], run["id"])
        # The confidence weight of the preset has a warm-up, a share of the steps.
        self.assertIn("objective.confidence_weight. Up to step", extended.stderr)
        self.assertIn("a run of 60 steps from its start gives other numbers", extended.stderr)
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
