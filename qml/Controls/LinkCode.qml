pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// An address to take along: a code for the camera of one's own phone, the address in letters beside it. Not a link: the kiosk
// goes nowhere.
Item {
    id: link

    property string url
    property string title
    readonly property bool beside: width >= Theme.millimetres(110)

    implicitWidth: Theme.millimetres(130)
    implicitHeight: grid.implicitHeight

    Grid {
        id: grid

        width: parent.width
        columns: link.beside ? 2 : 1
        columnSpacing: Theme.space
        rowSpacing: Theme.space
        verticalItemAlignment: Grid.AlignVCenter

        QrCode {
            id: code

            visible: valid
            width: Theme.millimetres(42)
            height: width
            text: link.url
            Accessible.role: Accessible.Graphic
            //: Name of a QR code; %1 is the address in it.
            Accessible.name: qsTr("Code for the address %1").arg(link.url)
        }
        Column {
            width: link.beside && code.visible ? link.width - code.width - grid.columnSpacing : link.width
            spacing: Theme.spaceSmall

            BodyText {
                visible: text !== ""
                width: parent.width
                text: link.title
            }
            CaptionText {
                visible: code.visible
                width: parent.width
                //: Beside a QR code.
                text: qsTr("Scan it with your own phone to read more later.")
            }
            CaptionText {
                width: parent.width
                text: link.url
                color: Theme.ink
                wrapMode: Text.WrapAnywhere
            }
        }
    }
}
