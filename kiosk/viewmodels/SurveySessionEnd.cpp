// How a SurveySession ends.

#include "kiosk/core/base/Log.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/survey/Answers.h"
#include "kiosk/viewmodels/Signature.h"
#include "kiosk/viewmodels/SurveySession.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

bool isWithin(survey::Item const& item, survey::Item const& around) {
    for (auto const* up = &item; up != nullptr; up = up->parent)
        if (up == &around) return true;
    return false;
}

std::vector<survey::Instance const*> askedOf(survey::Response const& response) {
    std::vector<survey::Instance const*> all;
    for (auto const& page : pagesOf(response))
        for (auto const* entry : page.entries)
            if (partOf(*entry) == Part::Asked) all.push_back(entry);
    return all;
}

/// Too few answers for one that needs some.
bool isMissing(survey::Instance const& entry) {
    auto const least = std::max<std::size_t>(1, entry.item->rules.minOccurs.value_or(1));
    return entry.situation().required && entry.values().size() < least;
}

/// What a form says of a rule of its own, in a language; of a rule of the form or of one item.
QString wordsOfRule(std::vector<survey::Constraint> const& rules, std::string const& said, std::string_view language) {
    for (auto const& rule : rules)
        if (!rule.human.empty() && said == "constraint: " + rule.human.in({})) return toQt(rule.human.in(language));
    return {};
}

} // namespace

/// For a group without any answer its first question that can be asked. Null: nothing is missing that could be given.
survey::Instance const* SurveySession::firstMissing() const {
    auto const asked = askedOf(m_response);
    auto const alone = std::ranges::find_if(asked, [](auto const* entry) { return isMissing(*entry); });
    if (alone != asked.end()) return *alone;
    for (auto const* missing : m_response.missingRequired()) {
        if (missing->isQuestion()) continue;
        auto const inside = std::ranges::find_if(
            asked, [&](auto const* entry) { return isWithin(*entry->item, *missing) && !entry->hasValues(); });
        if (inside != asked.end()) return *inside;
    }
    return nullptr;
}

/// An answer that other answers have made wrong since.
survey::Instance const* SurveySession::firstWrong() const {
    for (auto const* entry : askedOf(m_response)) {
        auto const situation = entry->situation();
        if (survey::checkAll(*entry->item, entry->values(), &situation)) return entry;
    }
    return nullptr;
}

/// True: a rule of the form does not hold; its page is shown, with what the form says of it.
bool SurveySession::showBroken() {
    for (auto const& broken : m_response.brokenConstraints()) {
        if (broken.severity != survey::Severity::Error) continue;
        auto const* first = static_cast<survey::Instance const*>(nullptr);
        auto words = wordsOfRule(m_form->constraints(), broken.reason, m_draft.language);
        for (auto const* entry : askedOf(m_response))
            for (auto const* up = entry; up && !first; up = up->parent)
                if (broken.path == "item '" + up->address + "'") {
                    first = entry;
                    words = wordsOfRule(up->item->rules.constraints, broken.reason, m_draft.language);
                }
        if (!first && broken.path.empty() && !askedOf(m_response).empty()) first = askedOf(m_response).back();
        if (!first) {
            // Nobody could mend it: the answers count, and whoever wrote the form is told.
            base::log(base::LogLevel::Alarm, "session", "a rule about what is not asked does not hold",
                      {{"form", m_form->canonical()}, {"where", broken.path}});
            continue;
        }
        auto const address = toQt(first->address);
        showHolding(first->address);
        setProblem(words.isEmpty() ? Problem::NotAccepted : Problem::Broken, address, words);
        return true;
    }
    return false;
}

bool SurveySession::showWhatIsWrong() {
    m_editing = true;
    auto const* missing = firstMissing();
    auto const* wrong = missing ? missing : firstWrong();
    if (wrong) {
        auto const address = wrong->address;
        showHolding(address);
        setProblem(missing ? Problem::Missing : Problem::NotAccepted, toQt(address));
        return true;
    }
    if (showBroken()) return true;
    m_editing = false;
    return false;
}

bool SurveySession::isSigned() const {
    auto const kept = m_kept.find(std::string(signatureAddress));
    return kept != m_kept.end() && kept->second.written != "[]";
}

bool SurveySession::needsSignature() const {
    return !isSigned() && m_response.needsSignature();
}

void SurveySession::finish() {
    if ((m_stage != Stage::Reviewing && m_stage != Stage::Signing) || isBusy()) return;
    if (m_stage == Stage::Reviewing && showWhatIsWrong()) return;
    if (needsSignature()) {
        if (m_stage == Stage::Signing) return setProblem(Problem::NotSigned);
        m_review.clear();
        return ask(Stage::Signing);
    }
    whenWritten(Then::Finish);
}

void SurveySession::sign(QString const& name, QString const& drawing) {
    if (m_stage != Stage::Signing || isBusy()) return;
    auto const signature = signatureText(name, drawing);
    if (!signature) return setProblem(Problem::NotSigned);
    write({{std::string(signatureAddress), *signature}});
    whenWritten(Then::Finish);
}

/// Back to the answers: what was signed may change now.
void SurveySession::unsign() {
    if (isSigned()) write({{std::string(signatureAddress), "[]"}});
    showReview();
}

void SurveySession::handIn() {
    setProblem(Problem::None);
    setEnding(true);
    m_journal.finish(m_draft.record, Ending::Completed, m_draft.language, this,
                     [this](auto const& result) { ended(result, Stage::Completed, Problem::NotFinished); });
}

void SurveySession::cancel() {
    if (m_ending || !isOpen()) return;
    m_cancelled = true;
    setThen(Then::Nothing);
    setProblem(Problem::None);
    setEnding(true);
    m_journal.discard(m_draft.record, this,
                      [this](auto const& result) { ended(result, Stage::Cancelled, Problem::NotDeleted); });
}

void SurveySession::retry() {
    auto const problem = m_problem;
    if (problem == Problem::NotFinished && !isBusy()) return handIn();
    if (problem == Problem::NotDeleted) return cancel();
    if (problem != Problem::NotSaved || isBusy()) return;
    for (auto const& address : m_unsaved) save(address);
    whenWritten(m_wanted);
}

void SurveySession::abandon() {
    if (!isOpen()) return;
    // The journal works in the order of the calls: a finish() asked for before wins, and this finds nothing to end.
    if (m_cancelled)
        m_journal.discard(m_draft.record, nullptr, {});
    else
        m_journal.finish(m_draft.record, Ending::Stopped, m_draft.language, nullptr, {});
    end(Stage::Abandoned);
}

void SurveySession::ended(Result<void> const& result, Stage stage, Problem problem) {
    if (!isOpen()) return;
    setEnding(false);
    if (result) return end(stage);
    base::log(base::LogLevel::Alarm, "session", "visit not ended", {{"why", result.error().text}});
    setProblem(problem);
}

void SurveySession::end(Stage stage) {
    auto const before = leavePage();
    m_headers.clear();
    m_footers.clear();
    m_tabs.clear();
    m_groupTitle.clear();
    wipe();
    ask(stage);
    m_review.clear();
    setThen(Then::Nothing);
}

void SurveySession::wipe() {
    for (auto& [address, kept] : m_kept) {
        base::wipe(kept.entered);
        base::wipe(kept.written);
    }
    for (auto& [address, text] : m_before) base::wipe(text);
    m_response = survey::Response(m_form);
    m_unsaved.clear();
    m_kept.clear();
    m_before.clear();
    m_seen.clear();
    m_tabStarts.clear();
}

} // namespace kiosk::viewmodels
