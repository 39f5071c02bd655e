"""A run that is killed (SIGKILL) at random moments and resumed each time ends with the numbers of an undisturbed run,
and its record holds every step and every evaluation exactly once.

W2S_KILLS sets the number of kills (default 6)."""

import json
import os
import random
import signal
import subprocess
import time
import unittest

from harness import W2S, CommandLineCase, main

EXPERIMENT = ["fashion-demo", "--set", "strong.backbone={ name = \"pixels\", size = 14 }", "--set", "task.weak_rows=300",
              "--set", "task.transfer_rows=2000", "--set", "task.validation_rows=200", "--set", "task.test_rows=500",
              "--set", "optimizer.steps=30000", "--set", "evaluation.every=500"]

STAMP = (".line", ".hash")  # the number of a line and its hash


class KillAndResume(CommandLineCase):
    def start(self, workspace, words):
        return subprocess.Popen([W2S, "run", *words, "--json", "--quiet", "--workspace", workspace],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder)

    def finish(self, process):
        out, err = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, err)
        return json.loads(out)["runs"][0]

    def record(self, workspace, run):
        folder = workspace / "runs" / run
        series = {stage: (folder / "series" / f"{stage}.csv").read_bytes() for stage in ("ceiling", "student")}
        evaluations = []
        for line in (folder / "events.jsonl").read_text().splitlines():
            event = json.loads(line)
            if "valuat" in json.dumps(event)[:60]:
                evaluations.append(event)
        return series, (folder / "predictions.safetensors").read_bytes(), evaluations

    def summary(self, workspace, run):
        summary = json.loads((workspace / "runs" / run / "summary.json").read_text())
        # The checksum is of the times too.
        return {key: value for key, value in flatten(summary).items() if "seconds" not in key and key != ".checksum"}

    def test_same_numbers_and_no_lost_event(self):
        kills = int(os.environ.get("W2S_KILLS", "6"))
        chance = random.Random(os.environ.get("W2S_KILL_SEED", "1"))
        calm = self.folder / "calm"
        began = time.monotonic()
        reference = self.finish(self.start(calm, EXPERIMENT))
        usual = time.monotonic() - began

        done = 0
        lives = 0
        while done < kills:
            rough = self.folder / f"rough{lives}"
            lives += 1
            done += self.live(rough, kills - done, usual, chance)
            self.compare(rough, calm, reference["id"])
        print(f"killed {done} times in {lives} runs")

    def live(self, rough, kills, usual, chance):
        """One run to its end, killed at most so many times. How often it was."""
        process = self.start(rough, EXPERIMENT)
        done = 0
        while done < kills:
            try:
                process.wait(timeout=chance.uniform(0.02, 0.7 * usual))
                break  # faster than the kill
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                done += 1
            listed = self.json("runs", "list", "--workspace", rough)["runs"]
            if listed:
                self.assertEqual(len(listed), 1)
                if listed[0]["state"] == "finished":
                    break  # killed between its last word and its exit
                self.assertEqual(listed[0]["state"], "interrupted")
                process = self.start(rough, ["--resume", listed[0]["id"]])
            else:
                process = self.start(rough, EXPERIMENT)  # killed before the run folder was made
        process.communicate(timeout=300)
        return done

    def compare(self, rough, calm, calm_id):
        listed = self.json("runs", "list", "--workspace", rough)["runs"]
        self.assertEqual([run["state"] for run in listed], ["finished"])
        rough_id = listed[0]["id"]
        self.assertEqual(self.summary(rough, rough_id), self.summary(calm, calm_id))
        self.check_times(rough, rough_id)
        series, predictions, evaluations = self.record(rough, rough_id)
        reference_series, reference_predictions, reference_evaluations = self.record(calm, calm_id)
        self.assertEqual(series, reference_series)
        self.assertEqual(predictions, reference_predictions)
        self.assertGreater(len(evaluations), 100)

        def essence(events):
            return sorted(json.dumps({k: v for k, v in flatten(e).items() if "seconds" not in k and k not in STAMP})
                          for e in events)
        self.assertEqual(essence(evaluations), essence(reference_evaluations))

    def check_times(self, workspace, run):
        """The time of working goes on from life to life, and the list, the run and its summary agree on it."""
        events = [json.loads(line) for line in (workspace / "runs" / run / "events.jsonl").read_text().splitlines()]
        times = [event["worked_seconds"] for event in events if "worked_seconds" in event]
        self.assertEqual(times, sorted(times))
        seconds = json.loads((workspace / "runs" / run / "summary.json").read_text())["seconds"]
        self.assertAlmostEqual(self.json("runs", "list", "--workspace", workspace)["runs"][0]["seconds"], seconds)
        self.assertAlmostEqual(self.json("runs", "show", run, "--workspace", workspace)["seconds"], seconds)
        self.assertGreaterEqual(times[-1] + 0.001, seconds)


def flatten(value, prefix=""):
    if isinstance(value, dict):
        result = {}
        for key in sorted(value):
            result.update(flatten(value[key], f"{prefix}.{key}"))
        return result
    return {prefix: value}


if __name__ == "__main__":
    main()
