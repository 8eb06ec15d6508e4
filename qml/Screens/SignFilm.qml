pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The same in a sign language: a button that opens a film above the answers, which stay as they are. Where there are several
// sign languages the film says which, and there is a way to the next.
Column {
    id: sign

    property var films: []   // {language, film, captions}
    property var clipOf: null
    property real tallest: Theme.millimetres(80)
    property int at: 0
    property bool open: false
    property var failed: []  // which of them cannot be played
    readonly property bool broken: films.length > 0 && failed.length === films.length

    // Somebody watches: a film takes no touch, and may be longer than people are waited for.
    signal watched

    spacing: Theme.spaceSmall
    onFilmsChanged: {
        close();
        failed = [];
        at = 0;
    }
    onVisibleChanged: if (!visible)
        film.playing = false // "Are you still there?" lies over it

    // By their ISO 639-3 codes, as their own communities write them.
    function nameOf(code: string): string {
        return ({
                "ase": "American Sign Language (ASL)",
                "bfi": "British Sign Language (BSL)",
                "csn": "Lengua de señas colombiana (LSC)",
                "mfs": "Lengua de señas mexicana (LSM)",
                "ssp": "Lengua de signos española (LSE)"
            })[code] ?? code;
    }

    function begin() {
        const clip = clipOf;
        film.clip = clip(films[at].film, films[at].captions);
        open = true;
        film.again();
    }

    function close() {
        film.stop();
        open = false;
    }

    // The next that can be played; where there is none `at` stays.
    function goToNext() {
        for (let step = 1; step < films.length; ++step) {
            const next = (at + step) % films.length;
            if (!Array.from(failed).includes(next)) {
                at = next;
                return;
            }
        }
    }

    function toNext() {
        goToNext();
        begin();
    }

    function giveUp() {
        close();
        failed = Array.from(failed).concat([at]);
        goToNext();
    }

    Timer {
        interval: 3000
        repeat: true
        running: sign.open && film.playing && !film.atEnd
        onTriggered: sign.watched()
    }

    SecondaryButton {
        id: opener

        readonly property real besideSign: Theme.icon + Theme.space

        visible: !sign.open
        anchors.left: parent.left
        enabled: !sign.broken
        leftPadding: Theme.spaceLarge + (mirrored ? 0 : besideSign)
        rightPadding: Theme.spaceLarge + (mirrored ? besideSign : 0)
        //: Button: opens a film that says the question in a sign language
        text: qsTr("Sign language")
        onClicked: sign.begin()

        Icon {
            x: opener.mirrored ? opener.width - width - Theme.spaceLarge : Theme.spaceLarge
            y: (opener.height - height) / 2
            name: "hands"
            opacity: opener.enabled ? 1 : 0.35
        }
    }
    CaptionText {
        visible: sign.failed.length > 0 && !sign.open
        width: parent.width
        text: qsTr("This film cannot be played here.")
    }
    // The film, and beside it, where there is room, its buttons.
    Grid {
        id: panel

        readonly property real buttonWidth: Math.max(pause.implicitWidth, again.implicitWidth, other.implicitWidth, shut.implicitWidth)
        readonly property bool beside: sign.width - buttonWidth - spacing >= Theme.millimetres(90)

        visible: sign.open
        width: parent.width
        columns: beside ? 2 : 1
        spacing: Theme.space

        FilmFrame {
            id: film

            width: Math.min(panel.width - (panel.beside ? panel.buttonWidth + panel.spacing : 0), sign.tallest * 16 / 9)
            height: visible ? Math.min(sign.tallest, width * 9 / 16 + film.captionRoom) : 0
            //: What a film shows, for those who do not see it; %1 is the name of a sign language
            label: sign.open ? qsTr("The question in %1").arg(sign.nameOf(sign.films[sign.at].language)) : ""
            onFailed: sign.giveUp()
        }
        Flow {
            width: panel.beside ? panel.buttonWidth : panel.width
            spacing: Theme.spaceSmall

            SecondaryButton {
                id: pause

                visible: !film.atEnd
                //: Buttons of a film
                text: film.playing ? qsTr("Pause") : qsTr("Go on")
                onClicked: film.playing = !film.playing
            }
            SecondaryButton {
                id: again

                text: qsTr("From the beginning")
                onClicked: film.again()
            }
            SecondaryButton {
                id: other

                visible: sign.films.length - sign.failed.length > 1
                text: qsTr("Another sign language")
                onClicked: sign.toNext()
            }
            SecondaryButton {
                id: shut

                text: qsTr("Close the film")
                onClicked: sign.close()
            }
        }
    }
}
