#include "kiosk/core/richtext/Colour.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace kiosk::richtext;

namespace {

std::string hexOf(std::string_view css) {
    auto const colour = parseColour(css);
    return colour ? colour->hex() : "none";
}

/// What qml/Theme says a colour is.
std::string themeColour(std::string const& name) {
    std::ifstream file(CANDOR_SOURCE_DIR "/qml/Theme/Theme.qml");
    std::stringstream text;
    text << file.rdbuf();
    auto const source = text.str();
    auto const at = source.find("color " + name + ": ");
    if (at == std::string::npos) return "not there";
    auto const line = source.substr(at, source.find('\n', at) - at);
    auto const value = line.substr(0, line.find("//"));
    return value.substr(value.rfind('#'), 7); // the last is the usual look's
}

} // namespace

TEST(Colour, isReadFromCss) {
    EXPECT_EQ(hexOf("#0A545F"), "#0a545f");
    EXPECT_EQ(hexOf(" #0af "), "#00aaff");
    EXPECT_EQ(hexOf("Navy"), "#000080");
    EXPECT_EQ(hexOf("rgb(10, 84,95)"), "#0a545f");
    EXPECT_EQ(hexOf("rgb(300,0,0)"), "#ff0000");
}

TEST(Colour, thatIsNoneIsNothing) {
    for (auto const* text : {"", "#", "#12", "#12345", "#gggggg", "#1234567", "rgb()", "rgb(1,2)", "rgb(1,2,3,4)",
                             "rgb(-1,2,3)", "rgb(1 2 3)", "url(http://127.0.0.1/)", "expression(alert(1))",
                             "transparent", "inherit", "rgb(99999999999999999999,0,0)"})
        EXPECT_EQ(hexOf(text), "none") << text;
}

TEST(Colour, contrastIsThatOfTheStandard) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 0.001);
    EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);
    EXPECT_NEAR(contrast({255, 255, 255}, {0x76, 0x76, 0x76}), 4.54, 0.005);
}

TEST(Colour, groundsAreThoseOfTheTheme) {
    EXPECT_EQ(parseColour(themeColour("canvas")), canvas);
    EXPECT_EQ(parseColour(themeColour("accentSoft")), chosenGround);
}

TEST(Colour, thatCannotBeReadOnTheKioskIsTold) {
    EXPECT_TRUE(isLegible({0x80, 0, 0}));
    EXPECT_TRUE(isLegible({0, 0, 255}));
    EXPECT_FALSE(isLegible({255, 255, 255}));
    EXPECT_FALSE(isLegible({255, 0, 0})); // 3.7:1 on the canvas
    EXPECT_FALSE(isLegible(canvas));
    EXPECT_FALSE(isLegible({0x72, 0x72, 0x72})) << "4.48 on the canvas is not enough";
}
