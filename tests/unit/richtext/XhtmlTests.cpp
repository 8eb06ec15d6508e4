#include "tests/unit/richtext/Shown.h"

#include <chrono>
#include <gtest/gtest.h>

using namespace kiosk::richtext;

class Xhtml : public testing::TestWithParam<ShownCase> {};

TEST_P(Xhtml, isReduced) {
    EXPECT_EQ(shown(fromXhtml(GetParam().given)), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Dress, Xhtml,
    testing::Values(
        ShownCase{"fhir", R"(<div xmlns="http://www.w3.org/1999/xhtml">Take <b>one</b> tablet</div>)",
                  "paragraph|Take |one:b| tablet"},
        ShownCase{"fragment", "Take <em>one</em>, <strong>daily</strong>", "paragraph|Take |one:i|, |daily:b"},
        ShownCase{"prefix", "<h:p xmlns:h=\"x\">a <h:B>b</h:B></h:p>", "paragraph|a |b:b"},
        ShownCase{"spaces", "<p>\n  a \n b<b> c </b> d </p>", "paragraph|a b| c :b|d"},
        ShownCase{"paragraphs", "<p>a</p>\n<p>b<br/>c</p>", "paragraph|a\nparagraph|b\nc"},
        ShownCase{"heading", "<h3>A <i>b</i></h3>c", "heading 3|A |b:i\nparagraph|c"},
        ShownCase{"style",
                  R"(<span style="color:#800000;font-weight:bold">a</span> <span style="color:white">b</span>)",
                  "paragraph|a:b#800000| b"},
        ShownCase{"font", R"(<font color="navy">a</font><font color="yellow">b</font>)", "paragraph|a:#000080|b"},
        ShownCase{"entities", "&iquest;S&iacute;?&nbsp;&lt;b&gt; &amp;amp; &bogus;",
                  "paragraph|¿Sí?\u00A0<b> &amp; &bogus;"},
        ShownCase{"cdataIsWords", "<p><![CDATA[<b> &amp;]]></p>", "paragraph|<b> &amp;"},
        ShownCase{"preformatted", "<pre>a\n  b</pre>", "paragraph|a\n  b"},
        ShownCase{"rule", "a<hr/>b", "paragraph|a\nrule\nparagraph|b"},
        ShownCase{"table", "<table><tr>\n<th>Dose</th> <td>5 mg</td></tr><tr><td>a</td></tr></table>",
                  "paragraph|Dose:b| · 5 mg\nparagraph|a"}),
    [](auto const& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Lists, Xhtml,
    testing::Values(ShownCase{"bullets", "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
                              "item 1 •|a\nitem 1 •|b\nitem 1|c"},
                    ShownCase{"numbers", "<ol start=\"3\"><li>a</li>\n<li>b<ol><li>c</li></ol></li><li>d</li></ol>",
                              "item 1 3.|a\nitem 1 4.|b\nitem 2 1.|c\nitem 1 5.|d"},
                    ShownCase{"strayItem", "<li>a</li>", "item 1 •|a"},
                    ShownCase{"quote", "<blockquote>a<ul><li>b</li></ul></blockquote>", "quote 1|a\nitem 1 •|b"}),
    [](auto const& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Hostile, Xhtml,
    testing::Values(
        ShownCase{"script", "a<script>alert(1)</script><style>b{}</style><svg><text>c</text></svg>d", "paragraph|ad"},
        ShownCase{"linkKeepsItsWords", "<a href=\"javascript:x()\" onclick=\"x()\">here</a>", "paragraph|here"},
        ShownCase{"pictureKeepsItsWords", "<img src=\"file:///etc/passwd\" alt=\"a &lt;knee&gt;\"/>",
                  "paragraph|a <knee>"},
        ShownCase{"ownEntities", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>x&a;</p>",
                  "paragraph|x&a;"},
        ShownCase{"comment", "a<!-- <b>x</b> -->b<?php echo 1 ?>", "paragraph|ab"},
        ShownCase{"notWellFormed", "<p>a<b>b</p>", ""}, ShownCase{"unclosed", "<p>a", ""},
        ShownCase{"control", "a&#27;[31m\x1b", "paragraph|a\uFFFD[31m"},
        ShownCase{"empty", "<div><p> </p><ul><li/></ul></div>", ""}),
    [](auto const& test) { return test.param.name; });

TEST(XhtmlLimits, elementsNestedTooDeepGiveNothing) {
    auto const nested = [](int depth) {
        std::string opened;
        std::string closed;
        for (int i = 0; i < depth; ++i) {
            opened += "<b>";
            closed += "</b>";
        }
        return fromXhtml(opened + "a" + closed);
    };
    EXPECT_EQ(shown(nested(deepestElement)), "paragraph|a:b");
    EXPECT_TRUE(nested(deepestElement + 1).empty());
    EXPECT_TRUE(nested(9000).empty());
}

TEST(XhtmlLimits, aTextThatIsTooLongGivesNothing) {
    EXPECT_FALSE(fromXhtml(std::string(largestText, 'a')).empty());
    EXPECT_TRUE(fromXhtml(std::string(largestText + 1, 'a')).empty());
}

class HostileXhtml : public testing::TestWithParam<char const*> {};

TEST_P(HostileXhtml, isReadInTime) {
    std::string text = "<ol>";
    while (text.size() + std::string_view(GetParam()).size() + 5 <= largestText) text += GetParam();
    text += "</ol>";
    auto const start = std::chrono::steady_clock::now();
    std::size_t size = 0;
    for (auto const& block : fromXhtml(text))
        for (auto const& run : block.runs) size += run.text.size();
    EXPECT_LE(size, 3 * text.size());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

INSTANTIATE_TEST_SUITE_P(Repeated, HostileXhtml,
                         testing::Values("<li>a</li>", "<a/>", "<b>a</b>", "&amp;", "&#", "<td>a</td>", "<p>a</p>",
                                         "<br/>", " ", "<i style=\"color:#800000;;;;;\">a</i>", "<!---->",
                                         "<![CDATA[a]]>", "&"));
