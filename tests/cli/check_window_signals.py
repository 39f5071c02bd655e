"""A signal ends the window in order: a run in progress stops with a checkpoint, and the exit code says so. Without standard
streams, or with one that is full, it opens all the same.

Called with the paths of w2s, w2slab and the library tests/support/fault_injection.cpp; the window is drawn offscreen."""

import itertools
import json
import os
import pathlib
import signal
import struct
import subprocess
import sys
import time
import unittest

W2SLAB = pathlib.Path(sys.argv.pop(2)).resolve()
FAULTS = pathlib.Path(sys.argv.pop(2)).resolve() if len(sys.argv) > 2 else None  # not in a sanitizer's build

from harness import CommandLineCase, main  # noqa: E402  (it takes the path of w2s from the same arguments)

STEPS = 5_000_000
EXPERIMENT = f"""
schema = 1
name = "signal"
[task]
dataset = "moons"
weak_rows = 60
transfer_rows = 300
validation_rows = 200
test_rows = 400
[weak]
backbone = "coordinates"
head = {{ kind = "tree", min_leaf_rows = 1 }}
[strong]
backbone = "fourier"
[optimizer]
steps = {STEPS}
"""


def step_of(checkpoint):
    length, = struct.unpack_from("<Q", checkpoint)
    begin, _ = json.loads(checkpoint[8:8 + length])["progress"]["data_offsets"]
    return struct.unpack_from("<d", checkpoint, 8 + length + begin)[0]


class WindowSignals(CommandLineCase):
    def start(self, words, before=(), **options):
        return subprocess.Popen([*before, W2SLAB, *words], **{
            "cwd": self.folder, "env": {**self.environment(), "QT_QPA_PLATFORM": "offscreen"}, "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options})

    def open_window(self, workspace, *words, **options):
        self.write("signal.toml", EXPERIMENT)
        return self.start(["signal.toml", "--workspace", workspace, "--settings", "settings.ini", *words], **options)

    def wait_for(self, process, pattern):
        while not any(file.stat().st_size > 0 for file in self.folder.glob(pattern)):
            self.assertIsNone(process.poll())
            time.sleep(0.02)

    def check_stopped(self, workspace):
        runs = self.json("runs", "list", "--workspace", workspace)["runs"]
        self.assertEqual([run["state"] for run in runs], ["stopped"])
        folder = self.folder / workspace / "runs" / runs[0]["id"]
        events = [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]
        self.assertEqual(events[-1]["event"], "run_stopped")
        rows = (folder / "series" / "student.csv").read_text().splitlines()
        last = int(float(rows[-1].split(",")[0]))
        self.assertTrue(0 < last < STEPS)
        self.assertEqual(step_of((folder / "checkpoint" / "student.safetensors").read_bytes()), last)

    def test_a_run_stops_with_a_checkpoint(self):
        for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(asked):
                workspace = f"w{int(asked)}"
                process = self.open_window(workspace, "--start")
                self.wait_for(process, f"{workspace}/runs/*/series/student.csv")
                process.send_signal(asked)
                _, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 1, errors)
                self.assertIn("stops after this batch", errors)
                self.check_stopped(workspace)
                self.assertIn("[layout]", (self.folder / "settings.ini").read_text())

    @unittest.skipIf(FAULTS is None, "no library of faults")
    def test_a_second_signal_ends_at_once(self):
        self.write("signal.toml", EXPERIMENT)
        self.assert_a_second_signal_ends_at_once(
            [W2SLAB, "signal.toml", "--start", "--workspace", "hung", "--settings", "settings.ini"], FAULTS)
        run, = self.json("runs", "list", "--workspace", "hung")["runs"]
        self.assertEqual(run["state"], "interrupted")

    def test_without_a_run_it_closes(self):
        process = self.open_window("idle")
        self.wait_for(process, "idle/w2slab.log")
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)

    # What it opens first must not get the number of a stream that it then prints to.
    def test_closed_streams(self):
        every_way = [closed for size in (1, 2, 3) for closed in itertools.combinations(range(3), size)]
        for number, closed in enumerate(every_way):
            with self.subTest(closed):
                def close_them(descriptors=closed):
                    for descriptor in descriptors:
                        os.close(descriptor)
                workspace = f"closed{number}"
                process = self.open_window(workspace, "--quit-after-first-frame", preexec_fn=close_them)
                _, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 0, errors)
                # Nothing that was printed is in a file of the workspace, nor of the settings.
                for file in [*(self.folder / workspace).rglob("*"), self.folder / "settings.ini"]:
                    if file.is_file():
                        self.assertNotIn("first frame", file.read_text(errors="replace"))
        self.launch(["run", "points-moons", "--set", "optimizer.steps=20", "--workspace", "ws", "--quiet"])
        run, = self.json("runs", "list", "--workspace", "ws")["runs"]
        for closed in every_way:
            with self.subTest(closed, what="export"):
                def close_those(descriptors=closed):
                    for descriptor in descriptors:
                        os.close(descriptor)
                (self.folder / "figure.svg").unlink(missing_ok=True)
                process = self.start(["export", run["id"], "--chart", "accuracy", "-o", "figure.svg", "--workspace", "ws"],
                                     preexec_fn=close_those)
                _, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 0, errors)
                figure = (self.folder / "figure.svg").read_text()
                self.assertTrue(figure.startswith("<") and figure.rstrip().endswith("</svg>"))

    def test_full_streams(self):
        for stream, code in (("stdout", 1), ("stderr", 0)):  # it prints how long the first frame took
            with self.subTest(stream), open("/dev/full", "w", encoding="utf-8") as full:
                process = self.open_window("full", "--quit-after-first-frame", **{stream: full})
                _, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, code, errors)
                if stream == "stdout":
                    self.assertRegex(errors, r"^w2slab: standard output cannot be written: .*\.\n$")

    def test_every_moment(self):
        for seconds in (0, 0.05, 0.1, 0.2, 0.4):
            with self.subTest(seconds):
                process = self.open_window("moment")
                time.sleep(seconds)  # any moment is right
                process.send_signal(signal.SIGTERM)
                _, errors = process.communicate(timeout=60)
                self.assertIn(process.returncode, (0, -signal.SIGTERM), errors)

    def test_an_ignored_signal_stays_ignored(self):
        process = self.open_window("ignored", "--start", before=["sh", "-c", 'trap "" HUP; exec "$@"', "sh"])
        self.wait_for(process, "ignored/runs/*/series/student.csv")
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, errors)
        self.assertEqual(errors.count("stopping"), 1)
        self.check_stopped("ignored")


if __name__ == "__main__":
    main()
