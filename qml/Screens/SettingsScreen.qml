pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What the signed pack in force says. To be changed only by another pack.
Frame {
    id: screen

    required property var settings // of StaffArea

    function labelOf(name: string): string {
        switch (name) {
        case "practice":
            return qsTr("Practice");
        case "logo":
            return qsTr("Logo");
        case "brand_colour":
            return qsTr("Colour");
        case "languages":
            return qsTr("Languages");
        case "instruments":
            return qsTr("Surveys");
        case "ask_who_answers":
            return qsTr("Asks who answers");
        case "idle_warning_s":
            return qsTr("Asks if somebody is there after");
        case "idle_wipe_s":
            return qsTr("Then clears the screen after");
        case "presence":
            return qsTr("Sensor: covers the screen when nobody is there for");
        case "safety_contact":
            return qsTr("Help in need");
        case "next_steps":
            return qsTr("What happens with the answers");
        case "contact_request":
            return qsTr("Offers to call back");
        case "visit_codes":
            return qsTr("Visit numbers");
        case "attract":
            return qsTr("News on the first screen");
        case "mode":
            return qsTr("Where it stands");
        case "quiet_hours":
            return qsTr("Dark from, to");
        }
        return name;
    }

    // No types: what the value is decides.
    function words(name, value) {
        if (value === undefined || value === null)
            return name === "safety_contact" ? qsTr("Nobody is named") : qsTr("Not set");
        if (name === "mode")
            return value === "bedside" ? qsTr("At a bedside") : qsTr("In a waiting room");
        if (typeof value === "boolean")
            return value ? qsTr("Yes") : qsTr("No");
        if (typeof value === "number")
            return value + " s";
        if (typeof value === "string")
            return value;
        //: Between the parts of a list
        return Array.from(value).map(each => "\u2068" + each + "\u2069").join(qsTr(", "));
    }

    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        text: qsTr("Settings")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.spaceSmall
        anchors.bottom: parent.bottom
        width: parent.width

        BodyText {
            width: parent ? parent.width : 0
            bottomPadding: Theme.space
            text: qsTr("Two people of the practice sign them. They cannot be changed here.")
        }
        Repeater {
            model: screen.settings

            FactRow {
                required property var modelData

                label: screen.labelOf(modelData.name)
                value: screen.words(modelData.name, modelData.value)
            }
        }
    }
}
