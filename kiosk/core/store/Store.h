#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/sql/Connection.h"
#include "kiosk/core/store/AuditLog.h"
#include "kiosk/core/store/SignIns.h"

#include <functional>
#include <optional>
#include <span>

namespace kiosk::store {

/// Who gave the answers in.
enum class Mode {
    Self,     ///< the person alone
    Assisted, ///< the person with a member of staff, who signed in to start it
};

/// A visit in progress. Its record id is the id of what it becomes.
struct Draft {
    Uuid record;
    std::string questionnaire; ///< canonical, url|version
    std::string instrumentId;
    std::string language;
    Instant startedAt;
    /// Address in the response and FHIR answer array, exact JSON text; in the order first answered.
    std::vector<std::pair<std::string, std::string>> answers;
    Mode mode = Mode::Self;
    std::string visitCode = {};  ///< that the person typed; empty: none
    std::string answeredBy = {}; ///< as survey::Completion::answeredBy; empty: nobody was asked
};

struct SealedRecord {
    Uuid record;
    std::uint64_t number; ///< place in the device's chain, from 1 without gaps
    crypto::Digest link;
    Bytes envelope;
};

/// Number 0 and zero link: nothing sealed yet.
struct ChainHead {
    std::uint64_t number;
    crypto::Digest link;
};

/// Each since the store was made. given = drafts in progress + discarded + sealed.
struct Counts {
    std::uint64_t given;
    std::uint64_t sealed;
    std::uint64_t published;
    std::uint64_t receipted;
    std::uint64_t discarded;
};

/// The kiosk's encrypted file. One thread owns it; no second process gets in.
///
/// Each change is durable (fsynced) when its call returns without error; after an error nothing of it counts as done.
/// Any call: Locked, Full, Corrupt (names the file). Internal after a failed write or fsync, from then on for every
/// call: open the store again.
class Store {
public:
    /// Opens or makes the file, brings its schema up to date and checks the MAC of every page (about 10 us each; the
    /// file is some MB at most), so that damage shows before the first visitor and not in the middle of a visit.
    /// Nothing is ever deleted or made anew because of an error. `clock` must outlive the store.
    /// Denied: wrong key. Invalid: written by a newer program. See sql::Connection::open.
    [[nodiscard]] static Result<Store> open(Path const& file, SecretBytes key, Clock const& clock);

    /// Answers that the draft has already are saved with it. Invalid: this record id was used before.
    [[nodiscard]] Result<void> beginDraft(Draft const& draft);
    /// Replaces what is at the address by a JSON array, kept as it is written; the empty array is kept too. NotFound:
    /// no such draft. Invalid: not a JSON array, text that is not UTF-8, more than 1 MiB.
    [[nodiscard]] Result<void> saveAnswer(Uuid const& record, std::string_view address, std::string_view json);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Draft>> openDrafts();
    /// Overwrites the answers. A draft that is not there is fine.
    [[nodiscard]] Result<void> discardDraft(Uuid const& record);

    [[nodiscard]] Result<ChainHead> chainHead();
    /// In one transaction: keeps the sealed bytes, advances the chain, overwrites the draft and its answers.
    /// NotFound: no such draft. Invalid: the number is not the head's plus one; nothing is changed then.
    [[nodiscard]] Result<void> sealDraft(SealedRecord const& sealed);

    /// Chain order. To be put into the outbox again after a crash: the same bytes.
    [[nodiscard]] Result<std::vector<SealedRecord>> unpublished();
    [[nodiscard]] Result<void> markPublished(Uuid const& record);
    /// Published records without a receipt for which `inSpool` says no: somebody removed them from the outbox. Their
    /// bytes are still here; publish them again. Chain order.
    [[nodiscard]] Result<std::vector<SealedRecord>> missingFrom(std::function<bool(Uuid const&)> const& inSpool);

    /// Records what a verified receipt proves and drops the bytes of those records. Unknown ids and ids marked before
    /// change nothing. Corrupt: the server's head is not on our chain: this store is older than what the server
    /// has seen (an old disk put back), or another device uses our identity. Nothing is changed then.
    [[nodiscard]] Result<void> markReceipted(std::span<const Uuid> records, ChainHead const& serverHead);

    [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view key);
    [[nodiscard]] Result<void> setSetting(std::string_view key, std::string_view value);

    /// `detail` holds who of the staff, counts and kinds: no patient data, and no id of a record.
    [[nodiscard]] Result<void> audit(std::string_view event, Json const& detail);
    /// Corrupt: a row was changed, dropped or moved; names the row. See AuditLog.h.
    [[nodiscard]] Result<void> verifyAudit();

    [[nodiscard]] Result<AuditHead> auditHead();
    [[nodiscard]] Result<bool> auditHolds(AuditHead const& head);
    /// Newest first.
    [[nodiscard]] Result<std::vector<AuditRow>> lastAudit(std::size_t most);

    // What changes here is durable together with its row in the audit log. In StoreStaff.cpp.
    struct Event {
        std::string name;
        Json detail;
    };
    [[nodiscard]] Result<std::optional<SignIn>> signIn(Uuid const& user);
    [[nodiscard]] Result<std::vector<SignIn>> signIns();
    /// `usedCode`: the hash of the one-time code that is used up by this.
    [[nodiscard]] Result<void> keepSignIn(SignIn const& signIn, Event const& event,
                                          std::optional<std::string> const& usedCode = {});
    /// Nothing known of the user: fine, and no row in the log.
    [[nodiscard]] Result<void> forgetSignIn(Uuid const& user, Event const& event);
    [[nodiscard]] Result<bool> isCodeUsed(std::string const& code);

    [[nodiscard]] Result<Counts> counts();

private:
    Store(sql::Connection connection, Clock const& clock) : m_connection(std::move(connection)), m_clock(&clock) {}
    [[nodiscard]] Result<void> loadAnswers(Draft& draft);
    [[nodiscard]] Result<bool> deleteDraft(Uuid const& record);
    [[nodiscard]] Result<void> count(std::string_view name);
    [[nodiscard]] Result<void> checkOnOurChain(ChainHead const& serverHead);
    [[nodiscard]] Result<void> markReceipted(Uuid const& record);
    void forgetDeleted();

    sql::Connection m_connection;
    Clock const* m_clock;
};

} // namespace kiosk::store
