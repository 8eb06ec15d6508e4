#pragma once

#include "kiosk/core/fhirpath/Environment.h"
#include "kiosk/core/survey/Instances.h"

#include <limits>
#include <set>

namespace kiosk::survey {

/// What the application hands in when a response begins. There is no network: a query of a form finds what is in
/// `resources`.
struct Launch {
    std::map<std::string, std::shared_ptr<const fhir::Document>, std::less<>> contexts; ///< by name: `patient`
    Library resources;
    Instant now{}; ///< for today() and now()
    std::chrono::minutes zone{0};
    /// After so many steps in all, expressions have no result; if given, steps alone bound them and no clock does.
    std::uint64_t mostSteps = std::numeric_limits<std::uint64_t>::max();
};

/// Evaluates the expressions of a form for the instances of one response. What fails is a finding, once for each
/// expression, and has no result.
class Logic : private fhirpath::LinkIdIndex {
public:
    /// `instances` must outlive this and stay where it is.
    Logic(Instances const& instances, Launch launch);

    using Collection = fhirpath::Collection;

    /// `instance` null: the form. What it refers to is valid until the response changes.
    [[nodiscard]] Collection evaluate(std::size_t expression, Instance const* instance);
    /// True; or, where there is no result, `otherwise`.
    [[nodiscard]] bool holds(std::size_t expression, Instance const* instance, bool otherwise);

    /// What follows is one turn: what one answer brings about, or the opening of a form. All expressions together have
    /// so many steps for it; behind that they fail.
    static constexpr std::uint64_t mostStepsOfTurn = 20'000'000;
    void beginTurn() { m_turnBegan = m_steps; }

    [[nodiscard]] std::vector<Finding> const& findings() const { return m_findings; }
    /// What all evaluations have cost so far: fhirpath::Budget counts so. The same on every machine.
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

private:
    [[nodiscard]] bool covers(Element const& response) const override;
    void find(std::string_view linkId, Collection& items) const override;
    [[nodiscard]] Element const* contextOf(Instance const* instance) const;
    /// Adds the variables that an expression uses and that are visible at `instance`.
    void addVariables(std::set<std::string, std::less<>> const& names, Instance const* instance,
                      fhirpath::Environment& environment, int depth);
    bool addVariable(std::string const& name, std::span<const std::size_t> candidates, Instance const* owner,
                     fhirpath::Environment& environment, int depth);
    [[nodiscard]] Collection run(std::size_t expression, Instance const* instance, int depth);
    [[nodiscard]] Collection query(std::size_t expression, Instance const* instance,
                                   fhirpath::Environment const& environment);
    [[nodiscard]] static Collection ofRepetition(Collection all, Instance const& group);
    void report(Expression const& expression, std::string reason);

    Instances const& m_instances;
    Launch m_launch;
    std::uint64_t m_steps = 0;
    std::uint64_t m_turnBegan = 0;
    std::vector<bool> m_reported;
    std::vector<Finding> m_findings;
    std::vector<std::shared_ptr<const fhir::Document>> m_queryResults;
    std::map<std::size_t, Collection> m_queries; ///< results of queries, by expression
    /// Variables of the evaluation that is going on: one that several others use is evaluated once.
    std::map<std::pair<std::size_t, Instance const*>, Collection> m_variables;
};

} // namespace kiosk::survey
