// Strings: N1, 5.6. Positions count characters, not bytes.

#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/Utf8.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace kiosk::fhirpath {

namespace {

using Gives = Function::Gives;

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

/// A string function of one string argument; empty if either is.
template <typename Work>
Result<Collection> withText(Evaluation& evaluation, Node const& call, Collection const& input, Scope const& scope,
                            Work const& work) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const other = TRY(textArgument(evaluation, call, 0, scope));
    if (!text || !other) return Collection();
    TRY(evaluation.spend(call, 1 + text->size() / 64, text->size()));
    return work(*text, *other);
}

Collection position(std::string_view text, std::size_t at) {
    if (at == std::string_view::npos) return whole(-1);
    return whole(static_cast<std::int64_t>(utf8::length(text.substr(0, at))));
}

Result<Collection> indexOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope,
                    [](auto text, auto const& sought) { return position(text, text.find(sought)); });
}
Result<Collection> lastIndexOf(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope,
                    [](auto text, auto const& sought) { return position(text, text.rfind(sought)); });
}
Result<Collection> startsWith(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope,
                    [](auto text, auto const& prefix) { return one(text.starts_with(prefix)); });
}
Result<Collection> endsWith(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope,
                    [](auto text, auto const& suffix) { return one(text.ends_with(suffix)); });
}
Result<Collection> contains(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope,
                    [](auto text, auto const& sought) { return one(text.find(sought) != std::string_view::npos); });
}

Result<Collection> split(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return withText(evaluation, call, input, scope, [](auto text, auto const& separator) {
        Collection parts;
        for (;;) {
            auto const end =
                separator.empty() ? (text.empty() ? text.npos : utf8::offsetOf(text, 1)) : text.find(separator);
            bool const isLast = end == text.npos || (separator.empty() && end >= text.size());
            parts.push(Value(std::string(text.substr(0, end))));
            if (isLast) return parts;
            text.remove_prefix(end + separator.size());
        }
    });
}

Result<Collection> substring(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const start = TRY(integerArgument(evaluation, call, 0, scope));
    std::optional<std::int64_t> count;
    if (call.arguments.size() > 1) count = TRY(integerArgument(evaluation, call, 1, scope));
    if (!text || !start || *start < 0) return Collection();
    auto const from = utf8::offsetOf(*text, static_cast<std::size_t>(*start));
    if (from >= text->size()) return Collection();
    auto const rest = text->substr(from);
    if (!count) return one(std::string(rest));
    if (*count <= 0) return one(std::string());
    return one(std::string(rest.substr(0, utf8::offsetOf(rest, static_cast<std::size_t>(*count)))));
}

Result<Collection> upper(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const text = TRY(textInput(evaluation, call, input));
    return text ? one(utf8::upper(*text)) : Collection();
}
Result<Collection> lower(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const text = TRY(textInput(evaluation, call, input));
    return text ? one(utf8::lower(*text)) : Collection();
}

Result<Collection> length(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const text = TRY(textInput(evaluation, call, input));
    return text ? whole(static_cast<std::int64_t>(utf8::length(*text))) : Collection();
}

Result<Collection> toChars(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto text = TRY(textInput(evaluation, call, input));
    Collection characters;
    while (text && !text->empty()) {
        auto const size = utf8::offsetOf(*text, 1);
        characters.push(Value(std::string(text->substr(0, size))));
        text->remove_prefix(size);
    }
    TRY(evaluation.spend(call, characters.size(), characters.size() * (sizeof(Value) + sizeof(std::string))));
    return characters;
}

Result<Collection> trim(Evaluation& evaluation, Node const& call, Collection&& input, Scope const&) {
    auto const text = TRY(textInput(evaluation, call, input));
    if (!text) return Collection();
    constexpr std::string_view space = " \t\r\n\f\v";
    auto const first = text->find_first_not_of(space);
    if (first == std::string_view::npos) return one(std::string());
    return one(std::string(text->substr(first, text->find_last_not_of(space) - first + 1)));
}

Result<Collection> join(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    std::optional<std::string> separator = "";
    if (!call.arguments.empty()) separator = TRY(textArgument(evaluation, call, 0, scope));
    if (input.empty()) return Collection();
    std::string joined;
    bool isFirst = true;
    for (auto const& value : input) {
        auto const text = value.text();
        if (!text) {
            if (value.element() && !value.element()->hasValue()) continue;
            return evaluation.fault(call, "join() is for strings");
        }
        if (!isFirst) joined += separator.value_or("");
        isFirst = false;
        joined += *text;
        TRY(evaluation.spend(call, 1, text->size()));
    }
    return one(std::move(joined));
}

/// Between all characters, and at both ends, where what is sought is nothing.
std::string replaced(std::string_view text, std::string_view pattern, std::string_view by) {
    std::string result;
    if (pattern.empty()) {
        result = by;
        while (!text.empty()) {
            auto const size = utf8::offsetOf(text, 1);
            result.append(text.substr(0, size)).append(by);
            text.remove_prefix(size);
        }
        return result;
    }
    for (auto at = text.find(pattern); at != std::string_view::npos; at = text.find(pattern)) {
        result.append(text.substr(0, at)).append(by);
        text.remove_prefix(at + pattern.size());
    }
    return result.append(text);
}

Result<Collection> replace(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const pattern = TRY(textArgument(evaluation, call, 0, scope));
    auto const by = TRY(textArgument(evaluation, call, 1, scope));
    if (!text || !pattern || !by) return Collection();
    TRY(evaluation.spend(call, 1 + text->size() / 16, text->size() * (1 + by->size())));
    return one(replaced(*text, *pattern, *by));
}

// --- regular expressions

constexpr std::uint64_t largestProgram = 40'000; // instructions of one that is refused for its size

/// The compiled first argument; null: it is empty.
Result<std::shared_ptr<const re2::RE2>> patternOf(Evaluation& evaluation, Node const& call, Scope const& scope,
                                                  std::size_t flagsAt) {
    if (call.pattern) return call.pattern;
    auto const text = TRY(textArgument(evaluation, call, 0, scope));
    std::optional<std::string> flags;
    if (call.arguments.size() > flagsAt) flags = TRY(textArgument(evaluation, call, flagsAt, scope));
    if (!text) return std::shared_ptr<const re2::RE2>();
    TRY(evaluation.spend(call, 64 + text->size(), 64 * text->size()));
    auto pattern = compilePattern(*text, flags.value_or(""));
    TRY(evaluation.spend(call, pattern ? static_cast<std::uint64_t>(pattern->ProgramSize()) : largestProgram));
    if (!pattern) return evaluation.fault(*call.arguments[0], "not a regular expression that can be searched for");
    return pattern;
}

template <typename Match>
Result<Collection> matching(Evaluation& evaluation, Node const& call, Collection const& input, Scope const& scope,
                            Match const& match) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const pattern = TRY(patternOf(evaluation, call, scope, 1));
    if (!text || !pattern) return Collection();
    TRY(evaluation.spend(call, 1 + text->size() / 16));
    return one(match(piece(*text), *pattern));
}

Result<Collection> matches(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return matching(evaluation, call, input, scope,
                    [](auto text, auto const& pattern) { return re2::RE2::PartialMatch(text, pattern); });
}
Result<Collection> matchesFull(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    return matching(evaluation, call, input, scope,
                    [](auto text, auto const& pattern) { return re2::RE2::FullMatch(text, pattern); });
}

/// $1 and ${name} are groups here, \1 there.
std::string rewriteOf(std::string_view substitution, re2::RE2 const& pattern) {
    std::string rewrite;
    for (std::size_t i = 0; i < substitution.size(); ++i) {
        char const c = substitution[i];
        auto const next = i + 1 < substitution.size() ? substitution[i + 1] : '\0';
        if (c == '\\') {
            rewrite += "\\\\";
        } else if (c == '$' && next == '$') {
            rewrite += '$';
            ++i;
        } else if (c == '$' && next >= '0' && next <= '9' && next - '0' <= pattern.NumberOfCapturingGroups()) {
            (rewrite += '\\') += next;
            ++i;
        } else if (c == '$' && next == '{' && substitution.find('}', i) != std::string_view::npos) {
            auto const end = substitution.find('}', i);
            auto const& groups = pattern.NamedCapturingGroups();
            auto const group = groups.find(std::string(substitution.substr(i + 2, end - i - 2)));
            if (group != groups.end() && group->second < 10) rewrite += "\\" + std::to_string(group->second);
            i = end;
        } else {
            rewrite += c;
        }
    }
    return rewrite;
}

/// RE2::GlobalReplace, but each match is paid for: to find a short one it may look at all that is behind it.
Result<std::string> replacedAll(Evaluation& evaluation, Node const& call, std::string_view text,
                                re2::RE2 const& pattern, std::string const& rewrite) {
    constexpr std::size_t bytesPerStep = 64;
    std::array<re2::StringPiece, 10> groups; // \0 to \9
    auto const count = 1 + re2::RE2::MaxSubmatch(rewrite);
    std::string result;
    std::size_t at = 0, behindLast = std::string_view::npos;
    for (;;) {
        TRY(evaluation.spend(call, 1 + (text.size() - at) / bytesPerStep));
        if (!pattern.Match(piece(text), at, text.size(), re2::RE2::UNANCHORED, groups.data(), count)) break;
        auto const begin = static_cast<std::size_t>(groups[0].data() - text.data());
        result.append(text.substr(at, begin - at));
        at = begin;
        if (!groups[0].empty() || at != behindLast) {
            pattern.Rewrite(&result, rewrite, groups.data(), count);
            at = behindLast = begin + groups[0].size();
            continue;
        }
        if (at == text.size()) break; // an empty match right behind another is none: a character further
        auto rest = text.substr(at);
        static_cast<void>(utf8::take(rest));
        result.append(text.substr(at, text.size() - at - rest.size()));
        at = text.size() - rest.size();
    }
    return result.append(text.substr(at));
}

Result<Collection> replaceMatches(Evaluation& evaluation, Node const& call, Collection&& input, Scope const& scope) {
    auto const text = TRY(textInput(evaluation, call, input));
    auto const pattern = TRY(patternOf(evaluation, call, scope, 2));
    auto const by = TRY(textArgument(evaluation, call, 1, scope));
    if (!text || !pattern || !by) return Collection();
    if (pattern->pattern().empty()) return one(std::string(*text));
    TRY(evaluation.spend(call, 1 + text->size() / 16, text->size() * (1 + by->size())));
    return one(TRY(replacedAll(evaluation, call, *text, *pattern, rewriteOf(*by, *pattern))));
}

constexpr Function functions[] = {
    {.name = "indexOf", .fewest = 1, .most = 1, .run = indexOf, .gives = Gives::Integer, .on = SystemType::String},
    {.name = "lastIndexOf",
     .fewest = 1,
     .most = 1,
     .run = lastIndexOf,
     .gives = Gives::Integer,
     .on = SystemType::String},
    {.name = "substring", .fewest = 1, .most = 2, .run = substring, .gives = Gives::String, .on = SystemType::String},
    {.name = "startsWith",
     .fewest = 1,
     .most = 1,
     .run = startsWith,
     .gives = Gives::Boolean,
     .on = SystemType::String},
    {.name = "endsWith", .fewest = 1, .most = 1, .run = endsWith, .gives = Gives::Boolean, .on = SystemType::String},
    {.name = "contains", .fewest = 1, .most = 1, .run = contains, .gives = Gives::Boolean, .on = SystemType::String},
    {.name = "upper", .run = upper, .gives = Gives::String, .on = SystemType::String},
    {.name = "lower", .run = lower, .gives = Gives::String, .on = SystemType::String},
    {.name = "replace", .fewest = 2, .most = 2, .run = replace, .gives = Gives::String, .on = SystemType::String},
    {.name = "matches",
     .fewest = 1,
     .most = 2,
     .run = matches,
     .gives = Gives::Boolean,
     .on = SystemType::String,
     .takesPattern = true,
     .patternArguments = 1},
    {.name = "matchesFull",
     .fewest = 1,
     .most = 2,
     .run = matchesFull,
     .gives = Gives::Boolean,
     .on = SystemType::String,
     .takesPattern = true,
     .patternArguments = 1},
    {.name = "replaceMatches",
     .fewest = 2,
     .most = 3,
     .run = replaceMatches,
     .gives = Gives::String,
     .on = SystemType::String,
     .takesPattern = true},
    {.name = "length", .run = length, .gives = Gives::Integer, .on = SystemType::String},
    {.name = "toChars", .run = toChars, .gives = Gives::String, .on = SystemType::String},
    {.name = "trim", .run = trim, .gives = Gives::String, .on = SystemType::String},
    {.name = "split", .fewest = 1, .most = 1, .run = split, .gives = Gives::String, .on = SystemType::String},
    {.name = "join", .most = 1, .run = join, .gives = Gives::String, .on = SystemType::String},
};

} // namespace

namespace {

std::shared_ptr<const re2::RE2> compile(std::string_view pattern, std::string_view flags, std::int64_t mostBytes) {
    re2::RE2::Options options;
    options.set_dot_nl(true);
    options.set_log_errors(false);
    options.set_max_mem(mostBytes);
    options.set_case_sensitive(flags.find('i') == std::string_view::npos);
    std::string const text =
        flags.find('m') == std::string_view::npos ? std::string(pattern) : "(?m)" + std::string(pattern);
    auto compiled = std::make_shared<const re2::RE2>(text, options);
    return compiled->ok() ? compiled : nullptr;
}

constexpr std::int64_t mostPatternBytes = 1 << 20;
constexpr std::int64_t mostKeptBytes = 1 << 16;

} // namespace

std::shared_ptr<const re2::RE2> compilePattern(std::string_view pattern, std::string_view flags) {
    return compile(pattern, flags, mostPatternBytes);
}

std::shared_ptr<const re2::RE2> compileIfSmall(std::string_view pattern) {
    // Kept with the larger bound, which is that of its search too.
    return compile(pattern, {}, mostKeptBytes) ? compile(pattern, {}, mostPatternBytes) : nullptr;
}

std::span<const Function> textFunctions() {
    return functions;
}

} // namespace kiosk::fhirpath
