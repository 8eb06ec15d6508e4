"""`./deploy/demo`: creates a practice, enrols a kiosk, lets a patient answer, and takes the data away encrypted."""

import csv
import json
import pathlib
import signal
import socket
import sys
import tempfile
import time

from .display import VirtualDisplay, has_display
from .options import parse
from .patient import Patient, closing_visits
from .process import StageError
from .robot import RobotError
from .stage import ROOT, Stage, may_separate, open_with_age

KEYS = ("given", "sealed", "sent", "receipted", "stored", "exported", "opened_with_age", "lost", "doubled", "seconds")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Ended(Exception):
    """A signal asks us to end: in order, with all that we started."""

    def __init__(self, number):
        super().__init__()
        self.status = 128 + number


def end_in_order(number, _):
    raise Ended(number)


class Demo:
    def __init__(self, options):
        self.options = options
        self.started = time.monotonic()
        folder = pathlib.Path(options.folder or tempfile.mkdtemp(prefix="candor-demo-"))
        folder.mkdir(parents=True, exist_ok=True)
        self.stage = Stage(folder, ROOT / "build" / "release", may_separate())
        self.display = None
        self.table_told = None

    def say(self, text=""):
        print(text, file=sys.stderr if self.options.json else sys.stdout, flush=True)

    # -- the way of an answer --------------------------------------------------------------------------------------

    def run(self):
        try:
            self.prepare()
            self.answer()
            self.wait_until_all_arrived()
            self.take_away()
            if self.options.keep_running:
                self.say("The server goes on; Ctrl-C ends it.")
                signal.pause()
            return 0
        except Ended as end:
            self.say("\nended by you")
            return end.status if self.table_told is None else 0
        finally:
            self.stage.stop_all()
            if self.display:
                self.display.close()

    def prepare(self):
        stage = self.stage
        self.say(f"Everything of this run is in {stage.folder}")
        self.say("Each program runs as its own user (kiosk, kiosk-sync, practice)." if stage.separate else
                 "Not root: the separation of the programs by users is off.")
        stage.make_practice(f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}")
        self.say("1. The practice has its keys, its server and a factory pack that both approvers signed.")
        stage.start_server()
        stage.enrol_kiosk()
        stage.start_agent()
        self.say("2. One kiosk is enrolled with a one-time code; the server and the sync agent run.")

    def answer(self):
        if has_display() and not self.options.headless:
            self.answer_by_hand()
        else:
            self.answer_by_script()

    def answer_by_hand(self):
        self.say("3. The kiosk is open in a window: tap through a survey. Close the window when you are done.")
        kiosk, _ = self.stage.start_kiosk({}, self.options.size, robot=False)
        while kiosk.running():
            time.sleep(0.2)
        self.given = None

    def answer_by_script(self):
        width, _, height = self.options.size.partition("x")
        self.display = VirtualDisplay(int(width), int(height), self.stage.logs / "display.log")
        self.say("3. A scripted patient answers by touch on a virtual display:")
        patient = Patient(self.stage, self.display.environment, self.options.size, self.say)
        self.given = patient.make_visits(closing_visits())

    def wait_until_all_arrived(self):
        """Starts the kiosk once more and waits for its last receipts: the counts then are final."""
        kiosk, _ = self.stage.start_kiosk(self.display.environment if self.display else {"QT_QPA_PLATFORM": "offscreen"},
                                          self.options.size, robot=False)
        self.stage.wait_until_settled()
        kiosk.stop()
        self.kiosk = self.stage.kiosk_counts()
        self.server = self.stage.server_counts()

    def take_away(self):
        stage = self.stage
        identity, recipient = stage.make_recipient()
        export = stage.folder / "export.tar.age"
        stage.export(recipient, export)
        opened = open_with_age(export, identity, stage.folder / "opened")
        stage.admin("verify", opened, "--practice", stage.practice)
        self.report(export, opened, identity)

    # -- what to tell ----------------------------------------------------------------------------------------------

    def table(self, opened):
        manifest = json.loads((opened / "manifest.json").read_text())
        rows = sum(len(list(csv.DictReader(open(file, newline="", encoding="utf-8-sig")))) for file in response_files(opened))
        given = self.kiosk["given"] if self.given is None else self.given
        stored = self.server["stored"]
        values = (given, self.kiosk["sealed"], self.stage.agent_counts()["sent"], self.kiosk["receipted"], stored,
                  manifest["responses"], rows, given - stored, self.server["doubled"],
                  round(time.monotonic() - self.started, 1))
        return dict(zip(KEYS, values))

    def report(self, export, opened, identity):
        table = self.table_told = self.table(opened)
        if self.options.json:
            print(json.dumps(table), flush=True)
        self.say()
        self.say(f"  given by patients {table['given']}   sealed {table['sealed']}   sent {table['sent']}   "
                 f"receipted {table['receipted']}   stored {table['stored']}")
        self.say(f"  exported {table['exported']}   opened with age {table['opened_with_age']}   "
                 f"lost {table['lost']}   doubled {table['doubled']}   in {table['seconds']} s")
        self.say()
        self.say("Scores, as the server reads them:")
        for response in self.server["responses"]:
            for score in response["scores"]:
                error = f" ± {score['standard_error']:.1f}" if score.get("standard_error") is not None else ""
                self.say(f"  {response['instrument']:<18} {response['status']:<10} {score['title'] or score['code']}: {score['value']:g}{error}  "
                         f"{score['band_title'] or score['band'] or ''}")
            if response["safety"]:
                self.say(f"  {'':<18} {'':<10} calls for help: answer {response['safety']}")
        self.say()
        self.say(f"Screenshots       {self.stage.pictures}")
        if self.options.keep_running:
            self.say(f"The server's page {self.stage.page_address()}  (user practice, password {self.stage.page_password()})")
        else:
            self.say("The server's page --keep-running leaves the server running, to look at it")
        self.say(f"The export        {export}")
        self.say(f"Opened by hand    age -d -i {identity} {export} | tar -xv")
        for file in response_files(opened):
            self.say()
            self.say(file.name)
            for line in file.read_text(encoding="utf-8-sig").splitlines():
                self.say(f"  {line[:160]}{'…' if len(line) > 160 else ''}")
        if table["lost"] or table["doubled"] or len({table[key] for key in KEYS[:7]}) != 1:
            raise StageError("the counts do not agree: see the table")


def response_files(opened):
    return sorted(file for file in opened.rglob("*.csv") if file.name != "codebook.csv")


def main():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_in_order)
    try:
        sys.exit(Demo(parse(sys.argv[1:])).run())
    except (StageError, RobotError) as error:
        sys.exit(f"demo: {error}")


if __name__ == "__main__":
    main()
