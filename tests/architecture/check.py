#!/usr/bin/env python3
"""Which module may include which: the one place where the arrows of the architecture are written down."""

import pathlib
import re
import sys

import braces

CORE = ["base", "crypto", "envelope", "sql", "outbox", "packs", "fhir", "fhirpath", "richtext", "media", "survey", "store", "staff", "takeout"]


def core(*names):
    return {f"kiosk/core/{name}" for name in names}


# folder -> folders of ours it may include (its own always). The longest folder that fits a file counts.
ALLOWED = {
    "kiosk/core/base": set(),
    "kiosk/core/crypto": core("base"),
    "kiosk/core/envelope": core("base", "crypto"),
    "kiosk/core/sql": core("base"),
    "kiosk/core/outbox": core("base", "crypto", "envelope"),
    "kiosk/core/packs": core("base", "crypto"),
    "kiosk/core/fhir": core("base"),
    "kiosk/core/fhirpath": core("base", "fhir"),
    "kiosk/core/richtext": core("base"),
    "kiosk/core/media": core("base"),
    "kiosk/core/survey": core("base", "fhir", "fhirpath", "media"),
    "kiosk/core/lint": core("base", "fhir", "fhirpath", "survey"),
    "kiosk/core/store": core("base", "crypto", "sql"),
    "kiosk/core/staff": core("base", "crypto", "packs", "store"),
    "kiosk/core/takeout": core("base", "crypto", "envelope", "outbox", "packs"),
    "kiosk/device": core("base"),
    "kiosk/film": core("base", "media"),
    "kiosk/film/player": {"kiosk/film"},
    "kiosk/access": set(),
    "kiosk/viewmodels": core(*CORE) | {"kiosk/device", "kiosk/film"},
    "kiosk/app": core(*CORE) | {"kiosk/access", "kiosk/device", "kiosk/viewmodels", "qml"},
    "qml": set(),
    "kiosk/tools": core(*CORE, "lint") | {"sync/protocol", "sync/http", "sync/server"},
    "sync/protocol": core("base", "crypto", "envelope"),
    "sync/http": core("base"),
    "sync/agent": core("base", "crypto", "envelope", "outbox", "packs") | {"sync/protocol", "sync/http"},
    "sync/server": core("base", "crypto", "envelope", "sql", "survey", "packs") | {"sync/protocol", "sync/http"},
}

# A library's headers (as written in an #include) -> the only folders that may see them.
LIBRARIES = {
    r"boost/": {"sync/http"},
    r"sqlite3\.h|sqlcipher/": {"kiosk/core/sql"},
    r"sodium": {"kiosk/core/base", "kiosk/core/crypto", "kiosk/core/sql"},
    r"zstd\.h": {"kiosk/core/envelope"},
    r"openssl/": {"sync/http"},
    r"md4c\.h": {"kiosk/core/richtext"},
    r"pugixml": {"kiosk/core/media", "kiosk/core/richtext"},
    r"re2/": {"kiosk/core/fhirpath", "kiosk/core/survey"},
    r"Q(Media|Video|Audio|Camera)|QtMultimedia": {"kiosk/film/player"},
    r"Q[A-Za-z]+(/.*)?$|Qt[A-Z]\w*/": {
        "kiosk/access", "kiosk/device", "kiosk/film", "kiosk/film/player", "kiosk/viewmodels", "kiosk/app", "qml"
    },
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def module_of(path, table):
    fits = [folder for folder in table if path == folder or path.startswith(folder + "/")]
    return max(fits, key=len) if fits else None


def faults_of_file(path, lines):
    """Sentences of what `path` (relative to the root) may not include."""
    module = module_of(path, ALLOWED)
    if module is None:
        return [f"{path}: lies in no module of the table in tests/architecture/check.py"]
    faults = []
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, target = match.groups()
        where = f"{path}:{number}"
        if quote == '"' and target.startswith(("kiosk/", "sync/", "qml/", "tests/")):
            other = module_of(target, ALLOWED)
            if other != module and other not in ALLOWED[module]:
                faults.append(f"{where}: {module} may not include {target}")
        elif quote == '"' and not target.endswith(".moc"):
            faults.append(f"{where}: write includes of ours from the repository root: {target}")
        else:
            for pattern, folders in LIBRARIES.items():
                if re.match(pattern, target) and module not in folders:
                    faults.append(f"{where}: {module} may not see <{target}>")
    return faults


def sources(root, tops):
    for top in tops:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and "node_modules" not in path.parts:
                yield path


def missing_readmes(root):
    return [f"{folder}: has no README.md" for folder in ALLOWED if folder != "qml" and not (root / folder / "README.md").exists()]


def main():
    root = pathlib.Path(sys.argv[1])
    faults, count = missing_readmes(root), 0
    for path in sources(root, ("kiosk", "sync", "qml")):
        count += 1
        faults += faults_of_file(str(path.relative_to(root)), path.read_text(encoding="utf-8").splitlines())
    for path in sources(root, ("kiosk", "sync", "qml", "tests")):
        faults += braces.faults_of_text(str(path.relative_to(root)), path.read_text(encoding="utf-8"))
    for fault in faults:
        print(fault)
    print(f"{count} files read, {len(faults)} faults")
    sys.exit(1 if faults or count == 0 else 0)


if __name__ == "__main__":
    main()
