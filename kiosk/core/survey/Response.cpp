#include "kiosk/core/survey/Response.h"

#include "kiosk/core/survey/Answers.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

Json const& noAnswers() {
    static const Json none = Json::array();
    return none;
}

} // namespace

std::string_view toString(CompletionStatus status) {
    return status == CompletionStatus::Completed ? "completed" : "stopped";
}

Response::Response(std::shared_ptr<const Form> form) : m_form(std::move(form)), m_enabled(m_form->allItems().size()) {
    for (auto const* item : m_form->allItems()) m_answers.push_back(item->initial);
    m_form->enablement().update(m_answers, m_enabled);
}

Result<void> Response::answer(std::string_view linkId, Json const& answers) {
    auto const* item = m_form->find(linkId);
    if (!item)
        return fail(ErrorKind::NotFound,
                    "item '" + std::string(linkId) + "': no such linkId in " + m_form->canonical());
    if (item->readOnly) return fail(ErrorKind::Invalid, "item '" + item->linkId + "': is readOnly");
    m_answers[item->position] = TRY(checkAnswers(*item, answers));
    m_form->enablement().update(m_answers, m_enabled);
    return {};
}

Json const& Response::answers(std::string_view linkId) const {
    auto const* item = m_form->find(linkId);
    return item ? m_answers[item->position] : noAnswers();
}

Json const& Response::effectiveAnswers(Item const& item) const {
    return isEnabled(item) ? m_answers[item.position] : noAnswers();
}

bool Response::isEnabled(std::string_view linkId) const {
    auto const* item = m_form->find(linkId);
    return item && isEnabled(*item);
}

bool Response::hasAnswers() const {
    auto const wasTouched = [this](Item const* item) {
        return !m_answers[item->position].empty() && m_answers[item->position] != item->initial;
    };
    return std::ranges::any_of(m_form->allItems(), wasTouched);
}

std::vector<Item const*> Response::questions() const {
    std::vector<Item const*> result;
    for (auto const* item : m_form->allItems())
        if (isEnabled(*item) && !item->hidden && !item->readOnly && item->type != ItemType::Group)
            result.push_back(item);
    return result;
}

bool Response::isAnswered(Item const& item) const {
    if (!effectiveAnswers(item).empty()) return true;
    return item.type == ItemType::Group &&
           std::ranges::any_of(item.items, [this](Item const& child) { return isAnswered(child); });
}

std::vector<Item const*> Response::missingRequired() const {
    std::vector<Item const*> result;
    for (auto const* item : m_form->allItems())
        if (item->required && isEnabled(*item) && !item->hidden && !item->readOnly && !isAnswered(*item))
            result.push_back(item);
    return result;
}

std::optional<SafetySignal> Response::safety() const {
    for (auto const* item : m_form->allItems()) {
        if (!item->safetyThreshold) continue;
        for (auto const& answer : effectiveAnswers(*item)) {
            auto const* option = optionOf(*item, answer);
            if (option && option->weight && *option->weight >= *item->safetyThreshold)
                return SafetySignal{item, *option->weight};
        }
    }
    return std::nullopt;
}

Json Response::toFhir(Completion const& completion) const {
    Json result{{"resourceType", "QuestionnaireResponse"}};
    if (!completion.language.empty()) result["language"] = completion.language;
    result["questionnaire"] = m_form->canonical();
    result["status"] = toString(completion.status);
    result["authored"] = base::toIsoText(completion.authored);
    if (auto items = itemsToFhir(m_form->items()); !items.empty()) result["item"] = std::move(items);
    return result;
}

Json Response::itemsToFhir(std::vector<Item> const& items) const {
    auto result = Json::array();
    for (auto const& item : items)
        if (auto json = itemToFhir(item); json.size() > 1) result.push_back(std::move(json)); // more than the linkId
    return result;
}

Json Response::itemToFhir(Item const& item) const {
    Json result{{"linkId", item.linkId}};
    if (item.hidden || !isEnabled(item)) return result;
    auto nested = itemsToFhir(item.items);
    if (item.isQuestion() && !m_answers[item.position].empty()) {
        result["answer"] = m_answers[item.position];
        if (!nested.empty()) result["answer"][0]["item"] = std::move(nested); // such a question takes one answer
    } else if (!item.isQuestion() && !nested.empty()) {
        result["item"] = std::move(nested);
    }
    return result;
}

} // namespace kiosk::survey
