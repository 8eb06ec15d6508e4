#include "kiosk/core/survey/Instances.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

std::string joined(std::string const& numbers, std::uint32_t id) {
    return numbers.empty() ? std::to_string(id) : numbers + "." + std::to_string(id);
}

std::string addressOf(Item const& item, std::string const& numbers) {
    return numbers.empty() ? item.linkId : item.linkId + "#" + numbers;
}

/// Numbers of the items under one answer, or inside a group.
std::string numbersInside(Instance const& instance, std::uint32_t slot) {
    if (instance.item->isQuestion()) return instance.item->repeats ? joined(instance.numbers, slot) : instance.numbers;
    return instance.item->repeats ? joined(instance.numbers, instance.id) : instance.numbers;
}

/// Leaves a slot with the number 0 behind.
AnswerSlot taken(AnswerSlot& slot) {
    auto result = std::move(slot);
    slot.id = 0;
    slot.kept = slot.live = nullptr;
    return result;
}

bool isRepeatingGroup(Item const& item) {
    return item.type == ItemType::Group && item.repeats;
}

fhir::Type const* typeNamed(char const* name) {
    return fhir::Model::r4().find(name);
}

} // namespace

Instances::Instances(std::shared_ptr<const Form> form) :
    m_form(std::move(form)), m_live(typeNamed("QuestionnaireResponse")),
    m_vault(typeNamed("QuestionnaireResponse.item")), m_byItem(m_form->allItems().size()) {
    m_live.setString(m_live.append(m_live.root(), "resourceType"), "QuestionnaireResponse");
    m_live.setString(m_live.append(m_live.root(), "questionnaire"), m_form->canonical());
    m_live.setString(m_live.append(m_live.root(), "status"), "in-progress");
    fill(m_roots, m_form->items(), nullptr, {});
    attachAll(m_roots, m_live.root());
}

Instance* Instances::find(std::string_view address) const {
    if (auto const found = m_byAddress.find(std::string(address)); found != m_byAddress.end()) return found->second;
    auto const* item = m_form->find(address);
    return item && !of(*item).empty() ? of(*item).front() : nullptr;
}

bool Instances::hasRoom(Item const& item, std::size_t count) const {
    // An answer is no instance, what is nested under it is.
    auto const each = item.end - item.position - (item.isQuestion() ? 1 : 0);
    return each == 0 || m_byAddress.size() + std::min(count, mostInstances) * each <= mostInstances;
}

void Instances::fill(List& list, std::vector<Item> const& items, Instance* parent, std::string const& numbers) {
    for (auto const& item : items) {
        auto const count = isRepeatingGroup(item) ? std::max<std::size_t>(1, item.rules.minOccurs.value_or(1)) : 1;
        for (std::size_t i = 1; i <= std::min<std::size_t>(count, mostAtStart) && (i == 1 || hasRoom(item)); ++i)
            list.push_back(make(item, parent, numbers, static_cast<std::uint32_t>(i)));
    }
}

std::unique_ptr<Instance> Instances::make(Item const& item, Instance* parent, std::string const& numbers,
                                          std::uint32_t id) {
    auto instance = std::make_unique<Instance>();
    instance->item = &item;
    instance->parent = parent;
    instance->id = id;
    instance->numbers = numbers;
    instance->address = addressOf(item, isRepeatingGroup(item) ? joined(numbers, id) : numbers);
    m_byItem[item.position].push_back(instance.get());
    m_byAddress.emplace(instance->address, instance.get());
    if (item.isQuestion() && !item.repeats && !item.items.empty()) addSlot(*instance, 1);
    if (!item.initial.empty() && hasRoom(item, item.initial.size())) setValues(*instance, item.initial);
    if (!item.isQuestion()) fill(instance->children, item.items, instance.get(), numbersInside(*instance, 0));
    return instance;
}

void Instances::addSlot(Instance& instance, std::uint32_t id) {
    auto& slot = instance.entries.emplace_back();
    slot.id = id;
    instance.lastSlot = std::max(instance.lastSlot, id);
    fill(slot.nested, instance.item->items, &instance, numbersInside(instance, id));
}

/// Under `holder`, in front of `before` or last, with all inside that has a place.
void Instances::attach(Instance& instance, Element& holder, Element* before) {
    instance.element = before ? &m_live.insertBefore(*before) : &m_live.append(holder, "item");
    m_live.setString(m_live.append(*instance.element, "linkId"), instance.item->linkId);
    attachAll(instance.children, *instance.element);
    if (instance.isEnabled) show(instance);
}

void Instances::attachAll(List& list, Element& holder) {
    for (auto& instance : list) attach(*instance, holder, nullptr);
}

void Instances::setEnabled(Instance& instance, bool isEnabled) {
    instance.isEnabled = isEnabled;
    if (instance.element) show(instance);
}

/// Makes the live answers what they should be.
void Instances::show(Instance& instance) {
    for (auto& slot : instance.entries) {
        bool const counts = instance.isEnabled && slot.kept;
        if (slot.live && !counts) {
            for (auto& nested : slot.nested) detached(*nested);
            m_live.erase(*std::exchange(slot.live, nullptr));
        }
        if (!slot.live && counts) {
            slot.live = &m_live.append(*instance.element, "answer");
            auto const* value = slot.kept->child("value");
            m_live.appendCopy(*slot.live, value->member().text(), *value);
            attachAll(slot.nested, *slot.live);
        }
    }
}

/// Its element goes, or has gone, with what it is in.
void Instances::detached(Instance& instance) {
    instance.element = nullptr;
    for (auto& slot : instance.entries) {
        slot.live = nullptr;
        for (auto& nested : slot.nested) detached(*nested);
    }
    for (auto& child : instance.children) detached(*child);
}

void Instances::keep(AnswerSlot& slot, Element const* value) {
    if (slot.kept) m_vault.erase(*std::exchange(slot.kept, nullptr));
    if (!value) return;
    slot.kept = &m_vault.append(m_vault.root(), "answer");
    auto const name = "value" + std::string(valueType(*value));
    m_vault.appendCopy(*slot.kept, name, *value);
}

void Instances::setValues(Instance& instance, std::span<Element const* const> values,
                          std::span<const std::uint32_t> ids) {
    auto before = std::exchange(instance.entries, {});
    auto next = instance.lastSlot + 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const id = i < ids.size() ? std::optional(ids[i]) : std::nullopt;
        if (auto* old = slotFor(instance, before, *values[i], id))
            instance.entries.push_back(taken(*old));
        else
            addSlot(instance, instance.item->repeats ? id.value_or(next++) : 1);
        replace(instance.entries.back(), *values[i]);
    }
    for (auto& old : before)
        if (old.id != 0) dropSlot(instance, old);
    if (instance.element) show(instance);
}

/// The slot that stays for a value: the only one, the one of that number, or the one that has the value.
AnswerSlot* Instances::slotFor(Instance const& instance, std::vector<AnswerSlot>& entries, Element const& value,
                               std::optional<std::uint32_t> id) {
    auto const fits = [&](AnswerSlot const& slot) {
        if (slot.id == 0) return false; // taken
        if (!instance.item->repeats) return true;
        auto const* kept = slot.kept ? slot.kept->child("value") : nullptr;
        return id ? slot.id == *id : kept && same(*kept, value);
    };
    auto const found = std::ranges::find_if(entries, fits);
    return found == entries.end() ? nullptr : &*found;
}

void Instances::replace(AnswerSlot& slot, Element const& value) {
    auto const* kept = slot.kept ? slot.kept->child("value") : nullptr;
    if (kept && valueType(*kept) == valueType(value) && toJson(*kept) == toJson(value)) return;
    keep(slot, &value);
    if (!slot.live) return;
    for (auto& nested : slot.nested) detached(*nested);
    m_live.erase(*std::exchange(slot.live, nullptr));
}

/// A slot whose answer is gone. That of a question with one answer stays, for what is nested in it.
void Instances::dropSlot(Instance& instance, AnswerSlot& slot) {
    for (auto& nested : slot.nested) detached(*nested);
    if (slot.live) m_live.erase(*std::exchange(slot.live, nullptr));
    keep(slot, nullptr);
    if (!instance.item->repeats && !slot.nested.empty())
        instance.entries.push_back(std::move(slot));
    else
        for (auto& nested : slot.nested) forget(*nested);
}

void Instances::forget(Instance& instance) {
    for (auto& slot : instance.entries) {
        for (auto& nested : slot.nested) forget(*nested);
        keep(slot, nullptr);
    }
    for (auto& child : instance.children) forget(*child);
    std::erase(m_byItem[instance.item->position], &instance);
    m_byAddress.erase(instance.address);
}

Instances::List& Instances::siblings(Instance const& instance) {
    if (!instance.parent) return m_roots;
    if (!instance.parent->item->isQuestion()) return instance.parent->children;
    for (auto& slot : instance.parent->entries)
        for (auto const& nested : slot.nested)
            if (nested.get() == &instance) return slot.nested;
    return instance.parent->children; // not reached: an instance is where its parent has it
}

std::vector<Instance*> Instances::repetitions(Instance const& group) const {
    std::vector<Instance*> all;
    for (auto const& each : const_cast<Instances*>(this)->siblings(group)) // only looked at
        if (each->item == group.item) all.push_back(each.get());
    return all;
}

Instance& Instances::addRepetition(Instance& group, std::optional<std::uint32_t> id) {
    auto const all = repetitions(group);
    auto made = make(*group.item, group.parent, group.numbers, id.value_or(lastNumber(group) + 1));
    auto& added = *made;
    auto& list = siblings(group);
    auto* last = all.back();
    auto const after = std::ranges::find(list, last, &std::unique_ptr<Instance>::get);
    list.insert(after + 1, std::move(made));
    if (!last->element) return added;
    added.element = &m_live.insertAfter(*last->element);
    m_live.setString(m_live.append(*added.element, "linkId"), added.item->linkId);
    attachAll(added.children, *added.element);
    return added;
}

std::uint32_t Instances::lastNumber(Instance const& group) const {
    auto const gone = m_lastNumbers.find(listAddress(group));
    std::uint32_t last = gone == m_lastNumbers.end() ? 0 : gone->second;
    for (auto const* each : repetitions(group)) last = std::max(last, each->id);
    return last;
}

void Instances::noteNumber(Instance const& group, std::uint32_t number) {
    auto& last = m_lastNumbers[listAddress(group)];
    last = std::max(last, number);
}

void Instances::removeRepetition(Instance& group) {
    noteNumber(group, group.id);
    auto& list = siblings(group);
    auto const at = std::ranges::find(list, &group, &std::unique_ptr<Instance>::get);
    auto* element = group.element;
    detached(group);
    if (element) m_live.erase(*element);
    forget(group);
    list.erase(at);
}

std::string Instances::listAddress(Instance const& group) {
    return addressOf(*group.item, group.numbers);
}

Instance const* Instances::around(Instance const& inner, Item const* around) {
    auto const* at = &inner;
    while (at && at->item != around) at = at->parent;
    return at;
}

bool Instances::isInside(Instance const& inner, Instance const* outer) {
    if (!outer) return true;
    for (auto const* at = &inner; at; at = at->parent)
        if (at == outer) return true;
    return false;
}

} // namespace kiosk::survey
