import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 600
    height: 800

    RichText {
        id: rich

        width: 500
    }
    TouchCase {
        name: "RichText"

        function init() {
            Theme.density = 96 / 25.4;
            rich.text = "";
            rich.blocks = [];
            rich.LayoutMirroring.enabled = false;
        }

        function block(kind, ...runs) {
            return {kind: kind, level: 1, marker: kind === "item" ? "•" : "", runs: runs};
        }

        function markup() {
            return all(rich, item => item instanceof Text && item.textFormat === Text.StyledText).map(item => item.text);
        }

        function test_plainTextIsShownAsItIs() {
            rich.text = "a <b>b</b> & \"c\"\nd";
            compare(markup(), ["a &lt;b&gt;b&lt;/b&gt; &amp; &quot;c&quot;<br>d"]);
            find(rich, "a <b>b</b> & \"c\"\nd");
        }

        function test_marks_data() {
            return [
                {tag: "bold", run: {text: "a", bold: true}, gives: "<b>a</b>"},
                {tag: "all", run: {text: "a", bold: true, italic: true, underline: true, strike: true}, gives: "<s><u><i><b>a</b></i></u></s>"},
                {tag: "colour", run: {text: "a", colour: "#8c1d2f"}, gives: "<font color=\"#8c1d2f\">a</font>"},
                {tag: "what is no colour", run: {text: "a", colour: "#8c1d2f\"><img src=x>"}, gives: "a"},
                {tag: "an image", run: {text: "<img src=\"http://x\">", bold: true}, gives: "<b>&lt;img src=&quot;http://x&quot;&gt;</b>"},
                {tag: "an entity", run: {text: "&lt;"}, gives: "&amp;lt;"}
            ];
        }

        function test_marks(row) {
            rich.blocks = [block("paragraph", row.run)];
            compare(markup(), [row.gives]);
        }

        function test_eachBlockHasItsPlace() {
            rich.blocks = [block("heading", {text: "Head"}), block("item", {text: "one"}), block("quote", {text: "said"}), {kind: "rule", runs: []}, block("paragraph", {text: "end"})];
            compare(find(rich, "Head").Accessible.role, Accessible.Heading);
            verify(find(rich, "Head").font.bold);
            verify(find(rich, "• one").mapToItem(rich, 0, 0).x > find(rich, "end").mapToItem(rich, 0, 0).x);
            verify(find(rich, "said").mapToItem(rich, 0, 0).x > 0);
            verify(find(rich, "end").mapToItem(rich, 0, 0).y > find(rich, "said").mapToItem(rich, 0, 0).y);
        }

        function test_longWordsWrapAndAreNotCut() {
            rich.blocks = [block("item", {text: "Many words that do not fit into one line of this width, and then some more of them"})];
            verify(rich.height > 2 * Theme.bodySize);
            compare(cutTexts(rich), []);
        }

        function test_mirrorsForRightToLeft() {
            rich.LayoutMirroring.enabled = true;
            rich.LayoutMirroring.childrenInherit = true;
            rich.blocks = [block("item", {text: "كلمة"})];
            const words = find(rich, "• كلمة");
            verify(words.mapToItem(rich, words.width, 0).x < rich.width, "the marker is on the right");
        }
    }
}
