#include "kiosk/core/survey/ResponseReader.h"

namespace kiosk::survey {

namespace {

constexpr std::size_t mostRepetitionsRead = 1000;

/// What the form has of this linkId directly in `holder`.
Element const* itemOfForm(Element const& holder, std::string_view linkId) {
    for (auto const& each : holder.children("item"))
        if (each.textOf("linkId") == linkId) return &each;
    return nullptr;
}

} // namespace

std::string pathOf(Element const& element) {
    std::string path;
    for (auto const* at = &element; at->parent(); at = at->parent()) {
        std::string step(at->member().text());
        if (at->isListed()) {
            std::size_t index = 0;
            for (auto const* each = at->parent()->child(at->member()); each && each != at;
                 each = each->nextOf(at->member()))
                ++index;
            step += "[" + std::to_string(index) + "]";
        }
        path = path.empty() ? step : step + "." + path;
    }
    return path;
}

void ResponseReader::read(Element const& response) {
    readItems(response, m_instances.roots(), m_instances.form().source());
}

Element const* ResponseReader::sourceOf(Instance const& instance) const {
    auto const found = m_sources.find(&instance);
    return found == m_sources.end() ? nullptr : found->second;
}

void ResponseReader::readItems(Element const& holder, List const& instances, Element const& formHolder) {
    for (auto const& item : holder.children("item"))
        if (auto* instance = place(item, instances, formHolder)) readItem(item, *instance);
}

/// The instance that an item of the response is; the next repetition if it is one of several.
Instance* ResponseReader::place(Element const& item, List const& instances, Element const& formHolder) {
    auto const linkId = item.textOf("linkId");
    std::vector<Instance*> all;
    for (auto const& each : instances)
        if (each->item->linkId == linkId) all.push_back(each.get());
    if (all.empty()) {
        auto const* known = itemOfForm(formHolder, linkId);
        if (!known) report(item, "the form has no such item here");
        if (known && item.child("answer")) report(item, "a display has no answers");
        return nullptr;
    }
    for (auto* each : all)
        if (!sourceOf(*each)) return each;
    if (all.front()->item->type == ItemType::Group && all.front()->item->repeats && all.size() < mostRepetitionsRead)
        return &m_instances.addRepetition(*all.front());
    report(item, "is there more than once");
    return nullptr;
}

void ResponseReader::readItem(Element const& item, Instance& instance) {
    m_sources.emplace(&instance, &item);
    if (!instance.item->isQuestion() && item.child("answer"))
        report(item, instance.item->type == ItemType::Group ? "a group has no answers" : "a display has no answers");
    if (instance.item->isQuestion() && item.child("item")) report(item, "items of a question belong under its answer");
    if (instance.item->isQuestion())
        readAnswers(item, instance);
    else
        readItems(item, instance.children, *instance.item->source);
}

void ResponseReader::readAnswers(Element const& item, Instance& instance) {
    auto const situation = instance.situation();
    std::vector<Element const*> values, answers;
    for (auto const& answer : item.children("answer")) {
        auto const* value = answer.child("value");
        if (!value) {
            report(answer, "an answer has no value");
            continue;
        }
        auto const* option = optionOf(situation.options, *value); // with the weights that expressions read
        values.push_back(option ? option->source : value);
        answers.push_back(&answer);
    }
    m_instances.setValues(instance, values);
    instance.isEdited = !values.empty();
    for (std::size_t i = 0; i < answers.size() && i < instance.entries.size(); ++i)
        readItems(*answers[i], instance.entries[i].nested, *instance.item->source);
}

void ResponseReader::report(Element const& item, std::string reason) {
    m_findings.push_back({Severity::Error, pathOf(item), std::move(reason)});
}

} // namespace kiosk::survey
