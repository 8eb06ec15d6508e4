#!/usr/bin/env python3
"""Whether the tests that qml/ACCESS.md names exist, and whether each of its rows says what it should.

usage: access_page.py ROOT
"""

import pathlib
import re
import sys

PAGE = "qml/ACCESS.md"
STATES = {"met", "partly", "does not apply", "not met"}
ENTRY = re.compile(r"(?:candor_test|candor_quick_test|add_test)\(\s*(?:NAME\s+)?(\w[\w${}]*)")
GTEST = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+)\s*,\s*(\w+)\s*\)", re.M)
CASE = re.compile(r'^\s+name: "(\w+)"', re.M)
FUNCTION = re.compile(r"function (test_\w+)\(")


def tests_of(folder):
    """Names of the tests in the sources of a folder, as the page writes them."""
    found = set()
    for source in folder.glob("*.cpp"):
        found |= {f"{suite}.{name}" for suite, name in GTEST.findall(source.read_text())}
    for source in folder.glob("tst_*.qml"):
        text = source.read_text()
        case = CASE.search(text)
        found |= {f"{case.group(1)}::{function}" for function in FUNCTION.findall(text)} if case else set()
    return found


def entries_of(root):
    """Each entry of CTest with its tests; an entry that a loop names has `.*` in the place of the variable."""
    entries = {}
    for lists in sorted((root / "tests").rglob("CMakeLists.txt")):
        for name in ENTRY.findall(lists.read_text()):
            entries[re.sub(r"\$\{\w+\}", ".*", name)] = tests_of(lists.parent)
    return entries


def fault_of_test(named, entries):
    entry, _, test = named.partition(" ")
    known = next((tests for name, tests in entries.items() if re.fullmatch(name, entry)), None)
    if known is None:
        return f"no entry of CTest: {entry}"
    plain = test.rpartition("/")[2] if "::" not in test else test
    return f"no test in {entry}: {test}" if test and plain not in known else None


def faults_of_page(text, entries):
    faults = []
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith(("| criterion", "| clause"))]
    for row in rows:
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if len(cells) != 4 or cells[1] not in STATES:
            faults.append(f"not a row of four cells with a known state: {row}")
            continue
        named = re.findall(r"`([^`]+)`", cells[3])
        if cells[1] in ("met", "partly") and not named:
            faults.append(f"{cells[0]}: {cells[1]}, but no test shows it")
        faults += [f"{cells[0]}: {fault}" for fault in (fault_of_test(name, entries) for name in named) if fault]
    return faults if rows else ["the page has no rows"]


def main(root):
    faults = faults_of_page((root / PAGE).read_text(), entries_of(root))
    for fault in faults:
        print(f"{PAGE}: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
