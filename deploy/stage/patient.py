"""A scripted patient: reads the screen as a screen reader would and answers by touch."""

import dataclasses
import json
import pathlib
import random

from .process import StageError
from .robot import RobotError

INSTRUMENTS = pathlib.Path(__file__).resolve().parents[2] / "kiosk" / "instruments"
LANGUAGE_NAMES = {"en": "English", "es": "Español"}
WORDS = {
    "en": {"next": "Next", "back": "Back", "finish": "Finish", "done": "Done", "skip": "Prefer not to answer",
           "understood": "I understand", "hide": "Hide keyboard", "yes": "Yes", "no": "No",
           "review": "Please check your answers", "thanks": "Thank you!", "space": "Space", "stop": "Stop"},
    "es": {"next": "Siguiente", "back": "Atrás", "finish": "Terminar", "done": "Listo", "skip": "Prefiero no contestar",
           "understood": "Entiendo", "hide": "Ocultar el teclado", "yes": "Sí", "no": "No",
           "review": "Revise sus respuestas, por favor", "thanks": "¡Gracias!", "space": "Espacio", "stop": "Parar"},
}


class Form:
    """What the script knows of an instrument: its title, and its questions by the words a patient reads."""

    def __init__(self, name, language="en"):
        self.name, self.language = name, language
        self._form = json.loads((INSTRUMENTS / f"{name}.json").read_text(encoding="utf-8"))
        self.title = self._words(self._form, "title")
        self.questions = {}
        self._collect(self._form["item"])

    def _collect(self, items):
        for item in items:
            if item["type"] not in ("group", "display"):
                prefix = self._words(item, "prefix") + " " if "prefix" in item else ""
                self.questions[prefix + self._words(item, "text")] = item
            self._collect(item.get("item", []))

    def _words(self, element, member):
        for extension in element.get(f"_{member}", {}).get("extension", []):
            parts = {part["url"]: part for part in extension.get("extension", [])}
            if extension["url"].endswith("/translation") and parts["lang"]["valueCode"] == self.language:
                content = parts["content"]
                return content.get("valueString") or content.get("valueMarkdown")
        return element[member]

    def options(self, item):
        """[(words on the screen, code)] of a choice."""
        return [(self._words(option["valueCoding"], "display"), option["valueCoding"]["code"]) for option in item["answerOption"]]


class Answering:
    """One patient at one kiosk. `attempted` is what was tapped, `acknowledged` what the kiosk went on after; by link id."""

    def __init__(self, robot, source, language="en", picture=None):
        self.robot, self.source, self.language = robot, source, language
        self.words = WORDS[language]
        self.picture = picture or (lambda name: None)
        self.attempted, self.acknowledged = {}, {}
        self.form = None

    # -- from the attract screen to the first question -----------------------------------------------------------------

    def begin(self, instrument):
        self.form = Form(instrument, self.language)
        self.robot.wait_for("Start")
        self.picture("attract")
        self.robot.tap("Start")
        self.robot.wait_for(LANGUAGE_NAMES[self.language])
        self.picture("language")
        self.robot.tap(LANGUAGE_NAMES[self.language])
        self.robot.wait_for(self.form.title)
        self.picture("choose")
        self.robot.tap(self.form.title)
        return self.current()

    def current(self):
        """The link id of the question that is shown; "review" and "safety" are screens too."""
        places = {self.words["review"]: "review", self.words["understood"]: "safety"}
        places.update({text: item["linkId"] for text, item in self.form.questions.items()})

        def shown(names):
            # Review shows the texts of the questions as well: it goes first.
            found = [places[name] for name in names if name in places]
            return next((place for place in ("safety", "review") if place in found), found[0] if found else None)
        return self.robot.wait_until(shown, "a question")

    # -- answering -----------------------------------------------------------------------------------------------------

    def answer(self, link_id, choice=None):
        """Taps an answer to the question shown. `choice`: a code, codes, number or words; None: by chance."""
        item = next(each for each in self.form.questions.values() if each["linkId"] == link_id)
        kind = item["type"]
        if kind == "choice":
            self._choose(item, choice)
        elif kind == "boolean":
            value = self.source.random() < 0.5 if choice is None else choice
            self.attempted[link_id] = value
            self.robot.tap(self.words["yes" if value else "no"])
        elif kind == "integer":
            value = self.source.randint(0, 10) if choice is None else choice
            self.attempted[link_id] = value
            self.robot.tap(str(value))
        else:
            self.attempted[link_id] = choice or "fine"
            self.type(choice or "fine")

    def open_field(self):
        """Touches the field to write in; it is named by its question, as the text above it is."""
        def field(_names):
            return next((each["name"] for each in self.robot.see() if each["role"] == "edit"), None)
        self.robot.tap(self.robot.wait_until(field, "a field to write in"), role="edit")

    def _choose(self, item, choice):
        options = self.form.options(item)
        wanted = [self.source.choice(options)[1]] if choice is None else [choice] if isinstance(choice, str) else choice
        self.attempted[item["linkId"]] = wanted if item.get("repeats") else wanted[0]
        for code in wanted:
            text = next(text for text, each in options if each == code)
            self._tap_in_view(text)

    def _tap_in_view(self, name):
        """Scrolls by the buttons until the answer can be touched."""
        for _ in range(8):
            try:
                return self.robot.tap(name, deadline_s=0.5)
            except RobotError as error:
                if "outside" not in str(error):
                    raise
                self.robot.tap("Scroll down" if self.language == "en" else "Desplazar hacia abajo")
        raise RobotError(f"\"{name}\" cannot be scrolled into view")

    def type(self, text):
        """On the kiosk's own keyboard, key by key."""
        self.open_field()
        self.robot.wait_for(self.words["hide"])
        for letter in text:
            self.robot.tap(self.words["space"] if letter == " " else letter, role="button")
        self.picture("keyboard")
        self.robot.tap(self.words["hide"])

    def next(self, link_id=None):
        """Goes on; what was tapped on `link_id` is acknowledged once another screen is there."""
        before = self.current()
        self.robot.tap(self.words["next"])
        after = self.robot.wait_until(lambda _: (now := self.current()) != before and now, "the next question")
        if link_id in self.attempted:
            self.acknowledged[link_id] = self.attempted[link_id]
        return after

    def understand_safety(self):
        self.picture("safety")
        self.robot.tap(self.words["understood"])
        return self.robot.wait_until(lambda _: (now := self.current()) != "safety" and now, "the question again")

    def finish(self):
        while self.current() != "review":
            self.skip_or_next()
        self.picture("review")
        self.robot.tap(self.words["finish"])
        self.robot.wait_for(self.words["thanks"])
        self.acknowledged = dict(self.attempted)
        self.picture("thanks")
        self.robot.tap(self.words["done"])
        self.robot.follow()
        self.robot.wait_for("Start")

    def skip_or_next(self):
        at = self.current()
        if at == "safety":
            return self.understand_safety()
        if self.robot.shows(self.words["skip"]) and at not in self.attempted:
            self.robot.tap(self.words["skip"])
            return self.robot.wait_until(lambda _: (now := self.current()) != at and now, "the next question")
        return self.next(at)

    def give(self, answers):
        """Answers the questions as they come, those not named by "prefer not to answer", to the review."""
        at = self.current()
        while at != "review":
            if at == "safety":
                at = self.understand_safety()
                continue
            if at in answers and at not in self.attempted:
                self.answer(at, answers[at])
                if self.current() == "safety":
                    self.understand_safety()
                self.picture(at)
            at = self.skip_or_next()

    # -- for the tests that cut it off or look at the disk -------------------------------------------------------------------

    def answer_until_cut_off(self, instrument):
        """Answers by chance to the end and beyond, until the kiosk is gone."""
        at = self.begin(instrument)
        while at != "review":
            if at == "safety":
                at = self.understand_safety()
                continue
            if at not in self.attempted:
                self.answer(at)
                if self.current() == "safety":
                    self.understand_safety()
            at = self.next(at)
        self.finish()
        self.robot.wait_for("never shown: the kiosk is to be cut off", deadline_s=30)

    def type_into_visit_survey(self, words, each):
        """Types the words into the free text of the visit survey, then goes on to the end. `each` runs now and then."""
        self.begin("visit-experience")
        while self.current() != "comment":
            self.skip_or_next()
        self.open_field()
        self.robot.wait_for(self.words["hide"])
        for number, word in enumerate(words):
            for letter in word:
                self.robot.tap(letter, role="button")
            self.robot.tap(self.words["space"], role="button")
            if number % 10 == 9:
                each()
        self.robot.tap(self.words["hide"])
        self.attempted["comment"] = " ".join(words)
        while self.current() != "review":
            self.skip_or_next()


@dataclasses.dataclass
class Visit:
    instrument: str
    language: str
    answers: dict
    cut_off_at: str = ""  # SIGKILL when this question is shown


def closing_visits():
    """What the demo shows: three instruments, two languages, one visit cut off in the middle."""
    activation = ["agree", "strongly-agree", "agree", "disagree", "agree", "agree", "strongly-agree", "agree", "disagree",
                  "agree", "not-applicable", "agree"]
    # LOINC's answers "not at all" to "nearly every day"; the last is how difficult it made things: "somewhat".
    phq9 = ["LA6569-3", "LA6570-1", "LA6569-3", "LA6570-1", "LA6568-5", "LA6569-3", "LA6569-3", "LA6568-5", "LA6569-3", "LA6573-5"]
    return [
        Visit("visit-experience", "en", {"overall": "good", "recommend": 9, "went-well": ["welcome", "short-wait"], "better": ["wait"],
                                         "comment": "thank you all", "contact": False}),
        Visit("activation", "en", in_order("activation", activation)),
        Visit("phq-9", "en", in_order("phq-9", phq9)),
        Visit("visit-experience", "es", {"overall": "very-good", "recommend": 10}, cut_off_at="went-well"),
        Visit("phq-9", "es", in_order("phq-9", phq9)),
    ]


def in_order(instrument, codes):
    return dict(zip((item["linkId"] for item in Form(instrument).questions.values()), codes))


class Patient:
    """Makes visits one after the other at the stage's kiosk and restarts it where a visit is cut off."""

    def __init__(self, stage, display, size, say, seed=7):
        self.stage, self.display, self.size, self.say = stage, display, size, say
        self.source = random.Random(seed)
        self.seen = set()

    def make_visits(self, visits):
        """Returns how many responses the patients gave: whole ones, and the answers of visits that were cut off."""
        kiosk, robot = self._start()
        try:
            for visit in visits:
                answering = Answering(robot, self.source, visit.language, lambda name, v=visit: self._picture(robot, v, name))
                if visit.cut_off_at:
                    self._until_cut_off(answering, visit)
                    kiosk.kill()
                    robot.close()
                    kiosk, robot = self._start()
                    robot.wait_for("Start")
                    self.say(f"   {visit.instrument:<18} {visit.language}  cut off by kill -9 in the middle: the kiosk is back at its first "
                             "screen; what was answered is sealed as stopped")
                else:
                    answering.begin(visit.instrument)
                    answering.give(visit.answers)
                    answering.finish()
                    self.say(f"   {visit.instrument:<18} {visit.language}  answered to the end")
        finally:
            robot.close()
            if kiosk.running():
                kiosk.stop()
        return len(visits)

    def _start(self):
        return self.stage.start_kiosk(self.display, self.size)

    def _until_cut_off(self, answering, visit):
        at = answering.begin(visit.instrument)
        while at != visit.cut_off_at:
            if at not in visit.answers:
                raise StageError(f"the script has no answer to {at}")
            answering.answer(at, visit.answers[at])
            at = answering.next(at)

    def _picture(self, robot, visit, name):
        key = f"{visit.language}-{visit.instrument}-{name}" if name not in ("attract", "language") else name
        if key not in self.seen:
            self.seen.add(key)
            robot.grab(self.stage.pictures / f"{len(self.seen):02d}-{key}.png")
