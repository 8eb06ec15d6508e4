"""Nothing of one person is left for the next: not in the memory of the program, not on the screen, not on the keyboard."""

import random
import unittest

from deploy.stage.display import VirtualDisplay
from deploy.stage.patient import Answering

from .memory import count_pieces, secret_word
from .support import StageTest


class Canary(StageTest):
    settings = {"idle_warning_s": 15, "idle_wipe_s": 20}  # the shortest that there are

    def setUp(self):
        display = VirtualDisplay(1280, 800, self.stage.logs / "display.log")
        self.addCleanup(display.close)
        self.kiosk, self.robot = self.stage.start_kiosk(display.environment)
        self.addCleanup(lambda: self.assertEqual(self.kiosk.stop(), 0))
        self.addCleanup(self.robot.close)
        self.robot.wait_for("Start")
        self.at_rest = self.picture("before")

    def picture(self, name):
        file = self.stage.pictures / f"{self.id()}-{name}.png"
        self.robot.grab(file)
        return file.read_bytes()

    def type_secret(self, seed):
        """A visit up to the free text, which holds the secret now."""
        word = secret_word(seed)
        patient = Answering(self.robot, random.Random(seed))
        at = patient.begin("visit-experience")
        while at != "comment":
            at = patient.skip_or_next()
        patient.answer("comment", word)
        self.assertGreater(count_pieces(self.kiosk.pid, word), 0, "the search finds nothing at all")
        self.assertNotEqual(self.picture("during"), self.at_rest)
        return patient, word

    def check_that_nothing_is_left(self, word):
        self.robot.wait_for("Start")
        left = count_pieces(self.kiosk.pid, word)
        shown = [line for line in self.kiosk.log.read_text().splitlines() if "first-frame" in line]
        print(f"\npieces of the secret left in memory: {left}; first frame {shown[0].split()[-1]}, after starting over {shown[-1].split()[-1]}")
        self.assertEqual(left, 0)
        self.assertEqual(self.picture("after"), self.at_rest)

    def test_after_a_visit_that_was_finished(self):
        patient, word = self.type_secret(1)
        patient.finish()
        self.check_that_nothing_is_left(word)

    def test_after_a_visit_that_was_walked_away_from(self):
        _, word = self.type_secret(2)
        self.robot.follow(deadline_s=60)
        self.check_that_nothing_is_left(word)


if __name__ == "__main__":
    unittest.main()
