"""What stands in kiosk/instruments/WRITING-FORMS.md: its fenced blocks, and the forms they make.

A block says behind its language what it is:

    json form      a whole Questionnaire
    json items     one item or several, with commas between; the page's head goes around them
    json part      members of a Questionnaire (`extension`, `item`); the page's head goes around them
    json vectors   reference vectors of the form before
    json response  a QuestionnaireResponse of the form before
    text lint      what the gate says of the form before, to the letter; without one it says nothing
    text fhirpath  what the response before gives: "EXPRESSION = VALUE", one a line
"""

import dataclasses
import json
import pathlib
import re

INSTRUMENTS = pathlib.Path("kiosk/instruments")
EXAMPLES = INSTRUMENTS / "examples"
PAGE = INSTRUMENTS / "WRITING-FORMS.md"

FENCE = re.compile(r"^```(\w+)[ ]*(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = {
    "resourceType": "Questionnaire",
    "id": "my-form",
    "url": "https://practice.example/Questionnaire/my-form",
    "version": "1",
    "language": "en",
    "title": "My form",
    "status": "active",
}


@dataclasses.dataclass
class Example:
    """A form with all that the page, or a folder, has beside it."""

    place: str
    form: dict
    vectors: str = ""
    said: str = ""  # by the gate
    responses: list = dataclasses.field(default_factory=list)
    values: list = dataclasses.field(default_factory=list)  # (response, expression, value)

    def write(self, folder):
        """The form's file, its vectors beside it as the gate wants them."""
        file = folder / f"{self.form['id']}.json"
        file.write_text(json.dumps(self.form), encoding="utf-8")
        if self.vectors:
            (folder / "vectors").mkdir()
            (folder / "vectors" / file.name).write_text(self.vectors, encoding="utf-8")
        return file


def read_page():
    return PAGE.read_text(encoding="utf-8")


def blocks(text):
    """(line, language, kind, content) of each fenced block."""
    return [(text.count("\n", 0, found.start()) + 1, *found.groups()) for found in FENCE.finditer(text)]


def examples_on(text):
    examples = []
    for line, language, kind, content in blocks(text):
        if language == "json":
            add_json(examples, f"{PAGE}:{line}", kind, content)
        elif kind == "lint":
            examples[-1].said = content
        elif kind == "fhirpath":
            pairs = (each.rsplit(" = ", 1) for each in content.splitlines())
            examples[-1].values += [(examples[-1].responses[-1], *pair) for pair in pairs]
    return examples


def add_json(examples, place, kind, content):
    if kind == "form":
        examples.append(Example(place, json.loads(content)))
    elif kind == "items":
        examples.append(Example(place, {**HEAD, "item": json.loads(f"[{content}]")}))
    elif kind == "part":
        examples.append(Example(place, {**HEAD, **json.loads(content)}))
    elif kind == "vectors":
        examples[-1].vectors = content
    elif kind == "response":
        examples[-1].responses.append(content)
    else:
        raise ValueError(f"{place}: a json block of kind '{kind}'")


def examples_in_files():
    examples = []
    for file in sorted(EXAMPLES.glob("*.json")):
        vectors = EXAMPLES / "vectors" / file.name
        examples.append(Example(str(file), json.loads(file.read_text(encoding="utf-8")),
                                vectors.read_text(encoding="utf-8") if vectors.exists() else ""))
    return examples


def anchors(text):
    """What its titles are called in links, as GitHub makes it of them."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def rows_under(text, title):
    """The rows of the first table under a title, each a list of cells."""
    section = text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return rows[1:]
