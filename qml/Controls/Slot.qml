pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Shows what a Component makes, as Loader does. Loader of Qt 6.4 refuses components from files with
// `pragma ComponentBehavior: Bound`; made here, they keep their own context. What was shown before is destroyed first. For a
// moment nothing here takes a tap: the second of two quick ones was meant for what was there before.
FocusScope {
    id: slot

    property Component sourceComponent
    property var properties: ({})  // values, not bindings, that what is made begins with
    property bool active: true
    property bool ready: false
    property Item item

    signal loaded

    implicitWidth: item ? item.implicitWidth : 0
    implicitHeight: item ? item.implicitHeight : 0
    onSourceComponentChanged: refill()
    onActiveChanged: refill()
    Component.onCompleted: {
        ready = true;
        refill();
    }

    function refill() {
        if (item)
            clear();
        if (ready && active && sourceComponent)
            fill();
        if (ready && Theme.tapPause > 0)
            pause.restart();
    }

    function clear() {
        const before = item;
        item = null;
        before.visible = false;
        before.destroy();
    }

    function fill() {
        item = sourceComponent.createObject(slot, properties) as Item;
        item.width = Qt.binding(() => slot.width);
        item.height = Qt.binding(() => slot.height);
        loaded();
    }

    Timer {
        id: pause

        interval: Theme.tapPause
    }
    MultiPointTouchArea {
        objectName: "tapPause"
        anchors.fill: parent
        z: 1
        visible: pause.running
    }
}
