pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The kiosk's own keyboard: English and Spanish letters, digits, signs; for a field whose `hint` says what it takes, a pad of
// digits or the signs that it needs. Letters and digits can always be had. Predicts nothing, keeps nothing.
// One lies at the bottom of the window; it shows while a TextEntry is typed into. What it covers is `coveredHeight`: the
// page above ends there, so the field is never under it.
FocusScope {
    id: keyboard

    property string language: "en"
    readonly property bool scannedInRows: true // for Kiosk.Access
    property TextEntry target: Typing.field as TextEntry
    readonly property bool shown: target !== null
    readonly property real coveredHeight: shown ? height : 0
    readonly property bool wide: width > (twoScripts ? 18 : 13) * Theme.target + 14 * gap + 2 * edge  // room for three more columns at the side; Arabic has more letters
    readonly property bool manyLines: target !== null && target.multiline
    readonly property int gap: Theme.spaceTiny
    readonly property int edge: Theme.spaceSmall
    readonly property int keyHeight: Math.max(Theme.target, Math.min(Theme.answer, Theme.millimetres(13)))
    readonly property int apart: 3 * gap  // between the letters and the columns at the side
    readonly property real unit: (width - 2 * edge + gap - (wide ? apart : 0)) / (wide ? 13 : 10)
    readonly property string hint: target?.hint ?? ""
    property int shift: 0  // 1: the next letter, 2: until tapped again
    property bool symbols: false

    // Letters in three rows, and ten more: at the side when wide, else as a first row. Accents at once in Spanish, digits in
    // English, the letters that carry a hamza in Arabic.
    readonly property var alphabets: ({
            "en": ["qwertyuiop", "asdfghjkl'", "zxcvbnm", "1234567890"],
            "es": ["qwertyuiop", "asdfghjklñ", "zxcvbnm", "áéíóúü¿?¡!"],
            "ar": ["ضصثقفغعهخحج", "شسيبلاتنمكط", "ذدزرظوةىء", "أإآؤئ؟!؛:-"]
        })
    // Arabic has no capitals: in their place is the key that brings the Latin letters, in which addresses are written.
    readonly property bool twoScripts: language === "ar"
    property bool latin: false
    readonly property bool arabic: twoScripts && !latin
    readonly property var letters: alphabets[arabic ? "ar" : language in alphabets && !twoScripts ? language : "en"]
    // With the signs all have the accents, so that a name can be written in either language.
    readonly property var signs: ["1234567890", "-/:;()$&@%", "'\"!?+*=#", "áéíóúüñ¿¡_"]
    readonly property var plain: symbols ? signs : letters
    readonly property string more: plain[3]

    // Digits, large, in three columns, and beside them two signs each that go with them.
    readonly property var pads: ({
            "phone": ["123()", "456*#", "789./", "+0-"],
            "number": ["123,:", "456/%", "789+=", "-0."]
        })

    // In the place of comma and space.
    readonly property var instead: ({
            "email": ["@", "_"],
            "url": ["/", "-"]
        })

    visible: shown
    implicitHeight: rows.height + 2 * edge
    height: implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Grouping
    //: Name of the whole on-screen keyboard.
    Accessible.name: qsTr("Keyboard")
    onTargetChanged: {
        shift = 0;
        const kind = target?.hint ?? ""; // `hint` may not have followed yet
        symbols = kind in pads;
        latin = kind in instead;
    }

    function letterKey(letter: string, weight: real): var {
        return {
            "letter": letter,
            "weight": weight
        };
    }

    function keysOf(text: string, weight: real): var {
        return Array.from(text, letter => letterKey(letter, weight));
    }

    function standApart(keys: var): var {
        keys[0].apart = true;
        return keys;
    }

    function sideKeys(row: int): var {
        const keys = wide ? keysOf(more.slice(3 * row, 3 * row + 3), 1) : keysOf("", 1);
        return wide ? standApart(keys) : keys;
    }

    function actionKey(action: string, weight: real): var {
        return {
            "action": action,
            "weight": weight
        };
    }

    // Rows of keys {letter | action, weight}; `weight` in widths of a letter key.
    readonly property var layout: symbols && hint in pads ? padRows(pads[hint]) : letterRows()

    function letterRows(): var {
        const third = keysOf(plain[2], (symbols ? 8.5 : twoScripts && latin ? 5.5 : 7) / plain[2].length);
        const made = wide ? [] : [keysOf(more, 1)];
        made.push(keysOf(plain[0], 10 / plain[0].length).concat(sideKeys(0)));
        made.push(keysOf(plain[1], 10 / plain[1].length).concat(sideKeys(1)));
        made.push(changingKeys().concat(third, [actionKey("backspace", 1.5)], sideKeys(2)));
        made.push(bottomRow());
        return made;
    }

    // What makes other letters of the letters.
    function changingKeys(): var {
        const script = twoScripts ? keysOf("", 1).concat([actionKey("script", 1.5)]) : keysOf("", 1);
        return symbols ? keysOf("", 1) : script.concat(arabic ? keysOf("", 1) : [actionKey("shift", 1.5)]);
    }

    function bottomRow(): var {
        const keys = keysOf("", 1);
        keys.push(actionKey("symbols", 1.5), actionKey("left", 1), actionKey("right", 1));
        if (hint in instead)
            keys.push(letterKey(instead[hint][0], 1), letterKey(instead[hint][1], 1), letterKey(".com", wide ? 2 : 1.5));
        else
            keys.push(letterKey(arabic ? "،" : ",", 1), actionKey("space", wide ? 3 : 2.5));
        keys.push(letterKey(".", 1), actionKey("enter", wide ? 1.5 : 1));
        if (wide)
            keys.push(standApart(keysOf(more[9], 1))[0]);
        keys.push(actionKey("hide", wide ? 2 : 1));
        return keys;
    }

    function padRows(pad: var): var {
        const column = (wide ? 13 : 10) / 5;
        const half = column / 2;
        const acting = [[actionKey("backspace", column)], [actionKey("left", half), actionKey("right", half)], [actionKey("symbols", column)], [actionKey("enter", half), actionKey("hide", half)]];
        return Array.from(pad, (text, row) => {
            const signs = row < 3 ? keysOf(text.slice(3), half) : Array.of(actionKey("space", column));
            return keysOf(text.slice(0, 3), column).concat(signs, wide ? standApart(acting[row]) : acting[row]);
        });
    }

    function nameOf(action: string): string {
        switch (action) {
        case "shift":
            //: Name of the Shift key once it stays on.
            return shift === 2 ? qsTr("Capitals stay on") : qsTr("Capital letter");
        case "backspace":
            //: Name of the key that takes away the last letter.
            return qsTr("Delete");
        case "symbols":
            //: Name of the key that brings the letters back.
            return symbols ? qsTr("Letters") : qsTr("Numbers and signs");
        case "script":
            //: Name of a key: brings the Latin letters; the Arabic letters.
            return latin ? qsTr("Arabic letters") : qsTr("Latin letters");
        case "left":
            //: Name of a key.
            return qsTr("Cursor left");
        case "right":
            //: Name of a key.
            return qsTr("Cursor right");
        case "space":
            //: Written on the long key.
            return qsTr("Space");
        case "enter":
            //: Name of the Enter key in a field of many lines.
            return manyLines ? qsTr("New line") : qsTr("Done");
        default:
            //: Name of a key.
            return qsTr("Hide keyboard");
        }
    }

    // Of keys that bear words instead of a sign.
    function captionOf(action: string): string {
        const own = arabic ? "أبج" : "abc";
        return action === "symbols" ? (symbols ? own : "123") : action === "script" ? (latin ? "أبج" : "abc") : action === "space" ? nameOf(action) : "";
    }

    function write(letter: string) {
        target.type(letter);
        if (shift === 1)
            shift = 0;
    }

    function act(action: string) {
        switch (action) {
        case "shift":
            shift = (shift + 1) % 3;
            break;
        case "symbols":
            symbols = !symbols;
            break;
        case "script":
            latin = !latin;
            shift = 0;
            break;
        case "backspace":
            target.erase();
            break;
        case "left":
            target.step(-1);
            break;
        case "right":
            target.step(1);
            break;
        case "space":
            write(" ");
            break;
        case "enter":
            target.enter();
            break;
        case "hide":
            target.finish();
            break;
        }
    }

    function within(item: Item, ancestor: Item): bool {
        for (let up = item; up; up = up.parent) {
            if (up === ancestor)
                return true;
        }
        return false;
    }

    // The focus went to something else than the field or a key: typing is over.
    Connections {
        target: keyboard.Window.window
        function onActiveFocusItemChanged() {
            const item = keyboard.Window.activeFocusItem;
            if (keyboard.shown && item && !keyboard.within(item, keyboard) && !keyboard.within(item, keyboard.target))
                Typing.end(keyboard.target);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.outline
        }
        // Between the keys nothing happens: a tap must not reach what lies under the keyboard.
        MouseArea {
            anchors.fill: parent
        }
    }
    Column {
        id: rows

        x: keyboard.edge
        y: keyboard.edge
        spacing: keyboard.gap

        Repeater {
            model: keyboard.shown ? keyboard.layout : []

            Row {
                id: row

                required property var modelData

                spacing: keyboard.gap

                Repeater {
                    model: row.modelData

                    KeyCap {
                        id: key

                        required property var modelData
                        required property int index
                        readonly property string letter: modelData.letter ?? ""
                        readonly property string deed: modelData.action ?? ""
                        readonly property string shifted: keyboard.shift > 0 && letter.length === 1 ? letter.toUpperCase() : letter

                        width: modelData.weight * keyboard.unit - keyboard.gap + leftInset
                        leftInset: modelData.apart ? keyboard.apart : 0
                        leftPadding: leftInset
                        height: keyboard.keyHeight
                        text: letter !== "" ? shifted : keyboard.nameOf(deed)
                        caption: letter !== "" ? shifted : keyboard.captionOf(deed)
                        sign: caption !== "" ? "" : deed === "enter" && !keyboard.manyLines ? "done" : deed
                        strong: deed === "shift" && keyboard.shift > 0
                        plate: deed === "" || deed === "space" ? Theme.surface : Theme.keyActing
                        repeats: deed === "backspace" || deed === "left" || deed === "right"
                        onClicked: letter !== "" ? keyboard.write(shifted) : keyboard.act(deed)

                        Rectangle {
                            // Capitals stay on: a bar under the sign.
                            visible: key.deed === "shift" && keyboard.shift === 2
                            anchors.horizontalCenter: parent.horizontalCenter
                            anchors.bottom: parent.bottom
                            anchors.bottomMargin: Theme.spaceTiny
                            width: Theme.icon
                            height: Theme.outlineWidth
                            color: Theme.ink
                        }
                    }
                }
            }
        }
    }
}
