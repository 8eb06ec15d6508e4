#include "kiosk/core/survey/Validation.h"

#include "kiosk/core/survey/Moments.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/core/survey/ResponseReader.h"
#include "kiosk/core/survey/Shape.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

class Validator {
public:
    Validator(std::shared_ptr<const Form> const& form, Element const& source, std::vector<Finding>& findings) :
        m_findings(findings), m_response(Response::read(form, source, findings, m_sources)) {
        auto const status = source.textOf("status");
        m_isInProgress = status == "in-progress";
        m_isDone = status == "completed" || status == "amended";
        m_isSigned = extension(source, names::responseSignature) != nullptr;
    }

    void validate() {
        checkList(m_response.instances().roots());
        for (auto const* instance : m_response.miscalculated())
            add(Severity::Error, *instance, "is not what the form calculates");
        checkSignature();
        for (auto& finding : m_response.brokenConstraints()) addFinding(m_findings, std::move(finding));
    }

private:
    Element const* sourceOf(Instance const& instance) const {
        auto const found = m_sources.find(&instance);
        return found == m_sources.end() ? nullptr : found->second;
    }

    void checkList(std::vector<std::unique_ptr<Instance>> const& instances) {
        for (auto const& instance : instances) check(*instance);
    }

    void checkSignature() {
        if (m_isDone && !m_isSigned && m_response.needsSignature())
            addFinding(m_findings, {Severity::Error, "", "signature: the form asks for one, and there is none"});
    }

    void check(Instance const& instance) {
        auto const* source = sourceOf(instance);
        bool const hasContent = source && (source->child("answer") || source->child("item"));
        if (!instance.isEnabled && hasContent && instance.item->type != ItemType::Display)
            return add(Severity::Error, instance, "is answered but not enabled");
        if (!instance.isEnabled) return;
        checkCount(instance, source);
        if (instance.item->isQuestion()) checkAnswers(instance, source);
        if (source) checkList(instance.children);
        for (auto const& slot : instance.entries)
            if (slot.kept) checkList(slot.nested);
    }

    /// The value of each answer; null: it has none.
    static std::vector<Element const*> answersIn(Element const* item) {
        std::vector<Element const*> values;
        if (!item) return values;
        for (auto const& answer : item->children("answer")) values.push_back(answer.child("value"));
        return values;
    }

    void checkCount(Instance const& instance, Element const* source) {
        auto const& item = *instance.item;
        auto const count = item.isQuestion() ? answersIn(source).size() : source && source->child("item") ? 1U : 0U;
        if (instance.situation().required && count == 0) return addCount(instance, "is required");
        if (item.isQuestion() && item.rules.minOccurs && count < *item.rules.minOccurs)
            addCount(instance, "has fewer answers than minOccurs");
        if (!item.isQuestion()) return checkRepetitions(instance);
        if (count > 1 && !item.repeats) addCount(instance, "takes one answer");
        if (item.rules.maxOccurs && count > *item.rules.maxOccurs)
            addCount(instance, "has more answers than maxOccurs");
    }

    void checkRepetitions(Instance const& group) {
        if (group.item->type != ItemType::Group || !group.item->repeats) return;
        auto const all = m_response.instances().repetitions(group);
        std::size_t there = 0;
        for (auto const* each : all) there += sourceOf(*each) ? 1U : 0U;
        if (&group != all.front() || there == 0) return;
        if (group.item->rules.minOccurs && there < *group.item->rules.minOccurs)
            addCount(group, "is there fewer times than minOccurs");
        if (group.item->rules.maxOccurs && there > *group.item->rules.maxOccurs)
            addCount(group, "is there more times than maxOccurs");
    }

    void checkAnswers(Instance const& instance, Element const* source) {
        auto const& item = *instance.item;
        if (item.hasOpenOptions && !item.valueSet.empty() && instance.hasValues())
            return add(Severity::Error, instance, "its value set is not at hand");
        auto const situation = instance.situation();
        bool hasExclusive = false;
        auto values = answersIn(source);
        values.resize(std::min(values.size(), mostAnswers(situation.options))); // that there are more is said already
        for (auto const* value : values) {
            if (!value) continue; // said already
            checkAnswer(item, situation, *value,
                        [&](std::string reason) { add(Severity::Error, instance, std::move(reason)); });
            auto const* option = optionOf(situation.options, *value);
            if (option) checkDisplay(instance, *option, *value);
            hasExclusive = hasExclusive || (option && option->exclusive);
        }
        if (hasExclusive && instance.values().size() > 1)
            add(Severity::Error, instance, "an optionExclusive answer goes with no other");
    }

    /// Words that are not those of the code, where the code is from a value set.
    void checkDisplay(Instance const& instance, Option const& option, Element const& value) {
        auto const display = value.textOf("display");
        if (instance.item->valueSet.empty() || display.empty() || option.source->textOf("display").empty()) return;
        bool isKnown = display == option.source->textOf("display");
        for (auto const& [language, words] : option.label.translations()) isKnown = isKnown || words == display;
        if (!isKnown) add(Severity::Error, instance, "the display is not that of the code");
    }

    void addCount(Instance const& instance, std::string reason) {
        add(m_isInProgress ? Severity::Warning : Severity::Error, instance, std::move(reason));
    }
    void add(Severity severity, Instance const& instance, std::string reason) {
        auto const* source = sourceOf(instance);
        auto path = "item '" + instance.item->linkId + "'";
        if (source && !isFull(m_findings)) path = pathOf(*source) + " (" + path + ")";
        addFinding(m_findings, {severity, std::move(path), std::move(reason)});
    }

    std::vector<Finding>& m_findings;
    Response::Sources m_sources;
    Response m_response;
    bool m_isInProgress = false, m_isDone = false, m_isSigned = false;
};

/// The codes of QuestionnaireResponse.status in R4.
constexpr std::array<std::string_view, 5> statuses{"in-progress", "completed", "amended", "entered-in-error",
                                                   "stopped"};

void checkHead(Form const& form, Element const& response, std::vector<Finding>& findings) {
    const Notes notes(findings, "");
    if (!response.child("status"))
        notes.error("status: is missing");
    else if (std::ranges::find(statuses, response.textOf("status")) == statuses.end())
        notes.error("status: is not one of in-progress, completed, amended, entered-in-error, stopped");
    auto const canonical = response.textOf("questionnaire");
    if (canonical.empty()) notes.warning("questionnaire: does not say which form it answers");
    if (!canonical.empty() && !isNamed(form.source(), canonical))
        notes.warning("questionnaire: names another form or version");
    auto const status = form.source().textOf("status");
    if (status == "draft" || status == "retired") notes.warning("the form is " + std::string(status));
    auto const* authored = response.child("authored");
    auto const* period = form.source().child("effectivePeriod");
    if (!authored || !period) return;
    auto const* start = period->child("start");
    auto const* end = period->child("end");
    if ((start && compareMoments(authored->text(), start->text()) < 0) ||
        (end && compareMoments(authored->text(), end->text()) > 0))
        notes.warning("authored when the form was not in force");
}

} // namespace

std::vector<Finding> validate(std::shared_ptr<const Form> const& form, Element const& response) {
    std::vector<Finding> findings;
    if (response.textOf("resourceType") != "QuestionnaireResponse")
        return {{Severity::Error, "", "resourceType: not a QuestionnaireResponse"}};
    if (!form) return {{Severity::Error, "", "questionnaire: the form is not at hand"}};
    checkShape(response, findings);
    checkHead(*form, response, findings);
    Validator(form, response, findings).validate();
    return findings;
}

} // namespace kiosk::survey
