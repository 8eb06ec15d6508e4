#pragma once

#include "kiosk/core/survey/Item.h"
#include "kiosk/viewmodels/Question.h"

namespace kiosk::viewmodels {

/// How an item is asked, from its type and the control it wishes for.
[[nodiscard]] Question::Kind kindOf(survey::Item const& item);

/// What enclosing groups say before the question ("Over the last 2 weeks, …"), outermost first, a paragraph each.
[[nodiscard]] QString preambleOf(survey::Item const& item, std::string_view language);

/// An option as a person reads it, with its prefix.
[[nodiscard]] QString wordsOf(survey::Option const& option, std::string_view language);

/// Answers as a person reads them back, one after the other with commas. Yes and no are left to the caller: empty then.
[[nodiscard]] QString wordsOf(survey::Item const& item, Json const& answers, std::string_view language);

/// The bare value of {"valueX": …} as a person types it; empty for codings.
[[nodiscard]] QString typedForm(Json const& value);

/// One typed value as {"valueX": …} of the item's type; nothing if it is not of that type. `typed` is not blank.
[[nodiscard]] std::optional<Json> parseTyped(survey::Item const& item, QString const& typed);

[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string toUtf8(QString const& text);

} // namespace kiosk::viewmodels
