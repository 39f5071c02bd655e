"""The program itself: version, help, and calls that name no verb or a wrong one."""

from harness import CommandLineCase, main

VERBS = ("data", "loss", "pgr", "presets", "pretrain", "run")


class Call(CommandLineCase):
    def test_version_names_program_and_libtorch(self):
        self.assertRegex(self.text("--version"), r"^w2s \d+\.\d+\.\d+ \(LibTorch \d+\.\d+\.\d+\)\n$")

    def test_help_lists_the_verbs(self):
        said = self.text("--help")
        for verb in VERBS:
            self.assertRegex(said, rf"(?m)^  {verb} ")

    def test_every_verb_explains_itself(self):
        for verb in VERBS:
            with self.subTest(verb):
                self.assertIn("--help", self.text(verb, "--help"))

    def test_wrong_calls_are_refused(self):
        self.assert_misused([], "subcommand")
        self.assert_misused(["train"], "subcommand")
        self.assert_misused(["pgr", "--sudent", "0.7"], "--weak")


main()
