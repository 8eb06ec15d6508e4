"""Somebody takes the kiosk's disk, without the store's key: no answer may be found on it at any time."""

import random
import shutil
import subprocess
import unittest

from deploy.stage.patient import Answering
from deploy.stage.process import run
from deploy.stage.stage import ROOT

from .support import OFFSCREEN, SIZE, StageTest, build_folder

CANARIES = 50


def canaries():
    """Words that nobody's program contains by chance, typable on the kiosk's own keyboard."""
    source = random.Random(50)
    return ["".join(source.choice("bcdfghjklmnpqrstvwxz") for _ in range(9)) for _ in range(CANARIES)]


def found(folder, words):
    spellings = [(word, form) for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))]
    hits = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes().lower()
            hits += [f"{file.name}: {word}" for word, form in spellings if form in content]
    return hits


class Disk(StageTest):
    def test_fifty_planted_words_are_nowhere_on_the_kiosks_disk(self):
        words = canaries()
        self.assertEqual(found(self.make_trap(words), words)[:1], [f"trap: {words[0]}"], "the search finds nothing at all")
        kiosk, robot = self.stage.start_kiosk(OFFSCREEN, SIZE)
        patient = Answering(robot, random.Random(1))
        patient.type_into_visit_survey(words, each=lambda: self.assertEqual(found(self.state(), words), []))
        self.assertEqual(found(self.state(), words), [], "while the draft is open")
        patient.finish()
        self.assertEqual(found(self.state(), words), [], "after it was sealed")
        envelope = next((self.stage.kiosk_folder / "outbox" / "new").iterdir())
        robot.close()
        kiosk.stop()
        self.assertEqual(found(self.state(), words), [], "after the kiosk ended")
        self.check_that_the_words_are_in(envelope, words)

    def make_trap(self, words):
        folder = self.folder / "trap"
        folder.mkdir()
        (folder / "trap").write_text("…" + words[0])
        return folder

    def state(self):
        """A copy of everything the kiosk has on disk but the folder with its keys."""
        copy = self.folder / "taken"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.stage.kiosk_folder, copy, ignore=shutil.ignore_patterns("app-keys"))
        self.assertTrue((copy / "app" / "kiosk.db").exists())
        return copy

    def check_that_the_words_are_in(self, envelope, words):
        """The practice's key, age and zstd, and none of our programs, show every word; it is valid FHIR R4."""
        payload = self.folder / "payload.age"
        payload.write_bytes(envelope.read_bytes()[145:])
        compressed = run(["age", "-d", "-i", self.stage.server_folder / "keys" / "ingest.key", payload])
        bundle = run(["zstd", "-d", "-q", "-c"], input_bytes=compressed)
        for word in words:
            self.assertIn(word.encode(), bundle.lower())
        file = self.folder / "bundle.json"
        file.write_bytes(bundle)
        checker = ROOT / "tests" / "integration" / "fhir-schema" / "validate"
        done = subprocess.run([checker, build_folder() / "fhir-schema" / "npm", file], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
