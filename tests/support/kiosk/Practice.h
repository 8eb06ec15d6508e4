#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/envelope/Receipt.h"
#include "kiosk/core/packs/PackWriter.h"
#include "kiosk/core/packs/Staff.h"

namespace tests::support {

using kiosk::Bytes;
using kiosk::ByteView;
using kiosk::Instant;
using kiosk::Json;
using kiosk::Path;
using kiosk::Uuid;

/// A folder of one test, gone with the object.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(TempFolder const&) = delete;
    TempFolder& operator=(TempFolder const&) = delete;
    [[nodiscard]] Path const& path() const { return m_path; }

private:
    Path m_path;
};

/// A practice with two approvers and all its keys, which signs packs and enrols kiosks without a server.
class Practice {
public:
    Practice();

    /// The settings of the demo: both languages, a safety contact.
    [[nodiscard]] static Json settings();
    [[nodiscard]] static Json formOf(std::string const& instrument); ///< one that we ship

    struct PackWish {
        std::uint64_t version = 1;
        Json settings = Practice::settings();
        std::string expires = "2090-01-01T00:00:00Z";
        std::size_t signatures = 2;
        std::vector<std::pair<std::string, Json>> ownForms = {}; ///< instead of the shipped ones of that id
        kiosk::packs::Staff staff = {};
        std::vector<std::pair<std::string, Bytes>> media = {}; ///< pictures of slides by their names
    };
    [[nodiscard]] Bytes factoryPack(PackWish const& wish) const;
    [[nodiscard]] Bytes factoryPack() const { return factoryPack(PackWish{}); }

    /// The kiosk folder as enrolment leaves it. `pack` is what it brings along.
    void enrol(Path const& folder, Bytes const& pack) const;
    void enrol(Path const& folder) const { enrol(folder, factoryPack()); }

    [[nodiscard]] std::string const& rootText() const { return m_rootText; }
    [[nodiscard]] Uuid const& device() const { return m_device; }
    [[nodiscard]] kiosk::crypto::SigningKey const& deviceKey() const { return m_deviceKey; }
    [[nodiscard]] kiosk::crypto::SigningKey const& receiptKey() const { return m_receiptKey; }
    [[nodiscard]] kiosk::crypto::Identity const& ingest() const { return m_ingest; }
    [[nodiscard]] kiosk::crypto::Identity const& escrow() const { return m_escrow; }
    [[nodiscard]] Bytes const& storeKey() const { return m_storeKey; }

    /// The Bundle of an envelope, opened as the server does. Throws std::runtime_error.
    [[nodiscard]] Json open(ByteView envelope) const;
    /// The Bundles of every envelope in `outbox`/new, in the order of the chain, each signature and link checked.
    [[nodiscard]] std::vector<Json> openAll(Path const& outbox) const;
    /// Acts as agent and server: writes a receipt for all that waits.
    void receiptAll(Path const& outbox) const;

private:
    Uuid m_device = Uuid::random();
    kiosk::crypto::SigningKey m_alice = kiosk::crypto::SigningKey::generate();
    kiosk::crypto::SigningKey m_bert = kiosk::crypto::SigningKey::generate();
    kiosk::crypto::SigningKey m_deviceKey = kiosk::crypto::SigningKey::generate();
    kiosk::crypto::SigningKey m_receiptKey = kiosk::crypto::SigningKey::generate();
    kiosk::crypto::Identity m_ingest = kiosk::crypto::Identity::generate();
    kiosk::crypto::Identity m_escrow = kiosk::crypto::Identity::generate();
    kiosk::crypto::Identity m_custodian = kiosk::crypto::Identity::generate();
    Bytes m_storeKey = Bytes(32, 7);
    std::string m_rootText;
};

/// A form with a choice (required), a boolean that depends on it, an integer from 1 to 40 and a text: see the linkIds.
[[nodiscard]] Json sampleForm();

} // namespace tests::support
