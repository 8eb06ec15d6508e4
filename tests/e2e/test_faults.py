"""What a kiosk shows and does where something of it is missing, full, worn or broken."""

import os
import pathlib
import random
import subprocess
import unittest

from deploy.stage.patient import Answering

from .support import OFFSCREEN, SIZE, StageTest

BREAK = "Sorry, this kiosk is taking a break"
NO_ROOM = "It has no room left to save answers."
NEEDS_REPAIR = "It needs repair."
CANNOT_SAVE = "It cannot save answers."


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


class Faults(StageTest):
    """Mounts are those of a namespace that tests/support/as-root made."""

    def start(self, display=OFFSCREEN, **options):
        kiosk, robot = self.stage.start_kiosk(display, SIZE, **options)
        self.addCleanup(lambda: kiosk.running() and kiosk.stop())
        if robot:
            self.addCleanup(robot.close)
        return kiosk, robot

    def says(self, robot, words):
        robot.wait_until(lambda names: BREAK in names and any(name.startswith(words) for name in names), words)

    def serves(self, robot):
        patient = Answering(robot, random.Random(8))
        at = patient.begin("visit-experience")
        patient.answer(at, "good")
        patient.next(at)

    def small_disk(self):
        """The folder of the store on a disk of its own, with what was in it."""
        folder = self.stage.kiosk_folder / "app"
        aside = self.folder / "aside"
        mount("--bind", folder, aside.mkdir(exist_ok=True) or aside)
        owner = folder.stat()
        mount("-t", "tmpfs", "-o", f"size=6M,mode=0700,uid={owner.st_uid},gid={owner.st_gid}", "tmpfs", folder)
        subprocess.run(["cp", "-a", f"{aside}/.", folder], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", aside], check=True)
        return folder

    def test_a_full_disk_is_told_of_and_the_kiosk_serves_again_once_there_is_room(self):
        folder = self.small_disk()
        _, robot = self.start()
        robot.wait_for("Start")
        filler = folder / "filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                pass
        robot.tap("Start")
        robot.tap("English")
        robot.tap("Your visit")
        self.says(robot, NO_ROOM)
        filler.unlink()
        robot.tap("Try again")
        self.serves(robot)

    def test_a_disk_that_can_only_be_read_is_told_of(self):
        folder = self.small_disk()
        mount("-o", "remount,ro", folder)
        kiosk, robot = self.start()
        self.says(robot, CANNOT_SAVE)
        mount("-o", "remount,rw", folder)
        robot.tap("Try again")
        self.assertEqual(kiosk.wait(), 75, "to be started again, with the store open")
        _, robot = self.start()
        self.serves(robot)

    def test_a_pack_or_a_store_that_is_damaged_is_told_of(self):
        _, robot = self.start()
        robot.wait_for("Start")
        robot.close()
        self.stage.stop_all()
        for name in ("packs/factory.pack", "kiosk.db"):
            with self.subTest(name=name):
                file = self.stage.kiosk_folder / "app" / name
                good = file.read_bytes()
                file.write_bytes(good[:200] + bytes([good[200] ^ 1]) + good[201:])
                kiosk, robot = self.start()
                self.says(robot, NEEDS_REPAIR)
                file.write_bytes(good)
                robot.close()
                self.assertEqual(kiosk.stop(), 0)
        _, robot = self.start()
        self.serves(robot)

    def test_a_corrupt_pack_that_arrives_changes_nothing(self):
        broken = self.stage.kiosk_folder / "packs" / "incoming" / "factory-9.pack"
        broken.write_bytes(os.urandom(5000))
        self.addCleanup(broken.unlink)
        kiosk, robot = self.start()
        kiosk.wait_for_line("an incoming pack was refused")
        self.serves(robot)

    def test_without_its_font_every_word_is_still_there(self):
        nowhere = self.folder / "fonts.conf"
        nowhere.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                           '<dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>')
        nowhere.chmod(0o644)
        _, robot = self.start({**OFFSCREEN, "FONTCONFIG_FILE": str(nowhere)})
        self.serves(robot)

    def test_without_sound_a_visit_is_as_ever_and_no_voice_is_offered(self):
        self.assertEqual([name for name in sounds() if name.endswith("p")], [], "this machine has a sound card")
        kiosk, robot = self.start()
        self.serves(robot)
        self.assertFalse(any("Voice" in name or "Read aloud" in name for name in robot.names()))
        self.assertTrue(kiosk.running())

    def test_without_a_touch_panel_it_says_so_in_the_journal_and_shows_its_screen(self):
        kiosk, _ = self.stage.start_kiosk(OFFSCREEN, robot=False)
        self.addCleanup(kiosk.stop)
        kiosk.wait_for_line("touch: there is no touch panel")
        kiosk.wait_for_line("first-frame")


def sounds():
    folder = pathlib.Path("/dev/snd")
    return [path.name for path in folder.iterdir()] if folder.exists() else []


if __name__ == "__main__":
    unittest.main()
