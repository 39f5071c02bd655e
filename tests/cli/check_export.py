"""w2slab export: figures of recorded runs without a window or a display, and what it says when it cannot.

Called with the paths of w2s and w2slab. Where rsvg-convert (librsvg2-bin) and pdftoppm (poppler-utils) are installed, the
pictures are drawn by them and no line may lie outside its plot.
"""

import csv
import json
import os
import pathlib
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib

from harness import CommandLineCase

W2SLAB = pathlib.Path(sys.argv[2]).resolve()
SVG = "{http://www.w3.org/2000/svg}"
SMALL = ["--set", "strong.backbone={ name = \"pixels\", size = 7 }", "--set", "task.weak_rows=200", "--set", "task.transfer_rows=300",
         "--set", "task.validation_rows=100", "--set", "task.test_rows=400", "--set", "optimizer.steps=60",
         "--set", "evaluation.every=5"]
MM_PER_POINT = 25.4 / 72
LINES = {(0x00, 0x72, 0xb2), (0x00, 0x9e, 0x73)}  # student and ceiling


def pixels_of_png(data):
    """Rows of (red, green, blue) of an 8-bit PNG with three or four channels and without interlace."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind, _, _, interlace = struct.unpack(">IIBBBBB", data[16:29])
    assert depth == 8 and kind in (2, 6) and interlace == 0
    channels = 3 if kind == 2 else 4
    packed, at = b"", 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        if name == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(packed), width * channels
    rows, previous = [], bytearray(stride)
    for y in range(height):
        method, line = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for i in range(stride):
            left = line[i - channels] if i >= channels else 0
            up, corner = previous[i], previous[i - channels] if i >= channels else 0
            if method == 1:
                line[i] = line[i] + left & 255
            elif method == 2:
                line[i] = line[i] + up & 255
            elif method == 3:
                line[i] = line[i] + (left + up) // 2 & 255
            elif method == 4:
                guess = left + up - corner
                near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
                line[i] = line[i] + near[2] & 255
        rows.append([tuple(line[x * channels:x * channels + 3]) for x in range(width)])
        previous = line
    return rows


class Export(CommandLineCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.workspace = pathlib.Path(cls.kept.name) / "workspace"
        case = cls()
        case.folder = pathlib.Path(cls.kept.name)
        report = case.json("run", "fashion-demo", "--seeds", "0-1", "--workspace", cls.workspace, *SMALL)
        cls.runs = [run["id"] for run in report["runs"]]

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def run_lab(self, *words, run=None):
        return self.call_lab(run or self.runs[0], "--workspace", self.workspace, *words)

    def call_lab(self, *words):
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        # Without the last one Qt has something to say, which is for the log.
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
            environment.pop(name, None)
        return subprocess.run([W2SLAB, "export", *map(str, words)], capture_output=True, text=True, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL)

    def export(self, name, *words):
        result = self.run_lab("--out", name, *words)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")
        self.assertIn(name, result.stdout)
        return (self.folder / name).read_bytes()

    def refused(self, *words, parts, run=None):
        result = self.run_lab(*words, run=run)
        self.assertGreater(result.returncode, 0)
        for part in parts:
            self.assertIn(part, result.stderr)

    def test_svg_has_size_series_titles_and_provenance(self):
        root = ElementTree.fromstring(self.export("a.svg", "--chart", "accuracy", "--width-mm", "100"))
        self.assertEqual(root.get("width"), "100mm")
        series = [path.get("id") for path in root.iter(SVG + "path") if path.get("class") == "series"]
        self.assertEqual(len(series), len(set(series)))
        self.assertTrue({"accuracy-student", "accuracy-ceiling"} <= set(series), series)
        words = [text.text for text in root.iter(SVG + "text") if text.get("class") == "axis-title"]
        self.assertIn("step", words)
        description = root.find(SVG + "desc").text
        for part in ("W2S Lab", "LibTorch", self.runs[0], "seed 0", "--chart accuracy", "--out a.svg"):
            self.assertIn(part, description)
        self.assertNotIn(str(self.folder), description)

    def test_the_same_call_gives_the_same_bytes(self):
        for ending in ("svg", "png", "tex", "csv"):  # a PDF says when it was made
            first = self.export("same." + ending, "--chart", "accuracy,pgr")
            self.assertEqual(first, self.export("same." + ending, "--chart", "accuracy,pgr"))

    def test_where_a_figure_goes(self):
        wanted = self.export("plain.svg", "--chart", "accuracy").replace(b"plain.svg", b"NAME")
        # A link stays one, and what it points to is written.
        (self.folder / "folder").mkdir()
        (self.folder / "link.svg").symlink_to("folder/target.svg")
        self.export("link.svg", "--chart", "accuracy")
        self.assertTrue((self.folder / "link.svg").is_symlink())
        self.assertEqual((self.folder / "folder" / "target.svg").read_bytes().replace(b"link.svg", b"NAME"), wanted)
        # Endings in any case.
        self.assertTrue(self.export("X.SVG", "--chart", "accuracy").startswith(b"<?xml"))
        # A pipe is written into, and "-" is standard output, with nothing else in it.
        os.mkfifo(self.folder / "pipe.svg")
        reader = subprocess.Popen(["cat", self.folder / "pipe.svg"], stdout=subprocess.PIPE)
        result = self.run_lab("--out", "pipe.svg", "--chart", "accuracy")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(reader.communicate()[0].replace(b"pipe.svg", b"NAME"), wanted)
        self.assertTrue((self.folder / "pipe.svg").is_fifo())
        result = self.run_lab("--out", "-", "--format", "svg", "--chart", "accuracy")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(result.stdout.startswith("<?xml") and result.stdout.endswith("</svg>\n"))
        self.assertFalse((self.folder / "-").exists())
        # The pipe behind /dev/stdout, and that of a shell.
        result = self.run_lab("--out", "/dev/stdout", "--format", "svg", "--chart", "accuracy")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(result.stdout.startswith("<?xml"))
        # No folder is made by a slip of the keyboard.
        self.refused("--out", "missing/a.svg", "--chart", "accuracy", parts=["There is no folder", "missing"])
        self.assertFalse((self.folder / "missing").exists())

    def test_signs_that_latex_does_not_know_are_named(self):
        result = self.run_lab(self.runs[1], "--chart", "accuracy", "--out", "signs.tex", "--label", self.runs[1] + "=λ 漢")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("pdfLaTeX does not know 漢:", result.stderr)
        self.assertIn("$\\lambda$", (self.folder / "signs.tex").read_text())

    def test_pdf_and_png_have_their_size(self):
        self.assertTrue(self.export("a.pdf", "--chart", "pgr").startswith(b"%PDF"))
        png = self.export("a.png", "--chart", "pgr", "--width-mm", "50.8", "--height-mm", "40", "--dpi", "100")
        self.assertEqual(struct.unpack(">II", png[16:24]), (200, 157))

    def test_csv_of_a_chart_and_of_runs(self):
        lines = self.export("a.csv", "--chart", "accuracy").decode().splitlines()
        self.assertTrue(any(line.startswith("# run: " + self.runs[0]) for line in lines))
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        self.assertEqual(max(float(row["step"]) for row in rows), 60)
        result = self.run_lab(self.runs[1], "--chart", "table", "--out", "runs.csv")
        self.assertEqual(result.returncode, 0, result.stderr)
        lines = (self.folder / "runs.csv").read_text().splitlines()
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        self.assertEqual([row["run"] for row in rows], self.runs)
        for row in rows:
            self.assertEqual(row["state"], "finished")
            self.assertTrue(0 < float(row["student_accuracy"]) <= 1)

    def rows_of(self, name, *words):
        lines = self.export(name, *words).decode().splitlines()
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))

    def test_a_part_of_the_run_as_picture_and_numbers(self):
        rows = self.rows_of("part.csv", "--chart", "accuracy", "--from", "20", "--to", "40")
        steps = [float(row["step"]) for row in rows]
        self.assertEqual((min(steps), max(steps)), (20, 40))
        self.assertEqual(max(float(row["step"]) for row in self.rows_of("open.csv", "--chart", "accuracy", "--from", "20")), 60)
        root = ElementTree.fromstring(self.export("part.svg", "--chart", "accuracy,pgr", "--from", "20", "--to", "40",
                                                  "--y", "pgr=-0.5:1.2"))
        ticks = [text.text for text in root.iter(SVG + "text") if text.get("class") == "tick"]
        self.assertIn("20", ticks)
        self.assertNotIn("0", ticks)
        self.assertIn("--from 20 --to 40", root.find(SVG + "desc").text)
        self.assertIn("--y pgr=-0.5:1.2", root.find(SVG + "desc").text)

    def test_a_figures_own_command_makes_it_again(self):
        wanted = ["--chart", "objective,calibration", "--from", "12.5", "--log-y=objective", "--smoothing", "0.5",
                  "--x", "calibration=0.3:0.9", "--y", "objective=0.05:3", "--at", "30", "--x-axis", "epoch", "--legend", "inside"]
        wanted[3] = "0.1"  # epochs are few
        root = ElementTree.fromstring(self.export("again.svg", *wanted))
        command = next(entry.text for entry in root.iter() if entry.tag.endswith("}command"))
        first = (self.folder / "again.svg").read_bytes()
        words = shlex.split(command)
        self.assertEqual(words[:3], ["w2slab", "export", self.runs[0]])
        self.assertEqual(first, self.export("again.svg", *(word for word in words[3:-2])))

    def overlaid(self, name, *words):
        """The bytes of a figure with the second run over the first, and its texts and command."""
        result = self.run_lab(self.runs[1], "--out", name, "--chart", "accuracy", *words)
        self.assertEqual(result.returncode, 0, result.stderr)
        data = (self.folder / name).read_bytes()
        root = ElementTree.fromstring(data)
        labels = [text.text for text in root.iter(SVG + "text") if text.get("class") == "label"]
        return data, labels, next(entry.text for entry in root.iter() if entry.tag.endswith("}command"))

    def test_an_overlaid_run_has_the_name_and_colour_it_was_given(self):
        plain, labels, command = self.overlaid("plain.svg")
        self.assertTrue(any(text.startswith("seed 1 ") for text in labels), labels)
        self.assertNotIn("--color", command)
        olive, labels, command = self.overlaid("olive.svg", "--label", self.runs[1] + "=it's mine", "--color",
                                               self.runs[1] + "=olive")
        self.assertTrue(any(text.startswith("it's mine ") for text in labels), labels)
        self.assertEqual(olive, self.overlaid("olive.svg", *shlex.split(command)[6:-2])[0])
        labels_file = self.workspace / "runs" / self.runs[1] / "labels.json"
        labels_file.write_text('{"schema": 1, "name": "it\'s mine", "note": "", "color": 3, "pinned": false, "kept_as_is": false}')
        try:
            self.assertEqual(olive, self.overlaid("olive.svg")[0])
        finally:
            labels_file.unlink()
        self.assertEqual(plain, self.overlaid("plain.svg")[0])

    def test_a_figure_in_another_language(self):
        root = ElementTree.fromstring(self.export("de.svg", "--chart", "accuracy", "--language", "de"))
        words = [text.text for text in root.iter(SVG + "text")]
        self.assertIn("Schritt", words)
        self.assertTrue(any(re.search(r"\b0,\d", word) for word in words), words)
        self.assertFalse(any(re.search(r"\b0\.\d", word) for word in words), words)
        self.assertIn("--language de", root.find(SVG + "desc").text)

    def test_a_caption_is_printed_and_stands_in_the_file(self):
        result = self.run_lab("--chart", "accuracy", "--out", "captioned.svg", "--caption")
        self.assertEqual(result.returncode, 0, result.stderr)
        caption = result.stdout.splitlines()[1]
        self.assertTrue(caption.startswith("Test accuracy. fashion-mnist; weak supervisor: "), caption)
        self.assertIn("One run, seed 0.", caption)
        root = ElementTree.fromstring((self.folder / "captioned.svg").read_bytes())
        self.assertIn(caption, [element.text for element in root.iter() if element.tag.endswith("caption")])

    def test_a_comparison_has_the_numbers_of_w2s_compare(self):
        report = self.json("run", "fashion-demo", "--seeds", "0-1", "--workspace", self.workspace, *SMALL, "--set",
                           "objective.temperature=4")
        experiments = [json.loads((self.workspace / "runs" / run / "manifest.json").read_text())["experiment"]
                       for run in (self.runs[0], report["runs"][0]["id"])]
        said = self.json("compare", *experiments, "--workspace", self.workspace)
        (pair,) = said["pairs"]

        def export(name, *words):
            sets = [word for experiment in experiments for word in ("--compare", experiment)]
            result = self.call_lab("--workspace", self.workspace, *sets, "--out", name, *words)
            self.assertEqual(result.returncode, 0, result.stderr)
            return (self.folder / name).read_text()

        def rows(text):
            return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))

        of_accuracy, of_pgr = rows(export("pairs.csv", "--chart", "table"))
        for row, one in ((of_accuracy, pair["accuracy"]), (of_pgr, pair["pgr"])):
            for key, value in (("difference", one["difference"]), ("p", one["p"]), ("p_holm", one["p_holm"]), ("n", one["n"]),
                               ("low", one["ci95"][0]), ("high", one["ci95"][1])):
                self.assertAlmostEqual(float(row[key]), value, 12, key)
            self.assertEqual(row["test"], pair["test"])
        # The end of each course is what the summary has, in single precision.
        course = rows(export("course.csv", "--chart", "compare-course"))
        means = [float(value) for name, value in course[-1].items() if name[:2] in ("A:", "B:") and
                 "_low" not in name and "_high" not in name]
        for mean, one in zip(means, said["sets"], strict=True):
            self.assertAlmostEqual(mean, one["last"]["mean"], 6)
        # Every chart, and what is printed of the agreement.
        tile = f"{100 * said['agreement'][0][1]:.1f}"
        for chart in ("compare-course-pgr", "compare-accuracy", "compare-pgr", "compare-agreement"):
            words = [text.text for text in ElementTree.fromstring(export("one.svg", "--chart", chart)).iter(SVG + "text")]
            self.assertEqual(tile in words, chart == "compare-agreement", words)
        both = self.call_lab(self.runs[0], "--compare", experiments[0], "--workspace", self.workspace, "--chart", "pgr",
                             "--out", "a.svg")
        self.assertGreater(both.returncode, 0)
        self.assertIn("--compare", both.stderr)

    def test_pgfplots(self):
        text = self.export("a.tex", "--chart", "accuracy").decode()
        for part in ("\\begin{tikzpicture}", "\\begin{axis}", "\\addplot", "xlabel={step}", "% run: " + self.runs[0]):
            self.assertIn(part, text)

    def test_every_chart_can_be_exported(self):
        names = self.run_lab("--help", run="x").stdout
        for chart in ("accuracy", "pgr", "objective", "agreement"):
            self.assertIn(chart, names)
            self.assertLess(len(self.export(chart + ".svg", "--chart", chart)), 200_000)

    def test_a_run_of_an_older_version_can_be_exported(self):
        self.assert_exported("20261129-233123-fashion-demo-s0-ab32")

    def test_a_run_of_a_later_version_can_be_exported(self):
        self.assert_exported("20270401-120000-fashion-demo-s0-9d01")

    def assert_exported(self, run):
        source = pathlib.Path(__file__).resolve().parent.parent / "data" / "runs" / run
        shutil.copytree(source, self.workspace / "runs" / run, dirs_exist_ok=True)
        for chart in ("accuracy", "objective", "schedules"):
            result = self.run_lab("--out", "old.csv", "--chart", chart, run=run)
            self.assertEqual(result.returncode, 0, result.stderr)
        with open(self.folder / "old.csv", newline="") as file:
            lines = [line for line in csv.reader(line for line in file if not line.startswith("#"))]
        self.assertEqual(len(lines), 76)  # the last one: a header and 75 steps

    def test_a_report_is_a_page_with_charts_of_its_own(self):
        html = self.export("report.html").decode()
        ElementTree.fromstring(html.replace("<!DOCTYPE html>", ""))
        words = shlex.split(re.search(r"<pre>(w2slab export [^<]*)</pre>", html).group(1))
        self.assertEqual(words[words.index("--chart") + 1], "accuracy,pgr,objective,agreement")
        for part in ("<svg", "<figcaption>", "<table>", "[objective]", "W2S Lab", "--size two-columns"):
            self.assertIn(part, html)
        # The command that it names gives the same bytes.
        made = self.call_lab(*words[2:], "--workspace", self.workspace)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertEqual((self.folder / "report.html").read_text(), html)
        page = self.export("report.md", self.runs[1], "--mean", "t").decode()
        self.assertTrue(page.startswith("# "))
        self.assertIn("](report-figure.svg)", page)
        self.assertIn(f"w2slab export {self.runs[0]} {self.runs[1]} ", page)
        ElementTree.parse(self.folder / "report-figure.svg")
        compared = self.call_lab("--compare", self.runs[0], "--compare", self.runs[1], "-o", "compared.md", "--workspace", self.workspace)
        self.assertEqual(compared.returncode, 0, compared.stderr)
        for part in ("## Paired differences", "McNemar over test rows", "## Settings of A", "--compare " + self.runs[1]):
            self.assertIn(part, (self.folder / "compared.md").read_text())
        # What cannot be a report, and what is none.
        self.refused("--out", "a.svg", parts=["--chart", "accuracy", "report"])
        self.refused("--out", "-", "--format", "markdown", parts=["beside it", "--out"])
        self.refused("--out", "missing/a.md", parts=["There is no folder", "missing"])
        self.refused("--out", "a.html", run="nosuch", parts=["nosuch", self.runs[0]])
        self.refused("--out", "a.html", "--study", "none", parts=["or a study"])
        lost = self.call_lab("--study", "none", "--out", "a.html", "--workspace", self.workspace)
        self.assertGreater(lost.returncode, 0)
        self.assertIn("no study of that name", lost.stderr)

    def test_a_kept_figure_is_made_again_by_its_name(self):
        folder = self.workspace / "runs" / self.runs[0]
        wanted = self.export("kept.svg", "--chart", "pgr", "--width-mm", "100", "--legend", "none")
        command = f"w2slab export {self.runs[0]} --chart pgr --format pdf --size custom --width-mm 100 --legend none --out 'a figure.pdf'"
        figures = folder / "figures.json"
        figures.write_text(json.dumps({"schema": 1, "figures": [{"name": "for the paper", "command": command},
                                                                {"name": "from later", "command": command + " --hologram"}]}))
        try:
            made = self.export("kept.svg", "--figure", "for the paper")
            # What it was made with, but for the command in its metadata.
            picture = re.compile(rb"<(?:desc|metadata).*?</(?:desc|metadata)>", re.DOTALL)
            self.assertEqual(picture.sub(b"", made), picture.sub(b"", wanted))
            self.assertTrue(self.export("kept.png", "--figure", "for the paper").startswith(b"\x89PNG"))
            self.refused("--figure", "none", "-o", "a.svg", parts=['"none"', '"for the paper"', "kept"])
            self.refused("--figure", "from later", "-o", "a.svg", parts=["from later", "--hologram"])
            figures.write_text("{")
            self.refused("--figure", "for the paper", "-o", "a.svg", parts=["figures.json"])
            check = self.run_w2s("check", "--workspace", self.workspace)
            self.assertEqual(check.returncode, 1)
            self.assertIn("figures.json", check.stdout)
        finally:
            figures.unlink()
        self.refused("--figure", "for the paper", "-o", "a.svg", parts=["No figure is kept"])

    def test_mistakes_are_explained(self):
        self.refused("--chart", "acuracy", "--out", "a.svg", parts=["acuracy", "did you mean \"accuracy\"", "pgr"])
        self.refused("--chart", "pgr", "--out", "a.svg", run="nosuch", parts=["nosuch", self.runs[0]])
        self.refused("--chart", "pgr", "--out", "/proc/none/a.svg", parts=["/proc/none"])
        self.refused("--chart", "pgr", "--out", "a.gif", parts=["a.gif", "--format"])
        self.refused("--chart", "table,pgr", "--out", "a.svg", parts=["table"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--width-mm", "3", parts=["--width-mm 3"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--from", "900", parts=["pgr", "900", "60"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--from", "30", "--to", "20", parts=["--from, --to", "30:20"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--y", "0..1", parts=["--y 0..1", "0.5:0.9"])
        self.refused(self.runs[1], "--chart", "pgr", "--out", "a.svg", "--color", self.runs[1] + "=crimson", parts=["crimson", "olive"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--label", self.runs[0] + "=x", parts=["--label", "after the first"])
        self.refused("--chart", "pgr", "--out", "a.svg", "--label", "x", parts=["--label x", "RUN="])
        self.refused("--chart", "pgr", "--out", "a.svg", "--y", "accuracy=0:1", parts=["accuracy", "pgr"])

    def assert_lines_inside(self, picture, svg):
        """Pixels in a line's colour lie within the plot: the figure has no labels in these colours."""
        root = ElementTree.fromstring(svg)
        left, top, width, height = map(float, next(group for group in root if group.get("data-plot")).get("data-plot").split())
        rows = pixels_of_png(picture)
        scale = len(rows[0]) / float(root.get("viewBox").split()[2])
        slack = 1 + 0.6 * scale  # half a line
        inside = 0
        for y, row in enumerate(rows):
            for x, color in enumerate(row):
                if color in LINES:
                    inside += 1
                    self.assertTrue(left * scale - slack <= x <= (left + width) * scale + slack and
                                    top * scale - slack <= y <= (top + height) * scale + slack, (x, y, color))
        self.assertGreater(inside, 50)

    ZOOMED = ["--chart", "accuracy", "--legend", "none", "--from", "5", "--to", "30", "--y", "0.45:0.6",
              "--width-mm", "60"]

    @unittest.skipUnless(shutil.which("rsvg-convert"), "rsvg-convert is not installed")
    def test_a_zoomed_svg_drawn_by_librsvg_stays_in_its_plot(self):
        svg = self.export("zoom.svg", *self.ZOOMED)
        subprocess.run(["rsvg-convert", "-d", "150", "-p", "150", "-b", "white", "-o", "zoom.png", "zoom.svg"], cwd=self.folder,
                       check=True)
        self.assert_lines_inside((self.folder / "zoom.png").read_bytes(), svg)

    @unittest.skipUnless(shutil.which("pdftoppm"), "pdftoppm is not installed")
    def test_a_zoomed_pdf_drawn_by_poppler_stays_in_its_plot(self):
        svg = self.export("zoom.svg", *self.ZOOMED)
        self.export("zoom.pdf", *self.ZOOMED)
        subprocess.run(["pdftoppm", "-png", "-r", "150", "-singlefile", "zoom.pdf", "page"], cwd=self.folder, check=True)
        self.assert_lines_inside((self.folder / "page.png").read_bytes(), svg)
        if shutil.which("pdffonts"):
            fonts = subprocess.run(["pdffonts", "zoom.pdf"], cwd=self.folder, check=True, capture_output=True, text=True).stdout
            for line in fonts.splitlines()[2:]:
                self.assertEqual(line.split()[-5], "yes", fonts)  # embedded


unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
