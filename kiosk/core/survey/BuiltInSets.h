#pragma once

#include <span>
#include <string_view>

namespace kiosk::survey {

struct BuiltInCode {
    std::string_view code;
    std::string_view display;
    int weight = -1; ///< below zero: none
};

/// A small set that public forms use without bringing it. `system` is that of all its codes.
struct BuiltInSet {
    std::string_view url;
    std::string_view system;
    std::span<const BuiltInCode> codes;
};

/// Null: not one of ours.
[[nodiscard]] BuiltInSet const* builtInSet(std::string_view url);

} // namespace kiosk::survey
