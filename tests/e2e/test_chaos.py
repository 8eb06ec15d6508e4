"""All three programs are killed with SIGKILL at random moments while patients answer and the answers travel.

What a patient saw acknowledged (the next question appeared) must be stored exactly once in the end. SIGKILL proves
atomicity and order, not what a power cut does to a disk: tests/integration simulates that.
"""

import random
import threading
import time
import unittest

from deploy.stage.patient import Answering
from deploy.stage.process import StageError
from deploy.stage.robot import RobotError
from deploy.stage.stage import answers_of_export

from .support import OFFSCREEN, SIZE, StageTest

ROUNDS = 100  # for each of the two classes below
ANSWERS_BEFORE = (0, 1, 2, 3, 10)  # a kiosk is killed some time after one of these: in the middle, or at the end of ten


class Killer(threading.Thread):
    """Kills and restarts one program at random moments until told to stop or the number of kills is reached."""

    def __init__(self, start, rounds, random_source):
        super().__init__(daemon=True)
        self._start, self._rounds, self._random = start, rounds, random_source
        self.kills = 0
        self.error = None

    def run(self):
        try:
            for _ in range(self._rounds):
                program = self._start()
                time.sleep(self._random.uniform(0, 4.0))  # the random moment itself, not a wait for something
                program.kill()
                self.kills += 1
        except Exception as error:  # told in the test's own thread
            self.error = error


class Chaos:
    """One practice, one kiosk, ROUNDS kills of each program. Mostly waiting: CTest runs two practices side by side."""

    def test_no_acknowledged_answer_is_lost_and_none_is_stored_twice(self):
        source = random.Random(self.seed)
        self.stage.stop_all()
        killers = [Killer(lambda: self.stage.start_server(wait=False), ROUNDS, random.Random(self.seed + 1)),
                   Killer(lambda: self.stage.start_agent("--retry-min-ms", "20"), ROUNDS, random.Random(self.seed + 2))]
        for killer in killers:
            killer.start()
        visits = [self.visit_until_killed(source) for _ in range(ROUNDS)]
        for killer in killers:
            killer.join(600)
            self.assertIsNone(killer.error)
            self.assertEqual(killer.kills, ROUNDS)
        self.calm_down()
        stored = answers_of_export(self.stage, self.folder / "chaos")
        self.compare(visits, stored)

    def visit_until_killed(self, source):
        """One kiosk, one patient, one kill. Returns the answers acknowledged and the one that was on its way."""
        kiosk, robot = self.stage.start_kiosk(OFFSCREEN, SIZE)
        patient = Answering(robot, source)
        answers, rest_s = source.choice(ANSWERS_BEFORE), source.uniform(0, 0.8)
        over = threading.Event()

        def kill():
            while len(patient.acknowledged) < answers and not over.wait(0.01):
                pass
            over.wait(rest_s)
            kiosk.kill()

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            patient.answer_until_cut_off("phq-9")
        except (RobotError, StageError):
            pass
        over.set()
        killer.join()
        robot.close()
        self.assertFalse(kiosk.running())
        return patient.acknowledged, patient.attempted

    def calm_down(self):
        """Everything up once more, undisturbed, until nothing waits."""
        self.stage.start_server()
        self.stage.start_agent("--retry-min-ms", "20")
        kiosk, robot = self.stage.start_kiosk(OFFSCREEN, SIZE)
        robot.close()
        self.stage.wait_until_settled()
        kiosk.stop()

    def compare(self, visits, stored):
        """Visits and stored responses are both in the order of the device's chain: walk them side by side."""
        counts = self.stage.server_counts()
        self.assertEqual(counts["doubled"], 0)
        self.assertEqual(len({record for record, _ in stored}), len(stored))
        acknowledged = sum(len(answers) for answers, _ in visits)
        print(f"\n{ROUNDS} kills of each program, {acknowledged} answers acknowledged, {len(stored)} responses stored")
        self.assertGreater(acknowledged, ROUNDS, "too few answers were given for this to prove anything")
        explained = {0}  # how many of the stored responses the visits so far may have left
        for number, (answers, attempted) in enumerate(visits):
            explained = {at + 1 for at in explained if at < len(stored) and fits(stored[at][1], answers, attempted)} | (
                set() if answers else explained)
            self.assertTrue(explained, f"what visit {number} was told is safe is not stored: {answers}")
        self.assertIn(len(stored), explained, "responses are stored that no visit explains")


def fits(stored, acknowledged, attempted):
    """All that was acknowledged is there, and nothing but what was tapped."""
    return bool(stored) and all(stored.get(item) == value for item, value in acknowledged.items()) and all(
        attempted.get(item) == value for item, value in stored.items())


class ChaosInTheMorning(Chaos, StageTest):
    seed = 20261122


class ChaosInTheEvening(Chaos, StageTest):
    seed = 20261125


if __name__ == "__main__":
    unittest.main()
