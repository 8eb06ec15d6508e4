#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/lint/Remark.h"
#include "kiosk/core/survey/Library.h"

#include <optional>

namespace kiosk::lint {

struct Options {
    /// BCP 47 tags in which the practice offers its forms: a form that is translated must be so whole. None: those that
    /// the form itself has begun with, and what is missing is a warning.
    std::vector<std::string> languages;
    /// Reference vectors of the form's scores (ScoreVectors.h); nothing: there are none.
    std::optional<ByteView> vectors;
};

/// The publishing gate: all that is to be said of a form before patients see it. A form with an error is not to be
/// published. Also takes what is no form at all: that is then the only remark. Pure and bounded: no clock decides, so
/// the same form always gets the same remarks. Of one rule and severity at most `mostOfAKind`, then how many more.
[[nodiscard]] Remarks lint(ByteView json, survey::Library const& library, Options const& options);

inline constexpr std::size_t mostOfAKind = 20;

} // namespace kiosk::lint
