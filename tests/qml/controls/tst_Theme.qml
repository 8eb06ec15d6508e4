import QtQuick
import QtTest
import Kiosk.Theme

TestCase {
    name: "Theme"

    function cleanup() {
        Theme.density = 96 / 25.4;
        Theme.viewingDistance = 400;
        Theme.textScale = 1;
        Theme.motion = true;
        Theme.highContrast = false;
        Theme.brandColour = "";
        Theme.roomWidth = 0;
        Theme.roomHeight = 0;
    }

    // WCAG 2.2, "relative luminance" and "contrast ratio".
    function luminance(color) {
        const linear = value => value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
    }

    function contrast(one, other) {
        const high = Math.max(luminance(one), luminance(other));
        const low = Math.min(luminance(one), luminance(other));
        return (high + 0.05) / (low + 0.05);
    }

    function test_contrastFormulaKnowsBlackOnWhiteAndTheGreyOfTheStandard() {
        fuzzyCompare(contrast(Qt.color("black"), Qt.color("white")), 21, 0.001);
        fuzzyCompare(contrast(Qt.color("#777777"), Qt.color("white")), 4.48, 0.01);
    }

    function test_textStandsOutFromItsGround_data() {
        const rows = [];
        const add = (text, grounds, least) => {
            for (const dark of [false, true])
                for (const ground of grounds)
                    rows.push({
                        tag: text + " on " + ground + (dark ? " in high contrast" : ""),
                        front: text,
                        ground: ground,
                        dark: dark,
                        least: least
                    });
        };
        add("ink", ["canvas", "surface", "sunken", "accentSoft", "pressed", "keyActing", "keyPressed", "infoSoft", "warningSoft", "safetySoft"], 7);
        add("inkQuiet", ["canvas", "surface", "sunken"], 7);
        add("accent", ["canvas", "surface"], 7);
        add("accent", ["pressed"], 4.5); // for as long as the finger is on it
        add("accentInk", ["accent", "accentPressed"], 7);
        add("info", ["infoSoft"], 7);
        add("warning", ["warningSoft"], 7);
        add("safety", ["safetySoft"], 7);
        add("inkDisabled", ["disabled", "canvas"], 4.5);
        return rows;
    }

    function test_textStandsOutFromItsGround(row) {
        Theme.highContrast = row.dark;
        const ratio = contrast(Theme[row.front], Theme[row.ground]);
        verify(ratio >= row.least, row.tag + " is " + ratio.toFixed(2) + ", wanted " + row.least);
    }

    function test_edgesAndSignsStandOut_data() {
        const rows = [];
        const add = (front, grounds) => {
            for (const dark of [false, true])
                for (const ground of grounds)
                    rows.push({
                        tag: front + " on " + ground + (dark ? " in high contrast" : ""),
                        front: front,
                        ground: ground,
                        dark: dark
                    });
        };
        add("outline", ["canvas", "surface", "sunken", "pressed"]);
        add("focus", ["canvas", "surface", "sunken", "warningSoft", "safetySoft", "infoSoft"]);
        add("accent", ["canvas", "surface", "sunken", "accentSoft"]);
        add("safety", ["canvas"]);
        add("warning", ["canvas"]);
        return rows;
    }

    function test_edgesAndSignsStandOut(row) {
        Theme.highContrast = row.dark;
        const ratio = contrast(Theme[row.front], Theme[row.ground]);
        verify(ratio >= 3, row.tag + " is " + ratio.toFixed(2));
    }

    function test_anyColourOfAPracticeIsMadeReadable_data() {
        const rows = [];
        for (const colour of ["#000000", "#ffffff", "#ffff00", "#e2001a", "#7f7f7f", "#00a651", "#0072ce", "#ff69b4", "#330066"])
            for (const dark of [false, true])
                rows.push({
                    tag: colour + (dark ? " in high contrast" : ""),
                    colour: colour,
                    dark: dark
                });
        return rows;
    }

    function test_anyColourOfAPracticeIsMadeReadable(row) {
        Theme.brandColour = row.colour;
        Theme.highContrast = row.dark;
        const pairs = [["accent", "canvas", 7], ["accent", "surface", 7], ["accent", "pressed", 4.5], ["accent", "sunken", 3], ["accentInk", "accent", 7], ["accentInk", "accentPressed", 7], ["ink", "accentSoft", 7], ["info", "infoSoft", 7], ["focus", "infoSoft", 3], ["outline", "surface", 3]];
        for (const [front, ground, least] of pairs) {
            const ratio = contrast(Theme[front], Theme[ground]);
            verify(ratio >= least, front + " " + Theme[front] + " on " + ground + " " + Theme[ground] + " is " + ratio.toFixed(2));
        }
    }

    function test_aReadableColourIsNotTouched() {
        Theme.brandColour = "#330066";
        compare(Theme.accent, Qt.color("#330066"));
        Theme.brandColour = "";
        compare(Theme.accent, Qt.color("#0A545F"));
    }

    function test_sizesFollowTheGlass_data() {
        return [
            {tag: "32 inch 1920x1080", density: 2.71},
            {tag: "96 dpi", density: 3.78},
            {tag: "10 inch 1280x800", density: 5.88},
            {tag: "10 inch 1920x1200", density: 8.82}
        ];
    }

    function test_sizesFollowTheGlass(row) {
        Theme.density = row.density;
        for (const size of ["captionSize", "bodySize", "questionSize", "headingSize", "titleSize"]) {
            const capital = Theme[size] * Theme.capitalEm / row.density;
            verify(capital >= 4.8, size + " has capitals of " + capital + " mm");
            verify(capital >= Theme.viewingDistance * Math.tan(0.7 * Math.PI / 180), size + " is 0.7 degrees high");
        }
        verify(Theme.target >= 44);
        verify(Theme.target / row.density >= 11.6);
        verify(Theme.answer / row.density >= 15);
        verify(Theme.answer >= Theme.target);
    }

    function test_farEyesGetLargerLetters() {
        Theme.viewingDistance = 600;
        verify(Theme.bodySize * Theme.capitalEm / Theme.density >= 7.3);
    }

    function test_doubleTextSizeDoublesLetters() {
        const before = Theme.bodySize;
        Theme.textScale = 2;
        verify(Theme.bodySize >= 2 * before - 1);
    }

    function test_atThreeTimesTheSizeEveryTextHasAtLeastTwiceItsUsualOne() {
        const names = ["captionSize", "bodySize", "questionSize", "headingSize", "titleSize"];
        const before = names.map(name => Theme[name]);
        Theme.textScale = 3;
        verify(Theme.bodySize >= 3 * before[1] - 3);
        names.forEach((name, at) => verify(Theme[name] >= 2 * before[at], name));
        for (let at = 1; at < names.length; ++at)
            verify(Theme[names[at]] >= Theme[names[at - 1]], "headings stay the larger ones");
    }

    function test_whatStaysOnTheScreenGrowsAsFarAsTheGlassAllows() {
        Theme.textScale = 3;
        compare(Theme.fixedSize, Theme.bodySize);
        Theme.roomWidth = 1280;
        Theme.roomHeight = 800; // 212 mm
        const large = Theme.fixedSize;
        verify(large < Theme.bodySize && large > 1.5 * Theme.bodySize / 3);
        Theme.roomHeight = 300;
        verify(Theme.fixedSize >= Theme.bodySize / 3 - 1 && Theme.fixedSize < large);
        Theme.textScale = 1;
        compare(Theme.fixedSize, Theme.bodySize);
    }

    function test_aScreenThatDoesNotKnowItsSizeIsTakenFor96Dpi_data() {
        return [
            {tag: "none", reported: 0, used: 96 / 25.4},
            {tag: "not a number", reported: NaN, used: 96 / 25.4},
            {tag: "endless", reported: Infinity, used: 96 / 25.4},
            {tag: "a projector", reported: 0.6, used: 96 / 25.4},
            {tag: "1 mm wide", reported: 1280, used: 96 / 25.4},
            {tag: "a tablet", reported: 5.88, used: 5.88}
        ];
    }

    function test_aScreenThatDoesNotKnowItsSizeIsTakenFor96Dpi(row) {
        fuzzyCompare(Theme.saneDensity(row.reported), row.used, 0.0001);
    }

    function test_nothingMovesWhenMotionIsOff() {
        Theme.motion = false;
        compare(Theme.quick, 0);
        compare(Theme.gentle, 0);
    }

    function test_theFontIsThere() {
        verify(Qt.fontFamilies().includes(Theme.fontFamily), "Noto Sans is installed (fonts-noto-core)");
    }
}
