"""Files that are no files, that nest without end, that promise too much: each call says so in a sentence and ends."""

import gzip
import json
import os
import pathlib
import shutil
import struct
import subprocess

import harness

ROOT = pathlib.Path(__file__).parents[2]
RUN = next((ROOT / "tests/data/runs").iterdir())
DEEP = "[" * 200_000


def hostile_files(path):
    """Puts one after another in the place of `path`."""
    os.mkfifo(path)
    yield "a pipe that nobody writes to"
    path.unlink()
    path.symlink_to("/dev/zero")
    yield "a link to a device without an end"
    path.unlink()
    path.mkdir()
    yield "a folder"
    path.rmdir()
    with path.open("wb") as file:
        file.truncate(1 << 40)
    yield "a terabyte of holes"
    path.unlink()


class HostileFiles(harness.CommandLineCase):
    def launch(self, words, **options):
        # An address space of 8 GB: what is allocated for a promise is an error here, not a swapping machine.
        limit = "" if harness.SANITIZED else "ulimit -v 8000000; "
        limited = ["sh", "-c", limit + 'exec "$@"', "sh", str(harness.W2S), *map(str, words)]
        return subprocess.run(limited, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": self.folder,
                                          "env": self.environment(), "stdin": subprocess.DEVNULL, "timeout": 60, **options})

    def workspace(self):
        workspace = self.folder / "workspace"
        shutil.copytree(RUN, workspace / "runs" / RUN.name)
        return workspace

    def assert_listed_with_a_problem(self, workspace, file):
        (run,) = self.json("runs", "list", "--workspace", workspace)["runs"]
        self.assertIn(file, run["problem"])
        self.assert_refused(["runs", "show", RUN.name, "--workspace", workspace], file)

    def test_what_stands_in_the_place_of_a_manifest(self):
        workspace = self.workspace()
        manifest = workspace / "runs" / RUN.name / "manifest.json"
        manifest.unlink()
        for kind in hostile_files(manifest):
            with self.subTest(kind):
                self.assert_listed_with_a_problem(workspace, "manifest.json")

    # What a file should be long stands in its header, in the log of the run or in the entry's record: a file
    # of holes is damaged at once, and is not read for hours.
    def test_what_stands_in_the_place_of_any_file_of_a_workspace(self):
        workspace = self.folder / "workspace"
        few = [word for rows in ("weak_rows=60", "transfer_rows=300", "validation_rows=100", "test_rows=200")
               for word in ("--set", f"task.{rows}")]
        started = self.json("run", "points-moons", *few, "--set", "optimizer.steps=40", "--quiet", "--workspace", workspace)
        run = workspace / "runs" / started["runs"][0]["id"]
        self.text("runs", "label", run.name, "--name", "x", "--workspace", workspace)
        self.text("check", "--workspace", workspace)
        files = [file for file in sorted(workspace.rglob("*")) if file.is_file() and file.name not in ("report.txt", "index.sqlite")]
        names = {str(file.relative_to(run if run in file.parents else workspace)) for file in files}
        self.assertLessEqual({"events.jsonl", "summary.json", "rows.json", "predictions.safetensors", "series/student.csv",
                              "series/student.predictions.bin", "checkpoint/student.safetensors"}, names)
        self.assertTrue(any(name.startswith("cache/") and name.endswith(".safetensors") for name in names))
        for file in files:
            content = file.read_bytes()
            with file.open("wb") as holes:
                holes.truncate(1 << 40)
            with self.subTest(file=file.name):
                result = self.run_w2s("check", "--workspace", workspace)
                self.assertEqual(result.returncode, 1, result.stderr + result.stdout)
                self.assertIn(file.name, result.stdout)
                if run in file.parents:
                    self.assertEqual(len(self.json("runs", "list", "--workspace", workspace)["runs"]), 1)
            file.write_bytes(content)
        self.text("check", "--workspace", workspace)

    def test_a_manifest_without_end(self):
        workspace = self.workspace()
        manifest = workspace / "runs" / RUN.name / "manifest.json"
        sound = manifest.read_text(encoding="utf-8").rstrip().removesuffix("}")
        for kind, text in (("deep", sound + ', "later": ' + DEEP + "}"),
                           ("wide", sound + "".join(f', "k{i}": 0' for i in range(100_000)) + "}")):
            with self.subTest(kind):
                manifest.write_text(text, encoding="utf-8")
                self.assert_listed_with_a_problem(workspace, "manifest.json")

    def test_what_stands_in_the_place_of_a_configuration(self):
        path = self.folder / "demo.toml"
        for kind in hostile_files(path):
            with self.subTest(kind):
                self.assert_refused(["run", path], "demo.toml")

    def test_configurations_without_end(self):
        for name, text in (("deep.toml", "a." * 12_500 + "a = 1"), ("lists.toml", "x = " + DEEP),
                           ("latin.toml", b"n\xe4me = 1"), ("letters.toml", "n\u00e4me = 1"),
                           ("many.toml", "".join(f"key{i} = 1\n" for i in range(50_000)))):
            with self.subTest(name):
                self.assert_refused(["run", self.write(name, text)], name)

    def test_a_batch_without_end(self):
        self.assert_refused(["loss", "--input", self.write("deep.json", '{"logits": ' + DEEP)], "deep.json", "deeper than 64")
        path = self.folder / "batch.json"
        for kind in hostile_files(path):
            with self.subTest(kind):
                self.assert_refused(["loss", "--input", path], "batch.json")
        with open("/dev/zero", "rb") as zeros:
            result = self.launch(["loss", "--input", "-"], stdin=zeros)
        self.assertEqual(result.returncode, 2)
        self.assertIn("standard input has more than", result.stderr)

    def test_a_card_of_an_encoder_without_width(self):
        shipped = ROOT / "resources/backbones/fashion-ssl.safetensors"
        weights = self.folder / "x.safetensors"
        shutil.copy(shipped, weights)
        card = json.loads(shipped.with_suffix(".json").read_text(encoding="utf-8"))
        card["width"] = 0
        self.write("x.json", json.dumps(card))
        self.assert_refused(["model", "inspect", weights], "x.json", '"width" is 0, not 1 to 4096')
        shutil.copy(shipped.with_suffix(".json"), weights.with_suffix(".json"))
        weights.unlink()
        for kind in hostile_files(weights):
            with self.subTest(kind):
                self.assert_refused(["model", "inspect", weights], "x.safetensors")

    def test_pictures_that_unpack_to_more_than_is_read(self):
        folder = self.folder / "fashion-mnist"
        folder.mkdir()
        header = {"images-idx3": struct.pack(">IIII", 0x803, 8_000_000, 28, 28), "labels-idx1": struct.pack(">II", 0x801, 1 << 31)}
        zeros = bytes(1 << 20)
        for name, begin in header.items():
            packed = gzip.compress(begin + zeros * 40, compresslevel=1)
            for source in ("train", "t10k"):
                (folder / f"{source}-{name}-ubyte.gz").write_bytes(packed)
        self.assert_refused(["data", "inspect", "fashion-mnist", "--data", self.folder], "cannot be, at most")


if __name__ == "__main__":
    harness.main()
