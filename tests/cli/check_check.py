"""Damage of runs, checkpoints and cache is noticed, said and mended; what killed processes left is swept.

No number may change without a word: a run after damage has the numbers of one before it."""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from harness import SANITIZED, W2S, CommandLineCase, main

SMALL = ["fashion-demo", "--set", "strong.backbone={ name = \"pixels\", size = 14 }", "--set", "task.weak_rows=200",
         "--set", "task.transfer_rows=800", "--set", "task.validation_rows=100", "--set", "task.test_rows=300"]
SHORT = [*SMALL, "--set", "optimizer.steps=60"]
STEPS, EVERY = 30000, 250
LONG = [*SMALL, "--set", f"optimizer.steps={STEPS}", "--set", f"evaluation.every={EVERY}"]


def flip(path, chance):
    """Another bit of the file, in place."""
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return at


class Check(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.workspace = self.folder / "ws"
        self.chance = random.Random(os.environ.get("W2S_FLIP_SEED", "1"))

    def check(self, *words, code=0):
        result = self.run_w2s("check", *words, "--json", "--workspace", self.workspace)
        if code is not None:
            self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return json.loads(result.stdout)

    def run_short(self):
        return self.json("run", *SHORT, "--quiet", "--workspace", self.workspace)["runs"][0]

    def numbers(self, run):
        folder = self.workspace / "runs" / run["id"]
        summary = json.loads((folder / "summary.json").read_text())
        for key in ("seconds", "checksum"):
            summary.pop(key)
        return summary, {file.name: file.read_bytes() for file in (folder / "series").glob("*.csv")}

    def test_a_sound_workspace_and_wrong_calls(self):
        self.run_short()
        check = self.check()
        self.assertEqual((check["runs"], check["faults"], check["leftovers"], check["notes"], check["files_without_hash"]),
                         (1, [], [], [], 0))
        self.assertGreaterEqual(check["cache_entries"], 4)
        self.assertGreaterEqual(check["checkpoints"], 1)
        self.assertIn("Everything is sound.", self.text("check", "--workspace", self.workspace))
        self.assert_refused(["check", "--workspace", self.folder / "nowhere"], "There is no workspace in")
        self.assert_misused(["check", "--fix"], "--fix")

    def test_every_file_of_a_run_is_checked(self):
        run = self.run_short()
        folder = self.workspace / "runs" / run["id"]
        files = [file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != "report.txt"]
        self.assertGreater(len(files), 10)
        for file in files:
            sound = file.read_bytes()
            at = flip(file, self.chance)
            with self.subTest(f"{file.relative_to(folder)}, byte {at}"):
                check = self.check(code=1)
                self.assertFalse(check["sound"])
                self.assertIn(str(folder), check["faults"][0]["path"])
                shown = self.run_w2s("runs", "show", run["id"], "--json", "--workspace", self.workspace)
                if shown.returncode == 0:
                    self.assertEqual(json.loads(shown.stdout)["summary"]["student"]["accuracy"], run["student"]["accuracy"])
            file.write_bytes(sound)
        self.check()

    def test_an_unsound_cache_entry_is_made_again(self):
        run = self.run_short()
        expected = self.numbers(run)
        kept = self.folder / "kept"
        shutil.copytree(self.workspace, kept)
        kinds = {file.name: file for file in sorted((kept / "cache").rglob("*")) if file.is_file()}
        self.assertGreater(len(kinds), 4)
        for file in kinds.values():
            # Without the other entries each one is needed.
            shutil.rmtree(self.workspace)
            shutil.copytree(kept / "runs", self.workspace / "runs")
            damaged = self.workspace / file.relative_to(kept)
            shutil.copytree(file.parent, damaged.parent)
            at = flip(damaged, self.chance)
            with self.subTest(f"{file.relative_to(kept)}, byte {at}"):
                result = self.run_w2s("run", *SHORT, "--quiet", "--json", "--workspace", self.workspace)
                self.assertEqual(result.returncode, 0, result.stderr)
                made = json.loads(result.stdout)["runs"][0]
                self.assertEqual(self.numbers(made), expected)
                warnings = result.stderr.splitlines()
                self.assertIn(str(damaged.parent), result.stderr)
                self.assertEqual(len(set(warnings)), len(warnings))
                check = self.check()  # made again
                self.assertTrue(check["notes"])
                said = self.json("runs", "show", made["id"], "--workspace", self.workspace)["notes"]
                self.assertIn(str(damaged.parent), "".join(said))
        flip(damaged, self.chance)
        self.assertEqual(len(self.check(code=1)["faults"]), 1)
        self.assertTrue(self.check("--repair")["faults"][0]["removed"])
        self.assertFalse(damaged.exists())
        self.check()

    def test_the_rest_of_a_removed_run_is_swept(self):
        self.run_short()
        for place in ("runs", "trash"):
            shell = self.workspace / place / "20260101-000000-ghost-s0-0001"
            (shell / "checkpoint").mkdir(parents=True)
            self.assertEqual(self.check(code=None)["leftovers"], [])  # somebody may be about to remove it
            for folder in (shell / "checkpoint", shell):
                os.utime(folder, (0, 0))
            full = shell.with_name("20260101-000000-full-s0-0001")
            full.mkdir()
            (full / "note.txt").write_text("mine")
            os.utime(full, (0, 0))
            found = self.check(code=None)["leftovers"]
            self.assertEqual([entry["path"] for entry in found], [str(shell)])
            self.check("--repair", code=None)
            self.assertFalse(shell.exists())
            self.assertTrue((full / "note.txt").exists())
            shutil.rmtree(full)
        self.check()

    def test_studies_are_checked(self):
        study = self.write("study.toml", 'schema = 1\nname = "two weights"\nbase = "fashion-demo"\nseeds = [0]\n'
                                         "[grid]\noptimizer.steps = [20]\n")
        self.text("study", "run", study, "--quiet", "--workspace", self.workspace)
        check = self.check()
        self.assertEqual((check["studies"], check["faults"], check["notes"]), (1, [], []))
        [folder] = (self.workspace / "studies").iterdir()
        kept = self.folder / "kept"
        shutil.copytree(folder, kept)
        queued = {"schema": 1, "job_name": "w2s-x", "job_id": "7", "created": "", "tasks": [["a", "b"], ["c"]], "over": []}

        def submit(tasks, record=json.dumps(queued)):
            (folder / "slurm/1").mkdir(parents=True)
            (folder / "slurm/1/tasks.txt").write_text(tasks)
            (folder / "slurm/1/submission.json").write_text(record)

        damages = {
            "study.toml": (lambda: (folder / "study.toml").unlink(), "has no study.toml"),
            "a key": (lambda: (folder / "study.toml").write_text("schema = 1\nnames = 3\n"), "study.toml"),
            "its base": (lambda: (folder / "base.toml").write_text("schema = 1\n[strong]\nhead = 7\n"), "base.toml"),
            "its name": (lambda: folder.rename(folder.with_name("other")), "is of the study two weights"),
            "tasks": (lambda: submit("a\nc\n"), "names other runs"),
            "a record": (lambda: submit("a,b\nc\n", "{"), "submission.json"),
        }
        for what, (damage, said) in damages.items():
            with self.subTest(what):
                damage()
                check = self.check(code=1)
                self.assertEqual(len(check["faults"]), 1, check["faults"])
                self.assertIn(said, check["faults"][0]["what"])
                self.assertFalse(self.check("--repair", code=1)["sound"])  # nothing of a study is removed
            shutil.rmtree(self.workspace / "studies")
            shutil.copytree(kept, folder)
        submit("a,b\nc\n")
        left = folder / "study.toml.tmp-1999999999-0"
        left.write_text("half")
        os.utime(left, (1, 1))
        self.assertEqual([one["path"] for one in self.check()["leftovers"]], [str(left)])
        self.check("--repair")
        self.assertFalse(left.exists())

    def most_memory(self, *words):
        """What the call has at most, in bytes; it succeeds."""
        process = subprocess.Popen([W2S, *map(str, words), "--workspace", self.workspace], env=self.environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0, process.stderr.read())
        process.stderr.close()
        return usage.ru_maxrss * 1024

    @unittest.skipIf(SANITIZED, "a sanitizer keeps what was freed")
    def test_long_files_are_not_held_whole(self):
        example = pathlib.Path(__file__).parents[1] / "data/runs/20261129-233123-fashion-demo-s0-ab32"
        folder = self.workspace / "runs" / example.name
        shutil.copytree(example, folder)
        verbs = (["check"], ["runs", "list"], ["runs", "show", example.name])
        before = [self.most_memory(*verb) for verb in verbs]
        # In pieces: what this process holds counts for the ones that it starts.
        header, row = (folder / "series/student.csv").read_text().splitlines()[:2]
        row = row[row.index(","):]
        with (folder / "series/student.csv").open("w") as series:
            series.write(header + "\n")
            for first in range(1, 600_000, 1_000):
                series.write("".join(f"{step}{row}\n" for step in range(first, first + 1_000)))
        self.assertGreater((folder / "series/student.csv").stat().st_size, 50_000_000)
        for verb, small in zip(verbs, before):
            with self.subTest(verb):
                self.assertLess(self.most_memory(*verb) - small, 24_000_000)
        shutil.copy(example / "series/student.csv", folder / "series/student.csv")
        *lines, end = (folder / "events.jsonl").read_text().splitlines(keepends=True)
        paused = '{"event":"run_paused"}\n{"event":"run_continued"}\n' * 1_000
        with (folder / "events.jsonl").open("w") as log:
            log.write("".join(lines))
            for _ in range(1_000):
                log.write(paused)
            log.write(end)
        for verb, small in zip(verbs[:2], before):
            with self.subTest(verb):
                self.assertLess(self.most_memory(*verb) - small, 24_000_000)

    def start(self):
        """A run whose student has been evaluated a few times, and its folder."""
        process = subprocess.Popen([W2S, "run", *LONG, "--json", "--quiet", "--workspace", self.workspace], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        while not any(log.read_text().count('"evaluated","stage":"student"') > 4
                      for log in self.workspace.glob("runs/2*/events.jsonl")):
            self.assertIsNone(process.poll(), "the run was over too early")
            time.sleep(0.005)
        return process, next(self.workspace.glob("runs/2*"))

    def make_checkpoint(self, process, folder, name):
        """One is due every second, or later where the disk is slow: time passes while the process stands still."""
        while not (folder / "checkpoint" / name).exists():
            self.assertIsNone(process.poll(), "the run was over too early")
            process.send_signal(signal.SIGSTOP)
            time.sleep(1.1)
            process.send_signal(signal.SIGCONT)
            time.sleep(0.02)

    def interrupt(self):
        """The folder of a run that was killed once its student had two checkpoints."""
        process, folder = self.start()
        self.make_checkpoint(process, folder, "student.safetensors")
        self.make_checkpoint(process, folder, "student.safetensors.previous")
        # Not between the two renames of a checkpoint, where the one before is all there is.
        while not (folder / "checkpoint/student.safetensors").exists():
            self.assertIsNone(process.poll(), "the run was over too early")
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.assertEqual(process.returncode, -signal.SIGKILL)
        return folder

    def resume(self, folder, workspace=None):
        resumed = self.json("run", "--resume", folder.name, "--quiet", "--workspace", workspace or self.workspace)["runs"][0]
        return self.numbers(resumed)

    def test_a_resumed_run_goes_on_from_what_is_sound(self):
        folder = self.interrupt()
        kept = self.folder / "kept"
        shutil.copytree(self.workspace, kept)
        expected = self.resume(folder)
        checkpoint = "checkpoint/student.safetensors"
        # Of a series whose first rows are damaged nothing is sound, and then no checkpoint has its rows.
        for damaged, told in (([checkpoint], 1), ([checkpoint, checkpoint + ".previous"], 2), (["series/student.csv"], 3)):
            shutil.rmtree(self.workspace)
            shutil.copytree(kept, self.workspace)
            for name in damaged:
                path = folder / name
                data = bytearray(path.read_bytes())
                data[len(data) // 3 if name.startswith("check") else 400] ^= 1
                path.write_bytes(data)
            with self.subTest(damaged):
                self.assertGreaterEqual(len(self.check(code=1)["faults"]), len(damaged))
                self.assertEqual(self.resume(folder), expected)
                self.assertEqual(len(self.check()["notes"]), told)

    def test_lost_events_are_said_and_their_stage_begins_anew(self):
        folder = self.interrupt()
        kept = self.folder / "kept"
        shutil.copytree(self.workspace, kept)
        expected = self.resume(folder)
        for cut in ("end", "middle"):
            shutil.rmtree(self.workspace)
            shutil.copytree(kept, self.workspace)
            log = folder / "events.jsonl"
            lines = log.read_text().splitlines(keepends=True)
            evaluated = [i for i, line in enumerate(lines) if '"evaluated","stage":"student"' in line]
            del lines[evaluated[2] if cut == "end" else evaluated[1]:None if cut == "end" else evaluated[1] + 1]
            log.write_text("".join(lines))
            with self.subTest(cut):
                self.assertEqual(self.resume(folder), expected)
                self.assertGreaterEqual(len(self.check()["notes"]), 1)
                log = [json.loads(line) for line in log.read_text().splitlines()]
                steps = [event["step"] for event in log if event["event"] == "evaluated" and event["stage"] == "student"]
                self.assertEqual(steps, list(range(0, STEPS + 1, EVERY)))

    def test_a_link_in_place_of_the_log_is_not_followed(self):
        folder = self.interrupt()
        target = self.write("precious.txt", "no line end")
        (folder / "events.jsonl").unlink()
        (folder / "events.jsonl").symlink_to(target)
        result = self.run_w2s("run", "--resume", folder.name, "--quiet", "--workspace", self.workspace)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("events.jsonl", result.stderr)
        self.assertEqual(target.read_text(), "no line end")

    def test_a_run_whose_folder_vanishes_fails_with_a_sentence(self):
        process, folder = self.start()
        shutil.rmtree(folder, ignore_errors=True)
        _, err = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 1, err)
        self.assertIn("was removed while its run was at work", err)
        self.assertFalse(folder.exists(), list(folder.rglob("*")) if folder.exists() else "")

    def test_what_killed_runs_leave_is_swept(self):
        for delay in (0.02, 0.05, 0.1, 0.2, 0.4):
            process = subprocess.Popen([W2S, "run", *LONG, "--json", "--quiet", "--workspace", self.workspace],
                                       cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.communicate()
        runs = self.workspace / "runs"
        temporary = (".new-*", ".probe-*", "*.tmp-*", "*.last_good")
        for pattern in temporary:  # as if they had been left hours ago
            for path in self.workspace.rglob(pattern):
                os.utime(path, (1, 1))
        (runs / ".new-run-1-mine").mkdir(parents=True)  # on a busy machine none of them got so far
        self.check("--repair")
        left = [path.name for pattern in temporary for path in self.workspace.rglob(pattern)]
        self.assertEqual(left, [".new-run-1-mine"])


if __name__ == "__main__":
    main()
