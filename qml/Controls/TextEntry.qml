pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A field for words. A tap on it brings the OnScreenKeyboard. Keeps nothing: no prediction, no copying out or in.
// `text` is what the owner sets; what the person types comes by `edited` and is in `current`.
FocusScope {
    id: entry

    property string text
    property string label  // name for those who do not see it; else the placeholder
    property string placeholder
    property string hint           // what it takes, for the keyboard: `phone`, `number`, `email`, `url`; else any words
    property bool multiline: false
    property int maximumLength: 500
    readonly property alias current: input.text
    readonly property bool typing: Typing.field === entry
    readonly property int roomLeft: maximumLength - input.length

    signal edited(string text)
    signal entered  // Enter in a field of one line

    implicitWidth: Theme.millimetres(100)
    implicitHeight: frame.implicitHeight + (remaining.visible ? remaining.height + Theme.spaceTiny : 0)
    activeFocusOnTab: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label !== "" ? label : placeholder
    Accessible.focusable: true
    Accessible.multiLine: multiline
    Component.onDestruction: Typing.end(entry)
    onVisibleChanged: if (!visible) Typing.end(entry)
    onEnabledChanged: if (!enabled) Typing.end(entry)
    onActiveFocusChanged: if (activeFocus) Typing.begin(entry)
    onTextChanged: input.show(text)

    // Opens the keyboard on this field, the cursor behind the text.
    function begin() {
        input.cursorPosition = input.length;
        input.forceActiveFocus();
        Typing.begin(entry);
    }

    function finish() {
        input.focus = false;
        Typing.end(entry);
    }

    // Without what was typed, and without `edited`.
    function clear() {
        input.show("");
    }

    // The keys of the keyboard.
    function type(what: string) {
        input.remove(input.selectionStart, input.selectionEnd);
        input.insert(input.cursorPosition, what);
    }

    function erase() {
        if (input.selectionStart !== input.selectionEnd)
            input.remove(input.selectionStart, input.selectionEnd);
        else if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }

    // As the eye sees it: to the left of an Arabic letter is the one behind it.
    function step(by: int) {
        const onwards = /^[^A-Za-z\u00c0-\u024f\u0590-\u08ff]*[\u0590-\u08ff]/.test(input.text) ? -by : by;
        input.cursorPosition = Math.max(0, Math.min(input.length, input.cursorPosition + onwards));
    }

    function enter() {
        if (multiline) {
            type("\n");
        } else {
            finish();
            entered();
        }
    }

    Rectangle {
        id: frame

        readonly property real hinted: hintText.visible ? hintText.implicitHeight : 0

        width: parent.width
        height: parent.height - (remaining.visible ? remaining.height + Theme.spaceTiny : 0)
        implicitHeight: Math.max(Theme.answer, (entry.multiline && Theme.textScale < 2 ? 3 : 1) * metrics.height + 2 * Theme.space, hinted + 2 * Theme.space)
        radius: Theme.radius
        color: entry.enabled ? Theme.surface : Theme.disabled
        border.width: entry.typing ? Theme.focusWidth : Theme.outlineWidth
        border.color: entry.typing ? Theme.accent : Theme.outline

        FontMetrics {
            id: metrics
            font: input.font
        }
        Flickable {
            id: flick

            readonly property int inset: Theme.space - Theme.focusWidth
            readonly property int insetTop: entry.multiline ? inset : Math.max(0, (height - Math.max(metrics.height, frame.hinted)) / 2)

            anchors.fill: parent
            anchors.margins: Theme.focusWidth
            contentHeight: input.height + 2 * insetTop
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: true

            TextEdit {
                id: input

                property string before

                // Text from the owner: no `edited`.
                function show(text: string) {
                    if (text === input.text)
                        return;
                    before = text;
                    input.text = text;
                    cursorPosition = length;
                }

                function refuseSurplus() {
                    const surplus = length - entry.maximumLength;
                    const end = cursorPosition >= surplus ? cursorPosition : length;
                    remove(end - surplus, end);
                }

                x: flick.inset
                y: flick.insetTop
                width: flick.width - 2 * flick.inset
                height: implicitHeight
                enabled: entry.enabled
                focus: true
                font.family: Theme.fontFamily
                font.pixelSize: Theme.bodySize
                color: entry.enabled ? Theme.ink : Theme.inkDisabled
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                selectByMouse: false
                activeFocusOnPress: false
                cursorVisible: entry.typing
                inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                Accessible.ignored: true
                cursorDelegate: Rectangle {
                    visible: entry.typing
                    width: Theme.outlineWidth + 1
                    color: Theme.accent
                }
                onTextChanged: {
                    if (length > entry.maximumLength) {
                        refuseSurplus();
                    } else if (text !== before) {
                        before = text;
                        entry.edited(text);
                    }
                }
                onCursorRectangleChanged: {
                    const bottom = cursorRectangle.y + cursorRectangle.height + 2 * flick.insetTop;
                    if (cursorRectangle.y < flick.contentY)
                        flick.contentY = cursorRectangle.y;
                    else if (bottom > flick.contentY + flick.height)
                        flick.contentY = bottom - flick.height;
                }
                Keys.onPressed: event => {
                    // The clipboard would carry words to the next person; Tab belongs to moving about.
                    if (event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut) || event.matches(StandardKey.Paste))
                        event.accepted = true;
                }
                Keys.onReturnPressed: entry.enter()
                Keys.onEnterPressed: entry.enter()
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

                PlainText {
                    id: hintText

                    visible: input.length === 0 && text !== ""
                    width: parent.width
                    text: entry.placeholder
                    color: Theme.inkHint
                    Accessible.ignored: true
                }
            }
            // A tap, not a press, puts the cursor there: the finger may be about to scroll.
            Tappable {
                width: flick.width
                height: Math.max(flick.height, flick.contentHeight)
                focusPolicy: Qt.NoFocus
                Accessible.ignored: true
                onClicked: {
                    entry.begin();
                    input.cursorPosition = input.positionAt(pressX - input.x, pressY - input.y);
                }
            }
        }
    }
    CaptionText {
        id: remaining

        visible: entry.typing && entry.roomLeft <= 50
        anchors.bottom: parent.bottom
        width: parent.width
        //: Below a text field that is almost full.
        text: qsTr("Characters left: %1").arg(Math.max(0, entry.roomLeft))
    }
}
