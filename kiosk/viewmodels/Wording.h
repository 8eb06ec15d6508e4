#pragma once

#include "kiosk/core/packs/Translated.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/viewmodels/Question.h"

namespace kiosk::viewmodels {

/// How an item is asked, from its type, what it offers and the control it wishes for.
[[nodiscard]] Question::Kind kindOf(survey::Item const& item, survey::Situation const& situation);

/// What enclosing groups say before the question ("Over the last 2 weeks, …"), outermost first, a paragraph each. Where
/// a group is there several times, with its number. Without what the groups in `titled` say: it stands elsewhere.
[[nodiscard]] QString preambleOf(survey::Response const& response, survey::Instance const& instance,
                                 std::string_view language, std::vector<survey::Instance const*> const& titled = {});
/// What a group is called: its text, and its number where it is there several times.
[[nodiscard]] QString titleOf(survey::Response const& response, survey::Instance const& group,
                              std::string_view language);

/// What the form, or one of its expressions, says that is asked, with its prefix.
[[nodiscard]] QString textOf(survey::Instance const& instance, std::string_view language);

/// An option as a person reads it, without its prefix: its label or the columns that are for display.
[[nodiscard]] QString wordsOf(survey::Item const& item, survey::Option const& option, std::string_view language);

/// Answers as a person reads them back, one after the other with commas. Yes and no are left to the caller: empty then.
[[nodiscard]] QString wordsOf(survey::Instance const& instance, std::string_view language);

/// Text of a form in the form that `RichText` takes: what of its markup is safe. Empty: as plain as it stands.
[[nodiscard]] QVariantList blocksOf(survey::Rendering const& rendering, survey::Text const& plain, QString const& shown,
                                    std::string_view language);

[[nodiscard]] QString unitWords(survey::Coding const& unit, std::string_view language);

/// One of the practice's texts; empty: it has none, or not in this language.
[[nodiscard]] QString spoken(packs::Translated const& texts, std::string const& language);

[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string toUtf8(QString const& text);

} // namespace kiosk::viewmodels
