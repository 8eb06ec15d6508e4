#pragma once

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/fhirpath/Expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::fhirpath::testing {

inline Environment environmentOfTests() {
    Environment environment;
    environment.now = *base::parseIsoText("2026-11-25T10:30:00Z");
    return environment;
}

/// The values as JSON, `[1,"a"]`, or "error: …".
inline std::string valueOf(std::string_view expression, fhir::Element const* focus = nullptr,
                           Environment const& environment = environmentOfTests()) {
    auto const parsed = Expression::parse(expression);
    if (!parsed) return "error: " + parsed.error().text;
    auto const values = evaluate(*parsed, focus ? Collection(Value(*focus)) : Collection(), environment);
    if (!values) return "error: " + values.error().text;
    std::string text;
    for (auto const& value : *values) text += (text.empty() ? "" : ",") + toJson(value);
    return "[" + text + "]";
}

inline std::string valueOf(std::string_view expression, fhir::Document const& focus) {
    return valueOf(expression, &focus.root());
}

inline fhir::Document documentOf(std::string_view json) {
    auto document = fhir::Document::parse(asBytes(json));
    if (!document) ADD_FAILURE() << document.error().text;
    return document ? std::move(*document) : fhir::Document();
}

/// An expression and what it gives; "error" stands for any error.
struct Row {
    std::string_view expression;
    std::string_view value;
};

template <std::size_t count>
void expectAll(Row const (&rows)[count], fhir::Document const* focus = nullptr) {
    for (auto const& row : rows) {
        auto const value = valueOf(row.expression, focus ? &focus->root() : nullptr);
        if (row.value == "error")
            EXPECT_EQ(value.substr(0, 5), "error") << row.expression;
        else
            EXPECT_EQ(value, row.value) << row.expression;
    }
}

} // namespace kiosk::fhirpath::testing
