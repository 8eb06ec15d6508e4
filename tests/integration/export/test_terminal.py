"""practice-admin at a real terminal: passphrases are asked for, twice when new, and never shown."""

import os
import pathlib
import pty
import select
import signal
import tempfile
import termios
import unittest

PROGRAM = pathlib.Path(os.environ["CANDOR_BUILD"]) / "bin" / "practice-admin"
DEADLINE_S = 60


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *words):
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it, as nohup does
            os.execv(PROGRAM, [str(PROGRAM), *map(str, words)])
        self.shown = b""
        self._looked = 0

    def wait_for(self, question):
        while question not in self.shown[self._looked:]:
            ready, _, _ = select.select([self._terminal], [], [], DEADLINE_S)
            if not ready:
                raise AssertionError(f"not asked {question}: {self.shown}")
            self.shown += os.read(self._terminal, 4096)
        self._looked = self.shown.index(question, self._looked) + len(question)

    def type(self, keys):
        os.write(self._terminal, keys)

    def answer(self, question, words):
        """Waits for the question, types the answer."""
        self.wait_for(question)
        self.type(words + b"\n")

    def echoes(self):
        return bool(termios.tcgetattr(self._terminal)[3] & termios.ECHO)

    def end(self):
        """The exit status; everything shown is in `shown`."""
        try:
            while piece := os.read(self._terminal, 4096):
                self.shown += piece
        except OSError:
            pass  # how Linux says that the other side of a terminal is closed
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


class Passphrases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.practice = pathlib.Path(folder.name) / "practice"
        words = pathlib.Path(folder.name) / "words"
        words.write_text("from a file, not typed\n")
        self.init = ("init", self.practice, "--practice", "Elm Street", "--host", "localhost", "--approver", "alice", "--approver", "bert",
                     *(part for name in ("bert", "escrow", "custodian") for part in ("--passphrase-file", f"{name}={words}")))

    def test_a_new_one_is_asked_twice_and_not_shown(self):
        terminal = Terminal(*self.init)
        terminal.answer(b"New passphrase of alice: ", b"correct horse battery")
        terminal.answer(b"Once more: ", b"correct horse battery")
        self.assertEqual(terminal.end(), 0, terminal.shown)
        self.assertNotIn(b"horse", terminal.shown)
        self.assertTrue((self.practice / "people" / "alice" / "approver.key.age").exists())

    def test_after_a_slip_it_is_asked_again(self):
        terminal = Terminal(*self.init)
        terminal.answer(b"New passphrase of alice: ", b"correct horse battery")
        terminal.answer(b"Once more: ", b"correct house battery")
        terminal.wait_for(b"the two passphrases of alice differ; please try again")
        terminal.answer(b"New passphrase of alice: ", b"horse")
        terminal.wait_for(b"shorter than 12 characters; please try again")
        terminal.answer(b"New passphrase of alice: ", b"correct horse battery")
        terminal.answer(b"Once more: ", b"correct horse battery")
        self.assertEqual(terminal.end(), 0, terminal.shown)
        self.assertNotIn(b"battery", terminal.shown)

    def test_three_slips_make_nothing(self):
        terminal = Terminal(*self.init)
        for _ in range(3):
            terminal.answer(b"New passphrase of alice: ", b"horse")
        self.assertEqual(terminal.end(), 1)
        self.assertIn(b"shorter than 12", terminal.shown)
        self.assertFalse(self.practice.exists())

    def test_breaking_off_leaves_nothing_and_gives_the_echo_back(self):
        before = sorted(self.practice.parent.iterdir())
        terminal = Terminal(*self.init)
        terminal.wait_for(b"New passphrase of alice: ")
        self.assertFalse(terminal.echoes())
        terminal.type(b"correct ho\x03")
        terminal.wait_for(b"interrupted")
        self.assertTrue(terminal.echoes())
        self.assertEqual(terminal.end(), 1)
        self.assertEqual(sorted(self.practice.parent.iterdir()), before)


if __name__ == "__main__":
    unittest.main()
