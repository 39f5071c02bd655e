"""A run that version 0.1.0 recorded (tests/data/runs) is listed, shown, replayed and trained on as that version did.

The run has three live changes, one of them of the number of steps, and a checkpoint."""

import hashlib
import json
import pathlib
import shutil
import unittest

from harness import CommandLineCase, main

RUN = "20261129-233123-fashion-demo-s0-ab32"
SOURCE = pathlib.Path(__file__).resolve().parent.parent / "data" / "runs" / RUN
# Of series/student.csv after version 0.1.0 trained this run on to step 100.
EXTENDED = "5a0d998f00845192736e93410fc87524"


class OlderRun(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.workspace = self.folder / "w"
        self.old = self.workspace / "runs" / RUN
        shutil.copytree(SOURCE, self.old)

    def accuracies(self, run):
        return {role: run[role]["accuracy"] for role in ("weak", "ceiling", "student")}

    def newest(self):
        return next(self.workspace / "runs" / run["id"]
                    for run in self.json("runs", "list", "--workspace", self.workspace)["runs"] if run["id"] != RUN)

    def assert_same_series(self, made, stage, expected):
        """Equal to the bit on the machine that made the old run; elsewhere as long and as far."""
        self.assert_same_columns(made, stage, self.known_columns((made / "series" / f"{stage}.csv").read_text()), expected)

    def assert_same_columns(self, made, stage, columns, expected):
        versions = [json.loads((folder / "manifest.json").read_text())["versions"] for folder in (made, self.old)]
        if all(versions[0][key] == versions[1][key] for key in ("libtorch", "cpu", "compiler")):
            self.assertEqual(hashlib.md5(columns.encode()).hexdigest(), expected)
        else:
            self.assertEqual(columns.split("\n")[0], self.header(stage))

    def header(self, stage):
        return (self.old / "series" / f"{stage}.csv").read_text().split("\n")[0]

    def known_columns(self, text):
        """The columns of the old file; further ones that a newer version appends are left out."""
        names = self.header("student").split(",")
        rows = [line.split(",") for line in text.splitlines()]
        at = [rows[0].index(name) for name in names]
        return "".join(",".join(row[i] for i in at) + "\n" for row in rows)

    def test_is_listed_and_shown(self):
        listed = self.json("runs", "list", "--workspace", self.workspace)["runs"]
        self.assertEqual([(run["id"], run["state"]) for run in listed], [(RUN, "finished")])
        shown = self.json("runs", "show", RUN, "--workspace", self.workspace)
        self.assertEqual(self.accuracies(shown["summary"]), {"weak": 0.6, "ceiling": 0.8, "student": 0.7533333333333333})

    def test_is_replayed(self):
        replayed = self.json("run", "--replay", RUN, "--workspace", self.workspace)["runs"][0]
        self.assertEqual(replayed["state"], "finished")
        made = self.newest()
        for stage in ("student", "ceiling"):
            old = (self.old / "series" / f"{stage}.csv").read_bytes()
            text = self.known_columns((made / "series" / f"{stage}.csv").read_text())
            if stage == "ceiling":
                # The old ceiling kept the planned steps; a live change of their number now takes it along.
                self.assertEqual(text.count("\n"), self.known_columns((made / "series/student.csv").read_text()).count("\n"))
                text = "".join(text.splitlines(keepends=True)[:len(old.splitlines())])
            self.assert_same_columns(made, stage, text, hashlib.md5(old).hexdigest())

    def test_is_trained_on_from_its_checkpoint(self):
        extended = self.json("run", "--resume", RUN, "--extend", 100, "--workspace", self.workspace)["runs"][0]
        self.assertEqual(extended["state"], "finished")
        made = self.newest()
        self.assert_same_series(made, "student", EXTENDED)
        steps = [line.split(",")[0] for line in (made / "series" / "student.csv").read_text().splitlines()[1:]]
        self.assertEqual(steps, [str(step) for step in range(1, 101)])


if __name__ == "__main__":
    main()
