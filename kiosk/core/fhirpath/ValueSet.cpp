#include "kiosk/core/fhirpath/ValueSet.h"

#include <algorithm>
#include <vector>

namespace kiosk::fhirpath {

namespace {

using fhir::Element;

bool isCode(Element const& entry, std::string_view system, Code const& code) {
    return entry.textOf("code") == code.code && (!code.system || *code.system == system);
}

bool isInExpansion(Element const& expansion, Code const& code) {
    std::vector<Element const*> open{&expansion};
    while (!open.empty()) {
        auto const* at = open.back();
        open.pop_back();
        for (auto const& entry : at->children("contains")) {
            bool const isAbstract = entry.textOf("abstract") == "true";
            if (!isAbstract && isCode(entry, entry.textOf("system"), code)) return true;
            open.push_back(&entry);
        }
    }
    return false;
}

/// Nothing: it does not list its codes.
std::optional<bool> isListed(Element const& include, Code const& code) {
    if (include.child("filter") || include.child("valueSet") || !include.child("concept")) {
        bool const isOtherSystem = code.system && include.child("system") && *code.system != include.textOf("system");
        return isOtherSystem && !include.child("valueSet") ? std::optional(false) : std::nullopt;
    }
    auto const system = include.textOf("system");
    auto const concepts = include.children("concept");
    return std::ranges::any_of(concepts.begin(), concepts.end(),
                               [&](Element const& entry) { return isCode(entry, system, code); });
}

std::optional<bool> isInAny(Element const& compose, std::string_view member, Code const& code) {
    bool isKnown = true;
    for (auto const& include : compose.children(member)) {
        auto const answer = isListed(include, code);
        if (answer == true) return true;
        isKnown = isKnown && answer;
    }
    return isKnown ? std::optional(false) : std::nullopt;
}

} // namespace

std::optional<bool> contains(Element const& valueSet, Code const& code) {
    if (auto const* expansion = valueSet.child("expansion")) return isInExpansion(*expansion, code);
    auto const* compose = valueSet.child("compose");
    if (!compose) return std::nullopt;
    auto const excluded = isInAny(*compose, "exclude", code);
    if (excluded == true) return false;
    auto const included = isInAny(*compose, "include", code);
    return included == true && !excluded ? std::nullopt : included;
}

} // namespace kiosk::fhirpath
