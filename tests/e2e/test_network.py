"""The kiosk's screen never talks to a network: it works where there is none at all, and never even asks for a socket of one."""

import random
import unittest

from deploy.stage.patient import Answering

from .support import OFFSCREEN, StageTest
from .traced import SOCKETS, Traced


class Network(StageTest):
    def test_a_whole_visit_without_any_network_interface_and_without_a_socket_for_one(self):
        kiosk = Traced(self.stage, OFFSCREEN, before=["unshare", "--net"])
        self.addCleanup(kiosk.robot.close)
        patient = Answering(kiosk.robot, random.Random(5))
        patient.begin("visit-experience")
        patient.give({"overall": "good", "comment": "fine"})
        patient.finish()
        self.assertEqual(kiosk.stop(), 0)
        self.assertEqual(self.stage.kiosk_counts()["sealed"], 1)
        opened = kiosk.found(SOCKETS)
        self.assertIn("AF_UNIX", opened, "the trace shows nothing at all")
        self.assertLessEqual(opened, {"AF_UNIX", "AF_NETLINK"})


if __name__ == "__main__":
    unittest.main()
