#pragma once

#include "kiosk/core/base/Clock.h"
#include "sync/server/PracticeFolder.h"

#include <functional>
#include <memory>

namespace sync_server {

struct ServerOptions {
    sync_http::ServerLimits limits;
    bool projects = true; ///< false: leaves envelopes closed, for measurements of ingest alone
};

/// The whole server: kiosks on one thread, the page on a second, the projector on a third, each with its own store.
/// Whatever it answered is durable, so it may end at any moment.
class PracticeServer {
public:
    /// Is listening on return. Consumes the keys of `folder`; the clock must outlive the server.
    [[nodiscard]] static kiosk::Result<std::unique_ptr<PracticeServer>>
    start(PracticeFolder folder, kiosk::Clock const& clock, ServerOptions options = {});
    ~PracticeServer();
    PracticeServer(PracticeServer const&) = delete;
    PracticeServer& operator=(PracticeServer const&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t pagePort() const;

private:
    struct Parts;
    explicit PracticeServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace sync_server
