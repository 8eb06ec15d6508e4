#include "kiosk/core/survey/Fhir.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>

namespace kiosk::survey::fhir {

namespace {

constexpr std::array unsupportedExtensions{
    std::string_view("sdc-questionnaire-calculatedExpression"),
    std::string_view("sdc-questionnaire-initialExpression"),
    std::string_view("sdc-questionnaire-enableWhenExpression"),
    std::string_view("sdc-questionnaire-answerExpression"),
    std::string_view("sdc-questionnaire-candidateExpression"),
    std::string_view("sdc-questionnaire-answerOptionsToggleExpression"),
    std::string_view("sdc-questionnaire-subQuestionnaire"),
    std::string_view("targetConstraint"),
    std::string_view("questionnaire-constraint"),
    std::string_view("cqf-expression"),
    std::string_view("regex"),
    std::string_view("minLength"),
    std::string_view("maxDecimalPlaces"),
    std::string_view("questionnaire-minOccurs"),
    std::string_view("questionnaire-maxOccurs"),
    std::string_view("questionnaire-signatureRequired"),
    std::string_view("questionnaire-unitOption"),
};

Json const* member(Json const& object, std::string_view name) {
    auto const found = object.find(std::string(name));
    return found == object.end() ? nullptr : &*found;
}

tl::unexpected<Error> wrong(std::string_view name, std::string_view what) {
    return fail(ErrorKind::Invalid, std::string(name) + ": " + std::string(what));
}

std::string_view lastPart(std::string_view url) {
    return url.substr(url.rfind('/') + 1);
}

Result<void> addTranslations(Json const& companion, Text& to) {
    for (auto const* translation : TRY(extensions(companion, names::translation))) {
        auto language = TRY(textExtension(*translation, "lang", "valueCode"));
        auto content = TRY(textExtension(*translation, "content", "valueString"));
        if (language.empty() || content.empty()) return wrong("translation", "needs lang and content");
        if (to.isTranslatedTo(language)) return wrong("translation", "a language twice");
        to.addTranslation(std::move(language), std::move(content));
    }
    return {};
}

} // namespace

Result<std::string> text(Json const& object, std::string_view name) {
    auto const* found = member(object, name);
    if (!found) return std::string{};
    if (!found->is_string()) return wrong(name, "is not a text");
    return found->get<std::string>();
}

Result<bool> flag(Json const& object, std::string_view name) {
    auto const* found = member(object, name);
    if (found && !found->is_boolean()) return wrong(name, "is not true or false");
    return found && found->get<bool>();
}

Result<Json const*> list(Json const& object, std::string_view name) {
    static const Json none = Json::array();
    auto const* found = member(object, name);
    if (!found) return &none;
    if (!found->is_array()) return wrong(name, "is not a list");
    if (!std::ranges::all_of(*found, [](Json const& entry) { return entry.is_object(); }))
        return wrong(name, "is not a list of objects");
    return found;
}

Result<Text> translated(Json const& object, std::string_view name) {
    Text result(TRY(text(object, name)));
    auto const* companion = member(object, "_" + std::string(name));
    if (!companion) return result;
    if (!companion->is_object()) return wrong("_" + std::string(name), "is not an object");
    TRY(refuseUnsupported(*companion));
    TRY(addTranslations(*companion, result));
    return result;
}

Result<Coding> coding(Json const& object) {
    if (!object.is_object()) return wrong("coding", "is not an object");
    Coding result; // filled one by one: GCC leaks a half-built initializer that a TRY leaves
    result.system = TRY(text(object, "system"));
    result.code = TRY(text(object, "code"));
    result.display = TRY(translated(object, "display"));
    if (result.code.empty()) return wrong("coding", "has no code");
    return result;
}

Result<std::vector<Json const*>> extensions(Json const& element, std::string_view url) {
    std::vector<Json const*> found;
    for (auto const& entry : *TRY(list(element, "extension"))) {
        auto const name = TRY(text(entry, "url"));
        if (name.empty()) return wrong("extension", "has no url");
        if (name == url) found.push_back(&entry);
    }
    return found;
}

Result<Json const*> extension(Json const& element, std::string_view url) {
    auto const found = TRY(extensions(element, url));
    if (found.size() > 1) return wrong(lastPart(url), "is there twice");
    return found.empty() ? nullptr : found.front();
}

Result<std::optional<double>> numberExtension(Json const& element, std::string_view url) {
    auto const* found = TRY(extension(element, url));
    if (!found) return std::nullopt;
    auto const held = TRY(value(*found));
    auto const type = held ? valueType(*held) : std::string_view{};
    if (type != "Decimal" && type != "Integer") return wrong(lastPart(url), "is not a number");
    return held->begin().value().get<double>();
}

Result<bool> flagExtension(Json const& element, std::string_view url) {
    auto const* found = TRY(extension(element, url));
    if (!found) return false;
    auto const held = TRY(value(*found));
    if (!held || valueType(*held) != "Boolean") return wrong(lastPart(url), "is not true or false");
    return held->begin().value().get<bool>();
}

Result<std::string> textExtension(Json const& element, std::string_view url, char const* valueName) {
    auto const* found = TRY(extension(element, url));
    return found ? text(*found, valueName) : std::string{};
}

Result<std::optional<Json>> value(Json const& element, std::string_view prefix) {
    std::optional<Json> found;
    for (auto const& [name, content] : element.items()) {
        if (!name.starts_with(prefix) || name.size() == prefix.size()) continue;
        if (found) return wrong(prefix, "is there twice");
        found = Json{{"value" + name.substr(prefix.size()), content}};
        if (auto checked = checkValue(*found); !checked) return fail(checked.error());
    }
    return found;
}

Result<void> refuseUnsupported(Json const& element) {
    if (auto const* modifiers = TRY(list(element, "modifierExtension")); !modifiers->empty())
        return wrong("modifierExtension", "'" + TRY(text(modifiers->front(), "url")) + "' is not known");
    for (auto const& entry : *TRY(list(element, "extension"))) {
        auto const url = TRY(text(entry, "url"));
        if (std::ranges::find(unsupportedExtensions, lastPart(url)) != unsupportedExtensions.end())
            return fail(ErrorKind::Invalid, std::string(lastPart(url)) + " is not supported");
    }
    return {};
}

} // namespace kiosk::survey::fhir
