#include "kiosk/core/survey/Enablement.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

using Edges = std::vector<std::vector<std::size_t>>;

/// What each item depends on, by position.
Edges sourcesOf(std::span<Item const* const> items, Enablement::Reads const& reads) {
    Edges sources(items.size());
    for (auto const* item : items) {
        auto& own = sources[item->position];
        if (item->parent) own.push_back(item->parent->position);
        for (auto const& condition : item->conditions)
            if (condition.question) own.push_back(condition.question->position);
        if (item->position < reads.items.size())
            own.insert(own.end(), reads.items[item->position].begin(), reads.items[item->position].end());
        std::ranges::sort(own);
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    return sources;
}

/// Depth first, without recursion: an item is placed when all it depends on is.
class Sorter {
public:
    Sorter(std::span<Item const* const> items, Edges const& sources, std::vector<Finding>& findings) :
        m_items(items), m_sources(sources), m_findings(findings), m_states(items.size(), State::New) {}

    std::vector<Item const*> sort() {
        for (auto const* item : m_items) place(item->position);
        return std::move(m_order);
    }

private:
    enum class State { New, Open, Placed };
    struct Step {
        std::size_t position;
        std::size_t nextSource = 0;
    };

    void place(std::size_t start) {
        if (m_states[start] != State::New) return;
        open(start);
        while (!m_path.empty()) {
            auto& step = m_path.back();
            if (step.nextSource == m_sources[step.position].size()) {
                m_states[step.position] = State::Placed;
                m_order.push_back(m_items[step.position]);
                m_path.pop_back();
                continue;
            }
            auto const source = m_sources[step.position][step.nextSource++];
            if (m_states[source] == State::Open) reportCycle(source);
            if (m_states[source] == State::New) open(source);
        }
    }

    void open(std::size_t position) {
        m_states[position] = State::Open;
        m_path.push_back({position});
    }

    void reportCycle(std::size_t from) {
        constexpr std::ptrdiff_t mostNamed = 20;
        std::string chain;
        auto const start = std::ranges::find(m_path, from, &Step::position);
        auto const isLong = m_path.end() - start > mostNamed;
        for (auto step = start; step != (isLong ? start + mostNamed : m_path.end()); ++step)
            chain += "'" + m_items[step->position]->linkId + "', ";
        if (isLong) chain += "…, ";
        addFinding(m_findings,
                   {Severity::Error, "item '" + m_items[from]->linkId + "'",
                    "its logic goes round in a circle: " + chain + "'" + m_items[from]->linkId + "'", Topic::Cycle});
    }

    std::span<Item const* const> m_items;
    Edges const& m_sources;
    std::vector<Finding>& m_findings;
    std::vector<State> m_states;
    std::vector<Step> m_path;
    std::vector<Item const*> m_order;
};

} // namespace

Enablement Enablement::plan(std::span<Item const* const> items, Reads const& reads, std::vector<Finding>& findings) {
    Enablement plan;
    auto const sources = sourcesOf(items, reads);
    plan.m_order = Sorter(items, sources, findings).sort();
    plan.m_rank.resize(items.size());
    for (std::size_t rank = 0; rank < plan.m_order.size(); ++rank) plan.m_rank[plan.m_order[rank]->position] = rank;
    plan.m_dependents.resize(items.size());
    for (auto const* item : items)
        for (auto const source : sources[item->position])
            if (source != item->position) plan.m_dependents[source].push_back(item);
    for (auto const* item : items)
        if (item->position < reads.everything.size() && reads.everything[item->position])
            plan.m_watchers.push_back(item);
    return plan;
}

} // namespace kiosk::survey
