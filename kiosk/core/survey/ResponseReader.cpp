#include "kiosk/core/survey/ResponseReader.h"

namespace kiosk::survey {

namespace {

constexpr std::size_t mostRepetitionsRead = 1000; // of one group in one place

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
    Places places;
    for (auto const& item : formHolder.children("item")) places.try_emplace(item.textOf("linkId"), places.size());
    for (auto const& each : instances) places[each->item->linkId].all.push_back(each.get());
    std::size_t furthest = 0;
    for (auto const& item : holder.children("item")) {
        auto const found = places.find(item.textOf("linkId"));
        if (found != places.end() && found->second.order < furthest) report(item, "stands behind one that comes later");
        if (found != places.end()) furthest = std::max(furthest, found->second.order);
        if (auto* instance = place(item, places)) readItem(item, *instance);
    }
}

/// The instance that an item of the response is; the next repetition if it is one of several.
Instance* ResponseReader::place(Element const& item, Places& places) {
    auto const found = places.find(item.textOf("linkId"));
    if (found == places.end()) {
        report(item, "the form has no such item here");
        return nullptr;
    }
    auto& all = found->second.all;
    auto& taken = found->second.taken;
    if (all.empty()) {
        if (item.child("answer")) report(item, "a display has no answers");
        return nullptr;
    }
    if (taken < all.size()) return all[taken++];
    auto& first = *all.front();
    bool const mayRepeat = first.item->type == ItemType::Group && first.item->repeats;
    if (!mayRepeat || taken >= mostRepetitionsRead || !m_instances.hasRoom(*first.item)) {
        report(item, mayRepeat ? "is a repetition more than are read" : "is there more than once");
        return nullptr;
    }
    ++taken;
    return &m_instances.addRepetition(first);
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
        if (values.size() == mostAnswers(situation.options) ||
            !m_instances.hasRoom(*instance.item, values.size() + 1)) {
            report(answer, "is an answer more than are read");
            break;
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
    // A path takes as long to say as the list is: one that is not kept need not be said.
    addFinding(m_findings, {Severity::Error, isFull(m_findings) ? "" : pathOf(item), std::move(reason)});
}

} // namespace kiosk::survey
