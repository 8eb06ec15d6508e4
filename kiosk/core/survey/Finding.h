#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kiosk::survey {

enum class Severity : std::uint8_t {
    Error,      ///< a form: it cannot be asked faithfully; a response: it breaks its form
    Warning,    ///< something is not used, or is not as it should be
    Information ///< worth knowing
};

/// What a finding about a form is about.
enum class Topic : std::uint8_t {
    Form,
    Expression,     ///< may fail, or cannot be read
    DeadExpression, ///< reads what is never there, or does what cannot be done
    Condition,      ///< enableWhen and enableBehavior
    Cycle,
    ValueSet,
    Score,
    Identity, ///< it cannot be told from other forms: it opens, but responses could not name it
    Extension ///< one that is not followed
};

/// One thing to say of a form or of a response. Never holds an answer.
struct Finding {
    Severity severity = Severity::Error;
    std::string path; ///< "item 'linkId'", the path in a response, or empty: the whole
    std::string reason;
    Topic topic = Topic::Form;

    [[nodiscard]] std::string text() const { return path.empty() ? reason : path + ": " + reason; }
};

/// A form or a response from a stranger can be wrong in a million places.
inline constexpr std::size_t mostFindings = 1000;
[[nodiscard]] inline bool isFull(std::vector<Finding> const& findings) {
    return findings.size() >= mostFindings;
}
/// Behind the last that there is room for it stands, once, that there are more: as severe as the worst of them.
void addFinding(std::vector<Finding>& findings, Finding finding);

/// Collects what is to be said of one place.
class Notes {
public:
    Notes(std::vector<Finding>& findings, std::string path, Topic topic = Topic::Form) :
        m_findings(&findings), m_path(std::move(path)), m_topic(topic) {}
    [[nodiscard]] Notes about(Topic topic) const { return {*m_findings, m_path, topic}; }

    void error(std::string reason) const { add(Severity::Error, std::move(reason)); }
    void warning(std::string reason) const { add(Severity::Warning, std::move(reason)); }
    void information(std::string reason) const { add(Severity::Information, std::move(reason)); }
    [[nodiscard]] std::string const& path() const { return m_path; }

private:
    void add(Severity severity, std::string reason) const {
        addFinding(*m_findings, {severity, m_path, std::move(reason), m_topic});
    }

    std::vector<Finding>* m_findings;
    std::string m_path;
    Topic m_topic;
};

[[nodiscard]] bool hasErrors(std::vector<Finding> const& findings);

} // namespace kiosk::survey
