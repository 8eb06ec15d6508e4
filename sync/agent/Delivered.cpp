#include "sync/agent/Delivered.h"

#include "sync/protocol/Batch.h"

using kiosk::Path;
using kiosk::Result;
using kiosk::Uuid;

namespace sync_agent {

Result<void> Delivered::refresh() {
    std::map<std::string, std::vector<Uuid>> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error)) {
        auto name = entry->path().filename().string();
        auto known = m_files.extract(name);
        files[name] = known ? std::move(known.mapped()) : recordsIn(entry->path());
    }
    if (error) return kiosk::fail(kiosk::ErrorKind::NotFound, m_folder.string() + ": " + error.message());
    m_files = std::move(files);
    m_records.clear();
    for (auto const& [name, records] : m_files) m_records.insert(records.begin(), records.end());
    return {};
}

/// A file that is not what it should be names nothing: its envelopes go out again, which does no harm.
std::vector<Uuid> Delivered::recordsIn(Path const& file) {
    if (file.extension() == ".refused") {
        auto record = Uuid::parse(file.stem().string());
        return record ? std::vector{*record} : std::vector<Uuid>();
    }
    if (file.extension() != ".receipt" || file.filename().string().starts_with('.')) return {};
    auto receipt = kiosk::base::readFile(file);
    return receipt ? sync_protocol::recordsNamedBy(*receipt).value_or(std::vector<Uuid>()) : std::vector<Uuid>();
}

} // namespace sync_agent
