"""What every end-to-end test starts from: a stage of its own in a temporary folder."""

import os
import pathlib
import shutil
import tempfile
import unittest

from deploy.stage.demo import free_port
from deploy.stage.stage import Stage, may_separate

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
SIZE = "1280x800"


def build_folder():
    return pathlib.Path(os.environ["CANDOR_BUILD"])


class StageTest(unittest.TestCase):
    """A practice with a running server and an enrolled kiosk for each test class."""

    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="candor-e2e-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.stage = Stage(cls.folder, build_folder(), may_separate(), cls.settings)
        cls.addClassCleanup(cls.stage.stop_all)
        cls.stage.make_practice(f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}")
        cls.stage.start_server()
        cls.stage.enrol_kiosk()
