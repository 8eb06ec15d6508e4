#include "kiosk/core/packs/Tar.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>

namespace kiosk::packs {

namespace {

using Block = std::array<std::uint8_t, tarBlock>;

// Where the fields of a ustar header are.
struct Field {
    std::size_t at;
    std::size_t size;
};
constexpr Field nameField{0, 100}, sizeField{124, 12}, checksumField{148, 8}, typeField{156, 1};
constexpr std::uint64_t largestSize = (std::uint64_t{1} << 33U) - 1; // eleven octal digits

constexpr Block zeros{};

void put(Block& block, std::size_t at, std::string_view text) {
    std::memcpy(block.data() + at, text.data(), text.size());
}

std::string octal(std::uint64_t value, int digits) {
    char text[24];
    int const length = std::snprintf(text, sizeof text, "%0*llo", digits, static_cast<unsigned long long>(value));
    return {text, static_cast<std::size_t>(length)};
}

std::uint64_t checksumOf(Block const& block) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        bool const ofItself = i >= checksumField.at && i < checksumField.at + checksumField.size;
        sum += ofItself ? std::uint8_t{' '} : block[i];
    }
    return sum;
}

Block headerOf(std::string_view name, std::uint64_t length) {
    using namespace std::string_view_literals;
    Block block{};
    put(block, nameField.at, name);
    put(block, 100,
        "0000644\0"sv
        "0000000\0"sv
        "0000000\0"sv); // mode, uid, gid
    put(block, sizeField.at, octal(length, 11));
    put(block, 136, "00000000000\0"sv); // time
    put(block, typeField.at, "0"sv);
    put(block, 257,
        "ustar\0"sv
        "00"sv);
    put(block, 329,
        "0000000\0"sv
        "0000000\0"sv); // device numbers
    put(block, checksumField.at, octal(checksumOf(block), 6));
    put(block, checksumField.at + 6, "\0 "sv);
    return block;
}

std::string textOf(Block const& block, Field field) {
    auto const* first = block.begin() + field.at;
    return {first, std::find(first, first + field.size, 0)};
}

/// Octal digits, ended by a zero byte or a space. Nothing: not a number.
std::optional<std::uint64_t> numberOf(Block const& block, Field field) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < field.size; ++i) {
        auto const digit = block[field.at + i];
        if (i > 0 && (digit == 0 || digit == ' ')) return value;
        if (digit < '0' || digit > '7') return std::nullopt;
        value = value * 8 + (digit - '0');
    }
    return value;
}

std::string_view kindOfEntry(std::uint8_t type) {
    switch (type) {
    case '1': return "is a hard link";
    case '2': return "is a symbolic link";
    case '3':
    case '4': return "is a device";
    case '5': return "is a folder";
    case '6': return "is a pipe";
    default: return "is of a type that is not taken";
    }
}

std::size_t paddingFor(std::uint64_t length) {
    return static_cast<std::size_t>((tarBlock - length % tarBlock) % tarBlock);
}

} // namespace

bool isSafeName(std::string_view name) {
    if (name.empty() || name.size() > nameField.size) return false;
    char before = '/';
    for (char const c : name) {
        bool const plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!plain && c != '.' && c != '/') return false;
        if (before == '/' && (c == '.' || c == '/')) return false;
        before = c;
    }
    return before != '/';
}

Result<void> TarWriter::begin(std::string const& name, std::uint64_t length) {
    if (m_left != 0) return fail(ErrorKind::Invalid, "tar: a file was begun before the last was full");
    if (!isSafeName(name)) return fail(ErrorKind::Invalid, "tar: not a safe file name: " + name);
    if (length > largestSize) return fail(ErrorKind::Invalid, "tar: " + name + " is larger than 8 GiB");
    if (!m_names.insert(name).second) return fail(ErrorKind::Invalid, "tar: " + name + " is there already");
    m_left = length;
    m_padding = paddingFor(length);
    return m_sink(headerOf(name, length));
}

Result<void> TarWriter::write(ByteView content) {
    if (content.size() > m_left) return fail(ErrorKind::Invalid, "tar: more was written than announced");
    TRY(m_sink(content));
    m_left -= content.size();
    return m_left == 0 ? pad() : Result<void>{};
}

Result<void> TarWriter::pad() {
    auto const padding = std::exchange(m_padding, 0);
    return padding == 0 ? Result<void>{} : m_sink(ByteView(zeros).first(padding));
}

Result<void> TarWriter::add(std::string const& name, ByteView content) {
    TRY(begin(name, content.size()));
    return content.empty() ? Result<void>{} : write(content);
}

Result<void> TarWriter::finish() {
    if (m_left != 0) return fail(ErrorKind::Invalid, "tar: ended before the last file was full");
    TRY(m_sink(zeros));
    return m_sink(zeros);
}

Error TarReader::errorHere(ErrorKind kind, std::string_view what) const {
    std::string text = "tar, byte " + std::to_string(m_offset);
    if (!m_name.empty()) text += ", " + m_name;
    return {kind, text + ": " + std::string(what)};
}

Result<void> TarReader::write(ByteView input) {
    while (!input.empty()) input = TRY(step(input));
    return {};
}

Result<ByteView> TarReader::step(ByteView input) {
    switch (m_part) {
    case Part::Content: return takeContent(input);
    case Part::Padding: return takePadding(input);
    case Part::Done: return fail(errorHere(ErrorKind::Corrupt, "something follows the end"));
    default: return takeHeader(input);
    }
}

Result<ByteView> TarReader::takeHeader(ByteView input) {
    auto const count = std::min(input.size(), tarBlock - m_filled);
    std::copy_n(input.begin(), count, m_block.begin() + static_cast<std::ptrdiff_t>(m_filled));
    m_filled += count;
    if (m_filled == tarBlock) {
        m_filled = 0;
        bool const zero = m_block == zeros;
        if (m_part == Part::LastBlock && !zero) return fail(errorHere(ErrorKind::Corrupt, "the end mark is not whole"));
        if (m_part == Part::LastBlock)
            m_part = Part::Done;
        else if (zero)
            startEnd();
        else
            TRY(openEntry());
        m_offset += tarBlock;
        if (m_part == Part::Content && m_left == 0) TRY(closeEntry());
    }
    return input.subspan(count);
}

void TarReader::startEnd() {
    m_name.clear();
    m_part = Part::LastBlock;
}

Result<void> TarReader::openEntry() {
    m_name.clear();
    if (numberOf(m_block, checksumField) != checksumOf(m_block))
        return fail(errorHere(ErrorKind::Corrupt, "the header's checksum does not match"));
    auto const name = textOf(m_block, nameField);
    if (!isSafeName(name))
        return fail(
            errorHere(ErrorKind::Invalid, "an entry's name is not safe (absolute, '..', hidden or odd characters)"));
    m_name = name;
    auto const type = m_block[typeField.at];
    if (type != '0') return fail(errorHere(ErrorKind::Invalid, kindOfEntry(type)));
    auto const length = numberOf(m_block, sizeField);
    if (!length) return fail(errorHere(ErrorKind::Corrupt, "the size is not a number"));
    if (headerOf(name, *length) != m_block)
        return fail(errorHere(ErrorKind::Corrupt, "the header is not in its one plain form"));
    if (!m_names.insert(name).second) return fail(errorHere(ErrorKind::Invalid, "is there twice"));
    if (m_names.size() > m_limits.entries)
        return fail(errorHere(ErrorKind::Invalid, "more entries than " + std::to_string(m_limits.entries)));
    if (*length > m_limits.entryBytes || *length > m_limits.totalBytes - m_total)
        return fail(errorHere(ErrorKind::Invalid, "is too large"));
    m_total += *length;
    m_left = *length;
    m_padding = paddingFor(*length);
    m_part = Part::Content;
    return m_callbacks.begin(name, *length);
}

Result<ByteView> TarReader::takeContent(ByteView input) {
    auto const count = static_cast<std::size_t>(std::min<std::uint64_t>(input.size(), m_left));
    TRY(m_callbacks.data(input.first(count)));
    m_left -= count;
    m_offset += count;
    if (m_left == 0) TRY(closeEntry());
    return input.subspan(count);
}

Result<void> TarReader::closeEntry() {
    m_part = m_padding == 0 ? Part::Header : Part::Padding;
    return m_callbacks.end();
}

Result<ByteView> TarReader::takePadding(ByteView input) {
    auto const count = std::min(input.size(), m_padding);
    if (std::any_of(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(count),
                    [](auto byte) { return byte != 0; }))
        return fail(errorHere(ErrorKind::Corrupt, "the padding is not zero"));
    m_padding -= count;
    m_offset += count;
    if (m_padding == 0) m_part = Part::Header;
    return input.subspan(count);
}

Result<void> TarReader::finish() const {
    if (m_part != Part::Done) return fail(errorHere(ErrorKind::Corrupt, "cut short"));
    return {};
}

Result<std::vector<TarEntry>> readTar(ByteView tar, TarLimits const& limits) {
    std::vector<TarEntry> entries;
    TarReader reader(limits, {
                                 .begin =
                                     [&](std::string const& name, std::uint64_t) {
                                         entries.push_back({name, {}});
                                         return Result<void>{};
                                     },
                                 // All input is given at once, so each file's content comes in one piece.
                                 .data =
                                     [&](ByteView content) {
                                         entries.back().content = content;
                                         return Result<void>{};
                                     },
                                 .end = [] { return Result<void>{}; },
                             });
    TRY(reader.write(tar));
    TRY(reader.finish());
    return entries;
}

} // namespace kiosk::packs
