import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 800
    height: 800

    RichText {
        id: words
        width: 700
    }
    TouchCase {
        name: "RichText"

        function init() {
            Theme.density = 96 / 25.4;
            stage.LayoutMirroring.enabled = false;
            stage.LayoutMirroring.childrenInherit = true;
            words.width = 700;
            words.text = "";
            words.blocks = [];
            words.heading = false;
        }

        function paragraph(runs) {
            return {kind: "paragraph", runs: runs};
        }

        function drawn() {
            return all(words, item => item instanceof Text && item.textFormat === Text.StyledText);
        }

        function test_withoutBlocksTheTextStandsAsItIs() {
            words.text = "a <b>b</b> & \"c\"";
            compare(drawn().length, 1);
            compare(drawn()[0].Accessible.name, words.text);
            compare(drawn()[0].text, "a &lt;b&gt;b&lt;/b&gt; &amp; &quot;c&quot;");
        }

        function test_nothingIsNothing() {
            tryCompare(words, "implicitHeight", 0, patience);
            compare(drawn().length, 0);
        }

        function test_dress_data() {
            return [
                {tag: "none", run: {}, markup: "x"},
                {tag: "bold", run: {bold: true}, markup: "<b>x</b>"},
                {tag: "all", run: {bold: true, italic: true, underline: true, strike: true}, markup: "<s><u><i><b>x</b></i></u></s>"},
                {tag: "colour", run: {colour: "#0a545f"}, markup: "<font color=\"#0a545f\">x</font>"},
                {tag: "a colour that is none", run: {colour: "red\"><img src='file:///etc/passwd'>"}, markup: "x"},
                {tag: "a name of a colour", run: {colour: "red"}, markup: "x"}
            ];
        }

        function test_dress(row) {
            words.blocks = [paragraph([Object.assign({text: "x"}, row.run)])];
            compare(drawn()[0].text, row.markup);
        }

        function test_markupOfAFormIsNoMarkup_data() {
            return [
                {tag: "a picture", text: "<img src=\"http://127.0.0.1:9/x.png\">"},
                {tag: "a link", text: "<a href=\"http://127.0.0.1:9/\">here</a>"},
                {tag: "an entity", text: "&lt;b&gt; &#60;b&#62;"},
                {tag: "an end that opens nothing", text: "</b></font>>"},
                {tag: "a quote", text: "\"'><b>"}
            ];
        }

        function test_markupOfAFormIsNoMarkup(row) {
            plain.text = row.text;
            words.blocks = [paragraph([{text: row.text}])];
            compare(drawn()[0].Accessible.name, row.text);
            fuzzyCompare(drawn()[0].implicitWidth, plain.implicitWidth, 1);
        }

        function test_aLineEndsWhereTheFormSays() {
            words.blocks = [paragraph([{text: "one"}])];
            settle(drawn()[0]);
            const line = words.implicitHeight;
            words.blocks = [paragraph([{text: "one\ntwo"}])];
            tryVerify(() => words.implicitHeight > 1.8 * line, patience);
            compare(drawn()[0].Accessible.name, "one\ntwo");
        }

        function test_headingsAreLargerAndSpokenAsSuch() {
            words.blocks = [{kind: "heading", level: 1, runs: [{text: "Big"}]}, {kind: "heading", level: 6, runs: [{text: "Small"}]}, paragraph([{text: "Words"}])];
            const big = find(words, "Big");
            compare(big.Accessible.role, Accessible.Heading);
            verify(big.font.pixelSize > find(words, "Words").font.pixelSize);
            compare(find(words, "Small").font.pixelSize, find(words, "Words").font.pixelSize);
            verify(find(words, "Small").font.bold);
            verify(!find(words, "Words").font.bold);
            words.heading = true;
            verify(find(words, "Words").font.bold);
        }

        function test_itemsStandBesideTheirMarks_data() {
            return [{tag: "left to right", mirrored: false}, {tag: "right to left", mirrored: true}];
        }

        function test_itemsStandBesideTheirMarks(row) {
            stage.LayoutMirroring.enabled = row.mirrored;
            words.blocks = [{kind: "item", level: 1, marker: "•", runs: [{text: "first"}]}, {kind: "item", level: 2, marker: "1000.", runs: [{text: "second"}]}];
            const left = item => item.mapToItem(words, 0, 0).x;
            const right = item => item.mapToItem(words, item.width, 0).x;
            for (const [mark, item] of [["•", "first"], ["1000.", "second"]]) {
                const [one, two] = [find(words, mark), find(words, item)];
                verify(row.mirrored ? right(two) <= left(one) + 1 : right(one) <= left(two) + 1, mark + " is beside " + item);
            }
            const [first, second] = [find(words, "first"), find(words, "second")];
            verify(row.mirrored ? right(second) < right(first) : left(second) > left(first), "the inner list is set in");
        }

        function test_longWordsWrapAndNothingIsCut() {
            words.width = 250;
            words.blocks = [paragraph([{text: "Electroencefalografistas y otorrinolaringólogas ", bold: true}, {text: "de guardia"}])];
            compare(cutTexts(words), []);
            verify(words.implicitHeight > 2 * Theme.bodySize);
        }

        function test_nonsenseIsBorneWithPatience() {
            words.blocks = [{}, {kind: "item", level: 99, runs: [{}]}, {kind: "no such", runs: [{text: "still here"}]}, {kind: "rule"}];
            find(words, "still here");
        }
    }
    PlainText {
        id: plain
        y: 700
        wrapMode: Text.NoWrap
    }
}
