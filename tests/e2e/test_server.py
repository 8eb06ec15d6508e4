"""A server installed as on a real machine, under systemd, its keys encrypted credentials: it runs, and gives its data away."""

import os
import random
import subprocess
import unittest

from deploy.stage.patient import Answering
from deploy.stage.process import run
from deploy.stage.stage import ROOT

from .machine import Machine
from .support import OFFSCREEN, SIZE, StageTest, build_folder


@unittest.skipUnless(os.geteuid() == 0, "namespaces need root")
class InstalledServer(StageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stage.start_agent()
        _, robot = cls.stage.start_kiosk(OFFSCREEN, SIZE)
        patient = Answering(robot, random.Random(1))
        patient.begin("visit-experience")
        patient.finish()
        robot.close()
        cls.stage.wait_until_settled()
        cls.stage.stop_all()
        cls.machine = Machine(ROOT, build_folder(), cls.folder)
        cls.addClassCleanup(cls.machine.stop)
        cls.done(ROOT / "deploy/server/install", cls.stage.server_folder, "--programs", build_folder() / "bin")
        cls.identity, cls.recipient = cls.stage.make_recipient()

    @classmethod
    def done(cls, *words):
        ran = cls.machine.run(*words)
        if ran.returncode != 0:
            raise AssertionError(f"{words}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def export(self, *words):
        return self.machine.run(ROOT / "deploy/server/export", *words)

    def opened(self, file, member):
        plain = run(["age", "-d", "-i", self.identity, file])
        return subprocess.run(["tar", "-xO", member], input=plain, capture_output=True, check=True).stdout.decode()

    def test_the_export_opens_with_age_and_the_server_runs_on(self):
        file = self.folder / "export.age"
        ran = self.export(self.recipient, file)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("1 responses of 'Maple Street Practice'", ran.stdout)
        self.assertEqual(len(self.opened(file, "visit-experience.csv").splitlines()), 2)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.done("systemctl", "is-active", "practice-server").strip(), "active")
        owners = self.done("find", "/var/lib/candor/server/data", "-printf", "%u\n").split()
        self.assertEqual(set(owners), {"practice"}, "the export left files that the server cannot open")

    def test_options_of_practice_admin_are_passed_on(self):
        file = self.folder / "bundles.age"
        ran = self.export(self.recipient, file, "--format", "ndjson")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn('"resourceType":"Bundle"', self.opened(file, "bundles.ndjson"))

    def test_what_cannot_be_is_refused_by_name(self):
        there = self.folder / "there.age"
        there.write_text("mine")
        for words, says in (((self.recipient, there), "there.age: is there already"),
                            ((self.folder / "nobody.pub", self.folder / "new.age"), "nobody.pub"),
                            ((self.recipient, self.folder / "no" / "folder" / "new.age"), "new.age"),
                            ((self.recipient, self.folder / "new.age", "--format", "xml"), "'xml'")):
            ran = self.export(*words)
            self.assertNotEqual(ran.returncode, 0, words)
            self.assertIn(says, ran.stderr)
            self.assertFalse((self.folder / "new.age").exists())
        self.assertEqual(there.read_text(), "mine")

    def test_without_an_installed_server_it_says_so(self):
        hidden = f"mount -t tmpfs tmpfs /var/lib/candor/credentials && exec {ROOT}/deploy/server/export {self.recipient} {self.folder}/new.age"
        ran = self.machine.run("unshare", "--mount", "bash", "-c", hidden)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("no server is installed on this machine", ran.stderr)


if __name__ == "__main__":
    unittest.main()
