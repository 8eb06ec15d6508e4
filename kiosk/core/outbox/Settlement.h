#pragma once

#include "kiosk/core/outbox/Outbox.h"

#include <unordered_map>

namespace kiosk::outbox {

/// One pass of Outbox::settle.
class Settlement {
public:
    Settlement(Path const& folder, crypto::VerifyKey const& key, Uuid const& device, Outbox::Settled const& settled) :
        m_folder(folder), m_key(key), m_device(device), m_settled(settled) {}

    [[nodiscard]] Result<SettleReport> run();

private:
    [[nodiscard]] Result<void> take(Path const& file);
    [[nodiscard]] Result<void> takeReceipt(Path const& file);
    [[nodiscard]] Result<void> takeRefusal(Path const& file);
    [[nodiscard]] Result<envelope::Receipt> openReceipt(Path const& file) const;
    [[nodiscard]] Result<bool> proves(envelope::Receipt::Entry const& entry, SpoolEntry const& waiting) const;
    [[nodiscard]] Result<void> remove(Uuid const& record);
    [[nodiscard]] Result<void> quarantine(SpoolEntry const& entry, std::string_view reason);
    [[nodiscard]] Result<void> setAside(Path const& file, std::string_view why);
    [[nodiscard]] Result<void> finish();

    Path const& m_folder;
    crypto::VerifyKey const& m_key;
    Uuid const& m_device;
    Outbox::Settled const& m_settled;
    std::unordered_map<Uuid, SpoolEntry> m_waiting;
    std::vector<Path> m_done; ///< receipts and refusals that were acted upon
    SettleReport m_report;
};

} // namespace kiosk::outbox
