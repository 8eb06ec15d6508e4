#include "kiosk/tools/FhirPathBatch.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Expression.h"

#include <istream>
#include <ostream>

namespace kiosk::tools {

namespace {

using fhir::Element;
using fhirpath::Collection;
using fhirpath::Environment;
using fhirpath::Value;

/// Variables are JSON: an object or a primitive is one value, an array several.
void readVariables(Element const& request, Environment& environment) {
    auto const* variables = request.child("variables");
    if (!variables) return;
    for (auto const* at = variables->firstChild(); at; at = at->next()) {
        auto& values = environment.variables[std::string(at->member().text())];
        // A primitive is the value it has: 1 is an Integer, "a" a String.
        if (at->isThere()) values.push(at->type() ? Value(*at) : Value(*at).simple());
    }
}

Result<std::vector<std::string>> answer(Element const& request, Environment environment) {
    auto const* expression = request.child("expr");
    if (!expression || expression->kind() != Element::Kind::String)
        return fail(ErrorKind::Invalid, "expr: an expression is missing");
    auto const* resource = request.child("resource");
    if (resource && resource->kind() != Element::Kind::Object)
        return fail(ErrorKind::Invalid, "resource: is not an object");
    readVariables(request, environment);
    return evaluateAsJson(expression->text(), request.textOf("context"), resource, std::move(environment));
}

std::string joined(std::vector<std::string> const& values) {
    std::string text;
    for (auto const& value : values) text += (text.empty() ? "" : ",") + value;
    return "[" + text + "]";
}

} // namespace

Result<std::vector<std::string>> evaluateAsJson(std::string_view expression, std::string_view context,
                                                Element const* resource, Environment environment) {
    Collection focus;
    if (resource) {
        focus.push(Value(*resource));
        for (auto const* name : {"resource", "rootResource"}) environment.variables.emplace(name, focus);
    }
    auto const parsed = TRY(fhirpath::Expression::parse(expression));
    if (!context.empty()) {
        auto const path = TRY(fhirpath::Expression::parse(context));
        focus = TRY(evaluate(path, focus, environment));
    }
    std::vector<std::string> values;
    for (auto const& value : TRY(evaluate(parsed, focus, environment))) values.push_back(toJson(value));
    return values;
}

std::size_t runBatch(std::istream& in, std::ostream& out, Environment const& environment) {
    std::size_t errors = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) continue;
        auto const request = fhir::Document::parse(asBytes(line));
        auto const* id = request ? request->root().child("id") : nullptr;
        auto const values = request ? answer(request->root(), environment) : fail(request.error());
        out << "{\"id\":" << (id ? toJson(*id) : "null");
        if (values)
            out << ",\"result\":" << joined(*values) << "}\n";
        else
            out << ",\"error\":" << Json(values.error().text).dump() << "}\n";
        if (!values) ++errors;
    }
    out.flush();
    return errors;
}

} // namespace kiosk::tools
