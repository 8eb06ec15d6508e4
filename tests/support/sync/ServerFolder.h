#pragma once

#include "sync/agent/KioskFolder.h"
#include "sync/http/Certificates.h"
#include "sync/protocol/Enrolment.h"
#include "sync/server/PracticeServer.h"
#include "tests/support/kiosk/Practice.h"
#include "tests/support/sync/FakeClock.h"

namespace tests::support {

/// The folder of a practice's server as practice-admin makes it, and codes for kiosks.
class ServerFolder {
public:
    ServerFolder(Practice const& practice, Path folder);

    [[nodiscard]] Path const& path() const { return m_folder; }
    [[nodiscard]] sync_http::CertifiedKey const& authority() const { return m_authority; }
    /// Listens on free ports, or on the port it had before.
    [[nodiscard]] std::unique_ptr<sync_server::PracticeServer>
    start(kiosk::Clock const& clock, sync_server::ServerOptions const& options = {}) const;
    [[nodiscard]] kiosk::SecretBytes storeKey() const { return kiosk::SecretBytes(m_storeKey); }
    [[nodiscard]] Path database() const { return m_folder / "data" / "practice.db"; }
    [[nodiscard]] static std::string_view pagePassword() { return "quiet maple"; }

    void listenOn(std::uint16_t port) const;
    /// A new one-time code.
    std::string addCode(Instant expires) const;
    [[nodiscard]] sync_protocol::EnrolmentToken token(std::uint16_t port, Instant expires) const;

private:
    void writeKeys(Practice const& practice, sync_http::CertifiedKey const& server) const;

    Path m_folder;
    std::string m_root;
    sync_http::CertifiedKey m_authority;
    Bytes m_storeKey = Bytes(32, 9);
};

/// The value, or the error as an exception: a fixture that cannot be set up ends the test.
template <typename T>
T must(kiosk::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace tests::support
