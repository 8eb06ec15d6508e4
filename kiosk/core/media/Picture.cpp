#include "kiosk/core/media/Picture.h"

#include "kiosk/core/media/Svg.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <zlib.h>

namespace kiosk::media {

namespace {

struct Size {
    std::uint32_t wide = 0;
    std::uint32_t high = 0;
};

std::uint32_t bigEndian(ByteView bytes) {
    std::uint32_t number = 0;
    for (auto const byte : bytes) number = number << 8U | std::to_integer<std::uint32_t>(std::byte(byte));
    return number;
}

bool beginsWith(ByteView data, std::string_view start) {
    return data.size() >= start.size() && std::ranges::equal(data.first(start.size()), asBytes(start));
}

/// From IHDR, which is the first chunk (PNG, third edition, 11.2.1).
std::optional<Size> sizeOfPng(ByteView data) {
    constexpr std::string_view start("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    if (!beginsWith(data, start) || data.size() < start.size() + 8) return std::nullopt;
    return Size{bigEndian(data.subspan(16, 4)), bigEndian(data.subspan(20, 4))};
}

/// Whole chunks with their checksums up to IEND, the last, one of them with pixels (PNG, third edition, 5.3 to 5.6).
bool isWholePng(ByteView data) {
    constexpr std::size_t signature = 8, around = 12; // length, type and checksum of a chunk
    bool hasPixels = false;
    for (std::size_t at = signature; data.size() - at >= around;) {
        std::size_t const length = bigEndian(data.subspan(at, 4));
        if (length > data.size() - at - around) return false;
        auto const checked = data.subspan(at + 4, 4 + length);
        auto const sum = crc32(0, checked.data(), static_cast<uInt>(checked.size()));
        if (sum != bigEndian(data.subspan(at + 8 + length, 4))) return false;
        at += around + length;
        hasPixels = hasPixels || beginsWith(checked, "IDAT");
        if (beginsWith(checked, "IEND")) return hasPixels && at == data.size();
    }
    return false;
}

/// SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, table B.1).
bool isFrame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// From the frame header, behind segments that say their own length (ITU-T T.81, B.2.2).
std::optional<Size> sizeOfJpeg(ByteView data) {
    if (!beginsWith(data, "\xFF\xD8\xFF")) return std::nullopt;
    std::size_t at = 2;
    while (at + 9 <= data.size()) {
        if (bigEndian(data.subspan(at, 1)) != 0xFF) return std::nullopt;
        auto const marker = bigEndian(data.subspan(at + 1, 1));
        if (isFrame(marker)) return Size{bigEndian(data.subspan(at + 7, 2)), bigEndian(data.subspan(at + 5, 2))};
        auto const length = bigEndian(data.subspan(at + 2, 2));
        if (marker == 0xDA || length < 2) return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

/// Ends with EOI (ITU-T T.81, B.2.1).
bool isWholeJpeg(ByteView data) {
    return data[data.size() - 2] == 0xFF && data[data.size() - 1] == 0xD9;
}

Result<void> checkWhole(bool isWhole) {
    if (!isWhole) return fail(ErrorKind::Invalid, "is cut off or damaged");
    return {};
}

Result<void> checkSize(std::optional<Size> const& size) {
    if (!size || size->wide == 0 || size->high == 0) return fail(ErrorKind::Invalid, "is not of its contentType");
    bool const isLarge =
        std::max(size->wide, size->high) > mostPixelsAcross || std::uint64_t(size->wide) * size->high > mostPixels;
    if (isLarge) return fail(ErrorKind::Invalid, "has more than 8 million pixels, or 4096 across");
    return {};
}

} // namespace

Result<void> checkPicture(std::string_view contentType, ByteView data) {
    if (data.empty()) return fail(ErrorKind::Invalid, "has no data");
    if (data.size() > mostPictureBytes) return fail(ErrorKind::Invalid, "is larger than 512 KiB");
    if (contentType == "image/png") {
        TRY(checkSize(sizeOfPng(data)));
        return checkWhole(isWholePng(data));
    }
    if (contentType == "image/jpeg") {
        TRY(checkSize(sizeOfJpeg(data)));
        return checkWhole(isWholeJpeg(data));
    }
    if (contentType == "image/svg+xml") return checkSvg(data);
    return fail(ErrorKind::Invalid, "is neither a PNG, a JPEG nor an SVG");
}

Result<void> checkLogo(std::string_view contentType, ByteView data) {
    if (contentType != "image/png" && contentType != "image/svg+xml")
        return fail(ErrorKind::Invalid, "is neither a PNG nor an SVG");
    if (data.size() > mostLogoBytes) return fail(ErrorKind::Invalid, "is larger than 64 KiB");
    TRY(checkPicture(contentType, data));
    auto const size = sizeOfPng(data);
    if (size && std::uint64_t(size->wide) * size->high > mostLogoPixels)
        return fail(ErrorKind::Invalid, "has more than a million pixels");
    return {};
}

} // namespace kiosk::media
