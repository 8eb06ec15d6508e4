pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Nobody can be served; says why, as far as it helps a patient or the front desk.
Frame {
    id: screen

    property string practiceName
    property int fault: Kiosk.Fault.StorageFailed
    property bool hasStaff: false
    readonly property bool mayPass: fault === Kiosk.Fault.StorageFull || fault === Kiosk.Fault.StorageFailed

    signal retry
    signal staffWanted

    function words(): string {
        switch (fault) {
        case Kiosk.Fault.NothingToOffer:
            //: For the front desk
            return qsTr("There are no questions to answer right now. Front desk: no survey is set up for this kiosk.");
        case Kiosk.Fault.StorageFull:
            //: For the front desk
            return qsTr("It has no room left to save answers. Front desk: please check the network. Answers already given are safe.");
        case Kiosk.Fault.NeedsRepair:
            //: For the front desk
            return qsTr("It needs repair. Front desk: please call for help.");
        }
        //: For the front desk
        return qsTr("It cannot save answers. Front desk: please call for help. Answers already given are safe.");
    }

    caption: practiceName
    actions: QuietButton {
        visible: screen.hasStaff
        words: Theme.inkQuiet
        font.underline: false
        //: In the corner of the out-of-service screen: the way in for the people of the practice.
        text: qsTr("Staff")
        onClicked: screen.staffWanted()
    }
    //: Button on the out-of-service screen
    nextText: mayPass ? qsTr("Try again") : ""
    onNext: retry()

    CenteredPane {
        spacing: Theme.spaceLarge

        TitleText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Sorry, this kiosk is taking a break")
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: screen.words()
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Please talk to the front desk. Thank you.")
        }
    }
}
