import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var told: []

    width: 900
    height: 1200

    QuantityEntry {
        id: entry

        width: 800
        label: "Weight"
        onEdited: value => stage.told.push("value " + value)
        onUnitChosen: index => stage.told.push("unit " + index)
        onUnitEdited: unit => stage.told.push("own " + unit)
    }
    TouchCase {
        name: "QuantityEntry"

        function init() {
            Theme.density = 96 / 25.4;
            entry.width = 800;
            entry.value = "9";
            entry.value = "";
            entry.units = [{text: "kg"}];
            entry.openUnit = false;
            entry.ownUnit = "";
            stage.told = [];
        }

        function test_oneUnitIsALabel() {
            tapName(entry, "7");
            compare(stage.told, ["value 7"]);
            compare(seek(entry, "Unit"), null);
            verify(all(entry, item => item instanceof Text && item.text === "7 kg").length === 1);
        }

        function test_severalAreChosenFromAndNothingChangesItself() {
            entry.units = [{text: "kg", selected: true}, {text: "lb"}];
            tapName(entry, "lb");
            compare(stage.told, ["unit 1"]);
            verify(find(entry, "kg").selected);
            verify(!find(entry, "lb").selected);
            entry.value = "70";
            verify(all(entry, item => item instanceof Text && item.text === "70 kg").length === 1);
        }

        function test_anotherCanBeWritten() {
            entry.openUnit = true;
            const field = all(entry, item => item instanceof TextEntry)[0];
            field.type("st");
            compare(stage.told, ["own st"]);
            find(entry, "kg");
        }

        function test_fitsNarrowAndWide_data() {
            return [{tag: "wide", width: 800, density: 3.78}, {tag: "narrow", width: 420, density: 3.78}, {tag: "10 inch", width: 706, density: 5.88}];
        }

        function test_fitsNarrowAndWide(row) {
            Theme.density = row.density;
            entry.width = row.width;
            entry.units = ["milligrams", "micrograms", "drops"].map(text => ({text: text}));
            entry.openUnit = true;
            settle(find(entry, "drops"));
            for (const item of all(entry, item => item instanceof Tappable && !item.Accessible.ignored))
                verify(item.mapToItem(entry, item.width, 0).x <= entry.width + 1, item.text + " ends inside");
            compare(cutTexts(entry), []);
        }
    }
}
