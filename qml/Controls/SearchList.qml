pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Options too many to read: what is typed on the kiosk's keyboard finds those in which each typed word begins a word, accents
// and capitals aside. What is chosen stands above the field. `model` as for OptionList; `chosen` brings the index in it.
// Needs an OnScreenKeyboard in the window.
FocusScope {
    id: control

    property var model: []
    property bool multiple: false
    //: In the empty field that looks for options.
    property string placeholder: qsTr("Type the first letters")
    property string label
    property int most: 24  // rows shown at once
    readonly property alias typing: field.typing
    readonly property var chosenAt: indices((option, at) => option.selected)
    readonly property var folded: Array.from(model, option => fold(option.text))
    readonly property var wanted: fold(field.current).split(" ").filter(word => word !== "")
    readonly property var found: indices((option, at) => !option.selected && matches(folded[at]))
    readonly property int more: Math.max(0, found.length - most)

    signal chosen(int index)

    implicitWidth: Theme.millimetres(120)
    implicitHeight: column.implicitHeight

    // Small letters without accents, words apart by one space.
    function fold(text: string): string {
        return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[\s\-\u2010-\u2015,.;:()\/\[\]'"’¿?¡!]+/g, " ").trim();
    }

    function matches(text: string): bool {
        const words = " " + text;
        return wanted.every(word => words.includes(" " + word));
    }

    function indices(holds: var): var {
        const made = [];
        for (let at = 0; at < model.length; ++at)
            if (holds(model[at], at))
                made.push(at);
        return made;
    }

    function optionsAt(places: var): var {
        return places.map(at => model[at]);
    }

    // What was looked for has been found: the field is ready for the next.
    function take(index: int) {
        field.finish();
        field.clear();
        chosen(index);
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.spaceSmall

        OptionList {
            visible: control.chosenAt.length > 0
            width: parent.width
            model: control.optionsAt(control.chosenAt)
            multiple: control.multiple
            onChosen: index => control.chosen(control.chosenAt[index])
        }
        TextEntry {
            id: field

            width: parent.width
            focus: true
            placeholder: control.placeholder
            label: control.label === "" ? control.placeholder : control.label
            maximumLength: 60
        }
        OptionList {
            visible: control.found.length > 0
            width: parent.width
            model: control.optionsAt(control.found.slice(0, control.most))
            multiple: control.multiple
            onChosen: index => control.take(control.found[index])
        }
        CaptionText {
            visible: text !== ""
            width: parent.width
            text: control.hint()
        }
    }

    function hint(): string {
        if (more > 0)
            //: Under the options found so far: %n further ones.
            return qsTr("%n more: go on typing", "", more);
        //: Under a field that looks for options, when none begins with what was typed.
        return wanted.length > 0 && found.length === 0 ? qsTr("Nothing found") : "";
    }
}
