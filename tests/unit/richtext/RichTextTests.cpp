#include "kiosk/core/richtext/RichText.h"

#include <chrono>
#include <gtest/gtest.h>

namespace kiosk::richtext {

namespace {

void writeRun(std::string& to, Run const& run) {
    to += '[';
    if (run.style.bold) to += 'b';
    if (run.style.italic) to += 'i';
    if (run.style.underline) to += 'u';
    if (run.style.strike) to += 's';
    if (run.style.colour) to += run.style.colour->hex();
    to += ':' + run.text + ']';
}

/// "item1 3.[b:word][: more]", a block a line: all of a result in one string.
std::string written(Blocks const& blocks) {
    std::string result;
    for (auto const& block : blocks) {
        if (!result.empty()) result += '|';
        result += toString(block.kind);
        if (block.level > 0) result += std::to_string(block.level);
        if (!block.marker.empty()) result += ' ' + block.marker;
        for (auto const& run : block.runs) writeRun(result, run);
    }
    return result;
}

struct Case {
    char const* name;
    std::string input;
    std::string output;
};

class Xhtml : public testing::TestWithParam<Case> {};
class Markdown : public testing::TestWithParam<Case> {};

std::string nameOf(testing::TestParamInfo<Case> const& info) {
    return info.param.name;
}

} // namespace

TEST_P(Xhtml, becomesBlocks) {
    EXPECT_EQ(written(fromXhtml(GetParam().input)), GetParam().output);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Xhtml,
    testing::Values(
        Case{"marks", "<b>a</b> <i>b</i><u>c</u><s>d</s>", "paragraph[b:a][: ][i:b][u:c][s:d]"},
        Case{"marksInEachOther", "<b>a<i>b</i></b>c", "paragraph[b:a][bi:b][:c]"},
        Case{"whiteSpace", "<div>\n  one\n  <b> two </b>\n</div>", "paragraph[:one ][b:two]"},
        Case{"paragraphs", "<p>one</p><p>two</p>three", "paragraph[:one]|paragraph[:two]|paragraph[:three]"},
        Case{"lineBreak", "one<br/> two<br>", "paragraph[:one\ntwo]"},
        Case{"headings", "<h2>Head</h2>text", "heading2[:Head]|paragraph[:text]"},
        Case{"list", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d",
             "item1 •[:a]|item1 •[:b]|item2 •[:c]|paragraph[:d]"},
        Case{"numbers", "<ol><li><p>a</p><p>more</p></li><li>b</li></ol>", "item1 1.[:a]|item1[:more]|item1 2.[:b]"},
        Case{"quotes", "<blockquote>a<blockquote>b</blockquote></blockquote>", "quote1[:a]|quote2[:b]"},
        Case{"rule", "a<hr/>b", "paragraph[:a]|rule|paragraph[:b]"},
        Case{"table", "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
             "paragraph[b:a b]|paragraph[:c d]"},
        Case{"entities", "&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9; &unknown; &#0; a&b",
             "paragraph[:<b> &amp; ééé &unknown; &#0; a&b]"},
        Case{"pre", "<pre>a\n b</pre>", "paragraph[:a\nb]"},
        Case{"signs", "a < b, c <3 and <", "paragraph[:a < b, c <3 and <]"},
        Case{"upperCase", "<P>a</P><B>b</B>", "paragraph[:a]|paragraph[b:b]"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Styles, Xhtml,
    testing::Values(Case{"weight", "<span style=\"font-weight:bold\">a</span>", "paragraph[b:a]"},
                    Case{"numericWeight", "<span style='FONT-WEIGHT: 700 !important'>a</span>", "paragraph[b:a]"},
                    Case{"notBold", "<b style='font-weight: normal'>a</b>", "paragraph[:a]"},
                    Case{"lines", "<p style='text-decoration: underline line-through'>a</p>", "paragraph[us:a]"},
                    Case{"readableColour", "<span style='color:#8C1D2F'>a</span>", "paragraph[#8c1d2f:a]"},
                    Case{"paleColour", "<span style='color:#FFFF00'>a</span>", "paragraph[:a]"},
                    Case{"white", "<font color=white>a</font>", "paragraph[:a]"},
                    Case{"oldTag", "<font color='navy'>a</font>", "paragraph[#000080:a]"},
                    Case{"noneOfTheRest", "<p style='position:fixed;font-size:200px;background:url(http://x/y)'>a</p>",
                         "paragraph[:a]"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Untrusted, Xhtml,
    testing::Values(Case{"script", "a<script>alert('<b>')</script>b", "paragraph[:ab]"},
                    Case{"scriptUpperCase", "a<SCRIPT>x</Script >b", "paragraph[:ab]"},
                    Case{"scriptWithoutEnd", "a<script>b", "paragraph[:a]"},
                    Case{"style", "<style>p {}</style>a", "paragraph[:a]"},
                    Case{"image", "<img src='http://x/y.png' onerror='z' alt='A &amp; B'/>", "paragraph[:A & B]"},
                    Case{"link", "<a href='javascript:x'>a</a>", "paragraph[:a]"},
                    Case{"frame", "<iframe src='x'>a</iframe>b", "paragraph[:b]"},
                    Case{"comment", "a<!-- <b>x</b> -->b<!-- open", "paragraph[:ab]"},
                    Case{"declarations", "<?xml version='1.0'?><!DOCTYPE html>a", "paragraph[:a]"},
                    Case{"signInAttribute", "<b title='>'>a</b>", "paragraph[b:a]"},
                    Case{"cutInATag", "a<b title='", "paragraph[:a]"},
                    Case{"notClosed", "<b>a<i>b", "paragraph[b:a][bi:b]"},
                    Case{"closedTwice", "<b>a</b></b>b</i>", "paragraph[b:a][:b]"},
                    Case{"crossed", "<b>a<i>b</b>c</i>", "paragraph[b:a][bi:b][:c]"},
                    Case{"controlCharacters", std::string("a\x01\x1b[31mb"), "paragraph[:a[31mb]"},
                    Case{"nothingToRead", "<div> <br/> &#32; <hr/></div>", ""}, Case{"empty", "", ""}),
    nameOf);

TEST_P(Markdown, becomesBlocks) {
    EXPECT_EQ(written(fromMarkdown(GetParam().input)), GetParam().output);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Markdown,
    testing::Values(Case{"marks", "**a** *b* ~~c~~ `<d>`", "paragraph[b:a][: ][i:b][: ][s:c][: <d>]"},
                    Case{"paragraphs", "one\nline\n\ntwo", "paragraph[:one line]|paragraph[:two]"},
                    Case{"hardBreak", "one  \ntwo\\\nthree", "paragraph[:one\ntwo\nthree]"},
                    Case{"headings", "# A\n\nB\n=", "heading1[:A]|heading1[:B]"},
                    Case{"list", "- a\n- b\n  1. c\n\n     more\n  2. d\n\ne",
                         "item1 •[:a]|item1 •[:b]|item2 1.[:c]|item2[:more]|item2 2.[:d]|paragraph[:e]"},
                    Case{"numbersGoOn", "3. a\n4. b", "item1 3.[:a]|item1 4.[:b]"},
                    Case{"quote", "> a\n\nb", "quote1[:a]|paragraph[:b]"},
                    Case{"rule", "a\n\n---\nb", "paragraph[:a]|rule|paragraph[:b]"},
                    Case{"table", "|a|b|\n|---|---|\n|c|d|", "paragraph[b:a b]|paragraph[:c d]"},
                    Case{"codeBlock", "    a\n    b", "paragraph[:a\nb]"},
                    Case{"entities", "&amp; &eacute; \\*", "paragraph[:& é *]"},
                    Case{"link", "[a](javascript:x) <http://b>", "paragraph[:a http://b]"},
                    Case{"image", "![alt](http://x/y.png)", "paragraph[:alt]"},
                    Case{"tags", "a<br>b <b onclick='x'>c</b>", "paragraph[:a\nb c]"},
                    Case{"block", "<p><b>a</p>\n\n**b**", "paragraph[b:a]|paragraph[b:b]"},
                    Case{"scriptBlock", "<script>\nalert(1)\n</script>\n\na", "paragraph[:a]"},
                    Case{"blank", " \n ", ""}),
    nameOf);

TEST(Plain, takesTheStyleOfTheForm) {
    EXPECT_EQ(written(fromPlain("a <b>\nc", "color: navy; font-weight: bold")), "paragraph[b#000080:a <b>\nc]");
}

TEST(Plain, isEmptyWhereTheStyleChangesNothing) {
    for (auto const* css : {"", "color: white", "display: none", ";;:", "font-weight", "color:"})
        EXPECT_TRUE(fromPlain("a", css).empty()) << css;
}

TEST(Limits, tooMuchIsNothing) {
    EXPECT_TRUE(fromMarkdown(std::string(longestMarkdown + 1, 'a')).empty());
    EXPECT_FALSE(fromMarkdown(std::string(longestMarkdown, 'a')).empty());
    EXPECT_TRUE(fromXhtml(std::string(longestXhtml + 1, 'a')).empty());
    EXPECT_FALSE(fromXhtml(std::string(longestXhtml, 'a')).empty());
    std::string many;
    for (int i = 0; i < 402; ++i) many += "<p>a</p>";
    EXPECT_TRUE(fromXhtml(many).empty());
}

// Inputs that make careless readers slow or overflow their stack, as long as is taken.
TEST(Limits, everyInputIsReadInTime) {
    for (std::string const part : {"<b>", "<", "</", "<!--", "<a ", "<a b='", "&", "&#", "<li>", "<script>", "<p>a"}) {
        std::string input;
        while (input.size() + part.size() <= longestXhtml) input += part;
        auto const start = std::chrono::steady_clock::now();
        static_cast<void>(fromXhtml(input));
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2)) << part;
    }
    for (std::string const part :
         {"*a", "[", "![", "> ", "- ", "`", "<", "[a](", "|", "**a_", "[a]: b\n", "\\", "&", "a|\n-|\n"}) {
        std::string input;
        while (input.size() + part.size() <= longestMarkdown) input += part;
        auto const start = std::chrono::steady_clock::now();
        static_cast<void>(fromMarkdown(input));
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2)) << part;
    }
}

TEST(PlainText, hasTheWordsAlone) {
    EXPECT_EQ(plainText(fromXhtml("<p>a <b>b</b></p><ul><li>c</li></ul>")), "a b\n• c");
}

} // namespace kiosk::richtext
