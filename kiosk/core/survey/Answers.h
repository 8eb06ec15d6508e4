#pragma once

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/survey/Item.h"

#include <functional>
#include <span>

namespace kiosk::survey {

/// Answers that come in: the members `answer` of a QuestionnaireResponse.item, as a document of their own.
/// Invalid: not a list of answers.
[[nodiscard]] Result<fhir::Document> parseAnswers(Json const& answers);
/// Of FHIR JSON text, so that decimals stay as they were written.
[[nodiscard]] Result<fhir::Document> parseAnswersText(std::string_view json);

/// What applies to one item at one place of one response: expressions can change it.
struct Situation {
    std::span<const Option> options;
    Element const* minValue = nullptr;
    Element const* maxValue = nullptr;
    bool readOnly = false;
    bool required = false;

    /// What the form says, without its expressions.
    [[nodiscard]] static Situation of(Item const& item);
};

/// How many answers a question can take: each option once, and a hundred in own words.
[[nodiscard]] inline std::size_t mostAnswers(std::span<const Option> options) {
    return options.size() + 100;
}

using Report = std::function<void(std::string reason)>;

/// Tells every rule that one answer breaks, and never the answer. `value` is a value[x].
void checkAnswer(Item const& item, Situation const& situation, Element const& value, Report const& report);
/// Tells every rule that answers break together: how many, twice the same, exclusive ones.
void checkTogether(Item const& item, Situation const& situation, std::span<Element const* const> values,
                   Report const& report);
/// The first rule that is broken; nothing if all is well.
[[nodiscard]] std::optional<std::string> checkAll(Item const& item, std::span<Element const* const> values,
                                                  Situation const* situation = nullptr);

/// The answers after a person touches one option: replaces the answer of a single choice; in a multiple choice adds it
/// or takes it away, an exclusive option ousting all others and being ousted by them. Own words of an open-choice stay
/// in a multiple choice.
[[nodiscard]] Json toggled(Item const& item, std::span<const Option> options, Json const& answers,
                           Option const& option);

/// The option an answer is, or null (own words, or a question without options).
[[nodiscard]] Option const* optionOf(std::span<const Option> options, Json const& answer);
[[nodiscard]] Option const* optionOf(std::span<const Option> options, Element const& value);

} // namespace kiosk::survey
