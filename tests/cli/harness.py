"""What the command-line checks share. Each check_*.py is called with the path of w2s and runs it as a user would."""

import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest

W2S = pathlib.Path(sys.argv[1]).resolve()
# A sanitizer maps terabytes: the address space of such a program cannot be limited.
SANITIZED = "W2S_SANITIZED" in os.environ


TYPES = {"<f2": "e", "<f4": "f", "<f8": "d", "<i8": "q", "<u8": "Q", "<i4": "i", "|u1": "B"}


def npy(values, shape, descr="<f4", fortran=False, version=1):
    """The bytes of numpy.save, without NumPy."""
    header = str({"descr": descr, "fortran_order": fortran, "shape": tuple(shape)}).encode()
    size = 10 if version == 1 else 12
    header += b" " * (-(size + len(header) + 1) % 64) + b"\n"
    length = struct.pack("<H" if version == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes([version, 0]) + length + header + struct.pack(f"<{len(values)}{TYPES[descr]}", *values)


class CommandLineCase(unittest.TestCase):
    """Runs w2s in an empty folder of its own; its workspace and the user's folders lie inside."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def environment(self):
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            environment.pop(name, None)
        return environment

    def launch(self, words, **options):
        """As run_w2s, with options of subprocess.run: another standard output, a limit set before the program starts."""
        return subprocess.run([W2S, *map(str, words)], **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True,
                              "cwd": self.folder, "env": self.environment(), "stdin": subprocess.DEVNULL, **options})

    def run_w2s(self, *words):
        return self.launch(words)

    def text(self, *words):
        """Standard output of a call that has to succeed."""
        result = self.run_w2s(*words)
        self.assertEqual(result.returncode, 0, f"w2s {' '.join(map(str, words))}\n{result.stderr}")
        return result.stdout

    def all_verbs(self, *words):
        """Every verb as its words, from the help of the program."""
        _, _, listed = self.text(*words, "--help").partition("\nSubcommands:\n")
        names = re.findall(r"(?m)^  (\S+)", listed.partition("\n\n")[0])
        return [verb for name in names for verb in ([[*words, name]] + self.all_verbs(*words, name))]

    def json(self, *words):
        """The one JSON object on standard output of a call that has to succeed."""
        return json.loads(self.text(*words, "--json"), parse_constant=self.fail_for_constant)

    def fail_for_constant(self, name):
        self.fail(f"{name} is no JSON")

    def assert_refused(self, words, *parts, code=2):
        """The call fails with this exit code and one message that holds all parts; nothing goes to standard output."""
        result = self.run_w2s(*words)
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertEqual(result.stdout, "")
        for part in parts:
            self.assertIn(part, result.stderr)
        self.assertNotIn("what():", result.stderr)

    def assert_a_second_signal_ends_at_once(self, words, faults):
        """The program hangs in a call of the disk: the first signal asks it to stop, which it cannot; another ends it."""
        reached = self.folder / "reached"
        process = subprocess.Popen([*map(str, words)], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env={
                                       **self.environment(), "QT_QPA_PLATFORM": "offscreen", "LD_PRELOAD": str(faults),
                                       "W2S_FAULT_CALLS": "sync", "W2S_FAULT_AT": "16", "W2S_FAULT_LAST": "1000000",
                                       "W2S_FAULT_WITH": "hang", "W2S_FAULT_UNDER": str(self.folder),
                                       "W2S_FAULT_COUNT": str(reached)})
        while not reached.exists():
            self.assertIsNone(process.poll())
            time.sleep(0.02)
        asked = 0
        while process.poll() is None:
            self.assertLess(asked, 600, "it does not end")
            process.send_signal(signal.SIGTERM)
            asked += 1
            time.sleep(0.1)
        _, errors = process.communicate()
        self.assertEqual(process.returncode, 130, errors)
        self.assertGreater(asked, 1)
        self.assertEqual(errors.count("stops after this batch"), 1, errors)

    def assert_misused(self, words, *parts):
        """A call the option parser refuses: not 0, and the message names what is wrong."""
        result = self.run_w2s(*words)
        self.assertGreater(result.returncode, 0, "killed by a signal, or accepted")
        for part in parts:
            self.assertIn(part, result.stdout + result.stderr)

    def files(self, folder):
        """All files below it with their bytes."""
        return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}

    def aged_files(self, folder):
        """As files(); they look an hour old, so that an index may remember them, and there is no index."""
        (folder / "index.sqlite").unlink(missing_ok=True)
        hour_ago = time.time() - 3600
        for file in folder.rglob("*"):
            os.utime(file, (hour_ago, hour_ago))
        return self.files(folder)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
