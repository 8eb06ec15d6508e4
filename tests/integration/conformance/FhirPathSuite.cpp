#include "tests/integration/conformance/FhirPathSuite.h"

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/fhirpath/Expression.h"

#include <algorithm>
#include <pugixml.hpp>

namespace kiosk::conformance {

namespace {

using fhirpath::Collection;
using fhirpath::Value;

FhirPathCase readCase(pugi::xml_node const& node) {
    FhirPathCase test;
    test.group = node.parent().attribute("name").value();
    test.name = node.attribute("name").value();
    test.inputFile = node.attribute("inputfile").value();
    if (test.inputFile.ends_with(".xml")) test.inputFile.replace(test.inputFile.size() - 3, 3, "json");
    test.expression = node.child("expression").text().get();
    test.invalid = node.child("expression").attribute("invalid").value();
    test.isPredicate = node.attribute("predicate").as_bool();
    test.isOrdered = node.attribute("ordered").as_bool(true);
    test.checksOrder = node.attribute("checkOrderedFunctions").as_bool();
    for (auto const& output : node.children("output"))
        test.outputs.push_back({output.attribute("type").value(), output.text().get()});
    return test;
}

void readGroups(pugi::xml_node const& parent, std::vector<FhirPathCase>& cases) {
    for (auto const& child : parent.children()) {
        if (std::string_view(child.name()) == "test")
            cases.push_back(readCase(child));
        else if (std::string_view(child.name()) == "group")
            readGroups(child, cases);
    }
}

std::string withoutMark(std::string text) {
    if (text.starts_with("@T")) return text.substr(2);
    return text.starts_with('@') ? text.substr(1) : text;
}

bool isOfType(Value const& value, std::string const& type) {
    std::string name(value.typeName().name);
    if (name == type) return true;
    name.front() = static_cast<char>(std::tolower(name.front()));
    return name == type;
}

bool fits(Value const& value, FhirPathCase::Output const& output) {
    if (!output.type.empty() && !isOfType(value, output.type)) return false;
    auto const text = fhirpath::toText(value);
    if (!text) return false;
    if (output.type == "decimal") return fhirpath::Decimal::parse(*text) == fhirpath::Decimal::parse(output.text);
    return *text == (output.type == "string" ? output.text : withoutMark(output.text));
}

std::string describe(Collection const& values) {
    std::string text;
    for (auto const& value : values)
        text += " " + std::string(value.typeName().name) + ":" + fhirpath::toText(value).value_or("…");
    return "gave" + (text.empty() ? " nothing" : text);
}

bool fits(Collection const& values, FhirPathCase const& test) {
    if (test.isPredicate) return test.outputs.size() == 1 && (test.outputs[0].text == "true") == !values.empty();
    if (values.size() != test.outputs.size()) return false;
    auto const* first = values.begin();
    auto const each = [](Value const& value, auto const& output) { return fits(value, output); };
    if (test.isOrdered) return std::equal(first, values.end(), test.outputs.begin(), each);
    return std::ranges::all_of(test.outputs, [&](auto const& output) {
        return std::any_of(first, values.end(), [&](Value const& value) { return fits(value, output); });
    });
}

Result<Collection> run(fhirpath::Expression const& expression, fhir::Document const* input) {
    fhirpath::Environment environment;
    environment.now = TRY(base::parseIsoText("2026-11-25T10:30:00Z"));
    return evaluate(expression, input ? Collection(Value(input->root())) : Collection(), environment);
}

} // namespace

Result<std::vector<FhirPathCase>> readFhirPathSuite(Path const& file) {
    pugi::xml_document document;
    auto const parsed = document.load_file(file.c_str());
    if (!parsed) return fail(ErrorKind::Corrupt, file.string() + ": " + parsed.description());
    std::vector<FhirPathCase> cases;
    readGroups(document.child("tests"), cases);
    return cases;
}

std::optional<std::string> failureOf(FhirPathCase const& test, Path const& inputs) {
    auto const expression = fhirpath::Expression::parse(test.expression);
    if (!expression) return test.invalid.empty() ? std::optional(expression.error().text) : std::nullopt;
    if (test.invalid == "syntax") return "should be a fault of syntax";
    std::optional<fhir::Document> input;
    if (!test.inputFile.empty()) {
        auto const json = base::readFile(inputs / test.inputFile);
        if (!json) return json.error().text;
        auto document = fhir::Document::parse(*json);
        if (!document) return document.error().text;
        input = std::move(*document);
    }
    // Whatever is wrong with all data must be found before there is any; what is right must not be complained of.
    auto const analysis = fhirpath::analyse(*expression, {.focus = input ? input->root().type() : nullptr,
                                                          .variables = {},
                                                          .isStrict = true,
                                                          .checksOrder = test.checksOrder,
                                                          .linkId = {}});
    if (analysis.hasErrors())
        return test.invalid.empty() ? std::optional(analysis.problems.front().text) : std::nullopt;
    auto const values = run(*expression, input ? &*input : nullptr);
    if (!values) return test.invalid.empty() ? std::optional(values.error().text) : std::nullopt;
    if (!test.invalid.empty()) return "should be an error, " + describe(*values);
    return fits(*values, test) ? std::nullopt : std::optional(describe(*values));
}

} // namespace kiosk::conformance
