pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Shows content that may be higher than the room there is. Two buttons beside it scroll by most of a page, so no drag is
// needed; they are there only when there is something to scroll. Brings the focused child into view.
FocusScope {
    id: pane

    default property alias content: column.data
    property alias spacing: column.spacing
    readonly property bool scrolls: column.implicitHeight > height + 1
    readonly property alias contentY: flick.contentY

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        const bottom = top + item.height;
        if (top < flick.contentY)
            scrollTo(top - Theme.spaceSmall);
        else if (bottom > flick.contentY + flick.height)
            scrollTo(bottom + Theme.spaceSmall - flick.height);
    }

    function scrollTo(y: real) {
        flick.contentY = Math.max(0, Math.min(y, flick.contentHeight - flick.height));
    }

    // Whether `item` lies in this pane (and not, say, in the bar beside it).
    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent) {
            if (up === column)
                return true;
        }
        return false;
    }

    function revealFocus() {
        const item = Window.activeFocusItem;
        if (item && holds(item))
            reveal(item);
    }

    onHeightChanged: revealFocus()

    Connections {
        target: pane.Window.window
        function onActiveFocusItemChanged() {
            pane.revealFocus();
        }
    }

    Flickable {
        id: flick

        anchors.left: parent.left
        anchors.right: bar.visible ? bar.left : parent.right
        anchors.rightMargin: bar.visible ? Theme.space : 0
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: pane.scrolls
        clip: pane.scrolls

        Behavior on contentY {
            enabled: !flick.moving
            NumberAnimation {
                duration: Theme.gentle
                easing.type: Easing.OutCubic
            }
        }

        Column {
            id: column
            width: flick.width
        }
    }

    Column {
        id: bar

        visible: pane.scrolls
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.answer

        IconButton {
            width: bar.width
            height: Math.floor((bar.height - Theme.space) / 2)
            sign: "up"
            text: qsTr("Scroll up")
            enabled: flick.contentY > 0.5
            onClicked: pane.scrollTo(flick.contentY - flick.height * 0.8)
        }
        Item {
            width: 1
            height: Theme.space
        }
        IconButton {
            width: bar.width
            height: Math.floor((bar.height - Theme.space) / 2)
            sign: "down"
            text: qsTr("Scroll down")
            enabled: flick.contentY < flick.contentHeight - flick.height - 0.5
            onClicked: pane.scrollTo(flick.contentY + flick.height * 0.8)
        }
    }
}
