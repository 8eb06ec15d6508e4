import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

// A TouchCase that goes through the kiosk as a visitor does: by the names of things, with a finger.
TouchCase {
    id: visitor

    required property Item flow

    // A kiosk as new, at rest.
    function begin(forms) {
        Theme.motion = false;
        Theme.tapPause = 0;
        Theme.density = 96 / 25.4;
        bench.open(forms);
        find(flow, "Start");
    }

    function shows(name) {
        tryVerify(() => seek(flow, name) !== null, patience, "\"" + name + "\" is shown");
    }

    function touch(name) {
        shows(name);
        tapName(flow, name);
    }

    // The field to type the answer to that question into.
    function touchField(question) {
        const fields = () => all(flow, item => item instanceof TextEntry && item.Accessible.name === question);
        tryVerify(() => fields().length === 1, 5000, "\"" + question + "\" has a field");
        tap(fields()[0]);
    }

    // The heading or text of the question that is shown.
    function asks(text) {
        shows(text);
    }

    function goTo(survey, language) {
        touch("Start");
        if (bench.kiosk.languages.length > 1)
            touch(language ?? "English");
        touch(survey);
    }
}
