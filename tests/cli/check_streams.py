"""Every verb with standard streams that are closed, full or not read, few descriptors, folders that vanish, other locales
and wrong clocks: it does its work or says in a sentence why not, and never ends by a signal of its own making."""

import errno
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time
import unittest

FAULTS = pathlib.Path(sys.argv.pop(2)).resolve() if len(sys.argv) > 2 else None

from harness import SANITIZED, W2S, CommandLineCase, main  # noqa: E402  (it takes the path of w2s from the same arguments)

RUN = ["run", "points-moons", "--set", "task.weak_rows=60", "--set", "task.transfer_rows=300", "--set",
       "task.validation_rows=200", "--set", "task.test_rows=400", "--set", "optimizer.steps=40"]
LONG = [*RUN, "--set", "optimizer.steps=5000000"]
BATCH = '{"logits": [[1.2, -0.3], [0.1, 0.4]], "weak": [[0.8, 0.2], [0.3, 0.7]], "targets": [0, 1], "step": 1, "steps": 9}'

STUDY = """schema = 1
name = "small"
base = "points-moons"
seeds = [0]
[grid]
optimizer.steps = [10, 20]
"""
NEW = "{a new file}"
# An encoder takes minutes; a queue is needed for the others (check_slurm.py, check_slurm_calls.py).
LEFT_OUT = ["pretrain", "study submit", "study cancel"]


def limit(what, most):
    return lambda: resource.setrlimit(what, (most, most))


class Streams(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.recorded = self.json(*RUN)["runs"][0]
        self.write("batch.json", BATCH)
        # Every verb that ends soon; each prints something.
        self.verbs = [RUN, [*RUN, "--json"], ["run", "--replay", self.recorded["id"], "--quiet"], ["presets"],
                      ["presets", "show", "points-moons"], ["presets", "--json"],
                      ["pgr", "--weak", ".5", "--student", ".6", "--ceiling", ".7"], ["loss", "--input", "batch.json"],
                      ["loss", "--input", "batch.json", "--json"], ["data", "list"], ["data", "inspect", "moons"],
                      ["data", "card", "rows.csv", "-o", NEW],
                      ["runs", "list"], ["runs", "list", "--json"], ["runs", "show", self.recorded["id"]],
                      ["model", "inspect", "fashion-ssl"], ["check"], ["check", "--json"], ["--help"], ["--version"]]
        self.write("rows.csv", "id,label\n" + "".join(f"{i},{i % 2}\n" for i in range(40)))
        self.write("study.toml", STUDY)
        self.json("study", "run", "study.toml", "--quiet")
        one, other = [run["id"] for run in self.json("runs", "list")["runs"] if run["id"] != self.recorded["id"]]
        self.json("bundle", one, "-o", "one.w2s")
        self.verbs += [["study", "run", "study.toml"], ["study", "show", "small"], ["study", "status", "small"],
                       ["study", "extend", "small", "--seeds", "1"], ["compare", one, other], ["compare", one, other, "--json"],
                       ["references"], ["references", "--json"],
                       ["bundle", one, "-o", NEW], ["import", "one.w2s", "--list"], ["import", "one.w2s"],
                       ["runs", "label", one, "--star"], ["runs", "delete", other], ["runs", "restore", other]]

    def for_each_verb(self, check):
        for number, words in enumerate(self.verbs):
            with self.subTest(" ".join(words[:3])):
                check([f"new{number}.w2s" if word == NEW else word for word in words])

    def test_each_verb_is_among_those(self):
        left_out = [" ".join(verb) for verb in self.all_verbs()
                    if not any(words[:len(verb)] == verb for words in self.verbs)]
        self.assertEqual(left_out, LEFT_OUT)

    def assert_sentence(self, result, *parts):
        self.assertIn(result.returncode, (1, 2), result.stderr)
        self.assertRegex(result.stderr, r"(?m)^w2s: .*\.$")
        for part in parts:
            self.assertIn(part, result.stderr)
        self.assertNotIn("what():", result.stderr)

    def check_record(self):
        """Nothing that was printed is in the run folders' files."""
        for events in self.folder.glob(".local/share/w2s-lab/runs/*/events.jsonl"):
            for line in events.read_text().splitlines():
                json.loads(line)

    def test_closed_streams(self):
        def check(words):
            every_way = ((0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2))
            for closed in every_way if words == RUN else every_way[-1:]:
                def close_them(descriptors=closed):
                    for descriptor in descriptors:
                        os.close(descriptor)
                result = self.launch(words, preexec_fn=close_them)
                self.assertEqual(result.returncode, 0, f"{closed} {result.stderr}")
        self.for_each_verb(check)
        self.check_record()

    def test_standard_output_that_is_full(self):
        def check(words):
            with open("/dev/full", "w", encoding="utf-8") as full:
                result = self.launch(words, stdout=full)
            self.assertEqual(result.returncode, 1)
            self.assert_sentence(result, "standard output cannot be written: No space left on device.")
        self.for_each_verb(check)

    def test_standard_error_that_is_full(self):
        def check(words):
            with open("/dev/full", "w", encoding="utf-8") as full:
                result = self.launch(words, stderr=full)
            self.assertEqual(result.returncode, 0)
            self.assertNotEqual(result.stdout, "")
        self.for_each_verb(check)
        self.check_record()

    def broken_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        return os.fdopen(writer, "w")

    def test_nobody_reads_the_output(self):
        def check(words):
            with self.broken_pipe() as pipe:
                result = self.launch(words, stdout=pipe)
            if words[0] == "run" or words[:2] in (["study", "run"], ["study", "extend"]):  # which train
                self.assert_sentence(result, "standard output cannot be written: Broken pipe.")
            else:  # as every command before `| head`
                self.assertEqual((result.returncode, result.stderr), (-signal.SIGPIPE, ""))
        self.for_each_verb(check)

    # The progress is of less worth than the run.
    def test_nobody_reads_the_progress(self):
        with self.broken_pipe() as pipe:
            result = self.launch([*RUN, "--seeds", "1-2", "--json"], stderr=pipe)
        self.assertEqual(result.returncode, 0)
        self.assertEqual([run["state"] for run in json.loads(result.stdout)["runs"]], ["finished"] * 2)

    # Each limit makes another start of these runs fail, or another file of one in progress.
    # Its checks of vptr open a pipe to look whether memory can be read.
    @unittest.skipIf(SANITIZED, "the sanitizer needs descriptors of its own")
    def test_few_descriptors(self):
        for most in range(6, 50, 4):
            with self.subTest(most):
                workspace = self.folder / f"few{most}"
                result = self.launch([*RUN, "--seeds", "0-5", "--quiet", "--workers", "4", "--workspace", workspace],
                                     preexec_fn=limit(resource.RLIMIT_NOFILE, most))
                if result.returncode != 0:
                    self.assert_sentence(result, "Too many open files")
                for run in self.json("runs", "list", "--workspace", workspace)["runs"]:
                    self.assertIn(run["state"], ("finished", "failed", "interrupted", "stopped"))

    def test_no_further_thread(self):
        if os.geteuid() == 0:
            self.skipTest("the limit does not hold for the superuser")
        result = self.launch(RUN, preexec_fn=limit(resource.RLIMIT_NPROC, 1))
        self.assert_sentence(result, "The system refused")

    def test_a_limit_on_the_size_of_files(self):
        for most in (100, 3000, 20000):
            with self.subTest(most):
                result = self.launch([*RUN, "--quiet", "--workspace", f"small{most}"], preexec_fn=limit(resource.RLIMIT_FSIZE, most))
                self.assert_sentence(result, "File too large")

    @unittest.skipIf(SANITIZED, "the address space of a sanitized program cannot be limited")
    def test_too_little_memory(self):
        least = 64 << 20  # of address space; the libraries take some 600 MB of it, so that the loader fails first
        for most in range(least, 1600 << 20, 128 << 20):
            with self.subTest(most >> 20):
                result = self.launch([*RUN, "--quiet", "--json"], preexec_fn=limit(resource.RLIMIT_AS, most))
                if result.returncode == 0:
                    self.assertEqual(json.loads(result.stdout)["runs"][0]["student"], self.recorded["student"])
                elif "error while loading shared libraries" not in result.stderr:
                    self.assert_sentence(result)

    def wait_for(self, process, pattern):
        while not list(self.folder.glob(pattern)):
            self.assertIsNone(process.poll())
            time.sleep(0.01)

    def start(self, words):
        return subprocess.Popen([W2S, *map(str, words)], cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def test_folders_that_vanish(self):
        for gone in ("gone", "gone/runs", "gone/runs/*", "gone/runs/*/series"):
            with self.subTest(gone):
                process = self.start([*LONG, "--quiet", "--workspace", "gone"])
                self.wait_for(process, "gone/runs/*/series/student.csv")
                for folder in self.folder.glob(gone):
                    os.rename(folder, self.folder / "elsewhere")
                    shutil.rmtree(self.folder / "elsewhere")
                if gone.endswith("series"):
                    process.send_signal(signal.SIGTERM)  # open files can be written on
                _, errors = process.communicate(timeout=60)
                self.assertIn(process.returncode, (1, 2), errors)
                self.assertNotIn("what():", errors)
                shutil.rmtree(self.folder / "gone", ignore_errors=True)

    def test_a_signal_ends_every_moment(self):
        for seconds in (0, 0.01, 0.03, 0.1, 0.3):
            for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                with self.subTest(seconds=seconds, asked=asked):
                    process = self.start([*LONG, "--quiet", "--json"])
                    time.sleep(seconds)  # any moment is right
                    process.send_signal(asked)
                    said, errors = process.communicate(timeout=60)
                    if process.returncode == 1:
                        self.assertIn("stops after this batch", errors)
                        self.assertTrue(all(run["state"] in ("stopped", "discarded") for run in json.loads(said)["runs"]))
                    else:
                        self.assertEqual((process.returncode, said, errors), (-asked, "", ""))

    # As nohup does, and a script for its jobs in the background.
    def test_an_ignored_signal_stays_ignored(self):
        process = subprocess.Popen(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", W2S, *LONG, "--quiet", "--json",
                                    "--workspace", "ignored"], cwd=self.folder,
                                   env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.wait_for(process, "ignored/runs/*/series/student.csv")
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        said, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, errors)
        self.assertEqual(errors.count("stopping"), 1)
        self.assertEqual(json.loads(said)["runs"][0]["state"], "stopped")

    def test_other_locales(self):
        names = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
        for name in ["C", "POSIX", "xx_XX.UTF-8", *names[:20]]:
            with self.subTest(name):
                result = self.launch([*RUN, "--json", "--quiet"], env={**self.environment(), "LC_ALL": name, "LANGUAGE": name})
                self.assertEqual(json.loads(result.stdout)["runs"][0]["student"], self.recorded["student"], result.stderr)

    def test_other_clocks(self):
        for zone in ("Asia/Kathmandu", "no/such/zone", ":", "UTC+99"):
            with self.subTest(zone):
                result = self.launch([*RUN, "--json", "--quiet"], env={**self.environment(), "TZ": zone})
                self.assertEqual(json.loads(result.stdout)["runs"][0]["student"], self.recorded["student"], result.stderr)
        if FAULTS is None:
            return
        for years in (-55, -30, 10, 70):
            with self.subTest(years=years):
                result = self.launch([*RUN, "--json", "--quiet"],
                                     env={**self.environment(), "LD_PRELOAD": str(FAULTS),
                                          "W2S_FAULT_CLOCK": str(years * 365 * 24 * 3600)})
                self.assertEqual(result.returncode, 0, result.stderr)
                run = json.loads(result.stdout)["runs"][0]
                self.assertEqual(run["student"], self.recorded["student"])
                self.assertLess(run["seconds"], 60)
                self.assertEqual(self.json("runs", "show", run["id"])["state"], "finished")

    def test_a_folder_that_cannot_be_made(self):
        self.write("file", "")
        for workspace in ("file/x", "/proc/x", "/dev/null"):
            with self.subTest(workspace):
                self.assert_sentence(self.launch([*RUN, "--quiet", "--workspace", workspace]))

    # Under the superuser permissions hold for nobody, so the system's answer is made.
    @unittest.skipIf(FAULTS is None, "without the library that injects faults")
    def test_a_workspace_that_can_only_be_read(self):
        workspace = self.folder / ".local/share/w2s-lab"
        environment = {**self.environment(), "LD_PRELOAD": str(FAULTS), "W2S_FAULT_UNDER": str(workspace), "W2S_FAULT_AT": "1",
                       "W2S_FAULT_LAST": "1000000", "W2S_FAULT_WITH": str(errno.EROFS), "W2S_FAULT_CALLS": "write,rename,mkdir,cut"}
        self.assert_sentence(self.launch([*RUN, "--quiet"], env=environment), "Read-only file system")
        for words in (["runs", "list"], ["runs", "show", self.recorded["id"]]):
            result = self.launch(words, env=environment)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn(self.recorded["id"], result.stdout)


if __name__ == "__main__":
    main()
