pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One form of the visit: done, or how long it takes.
Rectangle {
    id: row

    required property string title
    required property int minutes
    required property bool finished

    implicitHeight: words.implicitHeight + 2 * Theme.space
    radius: Theme.radiusLarge
    color: finished ? Theme.accentSoft : Theme.surface
    border.width: 1
    border.color: Theme.hairline
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + ", " + words.duration

    Icon {
        id: tick

        visible: row.finished
        anchors.left: parent.left
        anchors.leftMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        name: "done"
    }
    SurveyCardText {
        id: words

        anchors.left: row.finished ? tick.right : parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        title: row.title
        description: ""
        //: In place of how long it takes
        duration: row.finished ? qsTr("Done") : qsTr("%1 min").arg(row.minutes)
    }
}
