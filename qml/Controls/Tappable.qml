pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates
import Kiosk.Theme

// What every control that can be tapped shares: acts on release, aborts when the finger leaves, works by Space and Enter,
// shows where the focus is, is never smaller than a target.
AbstractButton {
    id: control

    property real cornerRadius: Theme.radius
    property real ringGap: 2 * Theme.focusWidth  // how far out the ring of the focus is
    property color ringColour: Theme.focus

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: false
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    // Qt 6.4 tells assistive technology the role of an AbstractButton itself, whatever Accessible.role says: "check box" is
    // the nearest there is for what can be chosen. What is chosen stays the owner's.
    checkable: Accessible.checkable
    checked: Accessible.checked
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    onToggled: checked = Qt.binding(() => Accessible.checked)
    Keys.onReturnPressed: event => control.takeKey(event.isAutoRepeat)
    Keys.onEnterPressed: event => control.takeKey(event.isAutoRepeat)
    Keys.onPressed: event => event.accepted = event.isAutoRepeat && event.key === Qt.Key_Space
    Keys.onReleased: event => event.accepted = event.isAutoRepeat && event.key === Qt.Key_Space

    // A key that is held acts once.
    function takeKey(repeated: bool) {
        if (!repeated)
            clicked();
    }

    FocusRing {
        visible: control.visualFocus
        anchors.margins: -control.ringGap
        border.color: control.ringColour
        around: control.cornerRadius
    }
}
