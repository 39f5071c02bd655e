"""w2s presets: what is listed can be shown, and the shown TOML says what design and defaults promise."""

import pathlib
import re
import unittest

try:
    import tomllib
except ImportError:  # Python 3.10
    tomllib = None

from harness import CommandLineCase, main


def plain(value):
    """The short forms of TOML: a number for a constant schedule, a string for a kind or name without parameters."""
    if not isinstance(value, dict):
        return value
    if value.get("shape") == "constant" and value.keys() == {"base", "shape", "warmup"} and value["warmup"] == 0:
        return value["base"]
    if value.keys() in ({"kind"}, {"name"}):
        return next(iter(value.values()))
    return {key: plain(inner) for key, inner in value.items()}


class Presets(CommandLineCase):
    def names(self):
        return [preset["name"] for preset in self.json("presets")["presets"]]

    def test_list_has_the_built_in_experiment_first_and_says_what_to_look_for(self):
        presets = self.json("presets")["presets"]
        self.assertEqual(presets[0]["name"], "fashion-demo")
        self.assertEqual(len({preset["name"] for preset in presets}), len(presets))
        text = self.text("presets")
        for preset in presets:
            self.assertTrue(preset["title"] and preset["look_for"])
            self.assertRegex(text, rf"(?m)^{re.escape(preset['name'])} ")

    @unittest.skipIf(tomllib is None, "this Python has no TOML reader")
    def test_every_preset_is_the_same_in_toml_and_json(self):
        for name in self.names():
            with self.subTest(name):
                complete = tomllib.loads(self.text("presets", "show", name))
                self.assertEqual(self.text("presets", name), self.text("presets", "show", name))
                self.assertEqual(plain(complete), plain(self.json("presets", "show", name)))
                self.assertEqual(complete["name"], name)
                self.assertEqual(complete, tomllib.loads(self.text("presets", "show", name, "--comments")))

    @unittest.skipIf(tomllib is None, "this Python has no TOML reader")
    def test_the_readme_shows_the_built_in_experiment(self):
        readme = (pathlib.Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
        shown = tomllib.loads(re.search(r"(?s)```toml\n(.*?)```", readme).group(1))
        complete = tomllib.loads(self.text("presets", "show", "fashion-demo"))
        for section, settings in shown.items():
            if isinstance(settings, dict):
                for key, value in settings.items():
                    self.assertEqual(value, complete[section][key], f"{section}.{key}")
            else:
                self.assertEqual(settings, complete[section], section)

    @unittest.skipIf(tomllib is None, "this Python has no TOML reader")
    def test_minimal_form_is_a_part_of_the_complete_one(self):
        def assert_part(part, whole, path):
            for key, value in part.items():
                self.assertIn(key, whole, path)
                if isinstance(value, dict) and isinstance(whole[key], dict):
                    assert_part(value, whole[key], f"{path}.{key}")
                else:
                    self.assertEqual(value, whole[key], f"{path}.{key}")

        for name in self.names():
            with self.subTest(name):
                minimal = tomllib.loads(self.text("presets", "show", name, "--minimal"))
                assert_part(minimal, tomllib.loads(self.text("presets", "show", name)), name)

    def test_fashion_demo_is_the_experiment_of_the_documentation(self):
        demo = self.json("presets", "show", "fashion-demo")
        self.assertEqual(demo["task"]["dataset"], "fashion-mnist")
        self.assertEqual((demo["task"]["weak_rows"], demo["task"]["transfer_rows"]), (1000, 5000))
        self.assertEqual((demo["optimizer"]["steps"], demo["optimizer"]["batch_rows"]), (400, 128))

    def test_unknown_preset_is_refused_by_name(self):
        self.assert_refused(["presets", "show", "fashion-dmo"], "fashion-dmo", "fashion-demo")


main()
