#include "kiosk/core/richtext/Colour.h"

#include <gtest/gtest.h>

namespace kiosk::richtext {

namespace {

std::string hexOf(std::string_view css) {
    auto const colour = parseColour(css);
    return colour ? colour->hex() : "none";
}

} // namespace

TEST(Colour, readsTheNotationsOfCss) {
    EXPECT_EQ(hexOf("#0a545f"), "#0a545f");
    EXPECT_EQ(hexOf("#a0f"), "#aa00ff");
    EXPECT_EQ(hexOf("rgb(10, 84,95)"), "#0a545f");
    EXPECT_EQ(hexOf("navy"), "#000080");
}

TEST(Colour, takesNothingElse) {
    for (auto const* css : {"", "#", "#12", "#12345", "#1234567", "#gggggg", "rgb(1,2)", "rgb(1,2,256)", "rgb(1,2,-3)",
                            "rgb(,,)", "rgb(1,2,3", "url(x)", "navyblue", "#+1+1+1"})
        EXPECT_EQ(hexOf(css), "none") << css;
}

// WCAG 2.2: black on white is 21:1; #777777 on white is 4.48:1, just not enough.
TEST(Colour, contrastIsThatOfTheStandard) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21.0, 0.001);
    EXPECT_NEAR(contrast({255, 255, 255}, {0x77, 0x77, 0x77}), 4.48, 0.01);
}

} // namespace kiosk::richtext
