pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The bottom edge of every screen: the way to larger letters, more contrast, and the voice, always in the same corner.
Item {
    id: bar

    property bool overAccent: false  // where the screen above ends in that colour
    readonly property color ink: overAccent ? Theme.accentInk : Theme.accent

    signal wanted

    implicitHeight: entry.height

    Rectangle {
        anchors.fill: parent
        color: bar.overAccent ? Theme.accent : Theme.canvas
    }
    Tappable {
        id: entry

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin - leftPadding
        ringGap: 0 // the edge of the glass is near
        ringColour: bar.overAccent ? Theme.accentInk : Theme.focus
        leftPadding: Theme.space
        rightPadding: Theme.space
        font.pixelSize: Theme.fixedSize
        //: Button in the corner of each screen: to the screen for text size, contrast and voice
        text: qsTr("Text and sound")
        onClicked: bar.wanted()

        contentItem: Row {
            spacing: Theme.spaceSmall
            LayoutMirroring.enabled: entry.mirrored

            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                //: Sign for "size of the letters"
                text: qsTr("Aa")
                font.pixelSize: Theme.fixedSize
                font.bold: true
                color: bar.ink
                Accessible.ignored: true
            }
            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                text: entry.text
                font.pixelSize: Theme.fixedSize
                font.underline: true
                color: bar.ink
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: entry.cornerRadius
            color: bar.overAccent ? (entry.down ? Theme.accentPressed : Theme.accent) : entry.down ? Theme.pressed : Theme.canvas
        }
    }
}
