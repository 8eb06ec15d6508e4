#include "kiosk/core/survey/Enablement.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

/// Depth first: an item is placed when all it depends on is.
class Sorter {
public:
    explicit Sorter(std::size_t count) : m_states(count, State::New) {}

    Result<void> place(Item const& item) {
        auto& state = m_states[item.position];
        if (state == State::Placed) return {};
        if (state == State::Open)
            return fail(ErrorKind::Invalid, "item '" + item.linkId + "': enableWhen goes round in a circle");
        state = State::Open;
        if (item.parent) TRY(place(*item.parent));
        for (auto const& condition : item.conditions) TRY(place(*condition.question));
        state = State::Placed;
        m_order.push_back(&item);
        return {};
    }

    std::vector<Item const*> take() { return std::move(m_order); }

private:
    enum class State { New, Open, Placed };
    std::vector<State> m_states;
    std::vector<Item const*> m_order;
};

bool satisfies(std::partial_ordering order, Comparison comparison) {
    switch (comparison) {
    case Comparison::Greater: return order > 0;
    case Comparison::Less: return order < 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::LessOrEqual: return order <= 0;
    default: return order == 0;
    }
}

bool holds(Condition const& condition, Json const& answers) {
    if (condition.comparison == Comparison::Exists)
        return answers.empty() != condition.answer["valueBoolean"].get<bool>();
    auto const matches = [&](Json const& answer) {
        return satisfies(compare(answer, condition.answer), condition.comparison);
    };
    return std::ranges::any_of(answers, matches) != (condition.comparison == Comparison::NotEqual);
}

} // namespace

Result<Enablement> Enablement::plan(std::span<Item const* const> items) {
    Sorter sorter(items.size());
    for (auto const* item : items) TRY(sorter.place(*item));
    Enablement enablement;
    enablement.m_order = sorter.take();
    return enablement;
}

void Enablement::update(std::span<const Json> answers, std::vector<bool>& enabled) const {
    static const Json none = Json::array();
    auto const effective = [&](Item const& item) -> Json const& {
        return enabled[item.position] ? answers[item.position] : none;
    };
    auto const met = [&](Condition const& condition) { return holds(condition, effective(*condition.question)); };
    for (auto const* item : m_order) {
        bool const around = !item->parent || (enabled[item->parent->position] &&
                                              (!item->parent->isQuestion() || !effective(*item->parent).empty()));
        bool const own =
            item->conditions.empty() || (item->needsAllConditions ? std::ranges::all_of(item->conditions, met)
                                                                  : std::ranges::any_of(item->conditions, met));
        enabled[item->position] = around && own;
    }
}

} // namespace kiosk::survey
