#pragma once

#include "kiosk/core/survey/Form.h"

#include <functional>

namespace kiosk::lint {

/// A text that a person reads, and where it stands: "item 'a' option 'b'".
struct FormText {
    enum class Kind { Sentence, Answer, Hint };
    std::string path;
    survey::Text const* text = nullptr;
    Kind kind = Kind::Sentence; ///< Hint: short by nature (a prefix, an entry format)
    survey::Item const* item = nullptr;
};

/// Everything in a form that a person reads, in reading order; what is empty is left out. Prefixes of options ("a)")
/// are not: they are the same in all languages.
[[nodiscard]] std::vector<FormText> textsOf(survey::Form const& form);

/// "item 'linkId'"
[[nodiscard]] std::string pathOf(survey::Item const& item);
/// "item 'linkId' option 'code'"
[[nodiscard]] std::string pathOf(survey::Item const& item, survey::Option const& option);
/// The language that the form itself is written in: "en" if it does not say.
[[nodiscard]] std::string const& ownLanguage(survey::Form const& form);
/// "es" of "es-MX"
[[nodiscard]] std::string_view primaryTag(std::string_view language);
/// The words in this very language; null: there are none. `own` is the form's own language.
[[nodiscard]] std::string const* wordsIn(survey::Text const& text, std::string_view language, std::string_view own);

} // namespace kiosk::lint
