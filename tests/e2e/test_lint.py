"""The publishing gate as people run it: both programs, good forms and bad ones."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from .support import build_folder

INSTRUMENTS = pathlib.Path("kiosk/instruments")


class Lint(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="candor-lint-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def lint(self, *words, program="practice-admin"):
        return subprocess.run([build_folder() / "bin" / program, "lint", *map(str, words)], capture_output=True, text=True,
                              check=False, timeout=120)

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def changed(self, name, old, new):
        text = (INSTRUMENTS / name).read_text(encoding="utf-8")
        self.assertIn(old, text)
        return self.file(name, text.replace(old, new, 1))

    def test_the_forms_we_ship_have_no_errors(self):
        done = self.lint("--languages", "en,es", *sorted(INSTRUMENTS.glob("*.json")))
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertNotIn(": error: ", done.stdout)
        self.assertIn("visit-experience.json: warning: its words in 'ar' are a draft that no person has reviewed [needs-review]",
                      done.stdout)

    def test_both_programs_say_the_same(self):
        form = self.changed("phq-9.json", "Poor appetite or overeating", "Eating badly")
        said = [self.lint(form, program=program) for program in ("practice-admin", "form-tool")]
        self.assertEqual([done.returncode for done in said], [3, 3])
        self.assertEqual(said[0].stdout, said[1].stdout)
        self.assertIn(f"{form}:item 'phq9.5': error: 'Eating badly' is not what PHQ-9 says: 'Poor appetite or overeating' [licensed-words]\n",
                      said[0].stdout)

    def test_vectors_beside_a_form_are_read(self):
        form = self.changed("gad-7.json", '"valueDecimal": 3', '"valueDecimal": 4')
        (self.folder / "vectors").mkdir()
        (self.folder / "vectors" / "gad-7.json").write_bytes((INSTRUMENTS / "vectors" / "gad-7.json").read_bytes())
        done = self.lint(form)
        self.assertEqual(done.returncode, 3)
        self.assertIn("[score-vectors]", done.stdout)

    def test_each_finding_is_an_object_on_a_line(self):
        form = self.changed("phq-9.json", "Poor appetite or overeating", "Eating badly")
        done = self.lint("--json", form, self.folder / "absent.json")
        self.assertEqual(done.returncode, 3)
        objects = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(all(set(each) == {"file", "path", "severity", "rule", "reason"} for each in objects))
        self.assertIn(("item 'phq9.5'", "error", "licensed-words"), [(each["path"], each["severity"], each["rule"]) for each in objects])
        self.assertIn((str(self.folder / "absent.json"), "file"), [(each["file"], each["rule"]) for each in objects])

    def test_rubbish_is_named_as_what_it_is(self):
        rows = {
            "text.json": ("How are you?", "not JSON"),
            "patient.json": ('{"resourceType": "Patient"}', "not a Questionnaire"),
            "r5.json": ('{"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "a", "text": "A?", "type": "coding"}]}', "R5"),
            "stu3.json": ('{"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "a", "text": "A?", "type": "string",'
                          ' "enableWhen": [{"question": "b", "hasAnswer": true}]}]}', "STU3"),
            "deep.json": ('{"item":' * 100_000, "deep"),
            "fifty-megabytes.json": ('{"resourceType": "Questionnaire", "item": [' + '{"linkId": "a"},' * 3_300_000 + "{}]}", "more than 1000000 elements"),
            "larger.json": (" " * (70 << 20), "large"),
        }
        for name, (content, reason) in rows.items():
            with self.subTest(form=name):
                done = self.lint(self.file(name, content))
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertEqual(len(done.stdout.splitlines()), 1, done.stdout)
                self.assertIn(": error: ", done.stdout)
                self.assertIn(reason, done.stdout)

    def test_words_of_a_form_do_not_command_the_terminal(self):
        form = self.changed("phq-9.json", "Poor appetite or overeating", "\\u001b[2JEating badly")
        self.assertNotIn("\x1b", self.lint(form).stdout)

    def test_a_wrong_command_line_has_its_own_status(self):
        for words in ((), ("--no-such-option", "x.json"), ("--languages",), ("--languages", "en_US", "x.json"), ("--languages", ",", "x.json")):
            with self.subTest(words=words):
                done = self.lint(*words)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn("lint --help", done.stderr)


if __name__ == "__main__":
    unittest.main()
