"""Rubbish, wrong keys and unknown codes: a clear sentence that names what is wrong, exit status not 0, nothing half done."""

import base64
import json
import shutil
import subprocess
import unittest

from deploy.stage.process import clean_environment

from .support import OFFSCREEN, StageTest


class Refusals(StageTest):
    def refused(self, program, *arguments, says):
        done = subprocess.run([self.stage.program(program), *map(str, arguments)], capture_output=True, text=True, check=False,
                              timeout=60, env={**clean_environment(), **OFFSCREEN})
        self.assertNotIn(done.returncode, (0, -6, -11, 134, 139), done.stderr)
        for word in says:
            self.assertIn(word, done.stderr)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def token(self, **changes):
        line = self.stage.enrolment_token("Second")
        head, _, body = line.partition(".")
        fields = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        fields.update(changes)
        return head + "." + base64.urlsafe_b64encode(json.dumps(fields).encode()).decode().rstrip("=")

    def test_enrolment_with_an_unknown_code(self):
        target = self.folder / "second"
        self.refused("kiosk-syncd", "enrol", self.token(code="AAAA-BBBB-CCCC-DDDD"), "--kiosk", target, "--name", "Second", says=["code"])
        self.assertFalse(target.exists(), "a refused enrolment left something behind")

    def test_enrolment_with_a_code_used_before(self):
        token = self.token()
        first = self.folder / "first-use"
        subprocess.run([self.stage.program("kiosk-syncd"), "enrol", token, "--kiosk", str(first), "--name", "Second"], check=True,
                       capture_output=True, timeout=60)
        self.refused("kiosk-syncd", "enrol", token, "--kiosk", self.folder / "second-use", "--name", "Second", says=["code"])
        self.assertFalse((self.folder / "second-use").exists())

    def test_enrolment_with_a_server_that_is_not_the_practices(self):
        self.refused("kiosk-syncd", "enrol", self.token(ca_sha256="00" * 32), "--kiosk", self.folder / "third", "--name", "X", says=["certificate"])

    def test_enrolment_with_a_token_that_is_none(self):
        self.refused("kiosk-syncd", "enrol", "candor1.rubbish", "--kiosk", self.folder / "fourth", "--name", "X", says=["token"])

    def test_kiosk_with_the_wrong_store_key(self):
        copy = self.copy_of_kiosk()
        (copy / "app-keys" / "store.key").write_text("00" * 32 + "\n")
        self.refused("kiosk-app", "--kiosk", copy, "--counts", says=["kiosk.db"])

    def test_kiosk_with_a_flipped_byte_in_any_of_its_files(self):
        for name in ("app/kiosk.db", "app/packs/factory.pack", "root.dsse.json", "device.json"):
            with self.subTest(file=name):
                copy = self.copy_of_kiosk()
                file = copy / name
                content = bytearray(file.read_bytes())
                content[len(content) // 3] ^= 0x80
                file.write_bytes(content)
                self.refused("kiosk-app", "--kiosk", copy, "--counts", says=[file.name])

    def copy_of_kiosk(self):
        kiosk, robot = self.stage.start_kiosk(OFFSCREEN)
        robot.wait_for("Start")
        robot.close()
        self.assertEqual(kiosk.stop(), 0)
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.stage.kiosk_folder, copy)
        return copy

    def test_a_corrupt_questionnaire_never_gets_into_a_pack(self):
        instruments = self.folder / "instruments"
        shutil.copytree("kiosk/instruments", instruments)
        form = json.loads((instruments / "phq-9.json").read_text())
        form["item"][0]["type"] = "hologram"
        (instruments / "phq-9.json").write_text(json.dumps(form))
        out = self.folder / "bad.pack"
        self.refused("practice-admin", "pack", self.stage.practice, "--name", "factory", "--settings", self.folder / "settings.json",
                     "--instruments", instruments, "-o", out, says=["phq-9.json", "hologram"])
        self.assertFalse(out.exists())

    def test_a_pack_signed_by_one_person_only_is_not_published(self):
        pack = self.folder / "one.pack"
        self.stage.admin("pack", self.stage.practice, "--name", "factory", "--settings", self.folder / "settings.json",
                         "--instruments", "kiosk/instruments", "-o", pack)
        self.stage.admin("sign", pack, "--as", "alice", "--practice", self.stage.practice, "--passphrase-file",
                         f"alice={self.folder / 'passphrase-alice'}")
        self.refused("practice-admin", "publish", pack, "--practice", self.stage.practice, says=["approver"])

    def test_programs_without_what_they_need(self):
        missing = self.folder / "missing"
        for program, arguments in (("kiosk-app", ["--kiosk", missing]), ("kiosk-syncd", ["run", "--kiosk", missing]),
                                   ("practice-server", ["--practice", missing]),
                                   ("practice-admin", ["export", "--practice", missing, "--to", missing, "--format", "csv", "-o", missing])):
            with self.subTest(program=program):
                self.refused(program, *arguments, says=["missing"])
        for program in ("kiosk-app", "kiosk-syncd", "practice-server", "practice-admin"):
            with self.subTest(program=program):
                self.refused(program, "--no-such-option", says=["no-such-option"])


if __name__ == "__main__":
    unittest.main()
