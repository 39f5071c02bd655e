"""w2s runs list over index.sqlite, and the labels of runs: what is listed is what the folders say, whatever has become of the index."""

import json
import os
import shutil
import subprocess

from harness import W2S, CommandLineCase, main

SHORT = ["points-moons", "--set", "optimizer.steps=20", "--quiet"]


class RunsList(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.workspace = self.folder / "ws"
        self.index = self.workspace / "index.sqlite"

    def list(self, *words):
        return self.json("runs", "list", *words, "--workspace", self.workspace)

    def ids(self, *words):
        return sorted(run["id"] for run in self.list(*words)["runs"])

    def make_runs(self):
        """Three runs, so long ago that they are indexed."""
        made = self.json("run", *SHORT, "--seeds", "0-2", "--workspace", self.workspace)["runs"]
        for run in made:
            self.age(run["id"])
        return sorted(run["id"] for run in made)

    def age(self, run):
        for name in ("manifest.json", "events.jsonl", "labels.json"):
            file = self.workspace / "runs" / run / name
            if file.exists():
                os.utime(file, (1_700_000_000, 1_700_000_000))

    def test_the_index_changes_nothing_that_is_listed(self):
        runs = self.make_runs()
        self.index.unlink(missing_ok=True)
        first = self.list()
        self.assertEqual(sorted(run["id"] for run in first["runs"]), runs)
        self.assertTrue(self.index.is_file())
        self.assertEqual(self.list(), first)
        self.assertEqual(self.json("check", "--workspace", self.workspace)["indexed_runs"], 3)
        for damage in (b"", b"SQLite format 3\0", b"nonsense" * 1000, self.index.read_bytes()[:9000],
                       self.index.read_bytes()[:-1000]):
            with self.subTest(damage=damage[:20]):
                self.index.write_bytes(damage)
                self.assertEqual(self.list(), first)
                self.assertEqual(self.list(), first)
                self.assertEqual(self.json("check", "--workspace", self.workspace)["indexed_runs"], 3)
        self.index.unlink()
        self.index.mkdir()
        self.assertEqual(self.list(), first)
        (note,) = self.json("check", "--workspace", self.workspace)["notes"]
        self.assertIn("is not used: it is no regular file", note["what"])

    def test_runs_come_go_and_change_at_once(self):
        a, b, c = self.make_runs()
        self.list()
        self.text("runs", "delete", a, "--workspace", self.workspace)
        (self.workspace / "runs" / b).rename(self.workspace / "runs" / "renamed")
        shutil.copytree(self.workspace / "runs" / c, self.workspace / "runs" / "copied")
        self.assertEqual(self.ids(), sorted(["renamed", "copied", c]))
        # By hand: another manifest under the same name.
        manifest = self.workspace / "runs" / c / "manifest.json"
        manifest.write_text("{")
        (damaged,) = [run for run in self.list()["runs"] if run["id"] == c]
        self.assertEqual(damaged["state"], "damaged")

    def test_several_are_deleted_and_restored(self):
        a, b, c = self.make_runs()
        at = ["--workspace", self.workspace]
        self.assert_refused(["runs", "delete", a, "nobody", *at], "nobody")
        self.assertEqual(self.ids(), sorted([a, b, c]))
        self.assertEqual(self.text("runs", "delete", a, b, a, *at).count("to the trash"), 2)
        self.assertEqual((self.ids(), self.ids("--trash")), ([c], sorted([a, b])))
        self.text("runs", "restore", a, b, *at)
        self.assertEqual((self.ids(), self.ids("--trash")), (sorted([a, b, c]), []))

    def test_programs_at_once(self):
        runs = self.make_runs()
        call = [W2S, "runs", "list", "--json", "--workspace", str(self.workspace)]
        several = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True, env=self.environment()) for _ in range(6)]
        for process in several:
            out, _ = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0)
            self.assertEqual(sorted(run["id"] for run in json.loads(out)["runs"]), runs)

    def test_labels(self):
        a, b, c = self.make_runs()
        at = ["--workspace", self.workspace]
        self.assertIn("Runs changed: 2 of 2.", self.text("runs", "label", a, b, "--tag", "paper", "--tag", "figure 1", "--star", *at))
        self.assertIn("Runs changed: 0 of 1.", self.text("runs", "label", a, "--star", *at))
        self.text("runs", "label", b, "--untag", "PAPER", "--unstar", "--archive", "--note", "not this one", *at)
        listed = self.list()
        self.assertEqual((self.ids(), listed["archived_left_out"]), (sorted([a, c]), 1))
        self.assertEqual(self.ids("--archived"), sorted([a, b, c]))
        by_id = {run["id"]: run for run in self.list("--archived")["runs"]}
        self.assertEqual((by_id[a]["tags"], by_id[a]["starred"], by_id[a]["archived"]), (["figure 1", "paper"], True, False))
        self.assertEqual((by_id[b]["tags"], by_id[b]["starred"], by_id[b]["archived"], by_id[b]["note"]),
                         (["figure 1"], False, True, "not this one"))
        text = self.text("runs", "list", *at)
        self.assertIn("Archived, not listed: 1.", text)
        self.assertIn("[figure 1, paper]  *", text)
        self.text("runs", "label", b, "--unarchive", "--note", "", "--untag", "figure 1", *at)
        self.assertFalse((self.workspace / "runs" / b / "labels.json").exists())
        self.assertEqual(self.ids(), sorted([a, b, c]))
        self.assert_refused(["runs", "label", a, *at], "Nothing is said")
        self.assert_refused(["runs", "label", a, "nobody", "--star", *at], "nobody")
        self.assert_refused(["runs", "label", a, "--tag", "", *at], "empty")
        labels = self.workspace / "runs" / c / "labels.json"
        labels.write_text("{")
        self.assert_refused(["runs", "label", c, "--star", *at], "labels.json")
        self.assertEqual(labels.read_text(), "{")
        result = self.run_w2s("runs", "label", a, c, b, "--tag", "late", *at)
        self.assertEqual(result.returncode, 2)
        self.assertIn("Runs changed: 2 of 3.", result.stdout)
        self.assertIn("labels.json", result.stderr)


if __name__ == "__main__":
    main()
