"""The page for people who write forms: each form it shows passes the gate, is filled in, validated and extracted."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from . import page

PROGRAMS = pathlib.Path(os.environ["CANDOR_BUILD"]).resolve() / "bin"
GATE = pathlib.Path("kiosk/core/lint/README.md")
SPEAKERS = [pathlib.Path("kiosk/core/lint"), pathlib.Path("kiosk/core/survey"), pathlib.Path("kiosk/core/media"),
            pathlib.Path("kiosk/core/fhir"), pathlib.Path("kiosk/core/fhirpath"), pathlib.Path("kiosk/tools")]
SESSIONS = 5


def run(program, *words, folder=None):
    return subprocess.run([PROGRAMS / program, *map(str, words)], capture_output=True, text=True, check=False, timeout=60,
                          cwd=folder)


class Forms(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="candor-authors-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def form_tool(self, *words):
        return run("form-tool", *words, folder=self.folder)

    def check(self, example, folder):
        form = example.write(folder)
        said = run("form-tool", "lint", form.name, folder=folder)
        self.assertEqual(said.stdout, example.said, "what the gate says")
        self.assertEqual(said.stdout, run("practice-admin", "lint", form.name, folder=folder).stdout)
        if said.returncode == 0:
            self.go_through(example, form)

    def go_through(self, example, form):
        opened = self.form_tool("open", form)
        self.assertEqual(opened.returncode, 0, opened.stdout + opened.stderr)
        filled = self.form_tool("fill", "--sessions", SESSIONS, form)
        self.assertEqual(filled.returncode, 0, filled.stderr)
        self.assertEqual(len(filled.stdout.splitlines()), SESSIONS)
        for response in filled.stdout.splitlines() + example.responses:
            self.give_back(form, response)
        for response, expression, value in example.values:
            with self.subTest(expression=expression):
                self.assertEqual(self.form_tool("fhirpath", expression, self.file(response)).stdout, value + "\n")

    def give_back(self, form, response):
        file = self.file(response)
        for command in ("validate", "extract"):
            done = self.form_tool(command, form, file)
            self.assertEqual(done.returncode, 0, f"{command}: {done.stdout}{done.stderr}\n{response}")
            self.assertNotRegex(done.stdout + done.stderr, ": (error|warning): ", response)

    def file(self, response):
        file = self.folder / "response.json"
        file.write_text(response, encoding="utf-8")
        return file

    def check_all(self, examples):
        for number, example in enumerate(examples):
            with self.subTest(example=example.place):
                folder = self.folder / str(number)
                folder.mkdir()
                self.check(example, folder)

    def test_each_form_on_the_page_is_as_it_says(self):
        examples = page.examples_on(page.read_page())
        self.assertGreater(len(examples), 20)
        self.check_all(examples)

    def test_each_example_file_passes(self):
        examples = page.examples_in_files()
        self.assertGreater(len(examples), 1)
        self.check_all(examples)

    def test_a_form_that_does_not_pass_is_noticed(self):
        good = '{"linkId": "a", "text": "Are you well?", "type": "boolean"}'
        for wrong in (good.replace("boolean", "yesno"), good.replace("}", ', "enableWhen": [{"question": "b"}]}')):
            (example,) = page.examples_on(f"```json items\n{wrong}\n```\n")
            with self.subTest(form=wrong), self.assertRaises(AssertionError):
                self.check(example, pathlib.Path(tempfile.mkdtemp(dir=self.folder)))


class Words(unittest.TestCase):
    """What the page says of programs and messages."""

    def setUp(self):
        self.text = page.read_page()

    def test_each_rule_of_the_gate_is_told_and_no_other(self):
        rules = set(re.findall(r"`([a-z-]+)`", "".join(line.split(" | ")[0] for line in GATE.read_text(encoding="utf-8").splitlines()
                                                       if line.startswith("| `"))))
        told = {rule.strip("`") for rule, *_ in page.rows_under(self.text, "What the gate says, and how to mend it")}
        self.assertEqual(told, rules)

    def test_each_message_is_one_that_the_programs_have(self):
        literals = "\n".join(re.sub(r'"\s*\n\s*"', "", file.read_text(encoding="utf-8"))
                             for folder in SPEAKERS for file in folder.glob("*.cpp"))
        for _, messages, *_ in page.rows_under(self.text, "What the gate says, and how to mend it"):
            for message in re.findall(r"`([^`]+)`", messages):
                for part in re.split(r"…|'", message):
                    with self.subTest(message=message):
                        self.assertIn(part.strip(), literals)

    def test_each_command_is_there(self):
        for program, command in sorted(set(re.findall(r"\b(form-tool|practice-admin) ([a-z]+)", self.text))):
            with self.subTest(program=program, command=command):
                self.assertEqual(run(program, command, "--help").returncode, 0)

    def test_each_link_leads_somewhere(self):
        for target, title in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", self.text):
            file = page.INSTRUMENTS / target if target else page.PAGE
            with self.subTest(target=target, title=title):
                self.assertTrue(file.exists())
                if title:
                    self.assertIn(title, page.anchors(file.read_text(encoding="utf-8")))

    def test_each_example_file_is_named(self):
        for file in page.EXAMPLES.glob("*.json"):
            with self.subTest(file=file.name):
                self.assertIn(f"(examples/{file.name})", self.text)


if __name__ == "__main__":
    unittest.main()
