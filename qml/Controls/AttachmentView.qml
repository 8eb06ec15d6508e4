pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A picture that belongs to a question or an answer, as large as there is room for; in words where it cannot be shown.
Column {
    id: view

    property url source
    property string text     // what it shows, for those who do not see it
    property string caption  // below it, for all
    property real room: 0    // most height; 0: no limit
    readonly property bool failed: picture.status === Image.Error

    spacing: Theme.spaceSmall

    Image {
        id: picture

        readonly property real ratio: implicitWidth > 0 ? implicitHeight / implicitWidth : 0.6
        readonly property real most: view.room > 0 ? view.room : Number.MAX_VALUE

        visible: !view.failed && view.source.toString() !== ""
        width: parent.width
        height: visible ? Math.min(width * ratio, most) : 0
        source: view.source
        sourceSize.width: Theme.readingWidth
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        Accessible.role: Accessible.Graphic
        Accessible.name: view.text
    }
    CaptionText {
        visible: view.failed
        width: parent.width
        //: In place of a picture; %1 says what it shows.
        text: view.text === "" ? qsTr("This picture cannot be shown.") : qsTr("This picture cannot be shown: %1").arg(view.text)
    }
    CaptionText {
        visible: text !== ""
        width: parent.width
        text: view.caption
    }
}
