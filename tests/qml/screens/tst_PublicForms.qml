import QtQuick
import QtTest
import Kiosk.Screens

// The forms of the public suite on the real screens: a hand that taps by chance what can be tapped, until all is handed in.
// What comes out is right by the form.
Item {
    id: stage

    width: 800
    height: 1280

    Loader {
        id: place

        anchors.fill: parent
        active: bench.kiosk !== null
        sourceComponent: KioskFlow {
            kiosk: bench.kiosk
        }
    }
    FlowCase {
        id: hand

        name: "PublicForms"
        flow: place

        readonly property var ways: ["Start", "English", "Español", "Stop", "Back", "Next", "Finish", "Prefer not to answer"]
        property int seed

        function cleanup() {
            bench.close();
        }

        // Park and Miller's generator: the same walk every time.
        function chance(below) {
            seed = seed * 48271 % 2147483647;
            return seed % below;
        }

        function reachable(item) {
            const middle = item.mapToItem(stage, item.width / 2, item.height / 2);
            if (middle.x < 0 || middle.y < 0 || middle.x >= stage.width || middle.y >= stage.height)
                return false;
            for (let up = item.parent; up; up = up.parent) {
                if (up.clip && !up.contains(up.mapFromItem(stage, middle.x, middle.y)))
                    return false;
            }
            return true;
        }

        function tappable(item) {
            const roles = [Accessible.Button, Accessible.RadioButton, Accessible.CheckBox, Accessible.EditableText];
            return roles.includes(item.Accessible.role) && !item.Accessible.ignored && item.enabled && item.opacity > 0 && !ways.includes(item.Accessible.name) && reachable(item);
        }

        // All that a screen reader would say: another page says something else.
        function said() {
            return all(flow, item => item.Accessible.name !== "" && !item.Accessible.ignored).map(item => item.Accessible.name).join("\n");
        }

        function tapSomething() {
            const found = all(flow, tappable);
            if (found.length > 0)
                tap(found[chance(found.length)]);
        }

        // To the next page; or there is a notice that something is missing.
        function goOn(name) {
            tap(seek(flow, name));
            tryVerify(() => !bench.kiosk.session?.busy, patience);
        }

        // Only what is there and can be tapped; a page that is on its way out has nothing.
        function can(name) {
            const item = seek(flow, name);
            return item !== null && item.enabled && reachable(item);
        }

        function test_areFilledInByChance_data() {
            const files = bench.publicForms();
            return files.length > 0 ? files.map(file => ({
                        "tag": file.split("/").pop(),
                        "file": file
                    })) : [
                {
                    "tag": "absent",
                    "file": ""
                }
            ];
        }

        function test_areFilledInByChance(row) {
            if (row.file === "")
                skip("the public questionnaires are not here (CANDOR_SUITES)");
            seed = 20261125;
            begin(row.file);
            goTo(bench.titleOf(row.file));
            for (let tries = 0; seek(flow, "Thank you!") === null; ++tries) {
                verify(tries < 1000, "it comes to an end: " + said());
                settle(flow);
                for (let taps = chance(4); taps > 0; --taps)
                    tapSomething();
                if (can("Finish")) {
                    goOn("Finish");
                    tryVerify(() => seek(flow, "Thank you!") !== null || seek(flow, "Next") !== null, patience);
                    continue;
                }
                if (can("Next"))
                    goOn("Next");
                else
                    tapSomething();
                if (chance(6) === 0 && can("Prefer not to answer"))
                    goOn("Prefer not to answer");
            }
            compare(bench.sent(), 1);
            compare(bench.faultsOfLast(row.file), []);
        }
    }
}
