#pragma once

#include "kiosk/core/outbox/Outbox.h"
#include "sync/agent/Agent.h"
#include "sync/agent/Enrolment.h"
#include "sync/server/SqlcipherServerStore.h"
#include "tests/support/sync/Chain.h"
#include "tests/support/sync/ServerFolder.h"

#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace tests {

using namespace std::chrono_literals;
using support::Chain;
using support::FakeClock;
using support::must;
using support::Practice;
using support::ServerFolder;
using support::TempFolder;

/// True as soon as the condition holds; false after the deadline.
template <typename Condition>
[[nodiscard]] bool eventually(Condition condition, std::chrono::seconds deadline = 30s) {
    auto end = std::chrono::steady_clock::now() + deadline;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(2ms);
    }
    return true;
}

/// kiosk-app's part in a test: fills the outbox, acts on receipts, remembers what was sealed and what became of it.
class Kiosk {
public:
    Kiosk(kiosk::Path folder, kiosk::crypto::VerifyKey receiptKey);

    /// Seals and publishes; the payload cannot be opened by anybody.
    void give(int count);
    void give(kiosk::ByteView payload);
    /// One pass over the receipts.
    void settle();
    [[nodiscard]] bool settledAll(std::chrono::seconds deadline = 30s);

    [[nodiscard]] kiosk::Path const& folder() const { return m_folder; }
    [[nodiscard]] kiosk::Path spoolFile(std::size_t index) const;
    [[nodiscard]] std::vector<Chain::Link> const& given() const { return m_given; }
    [[nodiscard]] std::size_t waiting() const { return must(m_outbox.counts()).waiting; }
    [[nodiscard]] std::size_t quarantined() const { return must(m_outbox.counts()).quarantined; }
    [[nodiscard]] std::size_t setAside() const { return m_setAside; }
    [[nodiscard]] kiosk::Uuid const& device() const { return m_chain.device(); }
    [[nodiscard]] kiosk::Json status() const;
    void pointTo(std::uint16_t port) const;
    [[nodiscard]] std::uint16_t port() const; ///< of its server

private:
    kiosk::Path m_folder;
    kiosk::crypto::VerifyKey m_receiptKey;
    kiosk::outbox::Outbox m_outbox;
    Chain m_chain;
    std::vector<Chain::Link> m_given;
    std::set<kiosk::Uuid> m_settled;
    std::size_t m_setAside = 0;
};

/// A real agent on a thread of its own.
class RunningAgent {
public:
    explicit RunningAgent(kiosk::Path const& folder, sync_agent::AgentOptions options = quick());
    ~RunningAgent();

    static sync_agent::AgentOptions quick() { return {5ms, 40ms, 100ms, {2s, 2s}}; }

private:
    kiosk::base::SystemClock m_clock;
    sync_http::EventLoop m_loop;
    std::unique_ptr<sync_agent::Agent> m_agent;
    std::thread m_thread;
};

/// A practice with its server and one enrolled kiosk.
struct World : testing::Test {
    TempFolder folder;
    Practice practice;
    ServerFolder serverFolder{practice, folder.path() / "server"};
    FakeClock clock{kiosk::base::SystemClock().now()};
    std::unique_ptr<sync_server::PracticeServer> server = serverFolder.start(clock);
    Kiosk kiosk = enrolled("kiosk");

    [[nodiscard]] Kiosk enrolled(std::string const& name);
    void startServer() { server = serverFolder.start(clock); }
    [[nodiscard]] sync_server::SqlcipherServerStore store() const;
    /// What the server holds is what the kiosk gave, but for what is in quarantine: nothing lost, doubled or altered.
    void compareBothSides(std::set<std::size_t> const& quarantined = {});
};

} // namespace tests
