#include "tests/unit/richtext/Shown.h"

#include <gtest/gtest.h>

using namespace kiosk::richtext;

namespace {

std::string styledWord(std::string_view css) {
    return shown(fromPlain("x", css));
}

} // namespace

TEST(Plain, linesEndWhereTheyDo) {
    EXPECT_EQ(shown(fromPlain("\n a\r\nb\n\nc\n", "")), "paragraph|a\nb\n\nc");
    EXPECT_EQ(shown(fromPlain("", "color:red")), "");
}

TEST(Plain, markupIsWords) {
    EXPECT_EQ(shown(fromPlain("<b>&amp; **a**", "")), "paragraph|<b>&amp; **a**");
}

TEST(Style, dresses) {
    EXPECT_EQ(styledWord("font-weight: bold"), "paragraph|x:b");
    EXPECT_EQ(styledWord("FONT-WEIGHT:700 !important;"), "paragraph|x:b");
    EXPECT_EQ(styledWord("font-weight:500"), "paragraph|x");
    EXPECT_EQ(styledWord("font-style:oblique;text-decoration: underline line-through"), "paragraph|x:ius");
    EXPECT_EQ(styledWord(";;color : maroon ; font-weight:bold;font-weight:normal"), "paragraph|x:#800000");
}

TEST(Style, whatCannotBeReadOrIsNoDressChangesNothing) {
    for (auto const* css : {"color:white", "color:yellow", "color:#FAF6EF", "background:url(http://127.0.0.1/x)",
                            "font-size:0", "display:none", "position:fixed;top:0", "color", ":", ";", "color:url(a;b)",
                            "color:red;}*{color:maroon", "behavior:url(#x)", "font-family:\"a;color:maroon\""})
        EXPECT_EQ(styledWord(css), "paragraph|x") << css;
}

TEST(PlainLimits, aTextThatIsTooLongGivesNothing) {
    EXPECT_TRUE(fromPlain(std::string(largestText + 1, 'a'), "").empty());
    EXPECT_TRUE(fromPlain("a", std::string(largestText + 1, ';')).empty());
}
