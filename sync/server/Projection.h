#pragma once

#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/survey/Form.h"
#include "sync/server/PackShelf.h"
#include "sync/server/ServerStore.h"

#include <map>
#include <memory>

namespace sync_server {

/// The questionnaires in the server's packs, to put labels and weights to coded answers. Reads the packs again when
/// asked for one it does not know and the folder has changed.
class FormLibrary {
public:
    explicit FormLibrary(PackShelf const& packs) : m_packs(packs) {}
    /// By canonical, "url|version". Null: not in any newest pack.
    [[nodiscard]] std::shared_ptr<const kiosk::survey::Form> find(std::string const& canonical);

private:
    void readPacks();
    PackShelf const& m_packs;
    sync_protocol::PackVersions m_read;
    std::map<std::string, std::shared_ptr<const kiosk::survey::Form>> m_forms;
};

/// Reads a survey's Bundle (kiosk/core/survey/Bundle.h). `form` may be null: then coded answers have no label and
/// weight. Invalid: it has no QuestionnaireResponse, or a member that is not as FHIR R4 says; never with an answer in
/// the text.
[[nodiscard]] Result<Response> projectBundle(kiosk::Json const& bundle, FormLibrary& forms);

/// Opens an envelope that was stored and reads its Bundle.
[[nodiscard]] Result<Response> projectEnvelope(ByteView envelope, kiosk::crypto::Identity const& ingest,
                                               FormLibrary& forms);

} // namespace sync_server
