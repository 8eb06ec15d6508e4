"""Server and kiosk installed by the scripts of `deploy` on a machine with a real systemd, their keys sealed as credentials;
a patient answers, the response arrives, and is taken away by deploy/server/export."""

import json
import os
import pathlib
import random
import subprocess
import tempfile
import time
import unittest

from deploy.stage.patient import Answering
from deploy.stage.robot import Robot
from deploy.stage.stage import Stage, open_with_age

from .machine import ROOT, Machine
from .support import build_folder

KIOSK = "/var/lib/candor/kiosk"
UNITS = ("practice-server", "kiosk-syncd", "kiosk-app")
# There is no graphics card: the picture is drawn in memory, and the robot looks at it.
SCREEN = f"""[Service]
Environment=QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_PLUGIN_PATH=/opt/robot
Environment=QT_QPA_GENERIC_PLUGINS=CandorRobot:/run/kiosk-app/robot
ExecStart=
ExecStart=/usr/local/bin/kiosk-app --kiosk {KIOSK} --windowed --size 1280x800
"""


class Units(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="candor-e2e-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.machine = Machine([ROOT, build_folder(), cls.folder])
        cls.addClassCleanup(cls.machine.close)
        cls.stage = Stage(cls.folder, build_folder(), separate=False)
        cls.stage.make_practice("127.0.0.1:8443", "127.0.0.1:8080")
        cls.install()

    @classmethod
    def install(cls):
        run, programs = cls.machine.run, build_folder() / "bin"
        run(ROOT / "deploy/server/install", cls.stage.server_folder, "--programs", programs)
        token = run("practice-admin", "enrol", "--practice", "/var/lib/candor/server", "--name", "Front desk").split()[-1]
        run(ROOT / "deploy/kiosk/install", "--programs", programs)
        cls.machine.give_console()
        run("cp", "-r", cls.folder / "robot", "/opt/robot")
        drop_in = cls.machine.path("/etc/systemd/system/kiosk-app.service.d")
        drop_in.mkdir()
        # A unit that cannot start, as on a machine that is not ready yet: the enrolment is whole all the same.
        (drop_in / "screen.conf").write_text("[Service]\nExecStart=\n")
        run("systemctl", "daemon-reload")
        run(ROOT / "deploy/enrol/enrol", token, "--name", "Front desk", "--seal", check=False)
        assert cls.machine.path(f"{KIOSK}/device.json").exists(), "the kiosk was taken away, its code is used up"
        (drop_in / "screen.conf").write_text(SCREEN)
        run("systemctl", "daemon-reload")
        run("systemctl", "restart", "kiosk-app", "kiosk-syncd")

    def show(self, unit, name):
        return self.machine.run("systemctl", "show", "-P", name, unit).strip()

    def status_of(self, unit, task=""):
        pid = self.show(unit, "MainPID")
        lines = self.machine.path(f"/proc/{pid}/{task}status").read_text().splitlines()
        return dict(line.split(":\t", 1) for line in lines if ":\t" in line)

    def test_a_response_goes_from_touch_to_export(self):
        robot = Robot(self.machine.path("/run/kiosk-app/robot"))
        self.addCleanup(robot.close)
        patient = Answering(robot, random.Random(20261125))
        patient.begin("phq-9")
        patient.give({})
        patient.finish()
        status = self.machine.path(f"{KIOSK}/sync/status.json")
        self.machine.wait_for(lambda: json.loads(status.read_text())["sent"] == 1, "a receipt")
        spool = self.machine.path(f"{KIOSK}/outbox/new")
        self.machine.wait_for(lambda: not any(spool.iterdir()), "kiosk-app to settle")
        identity, recipient = self.stage.make_recipient()
        export = self.folder / "export.age"
        self.machine.run(ROOT / "deploy/server/export", recipient, export)
        opened = open_with_age(export, identity, self.folder / "opened")
        self.assertEqual(json.loads((opened / "manifest.json").read_text())["responses"], 1)
        self.publish_a_later_pack()
        # The kiosk is stolen.
        self.assertIn("in use", self.machine.run(ROOT / "deploy/server/kiosk", "list"))
        self.assertIn("Revoked: 'Front desk'", self.machine.run(ROOT / "deploy/server/kiosk", "revoke", "Front desk"))
        self.assertIn("is revoked already", self.machine.run(ROOT / "deploy/server/kiosk", "revoke", "Front desk"))
        self.machine.run("systemctl", "restart", "kiosk-syncd")
        self.machine.wait_for(lambda: "revoked" in json.loads(status.read_text())["problem"], "the kiosk to be refused")

    def publish_a_later_pack(self):
        self.stage.settings = {"instruments": ["visit-experience"]}
        pack = self.stage.signed_pack()
        self.machine.run("practice-admin", "publish", pack, "--practice", "/var/lib/candor/server")
        self.machine.run("systemctl", "restart", "kiosk-syncd")
        here = self.machine.path(f"{KIOSK}/packs/incoming/factory-2.pack")
        self.machine.wait_for(here.exists, "the kiosk to have the second pack")
        self.assertEqual(here.read_bytes(), pack.read_bytes())

    def refused(self, *words):
        ran = subprocess.run(self.machine.inside(words), capture_output=True, text=True, check=False)
        self.assertNotEqual(ran.returncode, 0, words)
        return ran.stderr

    def test_an_export_that_cannot_be_is_refused_by_name(self):
        program = ROOT / "deploy/server/export"
        _, recipient = self.stage.make_recipient()
        there, new = self.folder / "there.age", self.folder / "new.age"
        there.write_text("mine")
        self.assertIn("there.age: is there already", self.refused(program, recipient, there))
        self.assertIn("nobody.pub", self.refused(program, self.folder / "nobody.pub", new))
        self.assertIn("'xml'", self.refused(program, recipient, new, "--format", "xml"))
        hidden = f"mount -t tmpfs tmpfs /var/lib/candor/credentials && exec {program} {recipient} {new}"
        self.assertIn("no server is installed on this machine", self.refused("unshare", "--mount", "bash", "-c", hidden))
        self.assertFalse(new.exists())
        self.assertEqual(there.read_text(), "mine")

    def test_every_program_runs_without_a_fault_rights_or_plain_keys(self):
        for unit in UNITS:
            with self.subTest(unit=unit):
                self.assertEqual((self.show(unit, "ActiveState"), self.show(unit, "NRestarts")), ("active", "0"),
                                 self.machine.run("journalctl", "-o", "cat", "-u", unit))
                status = self.status_of(unit)
                self.assertNotEqual(status["Uid"].split()[0], "0")
                self.assertEqual((int(status["CapBnd"], 16), status["NoNewPrivs"], status["Seccomp"]), (0, "1", "2"))
        for left in ("app-keys", "sync-keys"):
            self.assertFalse(self.machine.path(f"{KIOSK}/{left}").exists())

    def test_what_the_server_reads_waits_for_what_it_takes_in(self):
        tasks = self.machine.path(f"/proc/{self.show('practice-server', 'MainPID')}/task")
        niceness = [int(task.joinpath("stat").read_text().rpartition(")")[2].split()[16]) for task in tasks.iterdir()]
        own = os.getpriority(os.PRIO_PROCESS, 0)  # what the machine has from us
        self.assertEqual(set(niceness), {own, 10}, "the projector's thread has a low priority, no other")

    def seconds_to_attract(self, start):
        socket = self.machine.path("/run/kiosk-app/robot")
        began = time.monotonic()
        start()
        robot = Robot(socket)
        robot.wait_for("Start", deadline_s=60)
        robot.close()
        return time.monotonic() - began

    def test_when_the_screen_crashes_or_hangs_it_is_back_at_the_attract_screen(self):
        run = self.machine.run
        run("systemctl", "stop", "kiosk-app")
        plain = self.seconds_to_attract(lambda: run("systemctl", "start", "kiosk-app"))
        crashed = self.seconds_to_attract(lambda: self.signal_and_wait("SEGV"))
        hung = self.seconds_to_attract(lambda: self.signal_and_wait("STOP"))
        print(f"\nto the attract screen: {plain:.2f} s from a plain start, {crashed:.2f} s after a crash, {hung:.2f} s after it hung")
        self.assertLess(crashed, 2 * plain + 1, "as long as a start takes, and half a second")
        run("systemctl", "restart", "kiosk-app")  # counts its restarts from none again

    def signal_and_wait(self, name):
        """Until that process is gone."""
        pid = self.show("kiosk-app", "MainPID")
        self.machine.run("kill", f"-{name}", pid)
        self.machine.wait_for(lambda: self.show("kiosk-app", "MainPID") not in (pid, "0"), "another process", 60)

    def test_installing_again_is_an_update_that_keeps_what_is_there(self):
        before = self.machine.path("/var/lib/candor/credentials/practice-server/store.key").read_bytes()
        self.machine.run(ROOT / "deploy/server/install", "--programs", build_folder() / "bin")
        self.machine.run(ROOT / "deploy/kiosk/install", "--programs", build_folder() / "bin")
        self.assertEqual(self.machine.path("/var/lib/candor/credentials/practice-server/store.key").read_bytes(), before)
        for unit in UNITS:
            self.machine.wait_for(lambda: self.show(unit, "ActiveState") == "active", unit)
        self.assertIn("holds a practice already", self.refused(ROOT / "deploy/server/install", self.stage.server_folder,
                                                               "--programs", build_folder() / "bin"))

    def as_screen(self, *words):
        """As the user of kiosk-app, where it sees files."""
        return self.machine.run("nsenter", "-t", self.show("kiosk-app", "MainPID"), "--mount",
                                "setpriv", "--reuid=kiosk", "--regid=kiosk", "--clear-groups", *words)

    def test_the_screen_writes_to_a_stick_and_has_it_unmounted(self):
        stick, request = "/run/candor/medium/stick", "/run/candor/requests/release-stick"
        self.machine.run("mount", "-t", "tmpfs", "-o", "uid=kiosk,gid=kiosk,mode=0700", "tmpfs", stick)
        self.machine.run("systemctl", "restart", "kiosk-app")  # one that starts with a stick in it gives it back too
        self.as_screen("mountpoint", "-q", stick)
        self.as_screen("touch", f"{stick}/record")
        self.as_screen("touch", request)
        self.machine.wait_for(lambda: not self.machine.path(request).exists(), "the request to be taken")
        self.machine.wait_for(lambda: not self.machine.path(f"{stick}/record").exists(), "the stick to be unmounted")
        self.assertIn("no", self.as_screen("sh", "-c", f"mountpoint -q {stick} && echo yes || echo no"))
        self.assertIn("active", self.show("candor-release-stick.path", "ActiveState"), "the next one is heard too")

    def test_wiped_by_an_admin_nothing_of_the_kiosk_is_left(self):
        """The last one, by its name: there is no kiosk after it."""
        drop_in = self.machine.path("/etc/systemd/system/candor-factory-reset.service.d")
        drop_in.mkdir()
        (drop_in / "stay-on.conf").write_text("[Service]\nExecStart=\nExecStart=/usr/local/lib/candor/factory-reset\n")
        self.machine.run("systemctl", "daemon-reload")
        self.as_screen("touch", "/run/candor/requests/factory-reset")
        self.machine.wait_for(lambda: not self.machine.path(KIOSK).exists(), "the kiosk to be erased")
        sealed = self.machine.path("/var/lib/candor/credentials")
        self.machine.wait_for(lambda: [each.name for each in sealed.iterdir()] == ["practice-server"], "its keys to go")
        for unit in ("kiosk-app", "kiosk-syncd"):
            self.assertNotEqual(self.show(unit, "ActiveState"), "active")
        self.assertEqual(self.show("practice-server", "ActiveState"), "active")


if __name__ == "__main__":
    unittest.main()
