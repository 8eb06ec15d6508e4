pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every size, colour and duration of the kiosk, named by what it is for.
// Sizes come from millimetres on the glass, so that a letter or a target is as large on a 10" tablet as on a 32" panel.
// The program may set `density` (device profile), `viewingDistance`, `textScale` and `motion` once at start.
QtObject {
    id: theme

    // ── The glass ────────────────────────────────────────────────────────────────────────────────────────────────
    // Pixels for each millimetre. A screen that does not know its own size (virtual displays, some HDMI bridges) reports
    // nonsense; outside what panels of 7" to 40" have, 96 dpi is assumed.
    property real density: saneDensity(Application.screens.length > 0 ? Application.screens[0].pixelDensity : 0)
    // How far the eyes are from the glass, in millimetres: at arm's length when touching.
    property real viewingDistance: 400
    // 1 to 2: the person's own text size.
    property real textScale: 1
    // False: nothing moves (durations are zero).
    property bool motion: true
    // Milliseconds in which what has just come into view takes no tap: longer than two taps of one hand are apart.
    property int tapPause: 300

    function saneDensity(reported: real): real {
        return reported >= 2.5 && reported <= 13 ? reported : 96 / 25.4;
    }

    function millimetres(length: real): int {
        return Math.round(length * density);
    }

    function portrait(width: real, height: real): bool {
        return height > width;
    }

    // ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────
    // Capital letters are at least 4.8 mm and 0.7° high (EN 301 549, 5.1.4); a capital of Noto Sans is 0.714 em.
    readonly property string fontFamily: "Noto Sans"
    readonly property real capitalEm: 0.714
    readonly property real minimumCapital: Math.max(4.8, viewingDistance * Math.tan(0.7 * Math.PI / 180))
    readonly property int captionSize: textSize(1)
    readonly property int bodySize: textSize(1)
    readonly property int questionSize: textSize(1.2)
    readonly property int headingSize: textSize(1.5)
    readonly property int titleSize: textSize(2)
    readonly property real lineHeight: 1  // of what the font asks for; Noto Sans is generous

    // Pixel size of a font whose capitals are `times` the smallest permitted.
    function textSize(times: real): int {
        return Math.ceil(times * textScale * minimumCapital * density / capitalEm);
    }

    // ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────
    readonly property int target: Math.max(44, Math.ceil(11.7 * density))  // anything that can be tapped
    readonly property int answer: Math.max(56, Math.ceil(15 * density))    // whatever gives or sends an answer
    readonly property int icon: millimetres(6)

    // ── Space ────────────────────────────────────────────────────────────────────────────────────────────────────
    readonly property int spaceTiny: millimetres(1)
    readonly property int spaceSmall: millimetres(2)
    readonly property int space: millimetres(3.5)
    readonly property int spaceLarge: millimetres(6)
    readonly property int spaceHuge: millimetres(10)
    readonly property int margin: millimetres(8)          // page edge
    readonly property int readingWidth: millimetres(260)  // longer lines are hard to follow

    readonly property int radius: millimetres(2)
    readonly property int radiusLarge: millimetres(3)
    readonly property int outlineWidth: Math.max(2, millimetres(0.4))
    readonly property int focusWidth: Math.max(3, millimetres(0.8))

    // ── Time, in milliseconds ────────────────────────────────────────────────────────────────────────────────────
    readonly property int quick: motion ? 90 : 0    // a key or button answers the finger
    readonly property int gentle: motion ? 180 : 0  // something comes or goes
    readonly property int repeatDelay: 600          // holding a key: first repeat, then every `repeatInterval`
    readonly property int repeatInterval: 110

    // ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────────
    // Text reaches 7:1 on the grounds it is used on, outlines and signs 3:1 (tests/qml/controls/tst_Theme.qml holds the pairs).
    readonly property color canvas: "#FAF6EF"         // the page: warm white
    readonly property color surface: "#FFFFFF"        // what lies on it and can be tapped
    readonly property color sunken: "#F0EAE0"         // tracks, the keyboard's bed
    readonly property color ink: "#12303A"
    readonly property color inkQuiet: "#374C54"
    readonly property color inkDisabled: "#5C676B"
    readonly property color outline: "#6A7C82"        // edge of a control
    readonly property color hairline: "#D9D1C4"       // decoration only
    readonly property color accent: "#0A545F"         // deep teal: the way on, the chosen answer
    readonly property color accentPressed: "#063C45"
    readonly property color accentSoft: "#E0EFED"     // ground of the chosen answer
    readonly property color accentInk: "#FFFFFF"
    readonly property color pressed: "#E3E9E6"        // ground of a light control under the finger
    readonly property color keyActing: "#E6ECEA"      // a key that does something else than write
    readonly property color keyPressed: "#BFD9D6"     // a key under the finger: seen beside the fingertip
    readonly property color disabled: "#E9E3D9"
    readonly property color focus: "#A8480A"
    readonly property color info: accent
    readonly property color infoSoft: accentSoft
    readonly property color warning: "#6A4100"
    readonly property color warningSoft: "#FFF3D6"
    readonly property color safety: "#8C1D2F"
    readonly property color safetySoft: "#FBEBE8"
}
