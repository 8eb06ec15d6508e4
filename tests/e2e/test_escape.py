"""Somebody plugs a keyboard into the kiosk and tries every chord: the kiosk is still the kiosk, and nothing else."""

import pathlib
import random
import unittest

from deploy.stage.display import VirtualDisplay
from deploy.stage.patient import Answering
from deploy.stage.robot import RobotError

from .keyboard import Keyboard
from .memory import family
from .support import StageTest
from .traced import MAKES, STARTS, WRITES, Traced

SCREEN = (0, 0, 1280, 800)
CHORDS_BETWEEN_LOOKS = 62


class Escape(StageTest):
    def setUp(self):
        display = VirtualDisplay(*SCREEN[2:], self.stage.logs / "display.log")
        self.addCleanup(display.close)
        self.display = display.environment
        self.keyboard = Keyboard(display.environment["DISPLAY"])
        self.addCleanup(self.keyboard.close)
        self.start()
        self.chords = self.visits_ended = 0

    def look(self):
        """Waits until it has seen all keys; a visit that they ended has ended its process."""
        try:
            self.robot.names()
        except RobotError:
            self.robot.reopen()
            self.robot.names()
            self.visits_ended += 1
        self.assertTrue(self.kiosk.running(), "the program ended")
        self.assertEqual([place for _, *place in self.keyboard.windows()], [list(SCREEN)], "one window, as large as the screen")
        self.assertEqual(family(self.kiosk.pid), [self.kiosk.pid], "no other program")
        self.assertFalse(self.keyboard.copied(), "nothing to paste")

    def try_every_chord(self):
        for number, (held, key) in enumerate(self.keyboard.chords()):
            self.keyboard.press(held, key)
            self.chords += 1
            if number % CHORDS_BETWEEN_LOOKS == 0:
                self.look()
        self.look()

    def test_no_chord_of_a_keyboard_leads_out(self):
        self.try_every_chord()
        self.be_writing()
        self.keyboard.type("a")
        self.robot.wait_until(lambda _: any(each["role"] == "edit" and "a" in each["value"] for each in self.robot.see()), "a letter typed")
        self.try_every_chord()
        for window, *_ in self.keyboard.windows():
            self.keyboard.ask_to_close(window)
        self.look()
        self.be_writing()  # it answers touch, through a visit of its own
        self.stop()
        print(f"\n{self.chords} chords, {self.visits_ended} visits ended by them, 0 escapes")

    def be_writing(self):
        """In a visit of its own, at a field to write in. Chords have left the kiosk somewhere: it is started anew."""
        self.stop()
        self.start()
        patient = Answering(self.robot, random.Random(3))
        at = patient.begin("visit-experience")
        while at != "comment":
            at = patient.skip_or_next()
        patient.open_field()

    def start(self):
        self.kiosk = Traced(self.stage, self.display)
        self.robot = self.kiosk.robot
        self.robot.wait_for("Start")

    def stop(self):
        self.robot.close()
        self.assertEqual(self.kiosk.stop(), 0)
        self.check_traces()

    def check_traces(self):
        started = self.kiosk.found(STARTS)
        ours = {"setpriv", "kiosk-app", "exe"}  # the first becomes the kiosk's user, the last is the program that starts over
        self.assertLessEqual({pathlib.Path(path).name for path in started}, ours, "programs started")
        ours = [str(folder) for folder in (self.stage.kiosk_folder, self.stage.folder / "run", "/dev", "/proc/self")]
        written = self.kiosk.found(WRITES) | self.kiosk.found(MAKES)
        self.assertTrue(any(path.startswith(ours[0]) for path in written), "the trace shows nothing at all")
        self.assertEqual([path for path in written if not any(path.startswith(folder) for folder in ours)], [])


if __name__ == "__main__":
    unittest.main()
