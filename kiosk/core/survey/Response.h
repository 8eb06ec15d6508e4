#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/survey/Form.h"

#include <memory>

namespace kiosk::survey {

/// How a response ended, in the words of QuestionnaireResponse.status.
enum class CompletionStatus { Completed, Stopped };

[[nodiscard]] std::string_view toString(CompletionStatus status);

/// What a response says of itself beside the answers.
struct Completion {
    Uuid record;
    Instant authored;
    CompletionStatus status = CompletionStatus::Completed;
    std::string language; ///< the one the person answered in
};

/// An answer that calls for the safety text at once.
struct SafetySignal {
    Item const* item = nullptr;
    double weight = 0;
};

/// One person's answers to a form. A value: one thread at a time; copies are independent. Starts with the form's
/// initial answers. Answers to items that become disabled are kept, so that a change of mind brings them back, but
/// count nowhere.
class Response {
public:
    explicit Response(std::shared_ptr<const Form> form);

    [[nodiscard]] Form const& form() const { return *m_form; }

    /// Replaces the answers to one question, an empty array clears them. `answers` is an array of {"value[x]": …}.
    /// NotFound: no such linkId. Invalid: linkId and the rule they break; nothing has changed then.
    [[nodiscard]] Result<void> answer(std::string_view linkId, Json const& answers);

    /// As kept, also while the item is disabled; an empty array if there are none or no such item.
    [[nodiscard]] Json const& answers(std::string_view linkId) const;
    /// The answers that count now: none while the item is disabled.
    [[nodiscard]] Json const& effectiveAnswers(Item const& item) const;
    [[nodiscard]] bool isEnabled(std::string_view linkId) const;
    [[nodiscard]] bool hasAnswers() const;

    /// The screens, in order: enabled questions and display texts, without what is hidden or read only. The text of a
    /// group is on Item::parent. Pointers live as long as the form.
    [[nodiscard]] std::vector<Item const*> questions() const;
    /// Enabled required questions without an answer, and required groups without any inside. Empty: may be completed.
    [[nodiscard]] std::vector<Item const*> missingRequired() const;
    /// The first answer at or above its item's safety threshold.
    [[nodiscard]] std::optional<SafetySignal> safety() const;

    /// A QuestionnaireResponse as short as FHIR R4 allows: enabled, answered items only; no texts, no displays.
    [[nodiscard]] Json toFhir(Completion const& completion) const;

private:
    [[nodiscard]] bool isAnswered(Item const& item) const;
    [[nodiscard]] bool isEnabled(Item const& item) const { return m_enabled[item.position]; }
    [[nodiscard]] Json itemsToFhir(std::vector<Item> const& items) const;
    [[nodiscard]] Json itemToFhir(Item const& item) const;

    std::shared_ptr<const Form> m_form;
    std::vector<Json> m_answers; ///< by Item::position
    std::vector<bool> m_enabled; ///< by Item::position
};

} // namespace kiosk::survey
