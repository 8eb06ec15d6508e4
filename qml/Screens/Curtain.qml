pragma ComponentBehavior: Bound

import QtQuick

// Over everything, for somebody who listens: nobody reads along. A tap anywhere lifts it and does nothing else.
Rectangle {
    id: curtain

    signal lifted

    color: "#000000"

    MouseArea {
        anchors.fill: parent
        onClicked: curtain.lifted()
    }
}
