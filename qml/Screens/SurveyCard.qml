pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One survey to choose: title, what it is about, how long it takes.
Tappable {
    id: card

    required property string title
    required property string description
    required property int minutes
    property bool brief: false // without the description
    //: How long a survey takes; %1 is a number of minutes
    readonly property string duration: qsTr("%1 min").arg(minutes)

    text: title
    leftPadding: Theme.spaceLarge
    rightPadding: Theme.spaceLarge
    topPadding: Theme.space
    bottomPadding: Theme.space
    cornerRadius: Theme.radiusLarge
    implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
    Accessible.description: card.description + " " + card.duration

    contentItem: SurveyCardText {
        title: card.title
        description: card.brief ? "" : card.description
        duration: card.duration
    }
    background: Rectangle {
        radius: card.cornerRadius
        color: card.down ? Theme.pressed : Theme.surface
        border.width: Theme.outlineWidth
        border.color: Theme.outline
    }
}
