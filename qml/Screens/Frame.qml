pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The page that every screen is set on: a top line that says where one is, the middle, and the ways on at the bottom edge,
// always in the same places. A way without words is not there.
FocusScope {
    id: frame

    property string caption             // top left
    property real progress: -1          // 0 to 1; below 0: no bar
    property alias actions: corner.data // top right: seldom wanted
    property string backText
    property string otherText
    property string nextText
    property bool waiting: false        // something takes longer than one notices
    property real edge: low ? Theme.spaceTiny : Theme.spaceSmall  // below the ways on: the ComfortBar is there
    default property alias content: middle.data
    readonly property bool portrait: Theme.portrait(width, height)
    readonly property alias middleHeight: middle.height
    readonly property real column: Math.min(width - 2 * Theme.margin, Theme.readingWidth)
    // A small panel lying on its side: every line counts.
    readonly property bool low: height < Theme.millimetres(150)
    // With the keyboard open on a low screen only the middle is left.
    readonly property bool cramped: height < 7 * Theme.answer

    // Where content of that height begins, so that it sits well with the hand and the eye; the same for most.
    function topFor(height: real): real {
        return Math.max(0, Math.min((middle.height - height) / 3, portrait ? middle.height / 5 : Theme.spaceHuge));
    }

    signal back
    signal other
    signal next

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }

    // The order of these is the order in which one goes through them by keys and by ear: where one is, the question, the ways
    // on, and last what is seldom wanted.
    Item {
        id: head

        readonly property bool stacked: frame.portrait && corner.width > width * 0.45

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: frame.low ? Theme.spaceSmall : Theme.space
        width: frame.column
        visible: !frame.cramped
        height: frame.cramped ? 0 : stacked ? where.height + Theme.spaceTiny + corner.height : Math.max(where.height, corner.height)

        Column {
            id: where

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: head.stacked ? 0 : corner.width + Theme.spaceLarge
            y: head.stacked ? parent.height - height : (parent.height - height) / 2

            ProgressBar {
                visible: frame.progress >= 0
                anchors.left: parent.left
                width: head.stacked ? parent.width : Math.min(parent.width, Theme.millimetres(120))
                value: frame.progress
                label: frame.caption
            }
            CaptionText {
                visible: frame.progress < 0 && text !== ""
                width: parent.width
                text: frame.caption
                font.pixelSize: Theme.fixedSize
            }
        }
    }

    Item {
        id: middle

        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.topMargin: frame.low ? Theme.spaceSmall : Theme.space
        anchors.bottomMargin: frame.low ? Theme.space : Theme.spaceLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: frame.column
    }

    Item {
        id: foot

        // Side by side; the quiet one above the two where it does not fit between; all below each other where even two do not fit.
        readonly property bool empty: !backButton.visible && !otherButton.visible && !nextButton.visible
        readonly property bool narrow: backButton.visible && nextButton.visible && backButton.wanted + nextButton.wanted + Theme.space > width
        readonly property real sides: 2 * Math.max(backButton.visible ? backButton.wanted : 0, nextButton.visible ? nextButton.wanted : 0)
        readonly property bool stacked: otherButton.visible && (narrow || sides + otherButton.implicitWidth + 2 * Theme.space > width)
        readonly property real gap: Theme.spaceSmall
        readonly property real backHeight: backButton.visible ? backButton.height : 0
        readonly property real nextHeight: nextButton.visible ? nextButton.height : 0
        readonly property real otherHeight: otherButton.visible ? otherButton.height : 0
        readonly property real sidesHeight: narrow ? nextHeight + gap + backHeight : Math.max(backHeight, nextHeight)

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: frame.edge
        width: frame.column
        visible: !frame.cramped
        height: empty || frame.cramped ? 0 : stacked ? otherHeight + gap + sidesHeight : Math.max(sidesHeight, otherHeight)

        SecondaryButton {
            id: backButton

            readonly property real wanted: Math.max(implicitWidth, Theme.millimetres(30))

            visible: text !== ""
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            width: foot.narrow ? parent.width : wanted
            text: frame.backText
            onClicked: frame.back()
        }
        QuietButton {
            id: otherButton

            visible: text !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            y: foot.narrow ? foot.nextHeight + foot.gap : foot.stacked ? 0 : parent.height - height
            text: frame.otherText
            onClicked: frame.other()
        }
        PrimaryButton {
            id: nextButton

            readonly property real wanted: Math.max(implicitWidth, Theme.millimetres(45))

            visible: text !== ""
            anchors.right: parent.right
            y: foot.narrow ? 0 : parent.height - height
            width: foot.narrow ? parent.width : wanted
            text: frame.nextText
            onClicked: frame.next()
        }
        CaptionText {
            visible: frame.waiting
            anchors.right: nextButton.left
            anchors.rightMargin: Theme.space
            anchors.verticalCenter: nextButton.verticalCenter
            //: Shown only when the disk is slow
            text: qsTr("Saving…")
        }
    }

    Row {
        id: corner

        anchors.right: head.right
        y: head.y + (head.stacked ? 0 : (head.height - height) / 2)
        visible: head.visible
        spacing: Theme.spaceSmall
    }
}
