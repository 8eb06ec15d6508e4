"""A practice, its server and one kiosk on this machine, each program as the user it has in production where we may."""

import base64
import json
import os
import pathlib
import shutil
import time
import urllib.request

from .process import Program, StageError, run
from .robot import Robot

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("kiosk-app", "kiosk-syncd", "practice-server", "practice-admin")
APPROVERS = ("alice", "bob")


class Stage:
    """Owns a folder with everything in it. `separate`: every program gets its own user (needs root)."""

    def __init__(self, folder, build, separate, settings=None):
        self.folder = pathlib.Path(folder)
        self.separate = separate
        self.settings = settings or {}
        self.practice = self.folder / "practice"
        self.server_folder = self.practice / "server"
        self.kiosk_folder = self.folder / "kiosk"
        self.logs = self.folder / "logs"
        self.pictures = self.folder / "pictures"
        self._build = pathlib.Path(build)
        self._programs = {}
        self._install()

    # -- who runs what ---------------------------------------------------------------------------------------------

    def user(self, name):
        return name if self.separate else None

    def becoming(self, name):
        """The words before a command that is to run as that user."""
        return ["setpriv", f"--reuid={name}", f"--regid={name}", "--init-groups", "--"] if self.separate else []

    def program(self, name):
        return self.folder / "bin" / name

    def _install(self):
        """Copies the programs: the users of the kiosk need not be able to read the checkout."""
        for folder in (self.logs, self.pictures, self.folder / "bin", self.folder / "robot" / "generic", self.folder / "run"):
            folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o755)
        for name in PROGRAMS:
            shutil.copy2(self._build / "bin" / name, self.program(name))
        shutil.copy2(self._build / "robot" / "generic" / "candor_robot.so", self.folder / "robot" / "generic")
        if self.separate:
            run([ROOT / "deploy" / "kiosk" / "users"])
            for folder in (self.pictures, self.folder / "run"):
                shutil.chown(folder, "kiosk", "kiosk")
        (self.folder / "run").chmod(0o700)

    # -- the practice ----------------------------------------------------------------------------------------------

    def admin(self, *arguments, **options):
        return run([self.program("practice-admin"), *arguments], **options)

    def _passphrases(self):
        """One file for each person. A real practice types them."""
        made = []
        for person in (*APPROVERS, "escrow", "custodian"):
            file = self.folder / f"passphrase-{person}"
            file.write_text(f"{person} taps gently on the glass\n")
            file.chmod(0o600)
            made += ["--passphrase-file", f"{person}={file}"]
        return made

    def make_practice(self, listen, page):
        passphrases = self._passphrases()
        approvers = [part for person in APPROVERS for part in ("--approver", person)]
        self.admin("init", self.practice, "--practice", "Maple Street Practice", "--host", "localhost", *approvers,
                   "--listen", listen, "--page", page, *passphrases)
        self.admin("publish", self.signed_pack(), "--practice", self.practice)
        if self.separate:
            give_away(self.server_folder, "practice")

    def signed_pack(self):
        """The next factory pack, signed by both approvers."""
        settings = self.folder / "settings.json"
        settings.write_text(json.dumps({**default_settings(), **self.settings}, indent=2))
        pack = self.folder / f"factory-{len(list(self.folder.glob('factory-*.pack'))) + 1}.pack"
        self.admin("pack", self.practice, "--name", "factory", "--settings", settings,
                   "--instruments", ROOT / "kiosk" / "instruments", "-o", pack)
        for person in APPROVERS:
            self.admin("sign", pack, "--as", person, "--practice", self.practice, "--passphrase-file",
                       f"{person}={self.folder / f'passphrase-{person}'}")
        return pack

    # -- the programs ----------------------------------------------------------------------------------------------

    def start_server(self, wait=True):
        server = Program([self.program("practice-server"), "--practice", self.server_folder],
                         self.logs / "practice-server.log", self.user("practice"))
        self._programs["server"] = server
        if wait:
            server.wait_for_line("listening")
        return server

    def enrol_kiosk(self, name="Waiting room"):
        run([ROOT / "deploy" / "enrol" / "enrol", self.enrolment_token(name), "--kiosk", self.kiosk_folder, "--name", name,
             "--programs", self.folder / "bin", *([] if self.separate else ["--one-user"])])

    def enrolment_token(self, name):
        token = self.admin("enrol", "--practice", self.practice, "--name", name).decode().strip().splitlines()[-1]
        if self.separate:
            give_away(self.server_folder / "enrolments", "practice")
        return token

    def start_agent(self, *options):
        agent = Program([self.program("kiosk-syncd"), "run", "--kiosk", self.kiosk_folder, *options],
                        self.logs / "kiosk-syncd.log", self.user("kiosk-sync"))
        self._programs["agent"] = agent
        return agent

    def start_kiosk(self, display, size=None, robot=True, before=()):
        """Starts kiosk-app; with `robot` its plugin is loaded and connected to. `before`: a command, run as who we are, that
        runs it in its turn."""
        environment = {**display, "XDG_RUNTIME_DIR": str(self.folder / "run"), "HOME": str(self.folder / "run")}
        arguments = [*before, *(self.becoming("kiosk") if before else ()), self.program("kiosk-app"), "--kiosk", self.kiosk_folder]
        if size:
            arguments += ["--windowed", "--size", size]
        socket = self.folder / "run" / "robot"
        if robot:
            socket.unlink(missing_ok=True)
            environment.update(QT_PLUGIN_PATH=str(self.folder / "robot"), QT_QPA_GENERIC_PLUGINS=f"CandorRobot:{socket}")
        kiosk = Program(arguments, self.logs / "kiosk-app.log", None if before else self.user("kiosk"), environment)
        self._programs["kiosk"] = kiosk
        return kiosk, Robot(socket, is_alive=kiosk.running) if robot else None

    def stop_all(self):
        for name in ("kiosk", "agent", "server"):
            program = self._programs.pop(name, None)
            if program and program.running():
                program.stop()

    def wait_until_settled(self, deadline_s=60):
        """Waits until the kiosk has a receipt for everything and the server has read everything."""
        outbox = self.kiosk_folder / "outbox"
        end = time.monotonic() + deadline_s
        while (any((outbox / "new").iterdir()) or any(p.suffix == ".receipt" for p in (outbox / "receipts").iterdir())
               or self.server_counts()["waiting_for_projection"] > 0):
            if time.monotonic() > end:
                raise StageError(f"not everything was receipted within {deadline_s} s")
            time.sleep(0.05)

    # -- what the parts count --------------------------------------------------------------------------------------

    def kiosk_counts(self):
        """What the kiosk's own store has counted; kiosk-app must not be running."""
        return json.loads(run([self.program("kiosk-app"), "--kiosk", self.kiosk_folder, "--counts"], self.user("kiosk"),
                              {"QT_QPA_PLATFORM": "offscreen"}))

    def agent_counts(self):
        return json.loads((self.kiosk_folder / "sync" / "status.json").read_text())

    def page_address(self):
        return f"http://{json.loads((self.server_folder / 'server.json').read_text())['page']}/"

    def page_password(self):
        return (self.server_folder / "keys" / "page.password").read_text().strip()

    def page(self, path=""):
        request = urllib.request.Request(self.page_address() + path)
        credentials = base64.b64encode(f"practice:{self.page_password()}".encode()).decode()
        request.add_header("Authorization", f"Basic {credentials}")
        with urllib.request.urlopen(request, timeout=10) as reply:
            return reply.read()

    def server_counts(self):
        return json.loads(self.page("status.json"))

    # -- taking the data away --------------------------------------------------------------------------------------

    def make_recipient(self):
        """A key pair of the person who asks for the data, made by Debian's own age-keygen."""
        identity = self.folder / "analyst.key"
        identity.unlink(missing_ok=True)
        run(["age-keygen", "-o", identity])
        recipient = self.folder / "analyst.pub"
        recipient.write_bytes(run(["age-keygen", "-y", identity]))
        return identity, recipient

    def export(self, recipient, file, form="csv"):
        pathlib.Path(file).unlink(missing_ok=True)
        self.admin("export", "--practice", self.server_folder, "--to", recipient, "--format", form, "-o", file)


def default_settings():
    return {
        "practice": "Maple Street Practice",
        "languages": ["en", "es"],
        "instruments": ["visit-experience", "phq-9", "activation"],
        "idle_warning_s": 60,
        "idle_wipe_s": 30,
        "safety_contact": {
            "name": {"en": "988 Suicide & Crisis Lifeline", "es": "Línea 988 de Prevención del Suicidio y Crisis"},
            "phone": "988",
            "text": {
                "en": "Please tell a member of staff now, or call or text 988 at any hour.",
                "es": "Por favor, avise ahora a una persona del equipo, o llame o envíe un mensaje al 988 a cualquier hora.",
            },
        },
    }


def give_away(folder, user):
    for path in (pathlib.Path(folder), *pathlib.Path(folder).rglob("*")):
        shutil.chown(path, user, user)


def may_separate():
    return os.geteuid() == 0 and "CANDOR_ONE_USER" not in os.environ


def open_with_age(file, identity, folder):
    """Debian's own programs, not ours: `age -d | tar -x`."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    plain = run(["age", "-d", "-i", identity, file])
    run(["tar", "-x", "-C", folder], input_bytes=plain)
    if not (folder / "manifest.json").exists():
        raise StageError(f"{file}: no manifest in the export")
    return folder


def answers_of_export(stage, folder):
    """[(record id, {link id: answer})] of an export with bundles, in the order of the kiosks' chains."""
    identity, recipient = stage.make_recipient()
    stage.export(recipient, folder.with_suffix(".age"), "ndjson")
    opened = open_with_age(folder.with_suffix(".age"), identity, folder)
    return [response_of(json.loads(line)) for line in (opened / "bundles.ndjson").read_text(encoding="utf-8").splitlines()]


def response_of(bundle):
    response = bundle["entry"][0]["resource"]
    answers = {}

    def collect(items):
        for item in items:
            given = [plain(answer) for answer in item.get("answer", [])]
            if given:
                answers[item["linkId"]] = given[0] if len(given) == 1 else given
            collect(item.get("item", []))
    collect(response.get("item", []))
    return bundle["entry"][0]["fullUrl"], answers


def plain(answer):
    value = next(value for name, value in answer.items() if name.startswith("value"))
    return value["code"] if isinstance(value, dict) else value
