#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/Uuid.h"

#include <map>
#include <unordered_set>
#include <vector>

namespace sync_agent {

/// Which envelopes have their receipt or refusal waiting in receipts/ for kiosk-app: they are not sent again. The
/// folder is the truth: a receipt that kiosk-app threw out counts no longer.
class Delivered {
public:
    explicit Delivered(kiosk::Path receipts) : m_folder(std::move(receipts)) {}

    /// Looks at the folder again; reads only files that are new.
    [[nodiscard]] kiosk::Result<void> refresh();
    [[nodiscard]] bool contains(kiosk::Uuid const& record) const { return m_records.contains(record); }

private:
    [[nodiscard]] static std::vector<kiosk::Uuid> recordsIn(kiosk::Path const& file);

    kiosk::Path m_folder;
    std::map<std::string, std::vector<kiosk::Uuid>> m_files;
    std::unordered_set<kiosk::Uuid> m_records;
};

} // namespace sync_agent
