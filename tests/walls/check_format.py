#!/usr/bin/env python3
"""The sources are laid out as clang-format 14 lays them out.

    check_format.py SOURCE_FOLDER [CLANG_FORMAT]

Other versions break lines in other places, so without version 14 the check is skipped (exit code 77). Comments are not
reflowed (.clang-format), hence tables and formulas in them keep their lines.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77
FOLDERS = ["app", "core", "tests", "ui"]


def find_formatter(named):
    """Returns the command of clang-format 14, or None and why there is none."""
    said = "clang-format is not installed (Debian: apt install clang-format-14, as packaging/test.sh does)."
    for name in [named] if named else ["clang-format-14", "clang-format"]:
        command = shutil.which(name)
        if command is None:
            continue
        version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
        if re.search(r"version 14\.", version):
            return command, ""
        said = f"{command} is not version 14: {version.strip()}"
    return None, said


def sources(folder):
    """The tracked sources, or all of them where there is no git."""
    listed = subprocess.run(["git", "-C", folder, "ls-files", "--", *FOLDERS], capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.splitlines()
    else:
        names = [path.relative_to(folder).as_posix() for top in FOLDERS for path in (folder / top).rglob("*")]
    return sorted(name for name in names if name.endswith((".h", ".cpp")) and (folder / name).exists())


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    command, said = find_formatter(sys.argv[2] if len(sys.argv) > 2 else "")
    if command is None:
        print(f"Skipped: {said}")
        return SKIPPED
    files = sources(folder)
    assert len(files) > 100, f"only {len(files)} sources found in {folder}"

    def faults(some):
        result = subprocess.run([command, "--dry-run", *some], capture_output=True, text=True, cwd=folder)
        return re.findall(r"^(\S+?:\d+):\d+: ", result.stderr, re.MULTILINE)

    workers = len(os.sched_getaffinity(0))
    pieces = [files[first::4 * workers] for first in range(4 * workers)]
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        found = sorted({place for places in pool.map(faults, pieces) for place in places})
    wrong = sorted({place.rsplit(":", 1)[0] for place in found})
    for file in wrong:
        lines = [place.rsplit(":", 1)[1] for place in found if place.startswith(file + ":")]
        print(f"{file}: lines {', '.join(sorted(lines, key=int)[:8])}")
    if wrong:
        print(f"{len(wrong)} of {len(files)} files are laid out otherwise. Put them right with:\n"
              f"    {command} -i {' '.join(wrong)}")
        return 1
    print(f"{len(files)} files are laid out as {command} does it.")
    return 0


sys.exit(main())
