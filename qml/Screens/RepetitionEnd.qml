pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Where one of several of the same kind ends: one more, or not this one. To remove asks first.
Column {
    id: end

    property string title
    property bool removable: false
    property bool another: false
    property bool asking: false

    signal added
    signal removed

    spacing: Theme.spaceSmall
    onRemovableChanged: asking = false

    Flow {
        visible: !end.asking
        width: parent.width
        spacing: Theme.space

        AddButton {
            visible: end.another
            onClicked: end.added()
        }
        SecondaryButton {
            visible: end.removable
            //: Button: takes away one entry of a list, for example one medicine
            text: qsTr("Remove this")
            //: Name of that button for a screen reader; %1 is the entry
            Accessible.name: qsTr("Remove this: %1").arg(end.title)
            onClicked: end.asking = true
        }
    }
    Notice {
        visible: end.asking
        width: parent.width
        kind: "warning"
        //: %1 is what an entry of a list is called, for example "Medicine (2)"
        text: qsTr("Remove “%1” with its answers?").arg(end.title)
    }
    Flow {
        visible: end.asking
        width: parent.width
        spacing: Theme.space

        SecondaryButton {
            //: Button: removes it, after the question
            text: qsTr("Yes, remove it")
            onClicked: {
                end.asking = false;
                end.removed();
            }
        }
        SecondaryButton {
            //: Button: does not remove it
            text: qsTr("Keep it")
            onClicked: end.asking = false
        }
    }
}
