#pragma once

#include "kiosk/core/sql/Connection.h"
#include "sync/server/ServerStore.h"

#include <functional>

namespace sync_server {

/// The ServerStore that needs nothing beside it: one SQLCipher file, which several connections share. A write that
/// fails costs the call it belongs to: the next one opens the file again and carries on from what is on the disk.
class SqlcipherServerStore final : public ServerStore {
public:
    /// Makes the file if it is not there and brings its schema up to date. Errors: kiosk::sql::Connection::open().
    [[nodiscard]] static Result<SqlcipherServerStore> open(kiosk::Path const& file, kiosk::SecretBytes key);
    /// For a change by practice-admin, also while the server runs. NotFound: no such file.
    [[nodiscard]] static Result<SqlcipherServerStore> openExisting(kiosk::Path const& file, kiosk::SecretBytes key);
    /// For export and checks, also while the server runs: every change is refused. NotFound: no such file.
    [[nodiscard]] static Result<SqlcipherServerStore> openForReading(kiosk::Path const& file, kiosk::SecretBytes key);

    [[nodiscard]] Result<void> addDevice(Device const& device) override;
    [[nodiscard]] Result<Device> device(Uuid const& id) override;
    [[nodiscard]] Result<void> revokeDevice(Uuid const& id, Instant now) override;
    [[nodiscard]] Result<Ingested> ingest(Uuid const& device, std::span<const Arrival> arrivals, Instant now,
                                          std::optional<std::uint64_t> waiting) override;
    [[nodiscard]] Result<std::vector<Unprojected>> unprojected(std::size_t most) override;
    [[nodiscard]] Result<void> saveProjections(std::span<const Projected> projections) override;
    [[nodiscard]] Result<Totals> totals() override;
    [[nodiscard]] Result<std::vector<DeviceStatus>> devices() override;
    [[nodiscard]] Result<std::vector<Response>> latestResponses(std::size_t ofEach) override;

    /// An envelope as the kiosk sealed it.
    struct StoredEnvelope {
        Uuid device;
        std::uint64_t number = 0;
        Instant received;
        Bytes bytes;
    };
    /// Every envelope by device id and number, one in memory at a time, all as of one moment. An error of the callback
    /// ends the walk and is returned.
    [[nodiscard]] Result<void> forEachEnvelope(std::function<Result<void>(StoredEnvelope const&)> const& callback);

    /// Reads every page. Corrupt names the file.
    [[nodiscard]] Result<void> check();

private:
    enum class Access { Full, ReadOnly };
    SqlcipherServerStore(kiosk::Path file, kiosk::SecretBytes key, Access access) :
        m_file(std::move(file)), m_key(std::move(key)), m_access(access) {}
    [[nodiscard]] static Result<SqlcipherServerStore> open(kiosk::Path const& file, kiosk::SecretBytes key,
                                                           Access access);
    [[nodiscard]] Result<void> mustBeThere() const;
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> reconnect();
    struct Row;
    [[nodiscard]] Result<Row> row(Uuid const& device);
    [[nodiscard]] Result<void> insert(Row& device, std::span<const Arrival> arrivals, Instant now, Ingested& result);
    [[nodiscard]] Result<Outcome> whyNotInserted(Arrival const& arrival);
    [[nodiscard]] Result<void> closeGaps(Row const& device, Ingested& result);
    [[nodiscard]] Result<void> save(Projected const& projected);
    [[nodiscard]] Result<void> save(std::int64_t arrival, Response const& response);
    [[nodiscard]] Result<std::uint64_t> count(std::string_view query);
    [[nodiscard]] Result<std::vector<Score>> scores(std::int64_t response);

    kiosk::Path m_file;
    kiosk::SecretBytes m_key;
    Access m_access;
    std::optional<kiosk::sql::Connection> m_connection; ///< none: the file could not be opened again so far
};

} // namespace sync_server
