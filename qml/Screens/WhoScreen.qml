pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Who answers: the person, or somebody in their place, and what they are to them.
Frame {
    id: screen

    property bool byProxy: false // the second of the two questions

    signal chosen(int who)

    function words(who: int): string {
        switch (who) {
        case Kiosk.Who.Parent:
            return qsTr("I am the mother or father");
        case Kiosk.Who.Child:
            return qsTr("I am the son or daughter");
        case Kiosk.Who.Partner:
            return qsTr("I am the husband, wife or partner");
        case Kiosk.Who.Relative:
            return qsTr("I am another relative");
        }
        return qsTr("I am somebody else who helps");
    }

    //: Button: one screen back
    backText: qsTr("Back")

    CenteredPane {
        widest: parent.width
        spacing: Theme.spaceLarge

        HeadingText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: screen.byProxy ? qsTr("Who are you to the patient?") : qsTr("Are you the patient?")
        }
        BodyText {
            visible: screen.byProxy
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Please answer as the patient would.")
        }
        Column {
            x: ((parent?.width ?? 0) - width) / 2
            width: Math.min(parent?.width ?? 0, Theme.textScale * Theme.millimetres(150))
            spacing: screen.byProxy ? Theme.spaceSmall : Theme.space

            SecondaryButton {
                visible: !screen.byProxy
                width: parent.width
                implicitHeight: Math.max(Theme.millimetres(20), implicitContentHeight + topPadding + bottomPadding)
                //: To "Are you the patient?"
                text: qsTr("Yes, I answer for myself")
                onClicked: screen.chosen(Kiosk.Who.Person)
            }
            SecondaryButton {
                visible: !screen.byProxy
                width: parent.width
                implicitHeight: Math.max(Theme.millimetres(20), implicitContentHeight + topPadding + bottomPadding)
                text: qsTr("No, I answer for the patient")
                onClicked: screen.byProxy = true
            }
            Repeater {
                model: screen.byProxy ? [Kiosk.Who.Parent, Kiosk.Who.Child, Kiosk.Who.Partner, Kiosk.Who.Relative, Kiosk.Who.Other] : []

                SecondaryButton {
                    required property int modelData

                    width: parent ? parent.width : 0
                    text: screen.words(modelData)
                    onClicked: screen.chosen(modelData)
                }
            }
        }
    }
}
