#pragma once

#include "kiosk/tools/ExportManifest.h"
#include "kiosk/tools/FormLibrary.h"
#include "kiosk/tools/ResponseTable.h"
#include "kiosk/tools/SealedSpool.h"
#include "sync/server/SqlcipherServerStore.h"

#include <memory>
#include <set>

namespace kiosk::tools {

enum class ExportFormat { Csv, Ndjson };

/// Makes an export out of stored envelopes: take() each, by kiosk and number, then write(). Memory stays the same
/// however many there are; what waits is in sealed spools.
class Export {
public:
    struct Setting {
        ExportManifest begin; ///< practice and time
        std::vector<sync_server::Device> devices;
        std::vector<crypto::Identity> ingest;
        FormLibrary forms;
        std::set<ExportFormat> formats;
        Path spoolFolder;
    };
    explicit Export(Setting setting);

    /// Checks signature and chain, opens, adds to the files. What is wrong with an envelope becomes a problem in the
    /// manifest; an error is only what stops the export (no room, a fault of ours).
    [[nodiscard]] Result<void> take(sync_server::SqlcipherServerStore::StoredEnvelope const& stored);

    /// The whole tar, with the manifest signed. Call once, last.
    [[nodiscard]] Result<ExportManifest> write(crypto::SigningKey const& receiptKey, crypto::Sink const& sink);

private:
    struct Opened {
        Uuid record;
        Json bundle;
        ResponseContent content;
    };
    /// A file on its way into the export.
    struct Part {
        SealedSpool spool;
        std::uint64_t responses = 0;
        bool countsResponses = true;
    };
    /// The envelope of a kiosk that was taken last; no link if it had none that could be read.
    struct Tail {
        std::uint64_t number = 0;
        std::optional<crypto::Digest> link = crypto::Digest{};
    };
    struct Table {
        ResponseTable table;
        std::string file;
    };
    using Stored = sync_server::SqlcipherServerStore::StoredEnvelope;

    Result<Opened> open(Stored const& stored, envelope::EnvelopeView const& view,
                        sync_server::Device const& device) const;
    std::string breachBefore(Stored const& stored, envelope::EnvelopeView const& view);
    void note(Stored const& stored, std::optional<Uuid> record, std::string why, bool exported);
    ExportManifest::Chain& chainOf(Uuid const& device);
    sync_server::Device const* deviceOf(Uuid const& id) const;

    Result<void> add(Stored const& stored, Opened const& opened, sync_server::Device const& device);
    Result<void> addLine(LineHead const& head, ResponseContent const& content, survey::Form const& form);
    Result<void> addOther(LineHead const& head, ResponseContent const& content, survey::Form const* form);
    Result<Part*> part(std::string const& file, std::string const& firstLine);
    Result<Table*> table(survey::Form const& form);
    std::string codebook() const;

    Setting m_setting;
    ExportManifest m_manifest;
    std::map<Uuid, Tail> m_tails;
    std::map<std::string, Table> m_tables; ///< by instrument id
    std::map<std::string, Part> m_parts;   ///< by file name
};

} // namespace kiosk::tools
