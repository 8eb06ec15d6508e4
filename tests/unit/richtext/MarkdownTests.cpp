#include "tests/unit/richtext/Shown.h"

#include <chrono>
#include <gtest/gtest.h>

using namespace kiosk::richtext;

class Markdown : public testing::TestWithParam<ShownCase> {};

TEST_P(Markdown, isReduced) {
    EXPECT_EQ(shown(fromMarkdown(GetParam().given)), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Dress, Markdown,
    testing::Values(ShownCase{"words", "Just words", "paragraph|Just words"}, ShownCase{"nothing", "", ""},
                    ShownCase{"onlySpaces", " \n\n \t\n", ""}, ShownCase{"bold", "a **b** c", "paragraph|a |b:b| c"},
                    ShownCase{"nested", "**a *b***", "paragraph|a :b|b:bi"},
                    ShownCase{"struck", "~~old~~ new", "paragraph|old:s| new"},
                    ShownCase{"codeIsWords", "`a < b`", "paragraph|a < b"},
                    ShownCase{"heading", "## Title ##\ntext", "heading 2|Title\nparagraph|text"},
                    ShownCase{"rule", "a\n\n---\n\nb", "paragraph|a\nrule\nparagraph|b"},
                    ShownCase{"quote", "> a\n> > b", "quote 1|a\nquote 2|b"},
                    ShownCase{"softBreakIsASpace", "a\nb", "paragraph|a b"},
                    ShownCase{"hardBreak", "a  \nb", "paragraph|a\nb"},
                    ShownCase{"entities", "&iquest;Qu&eacute;&#63; &amp; &lt;b&gt;", "paragraph|¿Qué? & <b>"},
                    ShownCase{"unknownEntity", "&nonsense; &#0;", "paragraph|&nonsense; \uFFFD"},
                    ShownCase{"escaped", "\\*a\\*", "paragraph|*a*"}),
    [](auto const& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Lists, Markdown,
                         testing::Values(ShownCase{"bullets", "- a\n- b", "item 1 •|a\nitem 1 •|b"},
                                         ShownCase{"numbers", "3. a\n4. b", "item 1 3.|a\nitem 1 4.|b"},
                                         ShownCase{"nested", "- a\n  1. b\n- c", "item 1 •|a\nitem 2 1.|b\nitem 1 •|c"},
                                         ShownCase{"twoParagraphs", "- a\n\n  b", "item 1 •|a\nitem 1|b"}),
                         [](auto const& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Hostile, Markdown,
    testing::Values(ShownCase{"linkKeepsItsWords", "[see](http://127.0.0.1/ \"t\") <http://127.0.0.1/>",
                              "paragraph|see http://127.0.0.1/"},
                    ShownCase{"pictureKeepsItsWords", "![a knee](file:///etc/passwd)", "paragraph|a knee"},
                    ShownCase{"htmlIsTakenOff", "<div onclick=\"x()\">Take <b>care</b></div>", "paragraph|Take care"},
                    ShownCase{"script", "a <script src=\"http://127.0.0.1/x.js\"></script>b", "paragraph|a b"},
                    ShownCase{"emphasisOutOfALink", "[a](h.**1):*.\n\nb", "paragraph|a:.\nparagraph|b"},
                    ShownCase{"htmlBreak", "a<br/>b<BR>c", "paragraph|a\nb\nc"},
                    ShownCase{"nul", std::string("a\0b", 3), "paragraph|a\uFFFDb"},
                    ShownCase{"control", "a\x1b[31mb", "paragraph|a[31mb"}),
    [](auto const& test) { return test.param.name; });

TEST(MarkdownLimits, aTextThatIsTooLongGivesNothing) {
    EXPECT_FALSE(fromMarkdown(std::string(largestText, 'a')).empty());
    EXPECT_TRUE(fromMarkdown(std::string(largestText + 1, 'a')).empty());
}

TEST(MarkdownLimits, deepListsStayOnTheScreen) {
    std::string text;
    for (std::size_t depth = 0; depth < 40; ++depth) text += std::string(2 * depth, ' ') + "- a\n";
    for (auto const& block : fromMarkdown(text)) EXPECT_LE(block.level, 6);
}

class HostileMarkdown : public testing::TestWithParam<char const*> {};

TEST_P(HostileMarkdown, isReadInTime) {
    std::string text;
    while (text.size() + std::string_view(GetParam()).size() <= largestText) text += GetParam();
    auto const start = std::chrono::steady_clock::now();
    std::size_t size = 0;
    for (auto const& block : fromMarkdown(text))
        for (auto const& run : block.runs) size += run.text.size();
    EXPECT_LE(size, 3 * text.size());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

INSTANTIATE_TEST_SUITE_P(Repeated, HostileMarkdown,
                         testing::Values("[", "![", "*", "**a ", "_a*", ">", "> ", "- ", "1. ", "`", "<", "&", "](",
                                         "[a](", "~~", "~a", "<!--", "[a]: b\n", "a\n\n", "\\", "<a b=\"", "- a\n",
                                         "&#", "[[]("));
