#include "kiosk/core/survey/Reading.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Values.h"

#include <cmath>

namespace kiosk::survey {

namespace {

constexpr double largestCount = 1e9;
constexpr std::size_t mostTranslations = 200; // of one text: about as many languages as have a code of two letters

void addTranslations(Element const& primitive, Text& to, Notes const& notes) {
    for (auto const* translation : extensions(primitive, names::translation)) {
        auto language = textExtension(*translation, "lang");
        auto content = textExtension(*translation, "content");
        if (language.empty() || content.empty())
            notes.error("translation: needs lang and content");
        else if (to.translations().size() == mostTranslations)
            return notes.error("translation: more than " + std::to_string(mostTranslations));
        else if (to.isTranslatedTo(language))
            notes.error("translation: a language twice");
        else {
            if (!isLanguageTag(language))
                notes.warning("translation: '" + language + "' is not a language such as en or pt-BR");
            to.addTranslation(std::move(language), std::move(content));
        }
    }
}

/// The value of the only extension of this name.
Element const* onlyValue(Element const& element, std::string_view url, Notes const& notes) {
    auto const found = extensions(element, url);
    if (found.size() > 1) notes.error(lastPart(url) + ": is there twice");
    return found.empty() ? nullptr : found.front()->child("value");
}

} // namespace

Element const* extension(Element const& element, std::string_view url) {
    for (auto const& each : element.children("extension"))
        if (each.textOf("url") == url) return &each;
    return nullptr;
}

std::vector<Element const*> extensions(Element const& element, std::string_view url) {
    std::vector<Element const*> found;
    for (auto const& each : element.children("extension"))
        if (each.textOf("url") == url) found.push_back(&each);
    return found;
}

Element const* extensionValue(Element const& element, std::string_view url) {
    auto const* found = extension(element, url);
    return found ? found->child("value") : nullptr;
}

std::string textExtension(Element const& element, std::string_view url) {
    auto const* value = extensionValue(element, url);
    return value ? value->text() : std::string{};
}

std::optional<double> numberExtension(Element const& element, std::string_view url, Notes const& notes) {
    auto const* value = onlyValue(element, url, notes);
    if (!value && !extension(element, url)) return std::nullopt;
    if (value && value->kind() == Element::Kind::Number)
        if (auto const number = toDouble(value->text()); std::isfinite(number)) return number;
    notes.error(lastPart(url) + ": is not a number");
    return std::nullopt;
}

bool flagExtension(Element const& element, std::string_view url, Notes const& notes) {
    auto const* value = onlyValue(element, url, notes);
    if (!value && !extension(element, url)) return false;
    if (!value || value->kind() != Element::Kind::Boolean) notes.error(lastPart(url) + ": is not true or false");
    return value && value->text() == "true";
}

std::optional<std::size_t> countExtension(Element const& element, std::string_view url, Notes const& notes) {
    auto const number = numberExtension(element, url, notes);
    if (!number) return std::nullopt;
    if (*number >= 0 && *number <= largestCount && *number == std::floor(*number))
        return static_cast<std::size_t>(*number);
    notes.error(lastPart(url) + ": is not a whole number from 0");
    return std::nullopt;
}

bool flag(Element const& element, std::string_view name) {
    return element.textOf(name) == "true";
}

Text readText(Element const* primitive, Notes const& notes) {
    if (!primitive) return {};
    Text text(primitive->text());
    addTranslations(*primitive, text, notes);
    return text;
}

Coding readCoding(Element const& coding, Notes const& notes) {
    Coding result{std::string(coding.textOf("system")), std::string(coding.textOf("code")),
                  readText(coding.child("display"), notes)};
    if (result.code.empty() && result.display.empty()) notes.error("coding: has no code");
    return result;
}

Json compactValue(Element const& value) {
    auto const name = "value" + std::string(valueType(value));
    if (valueType(value) == "Coding") {
        auto coding = Json::object();
        for (auto const* member : {"system", "code"})
            if (auto const* child = value.child(member)) coding[member] = child->text();
        if (!coding.contains("code") && value.child("display")) coding["display"] = value.textOf("display");
        return {{name, std::move(coding)}};
    }
    // What a Document holds came from JSON or was made of parts of it, so it is JSON again.
    return {{name, Json::parse(toJson(value), nullptr, false)}};
}

std::string lastPart(std::string_view url) {
    return std::string(url.substr(url.rfind('/') + 1));
}

} // namespace kiosk::survey
