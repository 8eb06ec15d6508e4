#include "kiosk/core/sql/LogCheck.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace kiosk::sql {

namespace {

constexpr std::size_t headerSize = 32;
constexpr std::size_t frameHeaderSize = 24;
constexpr std::uint32_t magic = 0x377f0682; // lowest bit set: checksums over big-endian words

struct Checksum {
    bool bigEndian = false;
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(ByteView bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.subspan(at)) + second;
            second += word(bytes.subspan(at + 4)) + first;
        }
    }
    [[nodiscard]] bool matches(ByteView stored) const {
        return base::readU32(stored) == first && base::readU32(stored.subspan(4)) == second;
    }

private:
    [[nodiscard]] std::uint32_t word(ByteView bytes) const {
        const std::uint32_t value = base::readU32(bytes);
        return bigEndian ? value : __builtin_bswap32(value);
    }
};

bool readExactly(std::ifstream& from, std::span<std::uint8_t> to) {
    from.read(reinterpret_cast<char*>(to.data()), static_cast<std::streamsize>(to.size()));
    return from.gcount() == static_cast<std::streamsize>(to.size());
}

bool isPageSize(std::uint32_t size) {
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/// Commits of this log's generation (same salt) that lie at or behind the first bad frame.
int commitsBehindDamage(std::ifstream& from, ByteView header, Checksum checksum) {
    Bytes frame(frameHeaderSize + base::readU32(header.subspan(8)));
    const ByteView view(frame);
    bool damaged = false;
    int commits = 0;
    while (readExactly(from, frame)) {
        bool const ours = std::ranges::equal(view.subspan(8, 8), header.subspan(16, 8));
        if (!damaged) {
            checksum.add(view.first(8));
            checksum.add(view.subspan(frameHeaderSize));
            damaged = !ours || !checksum.matches(view.subspan(16));
        }
        if (damaged && ours && base::readU32(view.subspan(4)) != 0) ++commits;
    }
    return commits;
}

} // namespace

Result<void> checkLog(Path const& log) {
    std::ifstream from(log, std::ios::binary);
    std::array<std::uint8_t, headerSize> header{};
    if (!from || !readExactly(from, header)) return {};
    const ByteView view(header);
    Checksum checksum{(header[3] & 1U) != 0};
    checksum.add(view.first(24));
    bool const sound = (base::readU32(view) & ~1U) == magic && isPageSize(base::readU32(view.subspan(8))) &&
                       checksum.matches(view.subspan(24));
    // The header is synced before the first frame is written: frames behind a bad header mean damage.
    bool const headerOnly = !sound && from.peek() == std::ifstream::traits_type::eof();
    if (headerOnly || (sound && commitsBehindDamage(from, header, checksum) < 2)) return {};
    return fail(ErrorKind::Corrupt,
                log.string() + ": is damaged; answers saved in it would be lost. Nothing was changed");
}

} // namespace kiosk::sql
