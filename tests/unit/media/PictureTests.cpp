#include "kiosk/core/media/Picture.h"

#include <gtest/gtest.h>
#include <string>
#include <zlib.h>

namespace kiosk::media {

namespace {

std::string bigEndian(std::uint32_t number, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += char(number >> unsigned(shift) & 0xFFU);
    return text;
}

std::string chunk(std::string const& type, std::string const& data) {
    auto const checked = type + data;
    auto const sum = crc32(0, asBytes(checked).data(), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<std::uint32_t>(data.size()), 4) + checked +
           bigEndian(static_cast<std::uint32_t>(sum), 4);
}

/// With so many bytes of pixels, which nobody decodes here.
std::string png(std::uint32_t wide, std::uint32_t high, std::size_t pixels = 8) {
    auto const header = bigEndian(wide, 4) + bigEndian(high, 4) + std::string("\x08\2\0\0\0", 5);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", std::string(pixels, 'x')) + chunk("IEND", "");
}

/// With a comment before the frame.
std::string jpeg(std::uint32_t wide, std::uint32_t high) {
    return std::string("\xFF\xD8\xFF\xFE\0\4ab\xFF\xC2\0\x11\b", 13) + bigEndian(high, 2) + bigEndian(wide, 2) +
           "\xFF\xD9";
}

std::string svg(std::string const& inside) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">)" + inside + "</svg>";
}

bool takes(std::string_view contentType, std::string const& data) {
    return checkPicture(contentType, asBytes(data)).has_value();
}

} // namespace

TEST(Picture, takesSmallOnesOfTheTypeTheyClaim) {
    EXPECT_TRUE(takes("image/png", png(640, 480)));
    EXPECT_TRUE(takes("image/jpeg", jpeg(640, 480)));
    EXPECT_TRUE(takes("image/svg+xml", svg(R"(<circle r="3" fill="red"/>)")));
    EXPECT_FALSE(takes("image/jpeg", png(640, 480)));
    EXPECT_FALSE(takes("image/png", jpeg(640, 480)));
    EXPECT_FALSE(takes("image/svg+xml", png(1, 1)));
    EXPECT_FALSE(takes("image/gif", "GIF89a"));
    EXPECT_FALSE(takes("image/png", ""));
    EXPECT_FALSE(takes("image/png", png(640, 480).substr(0, 20)));
    EXPECT_FALSE(takes("image/jpeg", jpeg(640, 480).substr(0, 14)));
}

TEST(Logo, isASmallPngOrSvg) {
    auto const takesLogo = [](std::string_view type, std::string const& data) {
        return checkLogo(type, asBytes(data)).has_value();
    };
    EXPECT_TRUE(takesLogo("image/png", png(1024, 1024)));
    EXPECT_TRUE(takesLogo("image/svg+xml", svg(R"(<circle r="3" fill="red"/>)")));
    EXPECT_FALSE(takesLogo("image/png", png(1024, 1025)));
    EXPECT_FALSE(takesLogo("image/png", png(10, 10, 64U << 10U)));
    EXPECT_FALSE(takesLogo("image/jpeg", jpeg(64, 48)));
    EXPECT_FALSE(takesLogo("image/svg+xml", svg("<script/>"))) << "through the same gate as every picture";
    EXPECT_FALSE(takesLogo("image/png", svg("")));
}

TEST(Picture, boundsBytesAndPixels) {
    EXPECT_TRUE(takes("image/png", png(4096, 2048)));
    EXPECT_FALSE(takes("image/png", png(4096, 2049))) << "pixels";
    EXPECT_FALSE(takes("image/png", png(4097, 1))) << "across";
    EXPECT_FALSE(takes("image/png", png(0, 1)));
    EXPECT_FALSE(takes("image/jpeg", jpeg(4096, 4096)));
    auto const most = mostPictureBytes - png(1, 1, 0).size();
    EXPECT_TRUE(takes("image/png", png(1, 1, most)));
    EXPECT_FALSE(takes("image/png", png(1, 1, most + 1)));
    EXPECT_FALSE(takes("image/svg+xml", R"(<svg width="4097" height="1"/>)"));
}

TEST(Picture, isWhole) {
    auto const whole = png(2, 2);
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(takes("image/png", whole.substr(0, size))) << size;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = char(damaged[at] ^ 1);
        EXPECT_FALSE(takes("image/png", damaged)) << at;
    }
    EXPECT_FALSE(takes("image/png", whole + "more"));
    EXPECT_FALSE(takes("image/jpeg", jpeg(2, 2).substr(0, jpeg(2, 2).size() - 1)));
}

TEST(Picture, anSvgHoldsShapesAndWordsOnly) {
    EXPECT_TRUE(takes("image/svg+xml", svg(R"-(<defs><linearGradient id="a"/></defs><g><rect fill="url(#a)"/></g>)-")));
    for (auto const* inside :
         {"<script>x()</script>", "<rect onclick=\"x()\"/>", "<image href=\"http://x/a.png\"/>", "<use href=\"#a\"/>",
          "<rect fill=\"url(http://x)\"/>", "<rect fill=\"URL( '#a')\"/>", "<rect style=\"fill:u\\72l(x)\"/>",
          "<style>@import 'x'</style>", "<foreignObject/>", "<a xlink:href=\"http://x\"/>", "<animate/>",
          "<linearGradient xlink:href=\"file:///etc/passwd\"/>", "<?xml-stylesheet href=\"x\"?>"})
        EXPECT_FALSE(takes("image/svg+xml", svg(inside))) << inside;
    EXPECT_FALSE(takes("image/svg+xml", "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg("")));
    EXPECT_FALSE(takes("image/svg+xml", "<?xml-stylesheet href=\"x\"?>" + svg("")));
    std::string deep;
    for (int i = 0; i < 40; ++i) deep = "<g>" + deep + "</g>";
    EXPECT_FALSE(takes("image/svg+xml", svg(deep)));
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "<g/>";
    EXPECT_FALSE(takes("image/svg+xml", svg(many)));
}

} // namespace kiosk::media
