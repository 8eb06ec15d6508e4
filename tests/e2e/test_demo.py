"""The demo is the product's main job: it must work, say what it counted, and work again."""

import json
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def demo(*arguments):
    return subprocess.run([ROOT / "deploy" / "demo", *arguments], capture_output=True, text=True, check=False)


class Demo(unittest.TestCase):
    def test_twice_in_a_row_nothing_is_lost_or_doubled(self):
        for size in ("1280x800", "800x1280"):
            with self.subTest(size=size), tempfile.TemporaryDirectory(prefix="candor-demo-test-") as folder:
                done = demo("--headless", "--json", "--size", size, "--folder", folder)
                self.assertEqual(done.returncode, 0, done.stderr)
                table = json.loads(done.stdout)
                self.assertEqual(list(table), ["given", "sealed", "sent", "receipted", "stored", "exported",
                                               "opened_with_age", "lost", "doubled", "seconds"])
                self.assertGreaterEqual(table["given"], 4)
                for key in ("sealed", "sent", "receipted", "stored", "exported", "opened_with_age"):
                    self.assertEqual(table[key], table["given"], key)
                self.assertEqual((table["lost"], table["doubled"]), (0, 0))
                self.assertGreater(len(list((pathlib.Path(folder) / "pictures").glob("*.png"))), 10)

    def test_bad_options_are_named(self):
        for arguments, word in ((["--size", "12"], "--size 12"), (["--nonsense"], "--nonsense")):
            with self.subTest(arguments=arguments):
                done = demo(*arguments)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(word, done.stderr)

    def test_help_tells_the_options(self):
        done = demo("--help")
        self.assertEqual(done.returncode, 0)
        for option in ("--headless", "--json", "--size", "--folder", "--keep-running"):
            self.assertIn(option, done.stdout)


if __name__ == "__main__":
    unittest.main()
