#include "kiosk/core/fhirpath/Token.h"

#include "kiosk/core/fhirpath/Utf8.h"

#include <algorithm>
#include <array>

namespace kiosk::fhirpath {

namespace {

using Kind = Token::Kind;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    Result<std::vector<Token>> run() {
        std::vector<Token> tokens;
        do {
            TRY(skipSpace());
            m_start = m_at;
            tokens.push_back(TRY(next()));
            tokens.back().offset = static_cast<std::uint32_t>(m_start);
        } while (tokens.back().kind != Kind::End);
        return tokens;
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] tl::unexpected<Error> fault(std::string_view what) const {
        return fail(faultAt(m_text, m_start, what));
    }

    Result<void> skipSpace() {
        for (;;) {
            while (m_at < m_text.size() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos) ++m_at;
            if (peek() == '/' && peek(1) == '/') {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else if (peek() == '/' && peek(1) == '*') {
                m_start = m_at;
                auto const end = m_text.find("*/", m_at + 2);
                if (end == std::string_view::npos) return fault("a comment that does not end");
                m_at = end + 2;
            } else {
                return {};
            }
        }
    }

    Result<Token> next() {
        if (m_at >= m_text.size()) return Token{};
        char const c = peek();
        if (isLetter(c)) return Token{Kind::Word, word()};
        if (isDigit(c)) return number();
        if (c == '\'') return quoted(Kind::String, '\'');
        // What the grammar calls for are backticks; double quotes were those of earlier versions.
        if (c == '`' || c == '"') return quoted(Kind::Delimited, c);
        if (c == '@') return temporal();
        if (c == '%') return variable();
        if (c == '$') {
            ++m_at;
            return Token{Kind::Special, word()};
        }
        return symbol();
    }

    std::string word() {
        auto const begin = m_at;
        while (isLetter(peek()) || isDigit(peek())) ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }

    void digits() {
        while (isDigit(peek())) ++m_at;
    }

    Result<Token> number() {
        digits();
        if (peek() == '.' && isDigit(peek(1))) {
            ++m_at;
            digits();
        } else if (peek() == 'L') {
            ++m_at;
            return Token{Kind::Long, std::string(m_text.substr(m_start, m_at - m_start - 1))};
        }
        return Token{Kind::Number, std::string(m_text.substr(m_start, m_at - m_start))};
    }

    Result<Token> quoted(Kind kind, char quote) {
        Token token{kind, {}};
        for (++m_at; peek() != quote; ++m_at) {
            if (m_at >= m_text.size()) return fault("a quotation that does not end");
            if (peek() != '\\')
                token.text += peek();
            else
                TRY(escape(token.text));
        }
        ++m_at;
        return token;
    }

    /// Leaves m_at on the last character of the escape.
    Result<void> escape(std::string& to) {
        ++m_at;
        switch (peek()) {
        case 'n': to += '\n'; return {};
        case 'r': to += '\r'; return {};
        case 't': to += '\t'; return {};
        case 'f': to += '\f'; return {};
        case 'u': return unicode(to);
        case '\\':
        case '/':
        case '"':
        case '`':
        case '\'': to += peek(); return {};
        default: return fault("a backslash before a character that needs none");
        }
    }

    Result<std::uint32_t> fourHexDigits() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            auto const digit = std::string_view("0123456789abcdef").find(static_cast<char>(peek() | 0x20));
            if (digit == std::string_view::npos || peek() < '0') return fault("\\u without four digits");
            value = value * 16 + static_cast<std::uint32_t>(digit);
        }
        return value;
    }

    Result<void> unicode(std::string& to) {
        auto point = TRY(fourHexDigits());
        if (point >= 0xD800 && point < 0xDC00 && peek(1) == '\\' && peek(2) == 'u') {
            m_at += 2;
            auto const low = TRY(fourHexDigits());
            if (low < 0xDC00 || low > 0xDFFF) return fault("half a character in \\u");
            point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
        } else if (point >= 0xD800 && point <= 0xDFFF) {
            return fault("half a character in \\u");
        }
        utf8::append(to, point);
        return {};
    }

    Result<Token> temporal() {
        ++m_at;
        auto const begin = m_at;
        if (peek() == 'T') {
            ++m_at;
            timeDigits();
            return Token{Kind::Time, std::string(m_text.substr(begin + 1, m_at - begin - 1))};
        }
        digits();
        while (peek() == '-' && isDigit(peek(1))) {
            ++m_at;
            digits();
        }
        if (peek() != 'T') return Token{Kind::Date, std::string(m_text.substr(begin, m_at - begin))};
        ++m_at;
        timeDigits();
        if (isDigit(m_text[m_at - 1])) zone();
        return Token{Kind::DateTime, std::string(m_text.substr(begin, m_at - begin))};
    }

    void timeDigits() {
        digits();
        while (peek() == ':' && isDigit(peek(1))) {
            ++m_at;
            digits();
        }
        if (peek() != '.' || !isDigit(peek(1))) return;
        ++m_at;
        digits();
    }

    void zone() {
        if (peek() == 'Z') {
            ++m_at;
            return;
        }
        bool const isZone = (peek() == '+' || peek() == '-') && isDigit(peek(1)) && isDigit(peek(2)) &&
                            peek(3) == ':' && isDigit(peek(4));
        if (!isZone) return;
        m_at += 4;
        digits();
    }

    Result<Token> variable() {
        ++m_at;
        if (peek() == '`' || peek() == '"' || peek() == '\'') return quoted(Kind::Variable, peek());
        auto name = word();
        // Not in the grammar, yet widely written: %vs-administrative-gender, %ext-...
        while ((name.starts_with("vs") || name.starts_with("ext")) && peek() == '-' && isLetter(peek(1))) {
            ++m_at;
            name += "-" + word();
        }
        if (name.empty()) return fault("% without a name");
        return Token{Kind::Variable, std::move(name)};
    }

    Result<Token> symbol() {
        static constexpr std::array<std::string_view, 22> symbols{"<=", ">=", "!=", "!~", "=", "~", "<", ">",
                                                                  "+",  "-",  "*",  "/",  "&", "|", ".", ",",
                                                                  "(",  ")",  "[",  "]",  "{", "}"};
        for (auto const symbol : symbols) {
            if (!m_text.substr(m_at).starts_with(symbol)) continue;
            m_at += symbol.size();
            return Token{Kind::Symbol, std::string(symbol)};
        }
        return fault("a character that has no meaning here");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_start = 0; ///< of the token
};

} // namespace

Error faultAt(std::string_view expression, std::size_t offset, std::string_view what) {
    auto const before = expression.substr(0, offset);
    auto const line = std::ranges::count(before, '\n') + 1;
    auto const lineStart = before.rfind('\n');
    auto const column = lineStart == std::string_view::npos ? offset + 1 : offset - lineStart;
    return {ErrorKind::Invalid,
            "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + std::string(what)};
}

Result<std::vector<Token>> tokenize(std::string_view expression) {
    return Lexer(expression).run();
}

} // namespace kiosk::fhirpath
