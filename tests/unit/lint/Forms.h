#pragma once

#include "kiosk/core/lint/Lint.h"
#include "tests/unit/survey/Instruments.h"

namespace kiosk::lint::testing {

using survey::testing::instrumentFile;
using survey::testing::questionnaire;
using survey::testing::shippedInstruments;

inline Remarks lintOf(std::string const& json, Options const& options = {}, survey::Library const& library = {}) {
    return lint(asBytes(json), library, options);
}

/// Of a questionnaire with these items, without the braces of the first and the last.
inline Remarks lintItems(std::string const& items, std::string const& more = "", Options const& options = {}) {
    auto const text = questionnaire("{" + items + "}", more);
    if (!Json::accept(text)) throw std::runtime_error("a form of a test is not JSON: " + text);
    return lintOf(text, options);
}

/// "warning item 'a': reason", for the remarks of one rule.
inline std::vector<std::string> of(std::string_view rule, Remarks const& remarks) {
    std::vector<std::string> lines;
    for (auto const& remark : remarks)
        if (remark.rule == rule)
            lines.push_back(std::string(toString(remark.severity)) + " " + remark.path + ": " + remark.reason);
    return lines;
}

inline std::string textOf(std::string const& id) {
    return std::string(asText(*base::readFile(instrumentFile(id))));
}

/// `text` with the first `from` replaced, which must be there.
inline std::string with(std::string text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("'" + from + "' is not in the form");
    return text.replace(at, from.size(), to);
}

inline std::string withAll(std::string text, std::string const& from, std::string const& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// A member "text" (or "title", "display") with Spanish words beside the English.
inline std::string inBoth(std::string const& member, std::string const& english, std::string const& spanish) {
    return "\"" + member + "\": " + Json(english).dump() + ", \"_" + member +
           R"(": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": )" +
           Json(spanish).dump() + "}]}]}";
}

} // namespace kiosk::lint::testing
