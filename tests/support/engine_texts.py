#!/usr/bin/env python3
"""Lists the engine's sentences for the translators: resources/translations/engine_texts.h, for lupdate alone.

    tests/support/engine_texts.py            writes the list
    tests/support/engine_texts.py --check    fails when it is not what the sources say

A sentence is a literal that begins a call of sentence(...), of fail(ErrorCode::..., "...") or, in a file that has such a
function for its own problems, of report(..., "..."): see core/base/sentence.h.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "resources/translations/engine_texts.h"
HEADER = """// The engine's sentences, for lupdate alone; never compiled. Written by
// tests/support/engine_texts.py
// clang-format off
"""
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
LITERALS = rf"({LITERAL}(?:\s*{LITERAL})*)"
CALLS = [rf"\bsentence\(\s*{LITERALS}", rf"\bsentenceNoop\(\s*{LITERALS}", rf"\bfail\(\s*ErrorCode::\w+,\s*{LITERALS}"]
# The engine, and what the window's torch-free parts say as it does.
FOLDERS = ["core", "ui/bridge", "ui/figures"]
# Only the command line shows what these say.
COMMAND_LINE_ONLY = {"core/base/process.cpp", "core/study/slurm.cpp", "core/study/submission.cpp",
                     "core/objective/loss_probe.cpp", "core/objective/loss_probe_json.cpp", "core/models/pretrain.cpp",
                     "core/models/simclr.cpp", "core/data/draft_card.cpp", "ui/figures/axis_ranges.cpp", "ui/figures/overlay_looks.cpp"}


def sentences():
    found = set()
    for file in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*")):
        if file.suffix not in (".cpp", ".h") or str(file.relative_to(ROOT)) in COMMAND_LINE_ONLY:
            continue
        code = re.sub(r"(?m)^\s*//.*$", "", file.read_text(encoding="utf-8"))
        for call in CALLS:
            for match in re.finditer(call, code):
                found.add("".join(part[1:-1] for part in re.findall(LITERAL, match.group(1))))
    found.discard("stopped")  # an outcome, told to nobody
    # Of places and punctuation alone: the same in every language.
    return sorted(text for text in found if re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}|\\n", "", text)))


def main():
    text = HEADER + "".join(f'QT_TRANSLATE_NOOP("engine", "{sentence}")\n' for sentence in sentences())
    if sys.argv[1:] != ["--check"]:
        LIST.write_text(text, encoding="utf-8")
    elif LIST.read_text(encoding="utf-8") != text:
        sys.exit(f"{LIST.relative_to(ROOT)} is not what the sources say: run tests/support/engine_texts.py, then the "
                 "target translations, and translate what is new.")


if __name__ == "__main__":
    main()
