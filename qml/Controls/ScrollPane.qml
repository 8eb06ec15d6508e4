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
    readonly property int bleed: 3 * Theme.focusWidth  // room for focus rings inside the clip
    readonly property alias contentY: flick.contentY
    // The two buttons are there, and the content narrower by them. Some content is lower when it is narrow (rows that become a
    // list): without the buttons too high, beside them low enough. Then they stay.
    property bool barred: false
    property real heightBeside: -1  // the content's height beside the buttons when they last went
    property real heightWithout: 0  // its height without them when they last came

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    // Scrolls as little as shows all of `item`; its top when it is higher than the pane.
    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        const bottom = top + item.height;
        if (bottom > flick.contentY + height)
            scrollTo(Math.min(top, bottom - height));
        else if (top < flick.contentY)
            scrollTo(top);
    }

    function scrollTo(y: real) {
        flick.contentY = Math.max(0, Math.min(y, flick.contentHeight - flick.height));
    }

    function weigh() {
        const high = column.implicitHeight;
        if (scrolls && !barred) {
            heightWithout = high;
            barred = true;
        } else if (!scrolls && barred && (high !== heightBeside || height + 1 >= heightWithout)) {
            heightBeside = high;
            barred = false;
        }
    }

    // Whether `item` lies in this pane (and not, say, in the bar beside it).
    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent) {
            if (up === column)
                return true;
        }
        return false;
    }

    onHeightChanged: {
        balance.restart();
        settle.restart();
    }
    onScrollsChanged: settle.restart()
    onImplicitHeightChanged: balance.restart()

    Timer {
        id: balance

        interval: 0
        onTriggered: pane.weigh()
    }
    // Once everything has its place: stay within the content, show what has the focus.
    Timer {
        id: settle

        interval: 0
        onTriggered: {
            const item = Typing.field ?? pane.Window.activeFocusItem;
            pane.scrollTo(flick.contentY);
            if (item && pane.holds(item))
                pane.reveal(item);
        }
    }
    Connections {
        target: pane.Window.window
        function onActiveFocusItemChanged() {
            settle.restart();
        }
    }

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.margins: -pane.bleed
        anchors.rightMargin: (bar.visible ? bar.width + Theme.space : 0) - pane.bleed
        contentHeight: column.implicitHeight + 2 * pane.bleed
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
            x: pane.bleed
            y: pane.bleed
            width: flick.width - 2 * pane.bleed
        }
    }

    Item {
        id: bar

        readonly property real share: Math.min(Theme.millimetres(26), Math.floor((height - Theme.spaceSmall) / 2))

        visible: pane.barred
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.answer

        IconButton {
            width: parent.width
            height: bar.share
            sign: "up"
            //: Name of the button that shows what is above.
            text: qsTr("Scroll up")
            enabled: flick.contentY > 0.5
            onClicked: pane.scrollTo(flick.contentY - pane.height * 0.8)
        }
        IconButton {
            anchors.bottom: parent.bottom
            width: parent.width
            height: bar.share
            sign: "down"
            //: Name of the button that shows what is below.
            text: qsTr("Scroll down")
            enabled: flick.contentY < flick.contentHeight - flick.height - 0.5
            onClicked: pane.scrollTo(flick.contentY + pane.height * 0.8)
        }
    }
}
