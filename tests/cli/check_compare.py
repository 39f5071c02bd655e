"""w2s compare: differences, intervals, tests and flips against values computed here from the runs' own files; and what is
neither averaged nor paired."""

import csv
import io
import itertools
import json
import math
import pathlib
import shutil
import statistics
import struct
import tempfile

from harness import CommandLineCase, main

T975 = {1: 12.706204736, 2: 4.302652730, 3: 3.182446305}

STUDY = """schema = 1
name = "weights"
base = "points-moons"
seeds = "0-2"
[grid]
objective.confidence_weight = [0.0, 0.5]
"""


def answers(folder):
    """Classes that the student gives the test rows, and the truth, of predictions.safetensors."""
    data = (folder / "predictions.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + size])

    def values(name, letter):
        begin, end = header[name]["data_offsets"]
        piece = data[8 + size + begin:8 + size + end]
        return struct.unpack(f"<{len(piece) // struct.calcsize(letter)}{letter}", piece)

    labels = values("test.labels", "q")
    width = header["student.test"]["shape"][1]
    flat = values("student.test", "f")
    rows = [flat[i * width:(i + 1) * width] for i in range(len(labels))]
    return [row.index(max(row)) for row in rows], labels


def interval(value, parts):
    """Around a mean whose deviations are these."""
    half = T975[len(parts) - 1] * statistics.stdev(parts) / math.sqrt(len(parts))
    return [value - half, value + half]


def ratio(runs):
    return sum(run["student"] - run["weak"] for run in runs) / sum(run["ceiling"] - run["weak"] for run in runs)


def sign_flip(first, second, statistic):
    measured = abs(statistic(first, second)) - 1e-9
    ways = list(itertools.product((False, True), repeat=len(first)))
    count = 0
    for way in ways:
        one = [b if flip else a for a, b, flip in zip(first, second, way)]
        other = [a if flip else b for a, b, flip in zip(first, second, way)]
        count += abs(statistic(one, other)) >= measured
    return count / len(ways)


def mean_difference(first, second):
    return statistics.fmean(a["student"] - b["student"] for a, b in zip(first, second))


def ratio_difference(first, second):
    return ratio(first) - ratio(second)


def mc_nemar(b, c):
    tail = sum(math.comb(b + c, k) for k in range(min(b, c) + 1))
    return min(1.0, 2 * tail / 2 ** (b + c))


def holm(values):
    corrected = [0.0] * len(values)
    largest = 0.0
    for k, i in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        largest = max(largest, (len(values) - k) * values[i])
        corrected[i] = min(1.0, largest)
    return corrected


class CompareCase(CommandLineCase):
    """All compare the same runs, trained once: two cells of a study, an experiment of fewer steps with two more seeds than
    these, and one on fewer test rows."""

    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.kept.cleanup)
        cls.workspace = pathlib.Path(cls.kept.name) / "ws"
        case = cls()
        case.folder = pathlib.Path(cls.kept.name)
        case.json("study", "run", case.write("study.toml", STUDY), "--workspace", "ws", "--quiet")
        case.json("run", "points-moons", "--seeds", "0-2,4,5", "--set", "optimizer.steps=60", "--workspace", "ws", "--quiet")
        case.json("run", "points-moons", "--seeds", "0-1", "--set", "optimizer.steps=60", "--set", "task.test_rows=900",
                  "--workspace", "ws", "--quiet")
        # Of every run, by experiment and seed.
        cls.experiments = {}
        for run in case.json("runs", "list", "--workspace", "ws")["runs"]:
            manifest = json.loads((cls.workspace / "runs" / run["id"] / "manifest.json").read_text())
            cls.experiments.setdefault(manifest["experiment"], {})[run["seed"]] = run
        by_size = sorted(cls.experiments, key=lambda name: len(cls.experiments[name]))
        cls.other_rows, *cells, cls.short = by_size
        cls.cells = sorted(cells)

    def compare(self, *sets):
        return self.json("compare", *sets, "--workspace", self.workspace)

    def some(self, name, *seeds):
        """Runs of one experiment: RUN+RUN."""
        return "+".join(self.experiments[name][seed]["id"] for seed in seeds)

    def near(self, value, expected, digits=9):
        self.assertAlmostEqual(value, expected, digits)

    def test_values(self):
        self.assertEqual(len(self.experiments), 4)
        names = [*self.cells, self.some(self.short, 0, 1, 2)]
        result = self.compare(*names)
        runs = [[self.experiments[name][seed] for seed in range(3)] for name in (*self.cells, self.short)]
        for one, own in zip(result["sets"], runs, strict=True):
            self.assertEqual([run["id"] for run in one["runs"]], [run["id"] for run in own])
            for role in ("weak", "student", "ceiling"):
                self.near(one[role]["mean"], statistics.fmean(run[role] for run in own))
                self.near(one[role]["sd"], statistics.stdev(run[role] for run in own))
            self.near(one["pgr_of_means"]["signed"], ratio(own))
        self.assertEqual([setting["key"] for setting in result["settings"]],
                         ["objective.confidence_weight.base", "optimizer.steps"])
        self.assertEqual(sorted(result["settings"][1]["values"]), ["400", "400", "60"])
        letters = "ABC"
        self.assertEqual([(pair["first"], pair["second"]) for pair in result["pairs"]],
                         [("A", "B"), ("A", "C"), ("B", "C")])
        accuracy_p = []
        pgr_p = []
        for pair in result["pairs"]:
            first = runs[letters.index(pair["first"])]
            second = runs[letters.index(pair["second"])]
            self.assertEqual(pair["runs"], [[a["id"], b["id"]] for a, b in zip(first, second)])
            self.assertEqual((pair["over"], pair["accuracy"]["n"]), ("seeds", 3))
            differences = [a["student"] - b["student"] for a, b in zip(first, second)]
            mean = statistics.fmean(differences)
            self.near(pair["accuracy"]["difference"], mean)
            for got, expected in zip(pair["accuracy"]["ci95"], interval(mean, differences), strict=True):
                self.near(got, expected, 7)
            self.near(pair["accuracy"]["p"], sign_flip(first, second, mean_difference))
            accuracy_p.append(pair["accuracy"]["p"])

            def parts(of):
                gap = statistics.fmean(run["ceiling"] - run["weak"] for run in of)
                return [(run["student"] - run["weak"] - ratio(of) * (run["ceiling"] - run["weak"])) / gap for run in of]

            value = ratio_difference(first, second)
            self.assertEqual(pair["pgr"]["status"], "ok")
            self.near(pair["pgr"]["difference"], value)
            deviations = [u - v for u, v in zip(parts(first), parts(second))]
            for got, expected in zip(pair["pgr"]["ci95"], interval(value, deviations), strict=True):
                self.near(got, expected, 7)
            self.near(pair["pgr"]["p"], sign_flip(first, second, ratio_difference))
            pgr_p.append(pair["pgr"]["p"])
            # Rows, of all three seeds.
            both = [0, 0, 0, 0]
            same = []
            for a, b in zip(first, second):
                one, labels = answers(self.workspace / "runs" / a["id"])
                other, _ = answers(self.workspace / "runs" / b["id"])
                same.append(statistics.fmean(x == y for x, y in zip(one, other)))
                for x, y, truth in zip(one, other, labels):
                    both[2 * (x != truth) + (y != truth)] += 1
            self.assertEqual([pair["rows"][key] for key in ("both_right", "first_right", "second_right", "both_wrong")], both)
            self.near(pair["agreement"], statistics.fmean(same))
            i, k = letters.index(pair["first"]), letters.index(pair["second"])
            self.near(result["agreement"][i][k], statistics.fmean(same))
            self.assertEqual(result["agreement"][k][i], result["agreement"][i][k])
        for pair, of_accuracy, of_pgr in zip(result["pairs"], holm(accuracy_p), holm(pgr_p), strict=True):
            self.near(pair["accuracy"]["p_holm"], of_accuracy)
            self.near(pair["pgr"]["p_holm"], of_pgr)
        # Three seeds cannot show anything, whatever was measured.
        self.assertTrue(any("With 3 seeds" in note and "0.25" in note and "With 7 seeds" in note
                            for note in result["notes"]), result["notes"])
        # The same cells by the study's name, by number and by settings.
        cells = self.compare("weights:1", "weights: confidence_weight = 0.5")
        self.assertEqual([one["n"] for one in cells["sets"]], [3, 3])
        self.assertEqual([setting["key"] for setting in cells["settings"]], ["objective.confidence_weight.base"])
        self.assertEqual(cells["settings"][0]["values"], ["0", "0.5"])
        self.assert_forms(names, result)
        self.assert_one_seed_each(runs)

    def assert_one_seed_each(self, runs):
        a, b = runs[0][1], runs[1][1]
        result = self.compare(a["id"], b["id"])
        (pair,) = result["pairs"]
        self.assertEqual((pair["over"], pair["test"]), ("test_rows", "McNemar over test rows"))
        alone, other = pair["rows"]["first_right"], pair["rows"]["second_right"]
        n = pair["rows"]["n"]
        self.assertEqual(pair["accuracy"]["n"], n)
        self.near(pair["accuracy"]["difference"], (alone - other) / n)
        self.near(pair["accuracy"]["difference"], a["student"] - b["student"], 6)
        half = 1.959963985 * math.sqrt(alone + other + 1 - (alone - other) ** 2 / (n + 2)) / (n + 2)
        for got, expected in zip(pair["accuracy"]["ci95"], ((alone - other) / (n + 2) - half, (alone - other) / (n + 2) + half)):
            self.near(got, expected)
        self.near(pair["accuracy"]["p"], mc_nemar(alone, other))
        self.assertIsNone(pair["pgr"]["ci95"])
        self.assertTrue(any("another seed" in note for note in result["notes"]))
        # Unequal seeds of two runs, and an experiment against a run: the one seed that both have.
        self.assertEqual(self.compare(runs[0][0]["id"], b["id"])["pairs"][0]["over"], "test_rows")
        (pair,) = self.compare(runs[0][0]["id"], self.cells[1])["pairs"]
        self.assertEqual(pair["runs"], [[runs[0][0]["id"], runs[1][0]["id"]]])

    def assert_forms(self, names, result):
        rows = list(csv.DictReader(io.StringIO(self.text("compare", *names, "--workspace", self.workspace, "--csv"))))
        first = [row for row in rows if row["measure"] == "student_accuracy_difference"]
        self.assertEqual([(row["set"], row["against"]) for row in first], [("A", "B"), ("A", "C"), ("B", "C")])
        self.near(float(first[1]["value"]), result["pairs"][1]["accuracy"]["difference"])
        self.near(float(first[1]["high"]), result["pairs"][1]["accuracy"]["ci95"][1])
        self.assertIn("optimizer.steps", rows[0])
        table = self.text("compare", *names, "--workspace", self.workspace)
        self.assertIn("sign-flip over seeds, n = 3", table)
        self.assertIn("Holm", table)
        tex = self.text("compare", *names, "--workspace", self.workspace, "--tex")
        self.assertEqual(tex.count("\\toprule"), 3)
        self.assertEqual(tex.count("\\begin{tabular}"), tex.count("\\end{tabular}"))
        for line in tex.splitlines():
            if not line.startswith("%"):
                self.assertNotRegex(line, r"(?<!\\)[%_#]")
        self.assert_misused(["compare", *names, "--workspace", self.workspace, "--tex", "--json"], "--json")

    def test_what_cannot_be_paired(self):
        # Seeds 0 to 2, 0 and 1 on other test rows, 4 and 5.
        names = [self.cells[0], self.other_rows, self.some(self.short, 4, 5)]
        result = self.compare(*names)
        self.assertIn("different test rows", result["pairs"][0]["refused"])
        self.assertNotIn("accuracy", result["pairs"][0])
        self.assertIsNone(result["agreement"][0][1])
        self.assertIn("no seed in common", result["pairs"][1]["refused"])
        table = self.text("compare", *names, "--workspace", self.workspace)
        self.assertIn("A and B: They were judged on different test rows", table)

    def test_answers_that_cannot_be_read(self):
        """The accuracies still stand in the summaries."""
        runs = self.some(self.cells[0], 0, 1).split("+")
        for run in runs:
            shutil.copytree(self.workspace / "runs" / run, self.folder / "ws" / "runs" / run)
        (self.folder / "ws" / "runs" / runs[0] / "predictions.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0{}      ")
        broken = self.json("compare", *runs, "--workspace", "ws")
        self.assertIsNone(broken["pairs"][0]["rows"])
        self.assertIsNone(broken["pairs"][0]["accuracy"]["p"])
        self.assertTrue(any("predictions.safetensors" in note for note in broken["notes"]))

    def test_bad_input(self):
        run = self.some(self.cells[0], 0)
        for sets, part in (((self.cells[0], "nothing"), "called nothing"), ((run,), "2 to 26"), ((run, run), "named twice"),
                           ((run, "nosuch:1"), "nosuch"), ((run, "weights:3"), "a number from 1 to 2")):
            self.assert_refused(["compare", *sets, "--workspace", self.workspace], part)
        self.assert_misused(["compare"], "SETS")


if __name__ == "__main__":
    main()
