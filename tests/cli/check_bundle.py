"""w2s bundle and w2s import: what goes in comes out byte for byte, and a file that somebody made to do harm is refused with a
sentence, with nothing written outside a folder that is gone afterwards."""

import json
import os
import random
import stat
import struct
import zipfile
import zlib

from harness import CommandLineCase, main

HEADER = '{"format": "w2s-bundle", "schema": 1}'


class BundleCase(CommandLineCase):
    def setUp(self):
        super().setUp()
        self.write("base.toml", self.text("presets", "show", "points-moons"))
        self.write("study.toml", 'schema = 1\nname = "my study"\nbase = "base.toml"\nseeds = "0-1"\n[grid]\noptimizer.steps = [20, 40]\n')

    def train(self):
        self.json("study", "run", "study.toml", "--workspace", "ws", "--quiet")
        return sorted(folder.name for folder in (self.folder / "ws/runs").iterdir())

    def tree(self, folder):
        root = self.folder / folder
        return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}

    def nothing_came(self, workspace="other"):
        """Neither a run nor a leftover."""
        runs = self.folder / workspace / "runs"
        return not runs.exists() or not list(runs.iterdir())

    def archive(self, entries, header=HEADER, name="made.w2s"):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            if header is not None:
                made.writestr("bundle.json", header)
            for entry, content in entries:
                made.writestr(entry, content)
        return path

    def refuse(self, path, *parts, listed=False):
        """By import, and with `listed` by --list as well."""
        before = self.tree(".")
        for words in [["import", path, "--workspace", "other"]] + [["import", path, "--list"]] * listed:
            self.assert_refused(words, *parts)
        self.assertTrue(self.nothing_came())
        after = {name: content for name, content in self.tree(".").items() if not name.startswith("other/")}
        self.assertEqual(after, before)

    # --- what goes in comes out ---

    def test_a_bundle_goes_into_a_file_of_its_own(self):
        run = self.train()[0]
        for out in ("-", "/dev/stdout", "/dev/null"):
            result = self.run_w2s("bundle", run, "-o", out, "--workspace", "ws")
            self.assertEqual(result.returncode, 2)
            self.assertIn("a bundle is written into a file of its own", result.stderr)
        self.assertFalse((self.folder / "-.w2s").exists())

    def test_a_study_comes_back_to_the_byte(self):
        runs = self.train()
        made = self.json("bundle", "my study", "-o", "all", "--workspace", "ws")
        self.assertEqual((made["file"], made["runs"]), ("all.w2s", 4))
        self.assertEqual(self.json("import", "all.w2s", "--list")["runs"], runs)
        self.assertFalse((self.folder / "other").exists())
        came = self.json("import", "all.w2s", "--workspace", "other")
        self.assertEqual((came["runs"], came["kept_runs"], came["faults"]), (runs, [], []))
        self.assertEqual(self.tree("other/runs"), self.tree("ws/runs"))
        self.assertEqual(self.tree("other/studies"), self.tree("ws/studies"))
        self.assertEqual(self.json("check", "--workspace", "other")["faults"], [])
        self.assertEqual(self.json("study", "status", "my study", "--workspace", "other"),
                         self.json("study", "status", "my study", "--workspace", "ws"))

    def test_what_is_there_stays(self):
        runs = self.train()
        self.json("bundle", runs[0], runs[1], "-o", "two.w2s", "--workspace", "ws")
        labels = self.folder / "ws/runs" / runs[0] / "labels.json"
        labels.write_text('{"schema": 1, "name": "mine", "note": "", "color": null, "pinned": false, "kept_as_is": false}')
        before = self.tree("ws")
        self.assertEqual(self.json("import", "two.w2s", "--workspace", "ws")["kept_runs"], runs[:2])
        self.assertEqual(self.tree("ws"), before)
        self.assertIn("was there already", self.text("import", "two.w2s", "--workspace", "ws"))

    def test_an_experiment_is_its_runs(self):
        runs = self.train()
        experiment = self.json("runs", "show", runs[0], "--workspace", "ws")["experiment"]
        self.assertEqual(self.json("bundle", experiment, "-o", "x.w2s", "--workspace", "ws")["runs"], 2)

    def test_a_bundle_replaces_nothing(self):
        runs = self.train()
        self.write("x.w2s", "mine")
        self.assert_refused(["bundle", runs[0], "-o", "x.w2s", "--workspace", "ws"], "exists already")
        self.assertEqual((self.folder / "x.w2s").read_text(), "mine")
        self.assert_refused(["bundle", "nowhere", "-o", "y.w2s", "--workspace", "ws"], "nowhere")
        self.assert_refused(["bundle", runs[0], "-o", "no/where.w2s", "--workspace", "ws"], "where.w2s", code=1)
        self.assertFalse((self.folder / "y.w2s").exists())

    def test_a_changed_run_is_said(self):
        runs = self.train()
        log = self.folder / "ws/runs" / runs[0] / "series/student.csv"
        log.write_text(log.read_text().replace("1", "2"))
        self.json("bundle", runs[0], "-o", "x.w2s", "--workspace", "ws")
        result = self.run_w2s("import", "x.w2s", "--workspace", "other")
        self.assertEqual(result.returncode, 1)
        self.assertIn("student.csv is not what was written", result.stdout)

    def test_what_could_not_be_opened_again_is_no_bundle(self):
        run = self.train()[0]
        log = self.folder / "ws/runs" / run / "series/student.csv"
        for size, said in ((1 << 40, "a file in a bundle has at most"), (1 << 26, "more than can be in it")):
            os.truncate(log, size)
            self.assert_refused(["bundle", run, "-o", "x.w2s", "--workspace", "ws"], "student.csv", said)
            self.assertFalse((self.folder / "x.w2s").exists())

    # --- results of OpenAI's code ---

    def test_results_to_compare_with(self):
        for seed in (0, 1):
            common = {"ds_name": "sciq", "batch_size": 32, "seed": seed}
            weak = {**common, "model_size": "gpt2", "loss": "xent"}
            strong = {**common, "model_size": "gpt2-xl", "loss": "xent"}
            for name, config, accuracy in (("weak", weak, .6), ("strong", strong, .8),
                                           ("student", {**strong, "weak_model_size": "gpt2", "weak_model": weak}, .7)):
                folder = self.folder / "results" / f"{name}{seed}"
                folder.mkdir(parents=True)
                (folder / "config.json").write_text(json.dumps(config))
                (folder / "results_summary.json").write_text(json.dumps({"accuracy": accuracy + seed / 100}))
                (folder / "results.pkl").write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
        listed = self.json("import", "results", "--list")
        self.assertEqual((listed["references"], listed["file"]), (["gpt2-to-gpt2-xl-on-sciq-xent"], ""))
        self.assertFalse((self.folder / "other").exists())
        (name,) = self.json("import", "results", "--workspace", "other")["references"]
        (one,) = [one for one in self.json("references", "--workspace", "other") if one["name"] == name]
        self.assertEqual((one["seeds"], one["by"]), (2, "OpenAI code"))
        self.assertAlmostEqual(one["pgr"], .5)
        self.assertIn(name, self.text("references", "--workspace", "other"))
        self.assertFalse((self.folder / "pwned").exists())
        run = self.train()[0]
        (self.folder / "other/references").rename(self.folder / "ws/references")
        compared = self.json("compare", run, "--reference", name, "--reference", "burns-imagenet-vitb8", "--workspace", "ws")
        self.assertEqual([one["name"] for one in compared["references"]], [name, "burns-imagenet-vitb8"])
        self.assertIn("made elsewhere", self.text("compare", run, "--reference", name, "--workspace", "ws"))
        self.assert_refused(["compare", run, "--reference", "nothing", "--workspace", "ws"], "no reference result nothing")

    def test_damaged_results(self):
        folder = self.folder / "results/a"
        folder.mkdir(parents=True)
        self.assert_refused(["import", "results", "--workspace", "other"], "has no results of weak-to-strong training")
        (folder / "config.json").write_text('{"ds_name": "sciq", "model_size": "a", "loss": "x"}')
        (folder / "results_summary.json").write_text('{"accuracy": 7}')
        self.assert_refused(["import", "results", "--workspace", "other"], "a/results_summary.json", "between 0 and 1")
        self.write("results/a_b.results_summary.json", '{"weak_acc": 0.6, "strong_acc": 0.8, "transfer_acc_xent": 0.7}')
        result = self.run_w2s("import", "results", "--workspace", "other")
        self.assertEqual(result.returncode, 1)
        self.assertIn("a-b-xent", result.stdout)
        self.assertIn("between 0 and 1", result.stdout)
        references = self.folder / "other/references"
        (references / "broken.csv").write_text("name,title\n")
        result = self.run_w2s("references", "--workspace", "other")
        self.assertEqual(result.returncode, 1)
        self.assertIn("broken.csv", result.stderr)
        self.assertIn("a-b-xent", result.stdout)

    # --- hostile files ---

    def test_names_that_lead_elsewhere(self):
        for name in ("../evil", "runs/../../evil", "runs/a/../../../evil", "/tmp/evil", "runs/a//b", "runs/a/./b", "runs/./a", "runs",
                     "runs/a", "runs\\..\\evil", "runs/a/C:\\evil", "runs/.new-a/manifest.json", "runs/a/.ssh", "evil", "studies/a/evil",
                     "cache/a/result.json", "runs/a/owner.json", "runs/a/" + "x" * 300, "runs/a/b\nc", "studies/../study.toml",
                     "runs/a/1/2/3/4/5/6/7"):
            with self.subTest(name):
                self.refuse(self.archive([(name, "x")]), "is no name of a file in a bundle")

    def test_a_study_without_a_run(self):
        self.refuse(self.archive([("studies/a/study.toml", "schema = 1")]), "there is no run in it", listed=True)

    def test_links(self):
        for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR):
            link = zipfile.ZipInfo("runs/a/manifest.json")
            link.create_system = 3
            link.external_attr = (kind | 0o777) << 16
            self.refuse(self.archive([(link, "/etc/passwd")]), "is a link or no file", listed=True)

    def test_a_name_twice(self):
        self.refuse(self.archive([("runs/a/x", "1"), ("runs/a/x", "2")]), "in it twice", listed=True)
        self.refuse(self.archive([("runs/a/x", "1"), ("runs/a/x/y", "2")]), "in it twice")

    def test_bombs(self):
        self.refuse(self.archive([("runs/a/x", b"\0" * 50_000_000)]), "more than can be in it", listed=True)
        path = self.archive([("runs/a/x", b"x" * 1000)])
        # Entries that lie on the same bytes, and one that says it is larger than it is.
        data = path.read_bytes()
        end = data.rfind(b"PK\5\6")
        size, start = struct.unpack_from("<II", data, end + 12)
        entry = data[start + data[start:].rfind(b"PK\1\2"):start + size]
        more = b"".join(entry.replace(b"runs/a/x", b"runs/a/%c" % letter) for letter in b"bcdefghij")
        overlapping = bytearray(data[:start + size] + more + data[end:])
        struct.pack_into("<HHII", overlapping, len(overlapping) - 22 + 8, 11, 11, size + len(more), start)
        self.refuse(self.write("overlap.w2s", bytes(overlapping)), "no bundle that can be opened")
        longer = self.write("long.w2s", data.replace(struct.pack("<I", 1000), struct.pack("<I", 1001)))
        self.assert_refused(["import", longer, "--workspace", "other"], "no bundle that can be opened")
        self.assertTrue(self.nothing_came())

    def test_too_many_entries(self):
        self.refuse(self.archive([(f"runs/a/{number}", b"") for number in range(200_001)]), "entries, more than 200000")

    def test_what_is_no_archive(self):
        self.refuse(self.write("text.w2s", "hello"), "no bundle that can be opened", listed=True)
        self.refuse(self.write("empty.w2s", ""), "no bundle that can be opened")
        self.refuse(self.folder / "missing.w2s", "missing.w2s")
        self.refuse(self.folder, "")
        os.mkfifo(self.folder / "pipe.w2s")
        for words in (["import", "pipe.w2s", "--workspace", "other"], ["import", "pipe.w2s", "--list"]):
            self.assert_refused(words, "pipe.w2s")

    def test_what_is_no_bundle(self):
        self.refuse(self.archive([("runs/a/x", "1")], header=None), "bundle.json")
        self.refuse(self.archive([], header=HEADER), "no run in it")
        for header in ('{"format": "w2s-bundle", "schema": 2}', '{"format": "other", "schema": 1}', "[]", "x", "", "x" * 10_000):
            self.refuse(self.archive([("runs/a/x", "1")], header=header), "no bundle that can be opened")

    def test_encrypted_and_unknown_packing(self):
        path = self.archive([("runs/a/x", "1")])
        data = path.read_bytes()
        encrypted = bytearray(data)
        for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            encrypted[encrypted.rfind(mark) + offset] |= 1
        self.refuse(self.write("secret.w2s", bytes(encrypted)), "no bundle that can be opened")
        packed = self.folder / "packed.w2s"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as made:
            made.writestr("bundle.json", HEADER)
            made.writestr("runs/a/x", "1" * 100)
        self.refuse(packed, "no bundle that can be opened")

    def test_runs_that_are_none(self):
        for entries in ([("runs/a/x", "1")], [("runs/a/manifest.json", "{}")], [("runs/a/manifest.json", "\0" * 100)]):
            self.assert_refused(["import", self.archive(entries), "--workspace", "other"], "no sound manifest")
            self.assertTrue(self.nothing_came())
        run = self.train()[0]
        manifest = (self.folder / "ws/runs" / run / "manifest.json").read_bytes()
        self.assert_refused(["import", self.archive([("runs/b/manifest.json", manifest)]), "--workspace", "other"], f"calls itself {run}")
        self.assertTrue(self.nothing_came())

    def test_a_cut_or_damaged_bundle(self):
        runs = self.train()
        self.json("bundle", *runs, "-o", "x.w2s", "--workspace", "ws")
        whole = (self.folder / "x.w2s").read_bytes()
        original = self.tree("ws/runs")
        draw = random.Random(1)
        for number in range(30):
            data = bytearray(whole)
            if number % 2 == 0:
                data = data[:draw.randrange(len(data))]
            else:
                for _ in range(draw.choice((1, 8))):
                    data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
            path = self.write("y.w2s", bytes(data))
            result = self.run_w2s("import", path, "--workspace", f"w{number}")
            if result.returncode == 0:  # a byte that nobody reads: a time, say
                self.assertEqual(self.tree(f"w{number}/runs"), original)
            else:
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertIn("y.w2s", result.stderr)
                self.assertTrue(self.nothing_came(f"w{number}"))

    def test_a_later_version_of_zip64(self):
        # A directory that says it holds four thousand million entries.
        data = bytearray(self.archive([("runs/a/x", "1")]).read_bytes())
        end = data.rfind(b"PK\5\6")
        struct.pack_into("<HH", data, end + 8, 0xffff, 0xffff)
        self.refuse(self.write("many.w2s", bytes(data)), "no bundle that can be opened")

    def test_a_wrong_checksum(self):
        data = self.archive([("runs/a/x", "hello hello")]).read_bytes()
        crc = struct.pack("<I", zlib.crc32(b"hello hello"))
        path = self.write("crc.w2s", data.replace(crc, b"\1\2\3\4"))
        self.assert_refused(["import", path, "--workspace", "other"], "is damaged")
        self.assertTrue(self.nothing_came())


if __name__ == "__main__":
    main()
