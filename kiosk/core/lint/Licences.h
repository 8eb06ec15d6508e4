#pragma once

#include "kiosk/core/survey/Form.h"

#include <set>
#include <span>

namespace kiosk::lint {

/// A text as its owner publishes it, in each language of which an official text is known.
struct Phrase {
    std::string_view language; ///< "en", "es"
    std::string_view text;
};
using Wording = std::vector<Phrase>;

/// An item of an instrument that may be shown only in its owner's words.
struct LicensedItem {
    std::string_view linkId; ///< in kiosk/instruments
    std::string_view code;   ///< LOINC; may be empty
    bool isScored = false;   ///< the instrument is not complete without it
    Wording words;
    std::vector<Wording> answers;
};

struct LicensedInstrument {
    std::string_view id;                   ///< in kiosk/instruments: "phq-9"
    std::string_view name;                 ///< "PHQ-9"
    std::string_view panel;                ///< LOINC code of the whole; may be empty
    std::string_view scoreCode;            ///< LOINC code of its score; empty: it has none for one person
    std::vector<std::string_view> notices; ///< what `copyright` must hold, word for word
    std::vector<LicensedItem> items;
};

/// PHQ-9, PHQ-2, GAD-7 and the Friends and Family question: LicensedWords.inc, which `make-licensed-words` writes from
/// the forms we ship; a test holds it against the hashes in tests/vectors/licensed-words.
[[nodiscard]] std::span<const LicensedInstrument> licensedInstruments();

/// How sure it is that a form is an instrument.
enum class Likeness {
    None,
    Copied, ///< most of its items have the same words, but it goes by another name
    Named   ///< its url or its LOINC code says so
};

/// A form beside an instrument.
struct Resemblance {
    LicensedInstrument const* instrument = nullptr;
    Likeness likeness = Likeness::None;
    std::size_t likeItems = 0; ///< scored items with nearly the same words
    std::size_t scoredItems = 0;
    std::vector<survey::Item const*> items; ///< for each of the instrument's: which one it is here; null: none
};

/// The instruments that a form is or copies. One that is part of another it copies (PHQ-2 in PHQ-9) is left out.
[[nodiscard]] std::vector<Resemblance> instrumentsIn(survey::Form const& form);

/// The items of a form whose words belong to others.
[[nodiscard]] std::set<survey::Item const*> licensedItems(survey::Form const& form);

} // namespace kiosk::lint
