#include "kiosk/core/media/Captions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace kiosk::media {

namespace {

using std::chrono::milliseconds;

constexpr std::string_view arrow = " --> ";
constexpr std::array<std::string_view, 6> placing{"vertical:", "line:", "position:", "size:", "align:", "region:"};
constexpr std::array<std::string_view, 6> passedOver{"<b>", "</b>", "<i>", "</i>", "<u>", "</u>"};
struct Reference {
    std::string_view name, letter;
};
constexpr std::array references{Reference{"&amp;", "&"},      Reference{"&lt;", "<"},
                                Reference{"&gt;", ">"},       Reference{"&nbsp;", "\u00A0"},
                                Reference{"&lrm;", "\u200E"}, Reference{"&rlm;", "\u200F"}};

/// Bytes that follow the first of a character; nothing: none begins so (RFC 3629, 4).
std::optional<std::size_t> followersOf(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first <= 0xDF) return 1;
    if (first >= 0xE0 && first <= 0xEF) return 2;
    if (first >= 0xF0 && first <= 0xF4) return 3;
    return std::nullopt;
}

/// The second byte has less room behind these.
bool isOverlongOrBeyond(unsigned char first, unsigned char second) {
    return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
           (first == 0xF4 && second > 0x8F);
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const first = static_cast<unsigned char>(text[at]);
        auto const followers = followersOf(first);
        if (!followers || text.size() - at <= *followers) return false;
        for (std::size_t i = 1; i <= *followers; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80) return false;
        if (*followers > 0 && isOverlongOrBeyond(first, static_cast<unsigned char>(text[at + 1]))) return false;
        at += *followers + 1;
    }
    return true;
}

/// No control character, and none that makes text read otherwise than it is written (U+202A to E, U+2066 to 9).
bool isPlain(std::string_view line) {
    auto const turns = [&](std::string_view begin, char from, char to) {
        for (auto at = line.find(begin); at != line.npos; at = line.find(begin, at + 1))
            if (at + 2 < line.size() && line[at + 2] >= from && line[at + 2] <= to) return true;
        return false;
    };
    return std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }) &&
           !turns("\xE2\x80", '\xAA', '\xAE') && !turns("\xE2\x81", '\xA6', '\xA9');
}

std::size_t letters(std::string_view utf8) {
    return std::size_t(
        std::ranges::count_if(utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (auto const each : text) {
        if (each < '0' || each > '9') return std::nullopt;
        value = value * 10 + (each - '0');
    }
    return value;
}

/// hh:mm:ss.ttt, or without the hours; never more of them than two digits.
std::optional<milliseconds> timeOf(std::string_view text) {
    if (text.size() == 9 && text[2] == ':') return timeOf("00:" + std::string(text));
    if (text.size() != 12 || text[2] != ':' || text[5] != ':' || text[8] != '.') return std::nullopt;
    auto const hours = digits(text.substr(0, 2)), minutes = digits(text.substr(3, 2));
    auto const seconds = digits(text.substr(6, 2)), thousandths = digits(text.substr(9));
    if (!hours || !minutes || !seconds || !thousandths || *minutes > 59 || *seconds > 59) return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds) +
           milliseconds(*thousandths);
}

class CaptionReader {
public:
    explicit CaptionReader(std::string_view text) : m_left(text) {}
    Result<std::vector<Caption>> read();

private:
    Result<void> readBlock();
    Result<Caption> readTimes() const;
    Result<std::string> plain(std::string_view line) const;
    Result<void> add(Caption caption);
    bool nextLine();
    [[nodiscard]] tl::unexpected<Error> refuse(std::string_view why) const {
        return fail(ErrorKind::Invalid, "line " + std::to_string(m_number) + ": " + std::string(why));
    }

    std::string_view m_left;
    std::string_view m_line;
    std::size_t m_number = 0;
    bool m_hasLine = false;
    std::vector<Caption> m_captions;
};

/// Lines end with LF or CR LF.
bool CaptionReader::nextLine() {
    m_hasLine = !m_left.empty();
    if (!m_hasLine) return false;
    auto const end = std::min(m_left.find('\n'), m_left.size());
    m_line = m_left.substr(0, end);
    if (m_line.ends_with('\r')) m_line.remove_suffix(1);
    m_left.remove_prefix(std::min(end + 1, m_left.size()));
    ++m_number;
    return true;
}

Result<Caption> CaptionReader::readTimes() const {
    auto const at = m_line.find(arrow);
    auto rest = m_line.substr(at + arrow.size());
    auto const from = timeOf(m_line.substr(0, at));
    auto const until = timeOf(rest.substr(0, rest.find(' ')));
    if (!from || !until) return refuse("is not two times as 00:01.000 --> 00:04.500");
    if (*until <= *from) return refuse("ends before it begins");
    for (auto space = rest.find(' '); space != rest.npos; space = rest.find(' ')) {
        rest.remove_prefix(space + 1);
        if (std::ranges::none_of(placing, [&](auto name) { return rest.starts_with(name); }))
            return refuse("has a setting that WebVTT does not know");
    }
    return Caption{*from, *until, {}};
}

Result<std::string> CaptionReader::plain(std::string_view line) const {
    if (!isPlain(line)) return refuse("holds a control or direction-changing character");
    std::string text;
    while (!line.empty()) {
        auto const isHere = [&](std::string_view name) { return line.starts_with(name); };
        auto const* tag = std::ranges::find_if(passedOver, isHere);
        auto const* reference = std::ranges::find_if(references, isHere, &Reference::name);
        if (line.front() == '<' && tag == passedOver.end()) return refuse("has a tag other than <b>, <i> and <u>");
        if (line.front() == '&' && reference == references.end())
            return refuse("has an & that is not &amp;, &lt;, &gt;, &nbsp;, &lrm; or &rlm;");
        if (line.front() != '<') text += line.front() == '&' ? reference->letter : line.substr(0, 1);
        line.remove_prefix(line.front() == '<' ? tag->size() : line.front() == '&' ? reference->name.size() : 1);
    }
    return text;
}

Result<void> CaptionReader::add(Caption caption) {
    if (caption.text.find_first_not_of(" \n") == std::string::npos) return refuse("has no words");
    if (letters(caption.text) > mostCaptionLetters) return refuse("is longer than 120 letters");
    if (m_captions.size() == mostCaptions) return refuse("is more than 400 captions");
    if (!m_captions.empty() && caption.from < m_captions.back().until)
        return refuse("begins before the one before it ends");
    m_captions.push_back(std::move(caption));
    return {};
}

/// A note, or a caption: a name of its own, which nobody needs, times, and lines of words.
Result<void> CaptionReader::readBlock() {
    bool const isNote = m_line == "NOTE" || m_line.starts_with("NOTE ");
    if (isNote) {
        while (nextLine() && !m_line.empty()) {
        }
        return {};
    }
    if (m_line.find(arrow) == m_line.npos && (!nextLine() || m_line.find(arrow) == m_line.npos))
        return refuse("is no caption (style sheets and regions are not taken)");
    auto caption = TRY(readTimes());
    while (nextLine() && !m_line.empty()) {
        if (m_line.find("-->") != m_line.npos) return refuse("is within a caption: an empty line is missing before it");
        caption.text += (caption.text.empty() ? "" : "\n") + TRY(plain(m_line));
    }
    return add(std::move(caption));
}

Result<std::vector<Caption>> CaptionReader::read() {
    if (m_left.starts_with("\xEF\xBB\xBF")) m_left.remove_prefix(3);
    bool const begins = nextLine() && (m_line == "WEBVTT" || m_line.starts_with("WEBVTT "));
    if (!begins || (nextLine() && !m_line.empty()))
        return fail(ErrorKind::Invalid, "is not a WebVTT file: it begins with WEBVTT and an empty line");
    while (nextLine())
        if (!m_line.empty()) TRY(readBlock());
    if (m_captions.empty()) return fail(ErrorKind::Invalid, "has no captions");
    return std::move(m_captions);
}

} // namespace

Result<std::vector<Caption>> readCaptions(ByteView data) {
    if (data.size() > mostCaptionBytes) return fail(ErrorKind::Invalid, "is larger than 64 KiB");
    auto const text = asText(data);
    if (!isUtf8(text)) return fail(ErrorKind::Invalid, "is not text in UTF-8");
    return CaptionReader(text).read();
}

} // namespace kiosk::media
