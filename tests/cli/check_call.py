"""The program itself: version, help, and calls that name no verb or a wrong one."""

import json
import pathlib
import shutil
import subprocess

from harness import W2S, CommandLineCase, main

class Call(CommandLineCase):
    def test_version_names_program_and_libtorch(self):
        self.assertRegex(self.text("--version"), r"^w2s \d+\.\d+\.\d+ \(LibTorch \d+\.\d+\.\d+\)\n$")

    def test_every_verb_explains_itself(self):
        verbs = self.all_verbs()
        for words in (["run"], ["study", "run"], ["pgr"], ["compare"]):
            self.assertIn(words, verbs)
        for words in verbs:
            with self.subTest(" ".join(words)):
                said = self.text(*words, "--help")
                self.assertIn("--help", said)
                self.assertRegex(said, r"\A\S.+\nUsage: w2s " + " ".join(words))

    def test_help_says_what_an_interval_is_over(self):
        said = " ".join(self.text("run", "--help").split())
        self.assertIn("it holds for this run's models only", said)
        self.assertIn("The interval of the mean row is over seeds", said)

    def test_a_missing_experiment_is_an_error(self):
        self.assert_misused(["run"], "experiment", "--help")
        self.assert_misused(["run", "--quiet"], "experiment")
        self.assert_misused(["data", "inspect"], "name")

    def test_empty_values_are_refused(self):
        for words in (["run", "fashion-demo", "--seeds", ""], ["run", "--resume", ""], ["run", "--replay", ""],
                      ["run", "fashion-demo", "--workspace", ""], ["run", "fashion-demo", "--data", ""], ["run", ""],
                      ["runs", "show", ""], ["runs", "list", "--workspace", ""], ["data", "inspect", ""]):
            with self.subTest(" ".join(words)):
                self.assert_misused(words)
        self.assertFalse((self.folder / ".local").exists(), "something was run")

    def test_numbers_that_do_not_fit_are_refused(self):
        huge = "99999999999999999999"
        for words in (["run", "fashion-demo", "--seeds", huge], ["run", "fashion-demo", "--seeds", f"0-{huge}"],
                      ["run", "fashion-demo", "--workers", huge], ["run", "fashion-demo", "--workers", "0"],
                      ["run", "--resume", "x", "--extend", huge], ["run", "--resume", "x", "--extend", "0"],
                      ["run", "--resume", "x", "--extend", "-5"], ["data", "inspect", "fashion-mnist", "--seed", huge],
                      ["data", "inspect", "fashion-mnist", "--seed", "-1"],
                      ["run", "fashion-demo", "--set", f"optimizer.steps={huge}"],
                      ["run", "fashion-demo", "--set", f"seeds={huge}"]):
            with self.subTest(" ".join(words)):
                result = self.run_w2s(*words)
                self.assertGreater(result.returncode, 0)
                self.assertNotRegex((result.stdout + result.stderr).replace(huge, ""), r"\d{25}")
        self.assertFalse((self.folder / ".local").exists(), "something was run")

    def test_output_that_cannot_be_written_is_an_error(self):
        for words in (["presets"], ["presets", "--json"], ["--help"], ["pgr", "--weak", ".5", "--student", ".6", "--ceiling", ".7"],
                      ["data", "inspect", "fashion-mnist", "--set", "task.transfer_rows=100"]):
            with self.subTest(" ".join(words)), open("/dev/full", "w", encoding="utf-8") as full:
                result = self.launch(words, stdout=full)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertRegex(result.stderr, r"^w2s: .*No space left on device")

    # A closed descriptor's number goes to the next file that is opened.
    def test_closed_standard_streams_write_into_no_file(self):
        for closed in ("0<&-", "1>&-", "2>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-"):
            with self.subTest(closed):
                workspace = self.folder / closed.translate({ord(c): None for c in "<>&- "})
                settings = " ".join(f"--set {setting}" for setting in
                                    ("task.weak_rows=100", "task.transfer_rows=100", "task.validation_rows=50", "task.test_rows=50",
                                     "optimizer.steps=5", "strong.backbone.name=pixels"))
                words = f'exec {closed}; exec "$W2S" run fashion-demo --workspace {workspace} {settings}'
                result = subprocess.run(["sh", "-c", words], env={**self.environment(), "W2S": str(W2S)}, cwd=self.folder,
                                        capture_output=True, text=True)
                self.assertEqual(result.returncode, 0, result.stderr)
                (events,) = workspace.glob("runs/*/events.jsonl")
                for line in events.read_text(encoding="utf-8").splitlines():
                    json.loads(line)

    def test_a_model_whose_weights_are_something_else_is_refused(self):
        shipped = pathlib.Path(__file__).parents[2] / "resources/backbones/fashion-ssl.safetensors"
        weights = self.folder / "x.safetensors"
        shutil.copy(shipped, weights)
        shutil.copy(shipped.with_suffix(".json"), weights.with_suffix(".json"))
        self.assertEqual(self.json("model", "inspect", weights)["card"], self.json("model", "inspect", "fashion-ssl")["card"])
        for content in (b"<!DOCTYPE html><html></html>", b"", b"\x80\x04]q\x00.", shipped.read_bytes()[:-1],
                        shipped.read_bytes()[:-1] + b"\x01"):
            weights.write_bytes(content)
            self.assert_refused(["model", "inspect", weights], "x.safetensors")

    def test_options_that_exclude_each_other_are_named(self):
        together = "cannot be given together; leave one of them out."
        for words, parts in ((["run", "--resume", "x", "--set", "a=1"], ("--resume", "--set", together)),
                             (["run", "--resume", "x", "--set", "a=1", "--json"], ("--resume", "--set", together)),
                             (["run", "--replay", "x", "--seeds", "0"], ("--replay", "--seeds", together)),
                             (["run", "fashion-demo", "--resume", "x"], ("experiment", "--resume", together)),
                             (["run", "fashion-demo", "--extend", "9"], ("--extend is only possible together with --resume.",)),
                             (["presets", "show", "fashion-demo", "--minimal", "--comments"], ("--minimal", "--comments", together)),
                             (["run", "--workers", "0", "fashion-demo"], ("--workers", "`w2s run --help`")),
                             (["runs", "show"], ("id is required", "`w2s runs show --help`")),
                             (["runs", "list", "--nonsense"], ("--nonsense",))):
            with self.subTest(" ".join(words)):
                self.assert_refused(words, "w2s: ", *parts)

    def test_wrong_calls_are_refused(self):
        self.assert_misused([], "subcommand")
        self.assert_misused(["train"], "subcommand")
        self.assert_misused(["pgr", "--sudent", "0.7"], "--weak")


main()
