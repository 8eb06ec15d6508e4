#include "kiosk/viewmodels/RecordKeeper.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/envelope/Envelope.h"
#include "kiosk/core/staff/Rollback.h"
#include "kiosk/core/survey/Bundle.h"
#include "kiosk/core/survey/Names.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

survey::CompletionStatus statusOf(Ending ending) {
    return ending == Ending::Completed ? survey::CompletionStatus::Completed : survey::CompletionStatus::Stopped;
}

survey::GivenBy givenBy(store::Mode mode) {
    return mode == store::Mode::Assisted ? survey::GivenBy::PersonWithStaff : survey::GivenBy::Person;
}

bool holdsAnswers(store::Draft const& draft) {
    return std::ranges::any_of(draft.answers, [](auto const& each) { return each.second != "[]"; });
}

/// Of the person who answered, as a FHIR Signature; empty if there is none.
std::string signatureOf(store::Draft const& draft, Instant when) {
    for (auto const& [address, json] : draft.answers) {
        auto list = address == signatureAddress ? Json::parse(json, nullptr, false) : Json();
        if (!list.is_array() || list.empty()) continue;
        auto& signature = list[0];
        signature["type"] = Json::array(
            {Json{{"system", "urn:iso-astm:E1762-95:2013"}, {"code", "1.2.840.10065.1.12.1.1"}}}); // the author's
        signature["when"] = base::toIsoText(when);
        bool const byProxy = !draft.answeredBy.empty() && draft.answeredBy != survey::names::answeredBy::patient;
        signature["who"]["type"] = byProxy ? "RelatedPerson" : "Patient"; // beside a name typed under a drawing
        return signature.dump();
    }
    return {};
}

} // namespace

RecordKeeper::RecordKeeper(store::Store& store, outbox::Outbox& outbox, Device const& device, Clock const& clock) :
    m_store(store), m_outbox(outbox), m_device(device), m_clock(clock) {}

Result<bool> RecordKeeper::needsForms() const {
    if (m_visit) return true;
    auto const drafts = TRY(m_store.openDrafts());
    return m_catalogue && std::any_of(drafts.begin(), drafts.end(), [this](auto const& draft) {
               return m_catalogue->form(draft.questionnaire).has_value();
           });
}

Result<void> RecordKeeper::begin(store::Draft const& draft) {
    if (!m_catalogue) return fail(ErrorKind::NotFound, "no pack is in force");
    TRY(m_catalogue->form(draft.questionnaire));
    TRY(m_store.beginDraft(draft));
    m_visit = draft.record;
    return {};
}

Result<void> RecordKeeper::save(Uuid const& record, std::string_view address, std::string_view json) {
    return m_store.saveAnswer(record, address, json);
}

Result<void> RecordKeeper::discard(Uuid const& record) {
    m_takenBack.insert(record);
    if (m_visit == record) m_visit.reset();
    TRY(m_store.discardDraft(record));
    m_takenBack.erase(record);
    return {};
}

Result<void> RecordKeeper::finish(Uuid const& record, Ending ending, std::string const& language) {
    if (m_takenBack.contains(record)) return fail(ErrorKind::Denied, "the person took this visit back");
    auto draft = TRY(draftOf(record));
    draft.language = language;
    // A visit that nobody holds any more is ended again by recover(), should this fail.
    if (ending == Ending::Stopped) m_visit.reset();
    TRY(end(draft, ending));
    m_visit.reset();
    auto const published = publishSealed();
    if (!published) base::log(base::LogLevel::Alarm, "outbox", "not published yet", {{"why", published.error().text}});
    return {};
}

Result<store::Draft> RecordKeeper::draftOf(Uuid const& record) {
    for (auto& draft : TRY(m_store.openDrafts()))
        if (draft.record == record) return std::move(draft);
    return fail(ErrorKind::NotFound, "no open draft " + record.toString());
}

/// A name and number that nobody sent are nobody's: they are not kept.
bool RecordKeeper::isKeptWhenStopped(store::Draft const& draft) const {
    auto const* request = m_catalogue ? &m_catalogue->settings().contactRequest : nullptr;
    return holdsAnswers(draft) && !(request && *request && (*request)->form == draft.instrumentId);
}

Result<void> RecordKeeper::end(store::Draft const& draft, Ending ending) {
    if (ending == Ending::Stopped && !isKeptWhenStopped(draft)) return m_store.discardDraft(draft.record);
    auto const response = TRY(responseOf(draft));
    if (ending == Ending::Stopped && !response.hasAnswers()) return m_store.discardDraft(draft.record);
    return seal(draft, response, ending);
}

/// What the person confirmed, rebuilt from what was saved.
Result<survey::Response> RecordKeeper::responseOf(store::Draft const& draft) const {
    if (!m_catalogue) return fail(ErrorKind::NotFound, "no pack is in force");
    survey::Response response(TRY(m_catalogue->form(draft.questionnaire)), launchOf(draft));
    std::vector<survey::Change> changes;
    for (auto const& [address, json] : draft.answers)
        if (address != signatureAddress) changes.push_back({address, json});
    TRY(response.restore(changes));
    response.dropUnconfirmed();
    return response;
}

Result<void> RecordKeeper::seal(store::Draft const& draft, survey::Response const& response, Ending ending) {
    auto const payload = TRY(payloadOf(draft, response, ending));
    auto const chain = TRY(m_store.chainHead());
    const envelope::Head head{envelope::Kind::Survey, draft.record, m_device.id, chain.number + 1, chain.link};
    auto sealed = envelope::assemble(head, payload, m_device.signingKey);
    auto const link = TRY(envelope::parse(sealed)).link();
    return m_store.sealDraft({draft.record, head.number, link, std::move(sealed)});
}

Result<Bytes> RecordKeeper::payloadOf(store::Draft const& draft, survey::Response const& response,
                                      Ending ending) const {
    auto const now = m_clock.now();
    const survey::Completion completion{draft.record,
                                        now,
                                        statusOf(ending),
                                        draft.language,
                                        signatureOf(draft, now),
                                        givenBy(draft.mode),
                                        draft.answeredBy,
                                        draft.visitCode};
    auto bundle = survey::bundleText(response, completion);
    auto payload = envelope::sealPayload(asBytes(bundle), m_catalogue->recipients().survey);
    base::wipe(bundle);
    return payload;
}

Result<void> RecordKeeper::recover() {
    Result<void> first;
    for (auto const& draft : TRY(m_store.openDrafts())) {
        if (draft.record == m_visit) continue;
        auto ended = m_takenBack.contains(draft.record) ? discard(draft.record) : end(draft, Ending::Stopped);
        if (!ended && first) first = fail(ended.error().in("draft " + draft.record.toString()));
    }
    return first;
}

Result<void> RecordKeeper::republishLost() {
    std::set<Uuid> there;
    for (auto const& entry : TRY(m_outbox.waiting())) there.insert(entry.record);
    for (auto const& entry : TRY(m_outbox.quarantined())) there.insert(entry.record);
    for (auto const& lost : TRY(m_store.missingFrom([&](Uuid const& record) { return there.contains(record); }))) {
        base::log(base::LogLevel::Alarm, "outbox", "an envelope was gone and is put back",
                  {{"number", std::to_string(lost.number)}});
        TRY(m_outbox.publish(lost.number, lost.record, lost.envelope));
    }
    m_spoolCompared = true;
    return {};
}

Result<void> RecordKeeper::publishSealed() {
    if (!m_spoolCompared) TRY(republishLost());
    for (auto const& sealed : TRY(m_store.unpublished())) {
        TRY(m_outbox.publish(sealed.number, sealed.record, sealed.envelope));
        TRY(m_store.markPublished(sealed.record));
    }
    return {};
}

Result<void> RecordKeeper::settle() {
    if (!m_catalogue) return {};
    TRY(m_outbox.settle(m_catalogue->recipients().receiptKey, m_device.id,
                        [this](envelope::Receipt const& receipt) { return forget(receipt); }));
    return {};
}

Result<void> RecordKeeper::forget(envelope::Receipt const& receipt) {
    std::vector<Uuid> proven;
    for (auto const& entry : receipt.entries) proven.push_back(entry.record);
    auto const marked = m_store.markReceipted(proven, {receipt.headNumber, receipt.headLink});
    // The server's head is not on our chain: this store is older than what the server has seen.
    if (!marked && marked.error().kind == ErrorKind::Corrupt)
        TRY(staff::closeSignIn(m_store, m_clock.now(), "the server has seen a newer store"));
    if (marked && receipt.headNumber > 0) TRY(staff::serverReached(m_store, receipt.serverTime));
    return marked;
}

} // namespace kiosk::viewmodels
