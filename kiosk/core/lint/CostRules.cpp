#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Robot.h"
#include "kiosk/core/lint/Rules.h"

#include <algorithm>
#include <set>

namespace kiosk::lint {

namespace {

constexpr std::string_view tooSlow = "too-slow";
constexpr std::string_view untried = "untried";

/// In steps of the engine (fhirpath::Budget), which are the same on every machine; a kiosk does some ten million a
/// second.
constexpr std::uint64_t stepsToBegin = 1'000'000;
constexpr std::uint64_t stepsForATap = 100'000;
constexpr std::uint64_t stepsInAll = 4'000'000; ///< of a session; then it stops: enough is known
constexpr std::size_t answersInAll = 1000;
constexpr std::uint32_t sessions = 3;
constexpr std::size_t mostRefused = 20; ///< items that are told of
constexpr std::size_t largeForm = 100;  ///< items; with fewer the square of them is nothing

std::string counted(std::uint64_t steps, std::uint64_t budget) {
    return std::to_string(steps) + " steps, the budget is " + std::to_string(budget);
}

void checkGrowth(survey::Form const& form, Remarks& remarks) {
    if (form.allItems().size() < largeForm) return;
    for (auto const& expression : form.expressions())
        if (expression.program && fhirpath::analyse(*expression.program, {}).cost == fhirpath::Cost::Quadratic)
            remarks.push_back({Severity::Warning, expression.item ? pathOf(*expression.item) : std::string{},
                               "an expression whose work grows with the square of the form, which has " +
                                   std::to_string(form.allItems().size()) + " items: " + expression.text.substr(0, 60),
                               tooSlow});
}

/// The robot fills the form in and counts.
class Trial {
public:
    explicit Trial(Subject const& subject) : m_subject(subject) {}

    void run(Remarks& remarks) {
        for (std::uint32_t seed = 1; seed <= sessions && m_begin <= stepsToBegin && m_tap <= stepsForATap; ++seed)
            fill(seed);
        if (m_begin > stepsToBegin)
            remarks.push_back({Severity::Error, "", "to begin takes " + counted(m_begin, stepsToBegin), tooSlow});
        if (m_tap > stepsForATap)
            remarks.push_back({Severity::Error, "item '" + m_slowest + "'",
                               "an answer takes " + counted(m_tap, stepsForATap), tooSlow});
        for (auto const& linkId : m_refused)
            remarks.push_back({Severity::Information, "item '" + linkId + "'",
                               "no answer could be guessed: the speed was tried without one", untried});
    }

private:
    void fill(std::uint32_t seed) {
        survey::Launch launch;
        launch.resources = m_subject.library;
        launch.mostSteps = stepsInAll;
        survey::Response response(m_subject.form, std::move(launch));
        m_begin = std::max(m_begin, response.steps());
        Robot robot(seed);
        std::size_t answers = 0;
        std::uint64_t before = 0;
        std::string asked;
        robot.goesOn = [&](std::string const& address) {
            asked = address;
            before = response.steps();
            return m_tap <= stepsForATap && before < stepsInAll && answers++ < answersInAll;
        };
        robot.onAnswered = [&](auto) {
            auto const took = response.steps() - before;
            if (took > m_tap) m_slowest = asked.substr(0, asked.rfind('#'));
            m_tap = std::max(m_tap, took);
        };
        robot.onRefused = [&](std::string const& address) {
            if (m_refused.size() < mostRefused) m_refused.insert(address.substr(0, address.rfind('#')));
        };
        static_cast<void>(robot.fill(response)); // goes on where it is refused, so it does not fail
    }

    Subject const& m_subject;
    std::uint64_t m_begin = 0; ///< the most that beginning took
    std::uint64_t m_tap = 0;   ///< the most that an answer took
    std::string m_slowest;     ///< linkId of that answer
    std::set<std::string> m_refused;
};

} // namespace

void checkCost(Subject const& subject, Remarks& remarks) {
    checkGrowth(*subject.form, remarks);
    Trial(subject).run(remarks);
}

} // namespace kiosk::lint
