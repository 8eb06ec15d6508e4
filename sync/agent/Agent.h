#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/outbox/OutboxReader.h"
#include "sync/agent/Backoff.h"
#include "sync/agent/Delivered.h"
#include "sync/agent/KioskFolder.h"
#include "sync/agent/PackInbox.h"
#include "sync/agent/SpoolWatch.h"
#include "sync/http/Client.h"
#include "sync/protocol/Batch.h"

#include <deque>
#include <optional>
#include <unordered_set>

namespace sync_agent {

struct AgentOptions {
    std::chrono::milliseconds shortestRetry{1'000};
    std::chrono::milliseconds longestRetry{60'000};
    std::chrono::milliseconds heartbeat{60'000}; ///< at the latest after this long the server hears from us
    sync_http::ClientLimits limits;
    std::chrono::milliseconds revokedRetry{3'600'000};     ///< until a server that revoked this kiosk is asked again
    std::chrono::milliseconds longestPackRetry{3'600'000}; ///< until a server with a bad pack is asked for packs again
};

/// Carries what waits in the outbox to the server and what the server signed back, on one thread: the loop's. It knows
/// no key but its own for TLS, and forgets nothing that is not on the disk: it may end at any moment.
class Agent {
public:
    /// Starts at once. Errors: the kiosk folder cannot be used. The server need not be there.
    [[nodiscard]] static kiosk::Result<std::unique_ptr<Agent>>
    start(sync_http::EventLoop& loop, KioskFolder folder, kiosk::Clock const& clock, AgentOptions options = {});
    Agent(Agent const&) = delete;
    Agent& operator=(Agent const&) = delete;

    /// Envelopes whose receipt was delivered, since enrolment.
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }
    [[nodiscard]] sync_http::Traffic traffic() const { return m_client.traffic(); }

private:
    Agent(sync_http::EventLoop& loop, KioskFolder&& folder, kiosk::outbox::OutboxReader&& outbox, PackInbox&& packs,
          sync_http::Client&& client, kiosk::Clock const& clock, AgentOptions options);

    void pump();
    void exchange();
    void pumpSoon();
    void rescan();
    [[nodiscard]] kiosk::Result<void> listSpool();
    void prepareSome();
    [[nodiscard]] bool prepare(kiosk::outbox::SpoolEntry const& entry);
    [[nodiscard]] std::size_t waiting() const;

    void sendBatch();
    void onAnswer(std::vector<sync_protocol::Named> const& sent, kiosk::Result<sync_http::Response> response);
    void onBatchRefused(std::vector<sync_protocol::Named> const& sent, unsigned status);
    void deliver(sync_protocol::Answer const& answer, std::vector<sync_protocol::Named> const& sent);
    void askForPacks();
    void onPack(sync_protocol::PackVersions const& asked, kiosk::Result<sync_http::Response> response);
    void endPackRound();

    void refused(sync_http::Response const& response);
    void failed(kiosk::Error const& error) { rest(error, m_backoff.next()); }
    void rest(kiosk::Error const& error, std::chrono::milliseconds time);
    void succeeded();
    void restartHeartbeat();
    void writeStatus();

    sync_http::EventLoop& m_loop;
    KioskFolder m_folder;
    kiosk::outbox::OutboxReader m_outbox;
    Delivered m_delivered;
    PackInbox m_packs;
    kiosk::Clock const& m_clock;
    AgentOptions m_options;
    Backoff m_backoff;
    Backoff m_packBackoff; ///< after rounds with a bad pack

    std::deque<kiosk::outbox::SpoolEntry> m_queue; ///< listed, not yet prepared
    sync_protocol::BatchWriter m_next;             ///< prepared, not yet sent
    bool m_nextIsFull = false;
    std::size_t m_inFlight = 0;                          ///< envelopes of the batch under way
    std::size_t m_limit = sync_protocol::batchEnvelopes; ///< of a batch: halved by failure, doubled by success
    std::unordered_set<kiosk::Uuid> m_notWanted;         ///< refused alone, without a reason of the protocol

    bool m_spoolChanged = true;
    bool m_exchanging = false;  ///< from request to answer
    bool m_sending = false;     ///< the request is not wholly sent: reading files would hold it up
    bool m_resting = false;     ///< until the back-off is over
    bool m_heartbeatDue = true; ///< the first one says hello
    bool m_packsDue = true;
    bool m_packRefused = false; ///< in this round
    bool m_packsPaused = false; ///< until the pause after a bad pack is over
    bool m_pumpPosted = false;
    bool m_statusWorks = true;
    std::uint64_t m_sent = 0; ///< envelopes whose receipt was delivered, since enrolment
    std::optional<kiosk::Instant> m_lastContact;
    std::string m_problem;

    sync_http::EventLoop::Handle m_retryTimer;
    sync_http::EventLoop::Handle m_heartbeatTimer;
    sync_http::EventLoop::Handle m_packTimer;
    std::optional<SpoolWatch> m_watch;
    sync_http::Client m_client; ///< last: its callbacks use all of the above
};

} // namespace sync_agent
