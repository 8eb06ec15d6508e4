#include "kiosk/core/crypto/AgeHeader.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Kdf.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto::age {

namespace {

constexpr std::string_view versionLine = "age-encryption.org/v1";
constexpr std::string_view stanzaMark = "-> ";
constexpr std::string_view macMark = "---";
constexpr std::size_t bodyColumns = 64;
constexpr std::size_t maximumLine = 8U << 10U;
constexpr std::size_t maximumHeader = 64U << 10U;

Digest macOf(std::string_view authenticated, SecretBytes const& fileKey) {
    auto const key = hkdfSha256(fileKey, {}, asBytes("header"), 32);
    return hmacSha256(key, {asBytes(authenticated)});
}

bool isPrintable(char c) {
    return c >= 33 && c <= 126;
}

Result<std::vector<std::string>> splitArguments(std::string_view text) {
    std::vector<std::string> words{{}};
    for (char const c : text) {
        if (c == ' ')
            words.emplace_back();
        else if (isPrintable(c))
            words.back().push_back(c);
        else
            return headerError("a character in a stanza is not printable");
    }
    if (std::any_of(words.begin(), words.end(), [](auto const& word) { return word.empty(); }))
        return headerError("an empty stanza argument");
    return words;
}

class HeaderParser {
public:
    explicit HeaderParser(Reader& reader) : m_reader(reader) {}

    Result<Header> parse() {
        if (TRY(takeLine()) != versionLine) return headerError("not an age v1 file");
        Header header;
        auto line = TRY(takeLine());
        for (; line.starts_with(stanzaMark); line = TRY(takeLine())) header.stanzas.push_back(TRY(parseStanza(line)));
        header.mac = TRY(parseMac(line));
        header.authenticated = m_text.substr(0, m_text.size() - line.size() - 1 + macMark.size());
        TRY(checkStanzas(header.stanzas));
        return header;
    }

private:
    Result<std::string> takeLine() {
        auto const text = asText(TRY(m_reader.peek(maximumLine)));
        auto const end = text.find('\n');
        if (end == std::string_view::npos) return headerError("a line is cut or too long");
        if (m_text.size() + end >= maximumHeader) return headerError("too long");
        std::string line(text.substr(0, end));
        m_text += line + '\n';
        m_reader.consume(end + 1);
        return line;
    }

    Result<Stanza> parseStanza(std::string_view line) {
        auto words = TRY(splitArguments(line.substr(stanzaMark.size())));
        Stanza stanza;
        stanza.type = std::move(words.front());
        stanza.arguments.assign(std::make_move_iterator(words.begin() + 1), std::make_move_iterator(words.end()));
        stanza.body = TRY(parseBody());
        return stanza;
    }

    Result<Bytes> parseBody() {
        Bytes body;
        std::size_t columns = bodyColumns;
        while (columns == bodyColumns) {
            auto const line = TRY(takeLine());
            columns = line.size();
            auto const bytes = base::fromBase64(line, base::Padding::No);
            if (!bytes || columns > bodyColumns) return headerError("a stanza body is not canonical base64 lines");
            base::append(body, *bytes);
        }
        return body;
    }

    static Result<Digest> parseMac(std::string_view line) {
        if (!line.starts_with(macMark)) return headerError("a line is neither stanza nor authentication code");
        line.remove_prefix(macMark.size());
        auto const mac = line.starts_with(' ') ? base::fromBase64(line.substr(1), base::Padding::No) : fail(Error{});
        if (!mac || mac->size() != Digest{}.size()) return headerError("the authentication code is malformed");
        Digest digest;
        std::copy(mac->begin(), mac->end(), digest.begin());
        return digest;
    }

    static Result<void> checkStanzas(std::vector<Stanza> const& stanzas) {
        auto const isScrypt = [](Stanza const& stanza) { return stanza.type == "scrypt"; };
        if (stanzas.empty()) return headerError("no stanza");
        if (stanzas.size() > 1 && std::any_of(stanzas.begin(), stanzas.end(), isScrypt))
            return headerError("a passphrase stanza must be alone");
        return {};
    }

    Reader& m_reader;
    std::string m_text;
};

void appendBody(std::string& text, ByteView body) {
    auto const base64 = base::toBase64(body, base::Padding::No);
    for (std::size_t at = 0; at <= base64.size(); at += bodyColumns) text += base64.substr(at, bodyColumns) + '\n';
}

} // namespace

tl::unexpected<Error> headerError(std::string_view what) {
    return fail(ErrorKind::Corrupt, "age header: " + std::string(what));
}

Result<Header> readHeader(Reader& reader) {
    return HeaderParser(reader).parse();
}

Result<void> authenticate(Header const& header, SecretBytes const& fileKey) {
    auto const expected = macOf(header.authenticated, fileKey);
    if (sodium_memcmp(expected.data(), header.mac.data(), expected.size()) != 0)
        return headerError("authentication failed");
    return {};
}

std::string writeHeader(std::span<const Stanza> stanzas, SecretBytes const& fileKey) {
    std::string text(versionLine);
    text += '\n';
    for (auto const& stanza : stanzas) {
        text += stanzaMark;
        text += stanza.type;
        for (auto const& argument : stanza.arguments) text += ' ' + argument;
        text += '\n';
        appendBody(text, stanza.body);
    }
    text += macMark;
    return text + ' ' + base::toBase64(macOf(text, fileKey), base::Padding::No) + '\n';
}

} // namespace kiosk::crypto::age
