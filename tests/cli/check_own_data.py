"""Data of one's own: cards, the files that they name, what is refused, and a run on them."""

import json
import random
import struct

from harness import CommandLineCase, main, npy

def safetensors(tensors):
    header, data = {}, b""
    for name, (dtype, shape, raw) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def bfloat16(values):
    return b"".join(struct.pack("<f", value)[2:] for value in values)


def rows_of(count=400, width=6, seed=0, signal=1.0):
    """Labels, and features of which the first tells the class: values that float16 and bfloat16 hold."""
    source = random.Random(seed)
    labels = [source.randrange(2) for _ in range(count)]
    features = []
    for label in labels:
        features += [round(4 * (signal * (2 * label - 1) + source.gauss(0, 1))) / 4] + [
            round(4 * source.gauss(0, 1)) / 4 for _ in range(width - 1)]
    return labels, features


CARD = """schema = 1
name = "mine"
[rows]
labels = "labels.npy"
[[features]]
name = "narrow"
file = "narrow.npy"
[[features]]
name = "wide"
file = "wide.npy"
"""
SHORT = ["--set", "optimizer.steps=30", "--set", "weak_optimizer.steps=30", "--quiet"]


class OwnData(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.labels, self.narrow = rows_of(width=6)
        _, self.wide = rows_of(width=12, signal=0.0)
        for row, label in enumerate(self.labels):
            self.wide[12 * row] = 2.0 * (2 * label - 1)
        self.write("labels.npy", npy(self.labels, [400], "<i8"))
        self.write("narrow.npy", npy(self.narrow, [400, 6], "<f2"))
        self.write("wide.npy", npy(self.wide, [400, 12], "<f4"))
        self.write("card.toml", CARD)

    def run_card(self, *more, card="card.toml"):
        result = self.json("run", card, *SHORT, *more)["runs"][0]
        return {model: result[model]["accuracy"] for model in ("weak", "ceiling", "student")}

    def curve(self, *more, card="card.toml"):
        """The student's losses, without the columns of the clock."""
        run = self.json("run", card, *SHORT, *more)["runs"][0]["id"]
        found = list(self.folder.rglob(f"{run}/series/student.csv"))
        return [line.split(",")[:8] for line in found[0].read_text().splitlines()]

    def test_a_card_trains_at_once(self):
        reached = self.run_card()
        self.assertGreater(reached["ceiling"], .95)  # its first number is the class
        self.assertGreater(reached["weak"], .7)

    def test_half_of_the_rows_are_weak_and_a_fifth_is_test(self):
        rows = {split["name"]: split["rows"] for split in self.json("data", "inspect", "card.toml")["splits"]}
        self.assertEqual(rows, {"weak": 147, "transfer": 147, "validation": 26, "test": 80})

    def test_the_experiment_of_a_card_can_be_shown_and_changed(self):
        shown = self.text("presets", "show", "card.toml", "--minimal")
        self.assertIn(str(self.folder / "card.toml"), shown)
        self.write("mine.toml", shown.replace(str(self.folder) + "/", ""))  # now beside the experiment
        self.assertEqual(self.curve(card="mine.toml"), self.curve())

    def test_every_type_of_numbers_gives_the_same_curve(self):
        expected = self.curve("--set", "strong.backbone=features/narrow")
        other = {"narrow.npy": npy(self.narrow, [400, 6], "<f8"), "version2.npy": npy(self.narrow, [400, 6], "<f4", version=2)}
        for name, content in other.items():
            self.write(name, content)
        self.write("n.safetensors", safetensors({
            "f16": ("F16", [400, 6], struct.pack("<2400e", *self.narrow)), "bf16": ("BF16", [400, 6], bfloat16(self.narrow)),
            "f64": ("F64", [400, 6], struct.pack("<2400d", *self.narrow))}))
        for file in ("narrow.npy", "version2.npy", "n.safetensors#f16", "n.safetensors#bf16", "n.safetensors#f64"):
            with self.subTest(file):
                self.write("card.toml", CARD.replace("narrow.npy", file))
                self.assertEqual(self.curve("--set", "strong.backbone=features/narrow"), expected)

    def test_files_in_another_order_are_joined_by_their_ids(self):
        order = list(range(400))
        random.Random(3).shuffle(order)
        expected = self.curve()
        shuffled = [value for row in order for value in self.wide[12 * row:12 * row + 12]]
        self.write("wide.npy", npy(shuffled, [400, 12]))
        self.write("wide_ids.csv", "id\n" + "".join(f"r{row}\n" for row in order))
        self.write("rows.csv", "id,y\n" + "".join(f"r{row},{label}\n" for row, label in enumerate(self.labels)))
        self.write("card.toml", CARD.replace('labels = "labels.npy"', 'labels = "rows.csv#y"\nids = "rows.csv#id"').replace(
            'file = "wide.npy"', 'file = "wide.npy"\nids = "wide_ids.csv#id"'))
        self.assertEqual(self.curve(), expected)

    def test_labels_are_read_from_every_kind_of_table(self):
        expected = self.curve()
        names = ["no, never", 'a "yes"']
        quoted = ['"no, never"', '"a ""yes"""']
        self.write("labels.csv", "\ufeffnote,y\r\n" + "".join(f'"two\nlines",{quoted[c]}\r\n' for c in self.labels))
        self.write("labels.tsv", "y\tnote\n" + "".join(f"{c}\t,\n" for c in self.labels))
        self.write("labels.jsonl", "".join(json.dumps({"note": None, "y": names[c]}) + "\n" for c in self.labels))
        listed = f"classes = {json.dumps(names)}\n[rows]"
        for file, classes in (("labels.csv#y", listed), ("labels.tsv#y", "[rows]"), ("labels.jsonl#y", listed)):
            with self.subTest(file):
                self.write("card.toml", CARD.replace("labels.npy", file).replace("[rows]", classes))
                self.assertEqual(self.curve(), expected)

    def test_columns_and_lists_of_a_table_are_features(self):
        expected = self.curve("--set", "strong.backbone=features/narrow")
        rows = [self.narrow[6 * row:6 * row + 6] for row in range(400)]
        self.write("rows.csv", "y,a,b,c,d,e,f\n" + "".join(
            f"{y}, {values[0]},+{values[1]},{values[2]:e}," + ",".join(map(str, values[3:])) + "\n" if values[1] >= 0 else
            f"{y},{','.join(map(str, values))}\n" for y, values in zip(self.labels, rows)))
        self.write("rows.jsonl", "".join(json.dumps({"y": y, "x": values}) + "\n" for y, values in zip(self.labels, rows)))
        for features in ('"rows.csv"', '"rows.csv"\ncolumns = ["a", "b", "c", "d", "e", "f"]', '"rows.jsonl#x"'):
            with self.subTest(features):
                self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"').replace('"narrow.npy"', features))
                self.assertEqual(self.curve("--set", "strong.backbone=features/narrow"), expected)

    def test_columns_without_numbers_are_named(self):
        self.write("rows.csv", "y,a,b,mood\n" + "".join(
            f"{y},{'-' if row == 3 else row},{'inf' if row == 7 else 1},good\n" for row, y in enumerate(self.labels)))
        card = CARD.replace('"labels.npy"', '"rows.csv#y"')
        self.write("card.toml", card.replace('"narrow.npy"', '"rows.csv"'))
        self.refuse('line 5: the column "a" has no number', 'line 9: the column "b"', 'the column "mood"', "features.columns")
        self.write("card.toml", card.replace('"narrow.npy"', '"rows.csv"\ncolumns = ["a", "z"]'))
        self.refuse('no column "z"', "it has y, a, b, mood")
        self.write("card.toml", card.replace('"narrow.npy"', '"rows.csv"\ncolumns = []'))
        self.refuse("features.columns is", "a list of different names")
        self.write("rows.jsonl", "".join(json.dumps({"x": [1, 2] if row != 5 else [1] if row % 2 else "no"}) + "\n" for row in range(399)) + '{"x": 3}\n')
        self.write("card.toml", CARD.replace('"narrow.npy"', '"rows.jsonl#x"'))
        self.refuse("line 400: no list of numbers", "line 6: not 2 numbers")

    def text_card(self, more="", words=(("calm", "quiet"), ("loud", "shout"))):
        source = random.Random(2)
        self.write("rows.csv", "y,txt\n" + "".join(
            f'{y},"{source.choice(words[y])} word{source.randrange(40)}, {source.choice(words[source.randrange(2)])}"\n' for y in self.labels))
        self.write("card.toml", '[rows]\nlabels = "rows.csv#y"\ntext = "rows.csv#txt"\n'
                                '[[features]]\nname = "few"\nkind = "words"\nsize = 3\n[[features]]\nname = "words"\nkind = "words"\n' + more)

    def test_words_of_texts_are_features(self):
        self.text_card()
        reached = self.run_card("--set", "optimizer.learning_rate=.1", "--set", "weak_optimizer.learning_rate=.1")
        self.assertGreater(reached["ceiling"], .65)  # a text has one telling word and one of either class
        sets = {entry["name"]: entry for entry in self.json("data", "inspect", "card.toml")["feature_sets"]}
        self.assertEqual((sets["few"]["width"], sets["words"]["width"]), (3, 44))
        self.text_card("hashed = true\nsize = 16\nngrams = 2\nweight = \"counts\"\n")
        self.assertEqual(self.json("data", "inspect", "card.toml")["feature_sets"][1]["width"], 16)

    def test_descriptions_of_packages_are_a_data_set(self):
        source = random.Random(1)
        sections = ["admin", "games", "graphics", "mail", "math", "net", "science", "sound", "text", "web"]
        (self.folder / "lists").mkdir()
        self.write("lists/Packages", "\n".join(
            f"Package: p{row}\nSection: {section}\nDescription: {section}{source.randrange(3)} tool w{source.randrange(900)} w{source.randrange(900)}\n"
            for row, section in ((row, source.choice(sections)) for row in range(6511))))
        run = self.json("run", "debian-words", "--data", "lists", *SHORT)["runs"][0]
        self.assertGreater(run["ceiling"]["accuracy"], .3)
        self.assertTrue((self.folder / "lists/packages.csv").exists())
        (self.folder / "lists/packages.csv").unlink()
        self.write("lists/Packages", "nothing")
        self.assert_refused(["run", "debian-words", "--data", "lists"], "lists/Packages", "apt-get update")
        self.assert_refused(["run", "debian-words", "--data", "empty"], "has neither packages.csv nor a file Packages")

    def test_words_need_texts_and_settings_that_are_theirs(self):
        self.text_card('weight = "many"\nngrams = 9\nfile = "x.npy"\n')
        self.refuse("features.weight", "presence", "features.ngrams", "from 1 to 5", "the kind words have no file")
        self.text_card("[[features]]\nname = \"x\"\nkind = \"pixels\"\n")
        self.refuse("the kinds of features are array, columns, words")
        self.write("card.toml", '[rows]\nlabels = "labels.npy"\n[[features]]\nname = "words"\nkind = "words"\n')
        self.refuse("line 4", "rows.text")
        self.text_card(words=(("!", "?"), ("--", "...")))
        self.write("rows.csv", "y,txt\n" + "".join(f'{y},"!"\n' for y in self.labels))
        self.refuse("has no words in its training rows")

    def test_official_splits_are_kept(self):
        parts = ["weak"] * 100 + ["transfer"] * 120 + ["dev"] * 60 + ["Test"] * 120
        self.write("rows.csv", "y,part\n" + "".join(f"{y},{part}\n" for y, part in zip(self.labels, parts)))
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"\nsplit = "rows.csv#part"'))
        said = self.json("data", "inspect", "card.toml")
        self.assertEqual({split["name"]: split["rows"] for split in said["splits"]},
                         {"weak": 100, "transfer": 120, "validation": 60, "test": 120})
        self.run_card()
        self.assert_refused(["run", "card.toml", "--set", "task.weak_rows=101"], "task.weak_rows", "101", "100")

    def test_groups_stay_together_and_are_counted(self):
        self.write("rows.csv", "y,q\n" + "".join(f"{y},q{row // 4}\n" for row, y in enumerate(self.labels)))
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"\ngroups = "rows.csv#q"'))
        said = self.json("data", "inspect", "card.toml")
        self.assertEqual(said["groups"], {"groups": 100, "largest": 4, "in_two_splits": 0})

    def test_inspection_finds_constant_columns_and_duplicates(self):
        for row in range(400):
            self.narrow[6 * row + 2] = 1.5
        for row in range(40):
            self.narrow[6 * row:6 * row + 6] = self.narrow[:6]
        self.write("narrow.npy", npy(self.narrow, [400, 6]))
        said = self.json("data", "inspect", "card.toml")
        self.assertEqual([(one["name"], one["width"], one["type"], one["constant_columns"]) for one in said["feature_sets"]],
                         [("narrow", 6, "float32", [2]), ("wide", 12, "float32", [])])
        self.assertGreater(sum(pair["rows"] for pair in said["duplicates"]), 30)  # the 40 equal rows, less their first
        self.assertIn("the same in every row (2)", self.text("data", "inspect", "card.toml"))

    def test_names_of_files_may_have_signs_and_be_equal(self):
        for folder in ("layer 1", "layer#2"):
            (self.folder / folder).mkdir()
            self.write(f"{folder}/hidden.npy", npy(self.narrow, [400, 6]))
        self.write("h#1.npy", npy(self.wide, [400, 12]))
        self.text("data", "card", "labels.npy", "layer 1/hidden.npy", "layer#2/hidden.npy", "h#1.npy", "-o", "signs.toml")
        said = self.json("data", "inspect", "signs.toml")
        self.assertEqual(len({one["name"] for one in said["feature_sets"]}), 3)

    def test_numbers_beyond_int64_are_ids(self):
        ids = [2**63 + row for row in range(400)]
        self.write("ids.npy", npy(ids, [400], "<u8"))
        self.write("rows.csv", "id\n" + "".join(f"{one}\n" for one in ids))
        text = CARD.replace('labels = "labels.npy"', 'labels = "labels.npy"\nids = "rows.csv#id"')
        self.write("card.toml", text.replace('file = "narrow.npy"', 'file = "narrow.npy"\nids = "ids.npy"'))
        self.json("data", "inspect", "card.toml")
    # --- weak labels made elsewhere ---

    def weak_of(self, seed=5, right=.75):
        """Probabilities of the second class; right for so many rows."""
        source = random.Random(seed)
        return [abs(label - source.choice([.1, .25, .4])) if source.random() < right else abs(1 - label - .3)
                for label in self.labels]

    def weak_card(self, more, rows='"labels.npy"'):
        return CARD.replace('"labels.npy"', rows) + '[[weak_labels]]\nname = "theirs"\n' + more

    def floor_on(self, card="card.toml"):
        said = self.json("data", "inspect", card)
        return said["weak_labels"][0]["test_accuracy"], next(s["rows"] for s in said["splits"] if s["name"] == "test")

    def test_weak_labels_are_a_supervisor_without_training(self):
        shares = self.weak_of()
        self.write("w.npy", npy([value for share in shares for value in (1 - share, share)], [400, 2], "<f2"))
        self.write("card.toml", self.weak_card('file = "w.npy"\nin_order = true\n'))
        floor, _ = self.floor_on()
        run = self.json("run", "card.toml", *SHORT)["runs"][0]
        self.assertEqual(run["weak"], {"accuracy": floor, "n": 80})
        self.assertFalse(list(self.folder.rglob(f"{run['id']}/series/weak_supervisor*")))
        self.assertNotEqual(run["pgr"]["status"], "floor_unknown")
        expected = self.curve()
        lines = "".join(json.dumps({"id": f"r{row}", "p": [1 - share, share]}) + "\n" for row, share in enumerate(shares))
        self.write("w.jsonl", "".join(reversed(lines.splitlines(True))))
        self.write("rows.csv", "id,y\n" + "".join(f"r{row},{label}\n" for row, label in enumerate(self.labels)))
        self.write("card.toml", self.weak_card('file = "w.jsonl#p"\nids = "w.jsonl#id"\n', '"rows.csv#y"\nids = "rows.csv#id"'))
        for ours, theirs in zip(self.curve()[1:], expected[1:]):
            self.assertAlmostEqual(float(ours[1]), float(theirs[1]), delta=2e-3)  # of float16 and of JSON

    def test_files_that_have_ids_are_joined_by_them(self):
        shares = self.weak_of()
        self.write("rows.csv", "id,y\n" + "".join(f"r{row},{label}\n" for row, label in enumerate(self.labels)))
        self.write("gpt2.jsonl", "".join(json.dumps({"id": f"r{row}", "soft_label": [1 - share, share]}) + "\n"
                                         for row, share in reversed(list(enumerate(shares)))))
        self.text("data", "card", "rows.csv", "wide.npy", "gpt2.jsonl", "-o", "joined.toml")
        written = (self.folder / "joined.toml").read_text()
        self.assertIn('ids = "rows.csv#id"', written)
        self.assertIn('file = "gpt2.jsonl"\nids = "gpt2.jsonl#id"', written)
        right = sum((share > .5) == label for label, share in zip(self.labels, shares)) / 400
        said = self.json("data", "inspect", "joined.toml")["weak_labels"][0]
        self.assertAlmostEqual((said["train_accuracy"] * said["train_rows"] + said["test_accuracy"] * said["test_rows"]) / 400,
                               right)
        # Ids of a file that nothing else is taken from may belong to either.
        self.write("other.csv", "id\n" + "".join(f"r{row}\n" for row in range(400)))
        self.assert_refused(["data", "card", "rows.csv", "other.csv", "wide.npy", "-o", "unsure.toml"], "--ids")

    def test_logits_and_classes_are_told_apart(self):
        shares = self.weak_of()
        self.write("w.npy", npy([value for share in shares for value in (0.0, 6 * share - 3)], [400, 2]))
        self.write("card.toml", self.weak_card('file = "w.npy"\nin_order = true\n'))
        self.refuse("w.npy", "no probabilities", 'values = "logits"')
        self.write("card.toml", self.weak_card('file = "w.npy"\nin_order = true\nvalues = "logits"\n'))
        of_logits = self.floor_on()
        self.write("w.csv", "c\n" + "".join(f"{int(share > .5)}\n" for share in shares))
        self.write("card.toml", self.weak_card('file = "w.csv"\nin_order = true\n'))
        self.assertEqual(self.floor_on(), of_logits)
        self.run_card()

    def test_the_files_of_openais_code_are_read_as_they_are(self):
        shares = self.weak_of()
        self.write("gpt2.jsonl", "".join(json.dumps({
            "txt": f"row {row}", "gt_label": label, "hard_label": int(share > .5), "acc": (share > .5) == label,
            "soft_label": [1 - share, share]}) + "\n" for row, (label, share) in enumerate(zip(self.labels, shares))))
        card = self.text("data", "card", "gpt2.jsonl", "wide.npy", "--force", "--name", "theirs")
        self.assertIn("gpt2.jsonl: weak labels (soft_label)", card)
        said = self.json("data", "inspect", "card.toml")["weak_labels"][0]
        right = sum((share > .5) == label for label, share in zip(self.labels, shares)) / 400
        self.assertAlmostEqual((said["train_accuracy"] * said["train_rows"] + said["test_accuracy"] * said["test_rows"]) / 400,
                               right)
        self.run_card()
        # The truth beside the labels is the card's, or the labels are of other rows.
        self.write("card.toml", self.weak_card('file = "gpt2.jsonl"\nin_order = true\n'))
        self.run_card()
        self.write("labels.npy", npy([1 - label for label in self.labels], [400], "<i8"))
        self.refuse("gt_label is not the label", "400 of 400")

    def test_rows_without_a_weak_label_are_not_learned_from(self):
        shares = self.weak_of()
        self.write("rows.csv", "id,y,part\n" + "".join(
            f"r{row},{label},{'test' if row >= 300 else 'train'}\n" for row, label in enumerate(self.labels)))
        self.write("w.jsonl", "".join(json.dumps({"id": f"r{row}", "p": [1 - share, share]}) + "\n"
                                      for row, share in enumerate(shares) if 100 <= row < 300))
        self.write("card.toml", self.weak_card('file = "w.jsonl#p"\nids = "w.jsonl#id"\n',
                                               '"rows.csv#y"\nids = "rows.csv#id"\nsplit = "rows.csv#part"'))
        said = self.json("data", "inspect", "card.toml")
        self.assertEqual({split["name"]: split["rows"] for split in said["splits"]},
                         {"weak": 100, "transfer": 184, "validation": 16, "test": 100})
        self.assertEqual((said["weak_labels"][0]["test_rows"], said["weak_labels"][0]["test_accuracy"]), (0, None))
        run = self.json("run", "card.toml", *SHORT)
        self.assertEqual(run["runs"][0]["weak"], {"accuracy": None, "n": 0})
        self.assertEqual(run["runs"][0]["pgr"]["status"], "floor_unknown")
        self.assertIsNone(run["runs"][0]["pgr"]["signed"])
        self.assertEqual(run["summary"]["pgr_of_means"]["status"], "floor_unknown")
        self.assertGreater(run["runs"][0]["student"]["accuracy"], .6)
        self.assertIn("weak floor is unknown", self.text("run", "card.toml", *SHORT))
        report = self.json("run", "card.toml", *SHORT, "--seeds", "0-2")
        self.assertEqual(report["summary"]["n"], 3)
        self.assertRegex(self.text("run", "card.toml", *SHORT, "--seeds", "0-2"), r"(?m)^ +mean .*\+-")

    def test_weak_labels_that_belong_elsewhere_are_refused(self):
        self.write("w.npy", npy([.5] * 800, [400, 2]))
        self.write("card.toml", self.weak_card('file = "w.npy"\n'))
        self.refuse("do not say which row each belongs to", "in_order = true")
        self.write("w.npy", npy([.5] * 1200, [400, 3]))
        self.write("card.toml", self.weak_card('file = "w.npy"\nin_order = true\n'))
        self.refuse("3 numbers a row", "2 classes")
        self.write("w.npy", npy([.5] * 400, [200, 2]))
        self.refuse("w.npy has 200 rows")
        self.write("w.npy", npy([.5, .5] * 399 + [.9, .9], [400, 2]))
        self.refuse("row 399", "sum to 1")
        self.write("rows.csv", "id\n" + "".join(f"{row}\n" for row in range(400)))
        self.write("ids.csv", "id\n" + "".join(f"x{row}\n" for row in range(400)))
        self.write("card.toml", self.weak_card('file = "w.npy"\nids = "ids.csv"\n', '"labels.npy"\nids = "rows.csv"'))
        self.refuse("none of its 400 ids")
        self.write("card.toml", CARD)
        self.assert_refused(["run", "card.toml", "--set", "weak.labels=theirs"], "weak.labels", "has no weak labels")
        self.assert_refused(["run", "fashion-demo", "--set", "weak.labels=theirs"], "weak.labels", "has no weak labels")

    # --- what is refused ---

    def refuse(self, *parts, words=("data", "inspect", "card.toml")):
        self.assert_refused([*words], *parts)

    def test_a_label_that_is_missing_is_not_the_next_ones(self):
        lines = [str(y) for y in self.labels]
        lines[10] = ""
        self.write("rows.csv", "y\n" + "\n".join(lines) + "\n\n")
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"'))
        self.refuse("rows.csv, line 12", "no label")
        # One text among the numbers makes names of all: no number of a class is guessed.
        lines = [str(y + 1) for y in self.labels]
        lines[10] = "N/A"
        self.write("rows.csv", "y\n" + "\n".join(lines) + "\n")
        said = self.json("data", "inspect", "card.toml")
        self.assertEqual(said["card"]["class_names"], ["1", "2", "N/A"])
        counts = [sum(of_class) for of_class in zip(*(part["class_counts"] for part in said["files"]))]
        self.assertEqual(counts, [lines.count(name) for name in ("1", "2", "N/A")])

    def test_numbers_that_models_cannot_hold(self):
        values = list(self.wide)
        values[25] = 1e300
        self.write("wide.npy", npy(values, [400, 12], "<f8"))
        self.refuse("wide.npy, row 2 (the first is 0)", "float32")
        self.labels[7] = float("nan")
        self.write("labels.npy", npy(self.labels, [400], "<f4"))
        self.refuse("labels.npy, row 7", "no label")

    def test_a_card_without_rows_for_validation(self):
        parts = ["weak"] * 150 + ["transfer"] * 150 + ["test"] * 100
        self.write("rows.csv", "y,part\n" + "".join(f"{y},{part}\n" for y, part in zip(self.labels, parts)))
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"\nsplit = "rows.csv#part"'))
        self.refuse("no rows for validation", 'mark some as "validation"')

    def test_all_problems_come_at_once_with_their_rows(self):
        self.narrow[6 * 17 + 3] = float("nan")
        self.narrow[6 * 20] = float("inf")
        self.write("narrow.npy", npy(self.narrow, [400, 6]))
        self.write("wide.npy", npy(self.wide[:-12], [399, 12]))
        lines = [f"r{row},{y},train" for row, y in enumerate(self.labels)]
        lines[4] = "r3,0,train"
        lines[5] = ",1,train"
        lines[6] = "r6,7,train"
        lines[7] = "r7,,train"
        lines[8] = "r8,1,exam"
        self.write("rows.csv", "id,y,part\n" + "\n".join(lines) + "\n")
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"\nids = "rows.csv#id"\nsplit = "rows.csv#part"')
                   .replace("[rows]", 'classes = ["a", "b"]\n[rows]'))
        self.refuse("card.toml has 7 problems", "lines 5, 6: the id \"r3\"", "line 7: no id", "line 8: the label \"7\"",
                    "line 9: no label", "line 10: the split \"exam\"", "rows 17, 20 (the first is 0)",
                    "wide.npy has 399 rows")
        self.assert_refused(["run", "card.toml"], "card.toml has 7 problems")

    def test_a_ragged_table_is_refused_with_its_lines(self):
        self.write("rows.csv", "y,z\n" + "".join(f"{y},0\n" for y in self.labels[:200]) + "1\n0,1,2\n")
        self.write("card.toml", CARD.replace("labels.npy", "rows.csv#y"))
        self.refuse("rows.csv", "lines 202, 203", "not 2 fields")

    def test_forms_that_are_lost_are_refused(self):
        for content, said in (('y\n0\n"1\n0\n', "line 3: a quote that begins here is never closed"),
                              ('y\n0\n1"\n', "line 3: a quote stands inside"), ('y\n"0"1\n', "line 2: text follows")):
            with self.subTest(said):
                self.write("rows.csv", content)
                self.write("card.toml", CARD.replace("labels.npy", "rows.csv"))
                self.refuse("rows.csv", said)

    def test_damaged_lines_of_json_are_named(self):
        lines = [json.dumps({"y": y}) for y in self.labels]
        lines[3], lines[9], lines[11] = "{", "[1]", '{"z": 1}'
        self.write("rows.jsonl", "\n".join(lines))
        self.write("card.toml", CARD.replace("labels.npy", "rows.jsonl#y"))
        self.refuse("lines 4, 10: no JSON object", "line 12: no \"y\"")

    def test_too_few_rows_are_said(self):
        self.write("few.csv", "y,a\n0,1\n1,2\n")
        self.write("card.toml", '[rows]\nlabels = "few.csv#y"\n[[features]]\nname = "a"\nfile = "few.csv"\n')
        self.refuse("rows to train on are too few to be split")

    def test_one_class_is_refused(self):
        self.write("labels.npy", npy([1] * 400, [400], "<i8"))
        self.refuse("labels.npy", "one class")

    def test_a_group_in_two_splits_is_refused(self):
        self.write("rows.csv", "y,q,part\n" + "".join(
            f"{y},q{row // 8},{'test' if row % 100 < 20 else 'train'}\n" for row, y in enumerate(self.labels)))
        self.write("card.toml", CARD.replace('"labels.npy"', '"rows.csv#y"\ngroups = "rows.csv#q"\nsplit = "rows.csv#part"'))
        self.refuse("a group has rows in two splits", "\"q2\"")

    def test_arrays_that_are_none_are_refused(self):
        sound = npy(self.narrow, [400, 6])
        for content, said in ((npy(self.narrow, [400, 6], fortran=True), "column by column"),
                              (sound[:-5], "9595 follow"), (sound.replace(b"<f4", b">f4"), "high byte first"),
                              (sound.replace(b"'<f4'", b"'|O8'"), "Python objects"), (b"nothing", "numpy.save"),
                              (npy([1] * 2400, [400, 6], "|u1"), "uint8"), (npy(self.narrow, [400, 3, 2]), "400, 3, 2"),
                              (b"", "numpy.save"), (sound[:9], "numpy.save")):
            with self.subTest(said):
                self.write("narrow.npy", content)
                self.refuse("narrow.npy", said)
        self.write("n.safetensors", safetensors({"a": ("F32", [1], b"1234"), "b": ("F32", [1], b"1234")}))
        for file, said in (("n.safetensors", "a, b"), ("n.safetensors#c", "no tensor \"c\""), ("none.npy", "none.npy"),
                           (".", "no")):
            with self.subTest(file):
                self.write("card.toml", CARD.replace("narrow.npy", file))
                self.refuse(said)

    def test_features_without_ids_must_have_the_same_rows(self):
        self.write("narrow.npy", npy(self.narrow[:1200], [200, 6]))
        self.refuse("narrow.npy has 200 rows", "labels.npy has 400")

    def test_ids_without_features_are_listed(self):
        self.write("rows.csv", "id\n" + "".join(f"{row}\n" for row in range(400)))
        self.write("ids.csv", "id\n" + "".join(f"{row + 2}\n" for row in range(400)))
        self.write("card.toml", CARD.replace('"labels.npy"', '"labels.npy"\nids = "rows.csv"').replace(
            '"narrow.npy"', '"narrow.npy"\nids = "ids.csv"'))
        self.refuse("lines 2, 3", "no features of these ids", "2 of 400")

    def test_a_card_with_mistakes_names_its_lines(self):
        self.write("card.toml", 'schema = 2\nname = 3\nclasses = ["a"]\n[rows]\nlabel = "x"\nids = ""\n[[features]]\nname = "a b"\n')
        self.refuse("line 1: schema", "line 2: name", "line 3: classes", "line 5: A card has no key rows.label; did you mean",
                    "line 6: rows.ids", "\"a b\"", "names no labels", "names no file")
        self.write("card.toml", "rows = [\n")
        self.refuse("card.toml")
        self.assert_refused(["run", "none.toml"], "none.toml")

    def test_features_that_a_card_does_not_have_are_refused(self):
        self.assert_refused(["run", "card.toml", "--set", "strong.backbone=features/wid"], "strong.backbone.set", "wide", "narrow")
        self.assert_refused(["run", "card.toml", "--set", "strong.backbone=pixels"], "strong.backbone", "vectors", "features")
        self.assert_refused(["run", "fashion-demo", "--set", "strong.backbone=features/wide"], "strong.backbone", "pictures")

    # --- a first card ---

    def test_a_first_card_is_written_by_looking(self):
        (self.folder / "card.toml").unlink()
        self.write("train.csv", "uid,text,label,split\n" + "".join(
            f'{row},"a, b",{["bad", "good"][y]},{"test" if row % 4 == 0 else "train"}\n' for row, y in enumerate(self.labels)))
        text = self.text("data", "card", "train.csv", "narrow.npy", "wide.npy", "--name", "mine")
        self.assertIn("train.csv#text: not used", text)  # there is no word in it
        self.assertIn("300 + 100 rows, 2 classes, 2 feature sets", text)
        card = (self.folder / "card.toml").read_text()
        for line in ('name = "mine"', 'classes = ["bad", "good"]', 'labels = "train.csv#label"', 'ids = "train.csv#uid"',
                     'split = "train.csv#split"', 'file = "wide.npy"'):
            self.assertIn(line, card)
        self.run_card()
        self.assert_refused(["data", "card", "train.csv"], "there already")
        self.json("data", "card", "train.csv", "wide.npy", "--force", "--labels", "train.csv#label")

    def test_a_table_alone_gives_its_numbers_and_its_words(self):
        self.write("flowers.csv", "id,length,width,note,label\n" + "".join(
            f"{row},{self.narrow[6 * row]},{row},a,{y}\n" for row, y in enumerate(self.labels)))
        said = self.text("data", "card", "flowers.csv", "-o", "flowers.toml")
        self.assertIn("flowers.csv: features, the columns length, width", said)
        self.assertIn("flowers.csv#note: not used", said)
        self.run_card(card="flowers.toml")
        self.write("texts.jsonl", "".join(json.dumps({"txt": f"{'good' if y else 'bad'} day {row}", "label": y}) + "\n"
                                          for row, y in enumerate(self.labels)))
        self.text("data", "card", "texts.jsonl", "-o", "texts.toml")
        self.assertIn('name = "few-words"', (self.folder / "texts.toml").read_text())
        self.assertGreater(self.run_card(card="texts.toml")["ceiling"], .9)

    def test_what_cannot_be_known_is_asked_for(self):
        self.write("rows.csv", "id,mood\n1,0\n")
        self.assert_refused(["data", "card", "rows.csv", "-o", "new.toml"], "--labels", "rows.csv#mood")
        self.write("two.csv", "y,label\n1,0\n")
        self.assert_refused(["data", "card", "two.csv", "-o", "new.toml"], "two.csv#y", "two.csv#label", "--labels")
        self.assert_refused(["data", "card", "labels.npy", "picture.png", "-o", "new.toml"], "picture.png")
        self.assertFalse((self.folder / "new.toml").exists())


main()
