"""The options of `./deploy/demo`; `python3 -m deploy.stage.options …` only checks them."""

import argparse
import os
import pathlib
import sys


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="deploy/demo", description="Runs Candor's main job on this machine: a practice with its server and two "
        "approvers, one enrolled kiosk, a patient who answers, and an encrypted export opened with Debian's age and tar. "
        "With a display the kiosk opens in a window for you to tap; without one a scripted patient taps on a virtual display. "
        "As root it gives each program a user of its own, made if missing: kiosk, kiosk-sync, practice.")
    parser.add_argument("--headless", action="store_true", help="use a virtual display and the scripted patient even if there is a display")
    parser.add_argument("--json", action="store_true", help="print the closing table as one JSON line (all else goes to standard error)")
    parser.add_argument("--size", default="1280x800", metavar="WxH", help="size of the kiosk's window (default 1280x800)")
    parser.add_argument("--folder", metavar="DIR", help="where everything is put (default: a new folder under /tmp); must not exist or be empty")
    parser.add_argument("--keep-running", action="store_true", help="leave the server running at the end until Ctrl-C, to look at its page")
    options = parser.parse_args(arguments)
    width, _, height = options.size.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 600 and int(height) >= 600):
        parser.error(f"--size {options.size}: write WIDTHxHEIGHT, each at least 600")
    if options.folder:
        folder = pathlib.Path(os.environ.get("CANDOR_CALLED_FROM", "."), options.folder)
        if folder.exists() and not folder.is_dir():
            parser.error(f"--folder {options.folder}: is not a folder")
        if folder.exists() and any(folder.iterdir()):
            parser.error(f"--folder {options.folder}: is not empty")
        options.folder = folder
    return options


if __name__ == "__main__":
    parse(sys.argv[1:])
