#pragma once

#include "kiosk/core/fhir/Document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::fhir::testing {

/// A Document of JSON that is known to be good.
inline Document documentOf(std::string_view json, char const* type = nullptr) {
    auto document = Document::parse(asBytes(json), {}, type ? Model::r4().find(type) : nullptr);
    if (!document) ADD_FAILURE() << document.error().text;
    return document ? std::move(*document) : Document();
}

/// Why `json` is refused; empty if it is not.
inline std::string refusalOf(std::string_view json, Limits const& limits = {}) {
    auto const document = Document::parse(asBytes(json), limits);
    if (document) return {};
    EXPECT_EQ(document.error().kind, ErrorKind::Invalid);
    return document.error().text;
}

} // namespace kiosk::fhir::testing
