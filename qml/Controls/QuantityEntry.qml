pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A number with its unit: one unit stands after the number, several are chosen from, and where `openUnit` another can be
// written. `units` as for OptionList.
FocusScope {
    id: entry

    property string value
    property bool decimal: true
    property bool negative: false
    property int maximumLength: 8
    property string label
    property var units: []
    property bool openUnit: false
    property string ownUnit
    readonly property bool fixed: units.length === 1 && !openUnit
    readonly property bool beside: width >= Theme.millimetres(160)
    readonly property real padWidth: beside ? Theme.millimetres(75) : Math.min(width, Theme.millimetres(100))
    readonly property string unit: {
        for (const one of units)
            if (fixed || one.selected)
                return one.text;
        return ownUnit;
    }

    signal edited(string value)
    signal unitChosen(int index)
    signal unitEdited(string unit)

    implicitWidth: Theme.millimetres(fixed ? 75 : 160)
    implicitHeight: grid.implicitHeight

    Grid {
        id: grid

        width: entry.width
        columns: entry.beside && !entry.fixed ? 2 : 1
        columnSpacing: Theme.spaceLarge
        rowSpacing: Theme.space

        NumberPad {
            width: entry.padWidth
            focus: true
            value: entry.value
            decimal: entry.decimal
            negative: entry.negative
            maximumLength: entry.maximumLength
            unit: entry.unit
            label: entry.label === "" ? defaultLabel : entry.label
            onEdited: value => entry.edited(value)
        }
        Column {
            visible: !entry.fixed
            width: grid.columns === 2 ? entry.width - entry.padWidth - grid.columnSpacing : entry.width
            spacing: Theme.spaceSmall

            CaptionText {
                width: parent.width
                //: Over the units that a number can be given in.
                text: qsTr("Unit")
            }
            OptionList {
                visible: entry.units.length > 0
                width: parent.width
                horizontal: true
                model: entry.units
                onChosen: index => entry.unitChosen(index)
            }
            TextEntry {
                visible: entry.openUnit
                width: parent.width
                //: In an empty field beside the units to choose from.
                placeholder: qsTr("Another unit")
                text: entry.ownUnit
                maximumLength: 40
                onEdited: text => entry.unitEdited(text)
            }
        }
    }
}
