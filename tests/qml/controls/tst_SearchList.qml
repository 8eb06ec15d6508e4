import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 1280
    height: 2400

    SearchList {
        id: list

        width: 700
        label: "Country"
        onChosen: index => stage.chosen.push(index)
    }
    OnScreenKeyboard {
        id: keyboard

        width: parent.width
        anchors.bottom: parent.bottom
    }
    TouchCase {
        name: "SearchList"

        readonly property var countries: ["Åland Islands", "Côte d'Ivoire", "Guinea", "Guinea-Bissau", "México", "Papua New Guinea", "Türkiye"]

        function init() {
            Theme.motion = false;
            Theme.density = 96 / 25.4;
            list.model = options(-1);
            list.most = 24;
            list.multiple = false;
            tap(field());
            find(keyboard, "Hide keyboard");
            while (field().current !== "")
                field().erase();
            stage.chosen = [];
        }

        function options(selected) {
            return countries.map((text, at) => ({
                        text: text,
                        selected: at === selected
                    }));
        }

        function field() {
            return all(list, item => item instanceof TextEntry)[0];
        }

        function shown() {
            return all(list, item => item instanceof OptionRow).map(row => row.text);
        }

        function test_finds_data() {
            return [
                {tag: "nothing typed", keys: "", shown: countries},
                {tag: "the start of a word", keys: "gui", shown: ["Guinea", "Guinea-Bissau", "Papua New Guinea"]},
                {tag: "behind a hyphen", keys: "bis", shown: ["Guinea-Bissau"]},
                {tag: "behind an apostrophe", keys: "ivo", shown: ["Côte d'Ivoire"]},
                {tag: "without its accent", keys: "mex", shown: ["México"]},
                {tag: "with an accent that is not there", keys: "ála", shown: ["Åland Islands"]},
                {tag: "two words in any order", keys: "gui new", shown: ["Papua New Guinea"]},
                {tag: "not inside a word", keys: "uinea", shown: []},
                {tag: "only a space", keys: " ", shown: countries}
            ];
        }

        function test_finds(row) {
            for (const letter of row.keys)
                field().type(letter);
            tryVerify(() => JSON.stringify(shown()) === JSON.stringify(row.shown), patience, shown().join());
            compare(seek(list, "Nothing found") !== null, row.shown.length === 0);
        }

        function test_isTypedOnTheKiosksKeyboard() {
            tapName(keyboard, "t");
            tapName(keyboard, "u");
            tapName(list, "Türkiye");
            compare(stage.chosen, [6]);
            verify(!keyboard.shown);
            compare(field().current, "");
        }

        function test_showsOnlySoManyAndSaysHowManyMore() {
            list.most = 2;
            compare(shown(), ["Åland Islands", "Côte d'Ivoire"]);
            find(list, "5 more: go on typing");
        }

        function test_whatIsChosenStandsAboveAndNotBelow() {
            list.model = options(4);
            const row = find(list, "México");
            verify(row.selected);
            verify(row.mapToItem(list, 0, 0).y < field().mapToItem(list, 0, 0).y);
            compare(shown().length, 7);
            tap(row);
            compare(stage.chosen, [4]);
        }

        // The shortest of some tries, in ms.
        function timeToFind(count) {
            list.model = Array.from({length: count}, (none, at) => ({text: "Diagnosis number " + at}));
            let shortest = Infinity;
            for (let round = 0; round < 5; ++round) {
                const start = Date.now();
                for (const letter of "num 499")
                    field().type(letter);
                shortest = Math.min(shortest, Date.now() - start);
                compare(shown()[0], "Diagnosis number 499");
                while (field().current !== "")
                    field().erase();
            }
            return shortest;
        }

        function test_theTimeGrowsNoFasterThanTheOptions() {
            const few = Math.max(1, timeToFind(1000));
            const many = timeToFind(8000);
            verify(many < 24 * few, "1,000 options " + few + " ms, 8,000 options " + many + " ms");
        }
    }
}
