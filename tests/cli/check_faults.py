"""A short run in which one call of the system fails, or which is killed at that call, ends with the same numbers or with a
sentence, and never by a signal; resumed or started again, it ends with the numbers of an undisturbed run, and so does a
further run that takes what the first one left in the cache.

Called with the paths of w2s and of the library tests/support/fault_injection.cpp. W2S_FAULT_POINTS sets how many calls of
each kind fail in turn, evenly spread (default 1); "all" takes every one (an hour), and then W2S_FAULT_KINDS can name some
kinds (e.g. write-full,sync)."""

import concurrent.futures
import errno
import json
import os
import pathlib
import signal
import sys
import unittest

FAULTS = pathlib.Path(sys.argv.pop(2)).resolve()

from harness import CommandLineCase, W2S, main  # noqa: E402  (it takes the path of w2s from the same arguments)

EXPERIMENT = ["points-moons", "--set", "task.weak_rows=60", "--set", "task.transfer_rows=300", "--set",
              "task.validation_rows=200", "--set", "task.test_rows=400", "--set", "optimizer.steps=40", "--set",
              "evaluation.every=10"]
FILES = "open,read,write,sync,rename,mkdir,cut"

# What fails, how, and how many calls in a row (0: all that follow).
KINDS = {
    "open-limit": ("open", errno.EMFILE, 1),
    "open-denied": ("open", errno.EACCES, 1),
    "read": ("read", errno.EIO, 1),
    "read-short": ("read", "short", 1),
    "write-full": ("write", errno.ENOSPC, 1),
    "write-short": ("write", "short", 1),
    "full-from-then-on": ("write,mkdir,sync", errno.ENOSPC, 0),
    "read-only-from-then-on": ("open,write,rename,mkdir,cut", errno.EROFS, 0),
    "gone-from-then-on": (FILES, errno.ENOENT, 0),
    "sync": ("sync", errno.EIO, 1),
    "rename": ("rename", errno.EIO, 1),
    "mkdir": ("mkdir", errno.ENOSPC, 1),
    "cut": ("cut", errno.EIO, 1),
    "close": ("close", errno.EIO, 1),
    "kill": (FILES, "kill", 1),
    "thread": ("thread", errno.EAGAIN, 1),
    "memory": ("memory", errno.ENOMEM, 1),
    "memory-for-a-while": ("memory", errno.ENOMEM, 50),
    "little-memory": ("memory", errno.ENOMEM, 1),
    # In functions that must not throw, so that the program ends at once.
    "memory-of-listings": ("listing", errno.ENOMEM, 1),
}
# Bytes of the smallest allocation that counts; there are tens of thousands of smaller ones, too many to take them all.
LEAST_BYTES = {"memory": 1024, "memory-for-a-while": 1024}
MOST_POINTS = {"little-memory": 1000}


def numbers(report):
    """What must not differ from run to run."""
    def kept(value):
        if isinstance(value, dict):
            return {key: kept(part) for key, part in value.items() if key not in ("id", "seconds")}
        return [kept(part) for part in value] if isinstance(value, list) else value
    return kept(report)


class Faults(CommandLineCase):
    def run_with(self, workspace, words=EXPERIMENT, **faults):
        variables = {f"W2S_FAULT_{name.upper()}": str(value) for name, value in faults.items()}
        if faults:
            variables["LD_PRELOAD"] = str(FAULTS)
            variables["W2S_FAULT_UNDER"] = str(workspace)
        # One worker: the calls come in the same order each time.
        return self.launch(["run", *words, "--workers", "1", "--quiet", "--json", "--workspace", workspace],
                           env={**self.environment(), **variables}, timeout=120)

    def setUp(self):
        super().setUp()
        self.reference = numbers(json.loads(self.sound(self.run_with(self.folder / "calm"))))

    def sound(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def calls(self, kind):
        count = self.folder / f"count-{kind}"
        self.sound(self.run_with(self.folder / f"counted-{kind}", calls=KINDS[kind][0], count=count, least=LEAST_BYTES.get(kind, 1)))
        return int(count.read_text())

    def points(self, kind):
        total = self.calls(kind)
        wanted = os.environ.get("W2S_FAULT_POINTS", "1")
        points = min(total, MOST_POINTS.get(kind, total) if wanted == "all" else int(wanted))
        return [1 + (2 * i + 1) * total // (2 * points) for i in range(points)] if points < total else range(1, total + 1)

    def check_point(self, kind, number):
        """How the run ended: as if nothing had been, with a sentence, or killed."""
        calls, way, length = KINDS[kind]
        workspace = self.folder / f"{kind}-{number}"
        last = number + length - 1 if length > 0 else 10**9
        result = self.run_with(workspace, calls=calls, at=number, last=last, least=LEAST_BYTES.get(kind, 1), **{"with": way})
        where = f"{kind} {number}: exit code {result.returncode}\n{result.stderr}"
        if way == "kill" and result.returncode == -signal.SIGKILL:
            end = "killed"
        elif result.returncode == 0:
            end = "finished"
            self.assertEqual(numbers(json.loads(result.stdout)), self.reference, where)
        else:
            end = "said"
            self.assertIn(result.returncode, (1, 2), where)
            self.assertTrue(result.stderr.startswith("w2s: ") and result.stderr.endswith(".\n"), where)
        runs = json.loads(self.sound(self.run_w2s("runs", "list", "--json", "--workspace", workspace)))["runs"]
        for run in runs:
            self.assertIn(run["state"], ("finished", "interrupted", "failed", "stopped"), where)
            if run["state"] != "finished":
                resumed = self.run_with(workspace, ["--resume", run["id"]])
                self.assertEqual(resumed.returncode, 0, where + "\nresumed:\n" + resumed.stderr)
                self.assertEqual(numbers(json.loads(resumed.stdout)), self.reference, where)
        again = self.run_with(workspace)
        self.assertEqual(again.returncode, 0, where + "\nagain:\n" + again.stderr)
        self.assertEqual(numbers(json.loads(again.stdout)), self.reference, where)
        return end

    # What a run wrote last may be on no disk yet: its end is no success then.
    def test_a_failure_of_the_last_sync_is_said(self):
        last = self.calls("sync")
        ends = [self.run_with(self.folder / f"last-{number}", calls="sync", at=number, **{"with": errno.EIO})
                for number in range(last - 5, last + 1)]
        said = [result for result in ends if "events.jsonl: Input/output error." in result.stderr]
        self.assertTrue(said, [result.stderr for result in ends])
        for result in said:
            self.assertEqual(result.returncode, 1)
            self.assertEqual(json.loads(result.stdout)["runs"][0]["state"], "failed")

    def test_a_second_signal_ends_at_once(self):
        workspace = self.folder / "hung"
        self.assert_a_second_signal_ends_at_once([W2S, "run", *EXPERIMENT, "--workspace", workspace], FAULTS)
        run, = self.json("runs", "list", "--workspace", workspace)["runs"]
        self.assertEqual(run["state"], "interrupted")
        resumed = self.sound(self.run_with(workspace, ["--resume", run["id"]]))
        self.assertEqual(numbers(json.loads(resumed)), self.reference)

    def test_same_numbers_or_a_sentence(self):
        kinds = os.environ.get("W2S_FAULT_KINDS", ",".join(KINDS)).split(",")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            points = {kind: [(number, pool.submit(self.check_point, kind, number)) for number in self.points(kind)]
                      for kind in kinds}
        for kind in kinds:
            ends = {}
            for number, future in points[kind]:
                with self.subTest(kind=kind, number=number):
                    end = future.result()
                    ends[end] = ends.get(end, 0) + 1
            print(f"{kind}: {len(points[kind])} points, {ends}")


if __name__ == "__main__":
    main()
