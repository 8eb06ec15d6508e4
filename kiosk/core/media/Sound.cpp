#include "kiosk/core/media/Sound.h"

#include "kiosk/core/media/Refusal.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace kiosk::media {

namespace {

constexpr std::size_t pageHeader = 27;
constexpr std::uint8_t first = 2, last = 4; // flags: of the stream
constexpr std::uint64_t noGranule = ~std::uint64_t(0);
constexpr std::uint64_t samplesPerMillisecond = 48;

std::uint64_t littleEndian(ByteView bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8U | bytes[i - 1];
    return value;
}

struct Page {
    std::uint8_t flags = 0;
    std::uint64_t granule = 0;
    std::uint64_t stream = 0;
    std::uint64_t number = 0;
    ByteView content;
};

/// CRC of RFC 3533, 6: polynomial 0x04C11DB7, begun with 0, bits not turned, its own field taken as 0.
std::uint32_t checksum(ByteView page) {
    constexpr std::size_t field = 22, fieldEnd = 26;
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < page.size(); ++at) {
        sum ^= std::uint32_t(at >= field && at < fieldEnd ? 0 : page[at]) << 24U;
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 0x80000000U) != 0 ? sum << 1U ^ 0x04C11DB7U : sum << 1U;
    }
    return sum;
}

/// Takes the first page off `left`.
Result<Page> takePage(ByteView& left) {
    if (left.size() < pageHeader || asText(left.first(5)) != std::string_view("OggS\0", 5))
        return refuse("is not an Ogg file, or is cut off");
    auto const segments = std::size_t(left[26]);
    if (left.size() - pageHeader < segments) return refuseDamaged();
    auto const table = left.subspan(pageHeader, segments);
    auto const size = std::accumulate(table.begin(), table.end(), std::size_t(0));
    if (left.size() - pageHeader - segments < size) return refuseDamaged();
    auto const page = left.first(pageHeader + segments + size);
    if (littleEndian(page.subspan(22, 4)) != checksum(page)) return refuseDamaged();
    left = left.subspan(page.size());
    return Page{page[5], littleEndian(page.subspan(6, 8)), littleEndian(page.subspan(14, 4)),
                littleEndian(page.subspan(18, 4)), page.last(size)};
}

/// RFC 7845, 5.1. Returns how many samples are not to be heard at the beginning.
Result<std::uint64_t> readHead(Page const& page) {
    constexpr std::size_t size = 19;
    auto const isHead = page.flags == first && page.content.size() == size &&
                        asText(page.content.first(8)) == "OpusHead" && page.content[8] < 16;
    if (!isHead) return refuse("is not Opus");
    if (page.content[9] < 1 || page.content[9] > 2 || page.content[18] != 0)
        return refuse("has other channels than one or two");
    return littleEndian(page.content.subspan(10, 2));
}

/// Pages follow each other by their numbers, and time does not go back.
Result<std::uint64_t> readPages(ByteView left, Page page) {
    std::uint64_t granule = 0;
    while (!left.empty()) {
        auto const next = TRY(takePage(left));
        bool const follows = next.stream == page.stream && next.number == page.number + 1 && (next.flags & first) == 0;
        if (!follows || (page.flags & last) != 0) return refuse("has more than one stream, or a page is missing");
        if (next.number == 1 && !asText(next.content).starts_with("OpusTags")) return refuse("is not Opus");
        if (next.granule != noGranule && next.granule < granule) return refuse("goes back in time");
        if (next.granule != noGranule) granule = next.granule;
        page = next;
    }
    if ((page.flags & last) == 0) return refuseDamaged();
    return granule;
}

} // namespace

Result<std::chrono::milliseconds> readSound(ByteView data) {
    if (data.empty()) return refuse("has no data");
    if (data.size() > mostSoundBytes) return refuse("is larger than 1 MiB");
    auto const head = TRY(takePage(data));
    auto const skipped = TRY(readHead(head));
    auto const heard = TRY(readPages(data, head));
    if (heard <= skipped) return refuse("has nothing to hear");
    auto const length = (heard - skipped) / samplesPerMillisecond;
    if (length > std::uint64_t(std::chrono::milliseconds(longestSound).count()))
        return refuse("is longer than a minute and a half");
    return std::chrono::milliseconds(length);
}

} // namespace kiosk::media
