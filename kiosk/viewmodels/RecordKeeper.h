#pragma once

#include "kiosk/core/crypto/Signing.h"
#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/store/Store.h"
#include "kiosk/core/survey/Response.h"
#include "kiosk/viewmodels/Catalogue.h"
#include "kiosk/viewmodels/SurveyJournal.h"

#include <optional>
#include <set>

namespace kiosk::viewmodels {

/// Who signs what leaves this kiosk.
struct Device {
    Uuid id;
    crypto::SigningKey signingKey;
};

/// The way of a record: draft, sealed bytes in the store, envelope in the outbox, receipt. Every step is durable on
/// return and can be done again after a crash. One thread: the one that owns the store.
class RecordKeeper {
public:
    RecordKeeper(store::Store& store, outbox::Outbox& outbox, Device const& device, Clock const& clock);

    /// From now on forms and recipients come from here.
    void use(std::shared_ptr<const Catalogue> catalogue) { m_catalogue = std::move(catalogue); }
    /// Somebody is answering.
    [[nodiscard]] bool isVisited() const { return m_visit.has_value(); }
    /// Nobody is answering, and nothing that was taken back is still there: what is left to do, the store knows.
    [[nodiscard]] bool isAtRest() const { return !m_visit && m_takenBack.empty(); }
    /// Somebody is answering, or a draft waits that only the forms in force can seal: no other pack may be taken.
    [[nodiscard]] Result<bool> needsForms() const;

    Result<void> begin(store::Draft const& draft);
    Result<void> save(Uuid const& record, std::string_view address, std::string_view json);
    /// Success once the sealed bytes are in the store: publishing them is repeated by publishSealed().
    Result<void> finish(Uuid const& record, Ending ending, std::string const& language);
    /// After an error recover() tries again: what the person took back is sealed in no case.
    Result<void> discard(Uuid const& record);

    /// Ends what nobody holds any more: drafts with answers are sealed as stopped, others discarded.
    /// One that cannot be sealed stays, and the others go on; the first error is told.
    Result<void> recover();
    /// Puts what is sealed but not yet in the outbox there, in the order of the chain; the first time also what
    /// somebody took out of it.
    Result<void> publishSealed();
    /// Forgets what the server has proven to hold.
    Result<void> settle();

private:
    Result<store::Draft> draftOf(Uuid const& record);
    [[nodiscard]] bool isKeptWhenStopped(store::Draft const& draft) const;
    Result<void> end(store::Draft const& draft, Ending ending);
    Result<void> seal(store::Draft const& draft, survey::Response const& response, Ending ending);
    [[nodiscard]] Result<survey::Response> responseOf(store::Draft const& draft) const;
    Result<Bytes> payloadOf(store::Draft const& draft, survey::Response const& response, Ending ending) const;
    Result<void> republishLost();
    Result<void> forget(envelope::Receipt const& receipt);

    store::Store& m_store;
    outbox::Outbox& m_outbox;
    Device const& m_device;
    Clock const& m_clock;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::optional<Uuid> m_visit;
    std::set<Uuid> m_takenBack; ///< to be discarded
    bool m_spoolCompared = false;
};

} // namespace kiosk::viewmodels
