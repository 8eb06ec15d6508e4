// encode, decode, escape, unescape: FHIRPath 2.1, trial use.

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Utf8.h"

#include <algorithm>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;
using MaybeText = std::optional<std::string>;

/// The alphabets of base64 and base64url differ in two characters.
std::string translated(std::string text, std::string_view from, std::string_view to) {
    for (auto& c : text)
        if (auto const at = from.find(c); at != std::string_view::npos) c = to[at];
    return text;
}

MaybeText encode(std::string_view text, std::string_view format) {
    if (format == "hex") return base::toHex(asBytes(text));
    if (format == "base64") return base::toBase64(asBytes(text));
    if (format == "urlbase64") return translated(base::toBase64(asBytes(text)), "+/", "-_");
    return std::nullopt;
}

MaybeText decode(std::string_view text, std::string_view format) {
    Result<Bytes> decoded = fail(ErrorKind::Invalid, "no such format");
    if (format == "hex") decoded = base::fromHex(text);
    if (format == "base64" || format == "urlbase64") {
        auto standard = format == "base64" ? std::string(text) : translated(std::string(text), "-_", "+/");
        while (standard.size() % 4 != 0) standard += '=';
        decoded = base::fromBase64(standard);
    }
    if (!decoded || !utf8::isValid(asText(*decoded))) return std::nullopt; // strings are text, not bytes
    return std::string(asText(*decoded));
}

struct HtmlEntity {
    char character;
    std::string_view name;
};
constexpr HtmlEntity htmlEntities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};

std::string escapeHtml(std::string_view text) {
    std::string escaped;
    for (char const c : text) {
        auto const found = std::ranges::find(htmlEntities, c, &HtmlEntity::character);
        if (found == std::end(htmlEntities))
            escaped += c;
        else
            escaped += found->name;
    }
    return escaped;
}

std::string unescapeHtml(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        auto const fits = [&](HtmlEntity const& entity) { return text.starts_with(entity.name); };
        auto const found = std::ranges::find_if(htmlEntities, fits);
        plain += found == std::end(htmlEntities) ? text.front() : found->character;
        text.remove_prefix(found == std::end(htmlEntities) ? 1 : found->name.size());
    }
    return plain;
}

struct JsonEscape {
    char character, letter;
};
constexpr JsonEscape jsonEscapes[] = {{'"', '"'},  {'\\', '\\'}, {'\n', 'n'}, {'\r', 'r'},
                                      {'\t', 't'}, {'\b', 'b'},  {'\f', 'f'}};

std::string escapeJson(std::string_view text) {
    std::string escaped;
    for (char const c : text) {
        auto const found = std::ranges::find(jsonEscapes, c, &JsonEscape::character);
        if (found != std::end(jsonEscapes))
            (escaped += '\\') += found->letter;
        else if (static_cast<unsigned char>(c) < 0x20)
            escaped += "\\u00" + base::toHex(asBytes({&c, 1}));
        else
            escaped += c;
    }
    return escaped;
}

/// Nothing: not four hexadecimal digits.
std::optional<std::uint32_t> codeUnit(std::string_view digits) {
    if (digits.size() != 4) return std::nullopt;
    auto const bytes = base::fromHex(utf8::lower(digits));
    if (!bytes) return std::nullopt;
    return static_cast<std::uint32_t>((*bytes)[0]) << 8U | (*bytes)[1];
}

std::string unescapeJson(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        char const c = text.front();
        text.remove_prefix(1);
        if (c != '\\' || text.empty()) {
            plain += c;
            continue;
        }
        char const letter = text.front();
        text.remove_prefix(1);
        auto const found = std::ranges::find(jsonEscapes, letter, &JsonEscape::letter);
        if (found != std::end(jsonEscapes)) {
            plain += found->character;
        } else if (auto const code = letter == 'u' ? codeUnit(text.substr(0, 4)) : std::nullopt) {
            utf8::append(plain, *code);
            text.remove_prefix(4);
        } else {
            plain += letter;
        }
    }
    return plain;
}

MaybeText escape(std::string_view text, std::string_view format) {
    if (format == "html") return escapeHtml(text);
    if (format == "json") return escapeJson(text);
    return std::nullopt;
}
MaybeText unescape(std::string_view text, std::string_view format) {
    if (format == "html") return unescapeHtml(text);
    if (format == "json") return unescapeJson(text);
    return std::nullopt;
}

template <MaybeText (*work)(std::string_view, std::string_view)>
Result<Collection> coded(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const format = TRY(textArgument(evaluation, call, 0, scope));
    if (!text || !format) return Collection();
    TRY(evaluation.spend(call, 1 + text->size() / 16, 6 * text->size()));
    auto result = work(*text, *format);
    return result ? one(std::move(*result)) : Collection();
}

constexpr Function functions[] = {
    {.name = "encode", .fewest = 1, .most = 1, .run = coded<encode>, .gives = Gives::String, .on = SystemType::String},
    {.name = "decode", .fewest = 1, .most = 1, .run = coded<decode>, .gives = Gives::String, .on = SystemType::String},
    {.name = "escape", .fewest = 1, .most = 1, .run = coded<escape>, .gives = Gives::String, .on = SystemType::String},
    {.name = "unescape",
     .fewest = 1,
     .most = 1,
     .run = coded<unescape>,
     .gives = Gives::String,
     .on = SystemType::String},
};

} // namespace

std::span<const Function> codecFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
