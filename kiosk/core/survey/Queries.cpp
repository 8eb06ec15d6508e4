#include "kiosk/core/survey/Queries.h"

#include "kiosk/core/fhirpath/Analysis.h"

#include <algorithm>

namespace kiosk::survey {

using fhir::Element;

namespace {

constexpr std::string_view opening = "{{", closing = "}}";

/// Calls `literal` and `expression` for the parts of a query in turn.
template <typename Literal, typename Inner>
void eachPart(std::string_view query, Literal const& literal, Inner const& inner) {
    while (!query.empty()) {
        auto const start = std::min(query.find(opening), query.size());
        literal(query.substr(0, start));
        query.remove_prefix(start);
        if (query.empty()) return;
        auto const end = query.find(closing);
        inner(query.substr(opening.size(), end == std::string_view::npos ? end : end - opening.size()));
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + closing.size());
    }
}

Result<std::string> filledIn(std::string_view query, fhirpath::Collection const& focus,
                             fhirpath::Environment const& environment) {
    std::string text;
    std::optional<Error> failure;
    auto const evaluateInner = [&](std::string_view inner) {
        auto const parsed = fhirpath::Expression::parse(inner);
        auto const result = parsed ? fhirpath::evaluate(*parsed, focus, environment)
                                   : Result<fhirpath::Collection>(fail(parsed.error()));
        if (!result) {
            failure = result.error();
            return;
        }
        bool isFirst = true;
        for (auto const& value : *result) {
            text += (isFirst ? "" : ",") + fhirpath::toText(value).value_or("");
            isFirst = false;
        }
    };
    eachPart(
        query, [&](std::string_view literal) { text += literal; }, evaluateInner);
    if (failure) return fail(*failure);
    return text;
}

bool isAmongCommas(std::string_view list, std::string_view value) {
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        if (list.substr(0, comma) == value) return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

/// token search: code, or system|code.
bool hasCode(Element const& resource, std::string_view member, std::string_view wanted) {
    for (auto const& concept_ : resource.children(member)) {
        if (concept_.hasValue() && isAmongCommas(wanted, concept_.text())) return true;
        for (auto const& coding : concept_.children("coding")) {
            auto const code = std::string(coding.textOf("code"));
            if (isAmongCommas(wanted, code) || isAmongCommas(wanted, std::string(coding.textOf("system")) + "|" + code))
                return true;
        }
    }
    return false;
}

bool refersTo(Element const& resource, std::string_view wanted) {
    for (auto const* member : {"subject", "patient"})
        for (auto const& reference : resource.children(member)) {
            auto const text = reference.textOf("reference");
            if (text == wanted ||
                (text.ends_with(wanted) && text.size() > wanted.size() && text[text.size() - wanted.size() - 1] == '/'))
                return true;
        }
    return false;
}

Result<bool> matches(Element const& resource, std::string_view name, std::string_view value) {
    name = name.substr(0, name.find(':'));
    if (name == "_id") return isAmongCommas(value, resource.textOf("id"));
    if (name == "patient" || name == "subject") return refersTo(resource, value);
    if (name == "code" || name == "category" || name == "status" || name == "clinical-status")
        return hasCode(resource, name == "clinical-status" ? "clinicalStatus" : name, value);
    if (name == "_sort" || name == "_count" || name == "_format") return true;
    return fail(ErrorKind::Invalid, "x-fhir-query: the parameter '" + std::string(name) + "' is not known");
}

Result<bool> matchesAll(Element const& resource, std::string_view parameters) {
    while (!parameters.empty()) {
        auto const end = std::min(parameters.find('&'), parameters.size());
        auto const one = parameters.substr(0, end);
        auto const equals = std::min(one.find('='), one.size());
        if (!TRY(matches(resource, one.substr(0, equals), one.substr(std::min(equals + 1, one.size()))))) return false;
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
    return true;
}

} // namespace

std::set<std::string, std::less<>> namesInQuery(std::string_view query) {
    std::set<std::string, std::less<>> names;
    fhirpath::AnalysisOptions anyVariables;
    anyVariables.knowsVariables = false;
    auto const note = [&](std::string_view inner) {
        auto const parsed = fhirpath::Expression::parse(inner);
        if (!parsed) return;
        for (auto const& name : fhirpath::analyse(*parsed, anyVariables).reads.variables) names.insert(name);
    };
    eachPart(
        query, [](std::string_view) {}, note);
    return names;
}

Result<fhir::Document> runQuery(std::string_view query, Library const& library, fhirpath::Collection const& focus,
                                fhirpath::Environment const& environment) {
    auto const text = TRY(filledIn(query, focus, environment));
    auto const question = std::min(text.find('?'), text.size());
    auto type = std::string_view(text).substr(0, question);
    std::string parameters = text.substr(std::min(question + 1, text.size()));
    if (auto const slash = type.find('/'); slash != std::string_view::npos) {
        parameters = "_id=" + std::string(type.substr(slash + 1));
        type = type.substr(0, slash);
    }
    fhir::Document bundle(fhir::Model::r4().find("Bundle"));
    bundle.setString(bundle.append(bundle.root(), "resourceType"), "Bundle");
    bundle.setString(bundle.append(bundle.root(), "type"), "searchset");
    for (auto const* resource : library.resources()) {
        if (resource->textOf("resourceType") != type || !TRY(matchesAll(*resource, parameters))) continue;
        bundle.appendCopy(bundle.append(bundle.root(), "entry"), "resource", *resource);
    }
    return bundle;
}

} // namespace kiosk::survey
