#!/usr/bin/env python3
"""The walls between the halves, tried with the compiler and the flags of the real sources.

    check_walls.py SOURCE_FOLDER BUILD_FOLDER Includes|Headers|Modules|Layers|Numbers|Texts|Locales

Nothing is built: Includes and Headers are -fsyntax-only runs over a few lines on standard input, Modules and Layers read
the #include lines of core and of the window, Numbers and Texts the window's sources, Locales all of them and the built
libraries.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(sys.argv[1]).resolve()
BUILD = pathlib.Path(sys.argv[2]).resolve()

LIBTORCH_HEADERS = ["ATen/core/Tensor.h", "c10/core/Device.h", "torch/torch.h", "torch/csrc/autograd/variable.h"]
QT_HEADERS = ["QObject", "QtCore/QObject", "QtCore/qglobal.h", "QtWidgets/QWidget"]


def read_compiler():
    return re.search(r"^CMAKE_CXX_COMPILER:\w+=(.+)$", (BUILD / "CMakeCache.txt").read_text(), re.MULTILINE)[1]


COMPILER = read_compiler()


def read_modules():
    """The modules of core in their order, each with the modules that its CMakeLists.txt names under DEPENDS."""
    order = re.search(r"foreach\(_module ([^)]+)\)", (SOURCE / "core/CMakeLists.txt").read_text())[1].split()
    modules = {}
    for module in order:
        words = re.sub(r"#.*", "", (SOURCE / "core" / module / "CMakeLists.txt").read_text())
        call = re.search(rf"w2s_add_module\({module}\b([^)]*)\)", words)[1].split()
        depends = []
        if "DEPENDS" in call:
            for word in call[call.index("DEPENDS") + 1:]:
                if word.isupper():
                    break
                depends.append(word)
        modules[module] = depends
    return modules


MODULES = read_modules()


def below(module):
    """The modules whose headers `module` may include: those it names, and what these name."""
    found = set(MODULES[module])
    for name in MODULES[module]:
        found |= below(name)
    return found


def read_flags():
    """Maps each source file, relative to the source folder, to its compiler call without input and output."""
    flags = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["directory"], entry["file"]).resolve()
        files = [file]
        if file.is_relative_to(BUILD) and file.name.startswith("unity_"):
            files = [pathlib.Path(name) for name in re.findall(r'#include "(.*)"', file.read_text())]
        files = [one for one in files if one.is_relative_to(SOURCE) and not one.is_relative_to(BUILD)]
        if not files:
            continue
        words = shlex.split(entry["command"])
        # Some versions of CMake write the launcher (env, ccache) before the compiler.
        words = words[words.index(COMPILER):]
        output = words.index("-o")
        del words[output:output + 2]
        words = [word for word in words if word != "-c" and word != entry["file"]]
        flags.update({one.relative_to(SOURCE).as_posix(): words for one in files})
    return flags


FLAGS = read_flags()


def compile_text(flags, text):
    """Returns what the compiler says about `text`; empty when it compiles."""
    result = subprocess.run(flags + ["-fsyntax-only", "-x", "c++", "-"], input=text, capture_output=True, text=True,
                            cwd=BUILD, env={**os.environ, "LC_ALL": "C"})
    return "" if result.returncode == 0 else result.stderr or "failed without a word"


def flags_under(*folders):
    """One source for each distinct set of flags of the files in these folders."""
    distinct = {}
    for file, flags in sorted(FLAGS.items()):
        if file.startswith(folders):
            distinct.setdefault(tuple(flags), file)
    return {file: list(flags) for flags, file in distinct.items()}


def without_precompiled(flags):
    """The flags without a precompiled header, which takes longer to load than a missing header to miss."""
    kept = []
    for word in flags:
        if kept and kept[-1] == "-include" and word.endswith("cmake_pch.hxx"):
            kept.pop()
        else:
            kept.append(word)
    return kept


class Includes(unittest.TestCase):
    def expect_missing(self, header, flags):
        # Whether a header is found does not depend on what is precompiled.
        said = compile_text(without_precompiled(flags), f"#include <{header}>\n")
        # For this reason and no other: a broken compiler call must not pass for a wall.
        self.assertRegex(said, rf"fatal error: '?{re.escape(header)}'?( file not found|: No such file)",
                         f"<{header}> can be included")

    def expect_walls(self, files, headers):
        for file, flags in files.items():
            for header in headers:
                with self.subTest(flags_of=file, header=header):
                    self.expect_missing(header, flags)

    def test_controls_compile(self):
        controls = [file for file in FLAGS if file.startswith("tests/walls/control_")]
        self.assertGreaterEqual(len(controls), 2)
        for file in controls:
            with self.subTest(file):
                self.assertEqual(compile_text(FLAGS[file], (SOURCE / file).read_text()), "")

    def test_window_and_command_line_cannot_include_libtorch(self):
        files = flags_under("app/", "ui/", "tests/ui/", "tests/walls/control_core", "tests/walls/control_ui")
        self.assertTrue(any(file.startswith("app/") for file in files))
        self.expect_walls(files, LIBTORCH_HEADERS)

    def test_core_cannot_include_qt(self):
        files = flags_under("core/", "app/cli_main.cpp", "tests/walls/control_core", "tests/walls/control_engine")
        self.assertTrue(any(file.startswith("core/") for file in files))
        self.expect_walls(files, QT_HEADERS)

    def test_torch_free_library_cannot_include_libtorch(self):
        file = "core/base/log.cpp"
        self.expect_walls({file: FLAGS[file]}, LIBTORCH_HEADERS)

    def test_a_module_cannot_include_one_that_it_does_not_name(self):
        tried = 0
        for module in MODULES:
            others = [name for name in MODULES if name != module and name not in below(module)]
            # One call a library of the module is enough: the others' headers are missing for one reason.
            for file, flags in flags_under(f"core/{module}/").items():
                for other in others:
                    header = sorted((SOURCE / "core" / other).glob("*.h"))[0].relative_to(SOURCE).as_posix()
                    with self.subTest(flags_of=file, header=header):
                        self.expect_missing(header, flags)
                    tried += 1
        self.assertGreater(tried, 50)

    def test_command_line_program_is_not_linked_to_qt(self):
        said = subprocess.run(["readelf", "--dynamic", BUILD / "bin" / "w2s"], capture_output=True, text=True, check=True)
        self.assertIn("libtorch_cpu", said.stdout)
        self.assertNotIn("libQt", said.stdout)


class Headers(unittest.TestCase):
    """Each header of ours compiles alone; what reaches no LibTorch header compiles where there is none.

    A source that includes its own header first proves its header in the build, and is not compiled again here. With
    precompiled headers this proof covers our own headers alone: an include of <vector>, <fmt/format.h> or <QLabel> may be
    missing from the header and be found in the precompiled one. That is accepted, since compiling all headers without
    takes minutes; a build with -DW2S_PRECOMPILE=OFF proves the rest. Headers that no source proves are compiled here, those
    of core without a precompiled header.
    """

    def includes_libtorch(self, header, seen=None):
        seen = set() if seen is None else seen
        if header in seen or not (SOURCE / header).exists():
            return False
        seen.add(header)
        text = (SOURCE / header).read_text()
        if re.search(r"^#include <(ATen|c10|torch)/", text, re.MULTILINE):
            return True
        return any(self.includes_libtorch(name, seen) for name in re.findall(r'^#include "([^"]+)"', text, re.MULTILINE))

    def flags_for(self, header):
        if header.startswith(("ui/", "app/")):
            # Those of the header's own source, or of one that links all its folder may.
            whole = ("ui/main_window.cpp" if header.startswith("ui/") else
                     "app/lab_main.cpp" if header.startswith("app/lab_") else "app/cli_main.cpp")
            return FLAGS.get(header.removesuffix(".h") + ".cpp", FLAGS[whole])
        if self.includes_libtorch(header):
            return FLAGS["tests/walls/control_engine.cpp"]
        return FLAGS["tests/walls/control_core.cpp"]

    def is_proved_by_the_build(self, header):
        """A source that includes its own header first has shown that the header stands alone."""
        source = header.removesuffix(".h") + ".cpp"
        if source not in FLAGS:
            return False
        first = re.search(r'^#include (.*)$', (SOURCE / source).read_text(), re.MULTILINE)
        return first is not None and first[1] == f'"{header}"'

    def test_every_header_is_self_contained(self):
        folders = ["app", "core"] + (["ui"] if "tests/walls/control_ui.cpp" in FLAGS else [])
        headers = sorted(path.relative_to(SOURCE).as_posix() for folder in folders
                         for path in (SOURCE / folder).rglob("*.h"))
        headers = [header for header in headers if not self.is_proved_by_the_build(header)]
        self.assertIn("core/base/result.h", headers)
        with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            said = pool.map(lambda header: compile_text(self.flags_for(header), f'#include "{header}"\n'), headers)
            for header, words in zip(headers, said):
                with self.subTest(header):
                    self.assertEqual(words, "")


class Modules(unittest.TestCase):
    """A module of core includes headers of the modules that its CMakeLists.txt names, each of which stands before it."""

    def included(self, module):
        """The modules whose headers the files of `module` include, each with one file that does."""
        found = {}
        for path in sorted((SOURCE / "core" / module).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for name in re.findall(r'^#include "core/(\w+)/', path.read_text(), re.MULTILINE):
                    found.setdefault(name, path.relative_to(SOURCE).as_posix())
        found.pop(module, None)
        return found

    def test_every_folder_is_a_module(self):
        self.assertEqual({path.parent.name for path in (SOURCE / "core").glob("*/CMakeLists.txt")}, set(MODULES))
        self.assertGreater(len(MODULES), 10)

    def test_a_module_depends_on_those_before_it(self):
        before = []
        for module, depends in MODULES.items():
            with self.subTest(module):
                self.assertLessEqual(set(depends), set(before), "core/CMakeLists.txt lists the modules in order")
            before.append(module)

    def test_a_module_names_exactly_those_it_includes(self):
        for module, depends in MODULES.items():
            with self.subTest(module):
                included = self.included(module)
                self.assertEqual({name: file for name, file in included.items() if name not in depends}, {},
                                 "add them to DEPENDS if they stand before it, or move the code")
                self.assertEqual(set(depends) - set(included), set(), "named under DEPENDS and not included")

    def test_the_map_for_readers_has_the_same_order(self):
        rows = re.findall(r"^\| `(\w+)/` \|", (SOURCE / "core/README.md").read_text(), re.MULTILINE)
        self.assertEqual(rows, list(MODULES))

    def test_what_is_read_is_what_stands_there(self):
        # Known arrows, so that a reader of CMake files that finds nothing does not pass for order.
        self.assertIn("base", MODULES["config"])
        self.assertIn("record", below("pipeline"))
        self.assertNotIn("pipeline", below("store"))
        self.assertTrue(self.included("train")["record"].startswith("core/train/"))


class Layers(unittest.TestCase):
    """A file of the window includes files of its own layer and of those below."""

    ORDER = [{"theme"}, {"bridge"}, {"models", "widgets", "charts", "draw"}, {"form", "figures"}, {"pages", "presenter"},
             {"shell", "."}]
    # Headers that stand lower than their folder: values, and how numbers, quantities and texts are written.
    LOWER = {"ui/charts/chart_data.h": "theme", "ui/widgets/format.h": "theme"}

    def layer(self, file):
        folder = self.LOWER.get(file, pathlib.PurePath(file).relative_to("ui").parent.as_posix())
        found = [rank for rank, folders in enumerate(self.ORDER) if folder in folders]
        self.assertEqual(len(found), 1, f"{file}: name the folder in Layers.ORDER")
        return found[0]

    def upward(self, file, text):
        """The includes of a file that point to a higher layer."""
        own = self.layer(file)
        return [name for name in re.findall(r'^#include "(ui/[^"]+)"', text, re.MULTILINE) if self.layer(name) > own]

    def test_nothing_points_upward(self):
        files = sorted(path for path in (SOURCE / "ui").rglob("*") if path.suffix in (".h", ".cpp"))
        self.assertGreater(len(files), 100)
        for path in files:
            file = path.relative_to(SOURCE).as_posix()
            with self.subTest(file):
                self.assertEqual(self.upward(file, path.read_text()), [])

    def test_what_points_upward_is_found(self):
        text = '#include "ui/shell/docks.h"\n#include "ui/theme/theme.h"\n'
        self.assertEqual(self.upward("ui/widgets/banner.cpp", text), ["ui/shell/docks.h"])
        self.assertEqual(self.upward("ui/main_window.cpp", text), [])
        self.assertEqual(self.upward("ui/charts/chart_data.h", '#include "ui/charts/ticks.h"\n'), ["ui/charts/ticks.h"])


class Decided(unittest.TestCase):
    """What one file of the window decides, others do not do by hand: patterns, and the files that may have them."""

    FOLDERS = ("ui",)
    FORBIDDEN = {}
    FOUND = ()  # each is a fault by one pattern

    def faults(self, file, text):
        return [pattern for pattern, allowed in self.FORBIDDEN.items() if file not in allowed and re.search(pattern, text)]

    def test_nobody_else_decides(self):
        for path in sorted(path for folder in self.FOLDERS for path in (SOURCE / folder).rglob("*")
                           if path.suffix in (".h", ".cpp")):
            file = path.relative_to(SOURCE).as_posix()
            with self.subTest(file):
                self.assertEqual(self.faults(file, path.read_text()), [])

    def test_who_decides_is_found(self):
        for text in self.FOUND:
            self.assertEqual(len(self.faults("ui/widgets/banner.cpp", text)), 1, text)


class Texts(Decided):
    """Text is shown as it is, and HTML is the program's own: ui/widgets/plain_text.h has the reasons."""

    RICH = {"ui/form/model_gallery.cpp", "ui/shell/status_line.cpp", "ui/shell/about_dialog.cpp", "ui/widgets/model_card.cpp",
            "ui/widgets/equation_view.cpp"}
    FORBIDDEN = {
        r"QToolTip::showText": {"ui/widgets/plain_text.cpp", "ui/widgets/plain_text.h"},
        # Labels that are rich: all that comes from elsewhere is escaped in them.
        r"Qt::(RichText|AutoText|MarkdownText)": RICH | {"ui/widgets/plain_text.cpp"},
        r"\b(setHtml|setMarkdown|appendHtml|insertHtml)\(": RICH | {"ui/widgets/log_view.cpp"},
        # Cells of a copy for a spreadsheet.
        r"join\(QLatin1Char\('\\t'\)\)": {"ui/widgets/table_copy.cpp"},
        # They read their text as HTML where it looks like it.
        r"\b(QMessageBox|QErrorMessage|QWhatsThis|QGraphicsTextItem|QStaticText|setWhatsThis)\b": set(),
    }
    FOUND = ("QToolTip::showText(place, name);", "label->setTextFormat(Qt::RichText);", "view->appendHtml(text);",
             "QMessageBox::warning(this, title, name);", "made->setWhatsThis(name);", "cells.join(QLatin1Char('\\t'))")


class Numbers(Decided):
    """One file decides how the window writes numbers: ui/bridge/translated.h has the reasons."""

    FORBIDDEN = {
        r"QLocale::(English|German|c\(|system\(\)\.to)": {"ui/bridge/translated.cpp"},
        # With a format: a real number, in the C format, for a person. Those put in the decimal mark themselves.
        r"QString::number\([^;]*'[efgEFG]'": {"ui/widgets/format.cpp", "ui/widgets/number_box.cpp"},
        # A box of Qt's takes "0.5" for 5 in German.
        r"new Q(Double)?SpinBox": set(),
        # So does the one in its dialogs: ui/widgets/whole_dialog.h asks instead.
        r"\b(IntInput|DoubleInput|getInt|getDouble)\b": set(),
        # Real arguments of a translated pattern go through inWords().
        r"fmt::runtime": {"ui/bridge/number_language.h"},
    }
    FOUND = ("QLocale(QLocale::English).toString(x)", "QString::number(100.0 * share, 'g', 3)",
             "box = new QSpinBox(this);", "dialog->setInputMode(QInputDialog::IntInput);",
             "QInputDialog::getDouble(this, a, b)", "fmt::format(fmt::runtime(words(a, b)), x)")


class Locales(Decided):
    """Numbers of files are read and written in one way, whatever the locale: Qt sets the user's, in which "0.5" ends at the
    point. std::from_chars, std::to_chars and fmt have none; streams have that of C++, which stays the classic one."""

    FOLDERS = ("app", "core", "ui")
    FORBIDDEN = {
        r"\b(stod|stof|stold|strtod|strtof|strtold|atof)\b": set(),
        r"\bv?[fs]?n?printf\b": set(),
        # Whole numbers alone.
        r"\bv?[fs]?scanf\b": {"app/lab_main.cpp", "core/study/slurm.cpp"},
        r"\bsetlocale\b": {"app/lab_main.cpp", "app/export_command.cpp"},
        r"\b(std::locale|imbue|localeconv)\b": set(),
    }
    FOUND = ("const double x = std::stod(text);", "::strtof(begin, &end)", "std::snprintf(text, 9, format, x)",
             "std::sscanf(text, form, &x)", 'std::setlocale(LC_ALL, "");', "std::locale::global(mine);")

    def test_no_real_number_goes_through_to_string(self):
        # It takes the locale for real numbers and not for whole ones: the compiler knows which of them these are.
        libraries = sorted(path for folder in ("core", "ui") for path in (BUILD / folder).rglob("lib*.a"))
        self.assertGreater(len(libraries), 10)
        for library in libraries:
            with self.subTest(library.name):
                said = subprocess.run(["nm", library], capture_output=True, text=True, check=True)
                self.assertNotIn("11__to_xstring", said.stdout)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
