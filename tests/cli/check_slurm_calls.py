"""w2s study submit, status and cancel where Slurm is missing, refuses, talks nonsense or has forgotten the job. Its commands are
small scripts here: sbatch keeps its call and can do the tasks at once; squeue and sacct print what a test wrote for them."""

import json
import os
import pathlib
import shutil

from harness import CommandLineCase, main

# Names that a shell would act on.
STUDY = "it's \"two\"; touch pwned; $(touch pwned) `touch pwned` %j"
WORKSPACE = "w s'; $(touch pwned) %j"

SBATCH = """#!/bin/sh
cd "{fakes}"
for word; do printf '%s\\n' "$word"; last=$word; done > sbatch.call
cat sbatch.errors >&2
cat sbatch.output
code=$(cat sbatch.code)
[ -e sbatch.works ] && for task in $(cat sbatch.works); do
  cd / && SLURM_ARRAY_TASK_ID=$task sh "$last" > "{fakes}/task.$task" 2>&1 || echo "task $task failed" >> "{fakes}/failed"
done
exit "$code"
"""
TALK = """#!/bin/sh
cd "{fakes}"
printf '%s\\n' "$@" > {name}.call
cat {name}.errors >&2
cat {name}.output
exit "$(cat {name}.code)"
"""


class SlurmCalls(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.fakes = self.folder / "fakes"
        self.fakes.mkdir()
        for name in ("sbatch", "squeue", "sacct", "scancel"):
            program = self.fakes / name
            program.write_text((SBATCH if name == "sbatch" else TALK).format(fakes=self.fakes, name=name))
            program.chmod(0o755)
            self.answer(name)
        self.answer("sbatch", "12\n")
        self.write("base.toml", self.text("presets", "show", "points-moons"))
        self.write("study.toml", f"""schema = 1
name = {json.dumps(STUDY)}
base = "base.toml"
seeds = "0-1"
[grid]
optimizer.steps = [20, 40]
""")

    def environment(self):
        return {**super().environment(), "PATH": f"{self.fakes}:{os.environ['PATH']}"}

    def answer(self, name, output="", errors="", code=0):
        for part, text in (("output", output), ("errors", errors), ("code", str(code))):
            (self.fakes / f"{name}.{part}").write_text(text)

    def submit(self, *words):
        return self.json("study", "submit", "study.toml", "--workspace", WORKSPACE, *words)

    def refused(self, verb, *parts, code=1):
        self.assert_refused(["study", verb, "study.toml" if verb == "submit" else STUDY, "--workspace", WORKSPACE], *parts, code=code)

    def status(self):
        return self.json("study", "status", STUDY, "--workspace", WORKSPACE)

    def states(self):
        return [task["state"] for task in self.status()["slurm"]["jobs"][-1]["tasks"]]

    def submissions(self):
        return sorted(self.folder.glob("w s*/studies/*/slurm/*/submission.json"))

    def queue(self, *states):
        """squeue knows the tasks of the newest submission in these states, "STATE" or "STATE REASON"; "" is a task it forgot."""
        name = json.loads(self.submissions()[-1].read_text())["job_name"]
        self.answer("squeue", "".join(f"{name}|12|{task}|{state.partition(' ')[0]}|{state.partition(' ')[2] or 'None'}\n"
                                      for task, state in enumerate(states) if state))

    def test_names_are_words(self):
        job = self.submit("--partition", "a b; c", "--account", "x'y", "--time", "1:00:00", "--cpus", "2", "--group", "3")
        self.assertEqual((job["job"], job["tasks"], job["runs"]), ("12", 2, 4))
        call = (self.fakes / "sbatch.call").read_text().splitlines()
        for word in ("--parsable", "--array=0-1", "--partition=a b; c", "--account=x'y", "--time=1:00:00", "--cpus-per-task=2"):
            self.assertIn(word, call)
        script = pathlib.Path(call[-1])
        self.assertNotIn("touch pwned) `", script.read_text())  # the study's name is nowhere, its folder's is plain
        self.assertIn(f"--output={script.parent}/task-%a.log".replace("%j", "%%j"), call)
        self.assertFalse(list(self.folder.rglob("pwned")))

    def test_tasks_do_their_own_runs(self):
        (self.fakes / "sbatch.works").write_text("1 3")
        self.submit()
        self.assertFalse((self.fakes / "failed").exists(), [file.read_text() for file in self.fakes.glob("task.*")])
        runs = [run for cell in self.status()["cells"] for run in cell["runs"]]
        self.assertEqual([run["state"] for run in runs], ["missing", "finished"] * 2)
        self.assertEqual((self.fakes / "task.1").read_text(), "steps = 20, seed 1: finished\n")
        # The two that the queue has forgotten are sent again, and they alone.
        (self.fakes / "sbatch.works").write_text("0 1")
        again = self.submit()
        self.assertEqual((again["tasks"], again["runs"]), (2, 2))
        self.assertEqual([cell["n"] for cell in self.status()["cells"]], [2, 2])
        self.assertIn("Nothing to submit", self.run_w2s("study", "submit", STUDY, "--workspace", WORKSPACE).stderr)
        self.assertEqual(len(self.submissions()), 2)
        self.assertFalse(list(self.folder.rglob("pwned")))
        calm = self.json("study", "run", "study.toml", "--workspace", "calm", "--quiet")
        for cell, calm_cell in zip(self.status()["cells"], calm["cells"], strict=True):
            for key in ("settings", "n", "weak", "student", "ceiling", "pgr_of_means", "state"):
                self.assertEqual(cell[key], calm_cell[key])

    def test_what_is_queued_is_not_sent_again(self):
        self.submit()
        self.queue("PENDING Resources", "RUNNING", "TIMEOUT TimeLimit", "OUT_OF_MEMORY")
        self.assertEqual(self.states(), ["PENDING", "RUNNING", "TIMEOUT", "OUT_OF_MEMORY"])
        text = self.text("study", "status", STUDY, "--workspace", WORKSPACE)
        self.assertIn("task 0: PENDING (Resources): steps = 20, seed 0: missing", text)
        self.assertIn("task 2: TIMEOUT (TimeLimit)", text)
        self.assertIn("PENDING", self.text("study", "show", STUDY, "--workspace", WORKSPACE))
        # What became of a task is known after Slurm has forgotten it.
        self.queue("PENDING Resources", "RUNNING", "", "")
        self.assertEqual(self.states(), ["PENDING", "RUNNING", "TIMEOUT", "OUT_OF_MEMORY"])
        before = self.submissions()
        again = self.submit()
        self.assertEqual(again["runs"], 2)
        keys = [task["runs"] for task in self.status()["slurm"]["jobs"][0]["tasks"]]
        self.assertEqual((pathlib.Path(again["folder"]) / "tasks.txt").read_text().split(), [keys[2][0], keys[3][0]])
        self.assertEqual(len(self.submissions()), len(before) + 1)
        # What was sent again is told once, of the newer job.
        text = self.text("study", "status", STUDY, "--workspace", WORKSPACE)
        self.assertEqual(text.count("TIMEOUT (TimeLimit)"), 0)
        self.assertEqual(text.count("steps = 40, seed 0: missing"), 1)

    def test_the_accounting_remembers(self):
        self.submit()
        name = json.loads(self.submissions()[0].read_text())["job_name"]
        self.answer("sacct", f"{name}|12_0|CANCELLED by 7|0:15\n{name}|12_1|FAILED|1:0\n{name}|12_[2-3]|PENDING|0:0\nother|13_0|FAILED|1:0\n")
        self.assertEqual(self.states(), ["CANCELLED", "FAILED", None, None])
        self.assertIn("task 1: FAILED (exit code 1:0)", self.text("study", "status", STUDY, "--workspace", WORKSPACE))

    def test_cancel_ends_what_lives(self):
        self.submit()
        self.assertIn("no tasks", self.text("study", "cancel", STUDY, "--workspace", WORKSPACE))
        self.assertFalse((self.fakes / "scancel.call").exists())
        self.queue("PENDING", "COMPLETED", "RUNNING")
        self.assertEqual(self.json("study", "cancel", STUDY, "--workspace", WORKSPACE)["cancelled"], [{"job": "12", "tasks": 2}])
        name = json.loads(self.submissions()[0].read_text())["job_name"]
        self.assertEqual((self.fakes / "scancel.call").read_text().split(), [f"--name={name}", "12"])
        self.answer("scancel", errors="scancel: error: Kill job error on job id 12: Access/permission denied\n", code=1)
        self.refused("cancel", "Access/permission denied")

    def test_a_refused_job_leaves_nothing(self):
        self.answer("sbatch", errors="sbatch: error: invalid partition specified: x\nsbatch: error: Batch job submission failed\n", code=1)
        self.refused("submit", "Slurm refuses the job: invalid partition specified: x; Batch job submission failed.", code=2)
        self.assertEqual(self.submissions(), [])
        self.assertNotIn("slurm", self.status())

    def test_no_slurm(self):
        for name in ("sbatch", "squeue", "sacct", "scancel"):
            (self.fakes / name).unlink()
        if shutil.which("sbatch"):  # installed: only our folder is searched, which has none of them
            self.environment = lambda: {**super(SlurmCalls, self).environment(), "PATH": str(self.fakes)}
        self.refused("submit", "There is no Slurm on this machine")
        self.assertEqual(self.submissions(), [])

    def test_nonsense(self):
        self.answer("sbatch", "a fine day\n")
        self.refused("submit", "\"a fine day\"", "Whether the job is queued is not known")
        # The job may be there: it is found by its name, and not sent twice.
        self.queue("PENDING", "PENDING", "PENDING", "PENDING")
        self.assertEqual(self.states(), ["PENDING"] * 4)
        self.assertEqual(self.status()["slurm"]["jobs"][0]["job"], "12")
        self.assertIn("Nothing to submit", self.run_w2s("study", "submit", STUDY, "--workspace", WORKSPACE).stderr)
        for nonsense in ("a fine day\n", "|||||\n", "\0\xff\n", "x|1|1\n"):
            self.answer("squeue", nonsense)
            told = self.status()
            self.assertIn("not understood", told["slurm"]["error"])
            self.assertEqual([cell["state"] for cell in told["cells"]], ["missing"] * 2)
            self.refused("submit", "not understood")
            self.refused("cancel", "not understood")

    def test_an_unreachable_controller(self):
        self.submit()
        self.answer("squeue", errors="slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n", code=1)
        text = self.text("study", "status", STUDY, "--workspace", WORKSPACE)
        self.assertIn("Slurm does not say what is queued: Unable to contact slurm controller (connect failure).", text)
        self.refused("submit", "Unable to contact slurm controller")

    def test_a_damaged_record_is_passed_over_and_said(self):
        self.submit()
        for text in ("", "{}", "[1]", '{"schema": 1, "job_name": "x", "job_id": "", "created": "", "tasks": [1], "over": []}',
                     '{"schema": 1, "job_name": "x", "job_id": "", "created": "", "tasks": [["a"]], "over": [{"task": 9}]}'):
            self.submissions()[0].write_text(text)
            queue = self.status()["slurm"]
            self.assertEqual(queue["jobs"], [])
            [unreadable] = queue["unreadable"]
            self.assertIn("submission.json", unreadable)
            table = self.text("study", "status", STUDY, "--workspace", WORKSPACE)
            self.assertIn(f"{unreadable} What was handed to the queue with it is not known.", table)
        result = self.run_w2s("study", "submit", "study.toml", "--workspace", WORKSPACE, "--json")
        self.assertIn("submission.json", result.stderr)
        self.assertEqual(json.loads(result.stdout)["runs"], 4)
        self.assertEqual(self.status()["slurm"]["unreadable"], [unreadable])

    def test_a_dry_run_writes_nothing(self):
        text = self.text("study", "submit", "study.toml", "--workspace", WORKSPACE, "--dry-run", "--partition", "p q")
        self.assertIn("--only", text)
        self.assertIn("'--partition=p q'", text)
        self.assertFalse((self.folder / WORKSPACE).exists())
        self.assertFalse((self.fakes / "sbatch.call").exists())
        # Nor what the queue says, nor an index of the runs.
        self.submit()
        self.json("study", "run", "study.toml", "--workspace", WORKSPACE, "--quiet", "--only", self.status()["cells"][0]["runs"][0]["key"])
        self.queue("COMPLETED", "FAILED", "", "")
        before = self.aged_files(self.folder / WORKSPACE)
        self.text("study", "submit", "study.toml", "--workspace", WORKSPACE, "--dry-run")
        self.assertEqual(self.files(self.folder / WORKSPACE), before)
        self.status()
        self.assertNotEqual(self.files(self.folder / WORKSPACE), before)  # which writes both

    def test_only_trains_what_it_names(self):
        self.json("study", "run", "study.toml", "--workspace", "ws", "--quiet", "--only", self.key(1, 0))
        states = [run["state"] for cell in self.json("study", "status", STUDY, "--workspace", "ws")["cells"] for run in cell["runs"]]
        self.assertEqual(states, ["missing", "missing", "finished", "missing"])
        self.assert_refused(["study", "run", "study.toml", "--workspace", "ws", "--only", "abc"], "has no run abc")

    def key(self, cell, seed):
        return self.json("study", "status", "study.toml", "--workspace", "ws")["cells"][cell]["runs"][seed]["key"]

    def test_the_options_are_checked(self):
        for words in (("--engine", "ssh"), ("--cpus", "0"), ("--group", "0"), ("--partition", ""), ("--cpus", "1e3")):
            self.assert_misused(["study", "submit", "study.toml", "--workspace", "ws", *words], words[1])


if __name__ == "__main__":
    main()
