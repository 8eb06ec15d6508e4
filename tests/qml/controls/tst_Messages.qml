import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 500
    height: 900

    Column {
        width: 400
        spacing: 20

        ProgressBar {
            id: progress
            width: parent.width
            value: 0.25
            label: "Question 1 of 4"
        }
        Notice {
            id: notice

            property int taps: 0

            width: parent.width
            title: "Su seguridad es lo primero en este consultorio"
            text: "Si está en peligro o piensa en hacerse daño, avise ahora mismo a una persona del personal o llame al 988."

            PrimaryButton {
                text: "Entendido"
                onClicked: ++notice.taps
            }
        }
    }
    TouchCase {
        name: "Messages"

        function test_progressSaysTheSameInWordsAndLength_data() {
            return [{tag: "quarter", value: 0.25, share: 0.25}, {tag: "too much", value: 3, share: 1}, {tag: "too little", value: -1, share: 0}];
        }

        function test_progressSaysTheSameInWordsAndLength(row) {
            progress.value = row.value;
            const bar = find(stage, "Question 1 of 4");
            compare(bar.Accessible.role, Accessible.ProgressBar);
            const filled = all(bar, item => item.color !== undefined && Qt.colorEqual(item.color, Theme.accent));
            compare(filled.length, row.share > 0 ? 1 : filled.length);
            if (row.share > 0)
                compare(filled[0].width, bar.width * row.share);
        }

        function test_eachKindHasItsSign_data() {
            return [{tag: "info", role: Accessible.Note}, {tag: "warning", role: Accessible.AlertMessage}, {tag: "safety", role: Accessible.AlertMessage}];
        }

        function test_eachKindHasItsSign(row) {
            notice.kind = row.tag;
            const sign = all(notice, item => item instanceof Icon)[0];
            compare(sign.name, row.tag);
            tryCompare(sign, "status", Image.Ready, patience);
            compare(notice.Accessible.role, row.role);
            verify(notice.Accessible.name.includes(notice.title) && notice.Accessible.name.includes(notice.text));
        }

        function test_longWordsWrapAndTheNoticeGrows() {
            compare(cutTexts(notice), []);
            const button = find(notice, "Entendido");
            verify(button.mapToItem(notice, 0, button.height).y < notice.height);
        }

        function test_theButtonInsideWorks() {
            tapName(notice, "Entendido");
            compare(notice.taps, 1);
        }

        function test_markupIsShownAsWrittenNotRead() {
            notice.text = "<b>5 < 6</b>";
            const words = all(notice, item => item instanceof Text && item.text === notice.text)[0];
            compare(words.textFormat, Text.PlainText);
        }
    }
}
