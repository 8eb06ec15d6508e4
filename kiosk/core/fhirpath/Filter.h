#pragma once

#include "kiosk/core/fhirpath/Ast.h"

#include <set>

namespace kiosk::fhirpath {

/// The texts of `'a'` and `('a' | 'b' | …)`. Nothing: it is something else.
[[nodiscard]] std::optional<std::set<std::string_view>> literalTexts(Node const& node);

/// What the test of a where() comes down to, if it asks one member for one of some texts: `name = 'a'`,
/// `name in ('a' | 'b')`, `('a' | 'b') contains name`, and several of these with `or`. The texts are the Program's.
[[nodiscard]] std::optional<Node::Filter> filterOf(Node const& test);

/// Whether an element passes. Nothing: it has several of the member, on which `in` and `=` do not agree.
[[nodiscard]] std::optional<bool> passes(Element const& element, Node::Filter const& filter);

} // namespace kiosk::fhirpath
