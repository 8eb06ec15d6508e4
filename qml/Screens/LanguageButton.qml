pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// With two languages: the other one, in its own words. With more: to the list of them. With one: not there.
QuietButton {
    id: button

    property var languages: []
    property string language
    readonly property var others: languages.filter(code => code !== language)

    signal chosen(string code)
    signal wanted

    visible: others.length > 0
    //: Button: to the list of languages
    text: others.length === 1 ? Languages.nameOf(others[0]) : qsTr("Language")
    onClicked: others.length === 1 ? chosen(others[0]) : wanted()
}
