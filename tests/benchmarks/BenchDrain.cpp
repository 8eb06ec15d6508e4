// How fast the outbox gets to the server: real spool files, the real agent, TLS 1.3 over loopback, the real server with
// its store, until every envelope's receipt is in receipts/. A batch is durable (synchronous=FULL) before its receipt
// is signed.

#include "kiosk/core/envelope/Receipt.h"
#include "kiosk/core/outbox/Outbox.h"
#include "sync/agent/Agent.h"
#include "sync/agent/Enrolment.h"
#include "sync/server/SqlcipherServerStore.h"
#include "tests/benchmarks/Figure.h"
#include "tests/support/sync/Chain.h"
#include "tests/support/sync/ServerFolder.h"

#include <fstream>
#include <sys/resource.h>
#include <thread>

namespace {

using namespace kiosk;
using namespace std::chrono_literals;
using benchmarks::printFigure;
using tests::support::Chain;
using tests::support::must;
using tests::support::phq9Bundle;

constexpr std::size_t records = 10'000;
constexpr int rounds = 3;

/// Completed PHQ-9s, sealed to ingest and escrow key.
std::vector<Bytes> sealedRecords(tests::support::Practice const& practice) {
    const std::array recipients{practice.ingest().recipient(), practice.escrow().recipient()};
    std::vector<Bytes> payloads(records);
    for (auto& payload : payloads)
        payload = must(envelope::sealPayload(asBytes(phq9Bundle(Uuid::random())), recipients));
    return payloads;
}

double averageSize(std::vector<Bytes> const& pieces) {
    std::size_t sum = 0;
    for (auto const& each : pieces) sum += each.size();
    return static_cast<double>(sum) / static_cast<double>(pieces.size());
}

double cpuSeconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    auto seconds = [](timeval const& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// A practice with its server and a kiosk whose outbox is full.
class Setting {
public:
    Setting(tests::support::Practice const& practice, std::vector<Bytes> const& payloads, bool projects) :
        m_practice(practice), m_serverFolder(practice, m_folder.path() / "server"),
        m_server(m_serverFolder.start(m_clock, {.limits = {}, .projects = projects})) {
        auto token = m_serverFolder.token(m_server->port(), m_clock.now() + 1h);
        must(sync_agent::enrol(token.toText(), m_kiosk, "Bench", m_clock));
        fillOutbox(payloads);
    }

    /// Seconds until all receipts are delivered; then checks that they prove what they should.
    double drain(sync_http::Traffic& traffic) {
        sync_http::EventLoop loop;
        auto agent = must(sync_agent::Agent::start(loop, must(sync_agent::KioskFolder::read(m_kiosk, {})), m_clock));
        sync_http::EventLoop::Handle timer;
        std::function<void()> look = [&] {
            if (agent->sent() >= records) return loop.stop();
            timer = loop.after(1ms, look);
        };
        look();
        auto seconds = benchmarks::secondsOf([&] { loop.run(); });
        traffic = agent->traffic();
        checkReceipts();
        return seconds;
    }

    /// Seconds until the server has read everything.
    double project() const {
        auto store = must(
            sync_server::SqlcipherServerStore::openForReading(m_serverFolder.database(), m_serverFolder.storeKey()));
        return benchmarks::secondsOf([&] {
            while (must(store.totals()).projected < records) std::this_thread::sleep_for(10ms);
        });
    }

private:
    void fillOutbox(std::vector<Bytes> const& payloads) {
        auto device = must(sync_agent::DeviceFile::parse(must(base::readFile(m_kiosk / "device.json")))).device;
        auto key = must(base::readFile(m_kiosk / "app-keys" / "device-signing.key"));
        Chain chain(device, must(crypto::SigningKey::parse(asText(key))));
        for (auto const& payload : payloads) {
            auto link = chain.next(payload);
            auto file = m_kiosk / "outbox" / "new" / outbox::spoolName(link.head.number, link.head.record);
            std::ofstream(file, std::ios::binary)
                .write(reinterpret_cast<char const*>(link.bytes.data()), std::ssize(link.bytes));
        }
        ::sync(); // what is still to be written must not slow down what is measured
    }
    [[nodiscard]] std::size_t provenBy(Path const& receipt) const {
        return must(envelope::openReceipt(must(base::readFile(receipt)), m_practice.receiptKey().verifyKey()))
            .entries.size();
    }
    void checkReceipts() const {
        std::size_t named = 0;
        for (auto const& file : std::filesystem::directory_iterator(m_kiosk / "outbox" / "receipts"))
            if (file.path().extension() == ".receipt") named += provenBy(file.path());
        if (named != records) throw std::runtime_error("receipts name " + std::to_string(named) + " records");
    }

    base::SystemClock m_clock;
    tests::support::Practice const& m_practice;
    tests::support::TempFolder m_folder;
    tests::support::ServerFolder m_serverFolder;
    std::unique_ptr<sync_server::PracticeServer> m_server;
    Path m_kiosk = m_folder.path() / "kiosk";
};

/// The best of some rounds: what else the machine does only ever makes it slower.
void drain(tests::support::Practice const& practice, std::vector<Bytes> const& payloads, bool projects) {
    double best = 0;
    double cpu = 0;
    for (int round = 0; round < rounds; ++round) {
        Setting setting(practice, payloads, projects);
        sync_http::Traffic traffic;
        auto before = cpuSeconds();
        auto rate = static_cast<double>(records) / setting.drain(traffic);
        std::string name = projects ? "drain while the server reads what came" : "drain";
        printFigure(name + ", round " + std::to_string(round + 1), rate, "records/s", records);
        if (rate > best) cpu = (cpuSeconds() - before) / static_cast<double>(records) * 1e6;
        best = std::max(best, rate);
        if (round + 1 < rounds) continue;
        printFigure(name, best, "records/s", records);
        if (projects)
            return printFigure("read by the server after the drain", static_cast<double>(records) / setting.project(),
                               "records/s", records);
        printFigure("drain cpu, kiosk and server", cpu, "us/record", records);
        printFigure("drain wire", static_cast<double>(traffic.sent + traffic.received) / static_cast<double>(records),
                    "bytes/record", records);
        printFigure("drain wire, to the kiosk", static_cast<double>(traffic.received) / static_cast<double>(records),
                    "bytes/record", records);
    }
}

} // namespace

int main() try {
    tests::support::Practice practice;
    auto payloads = sealedRecords(practice);
    printFigure("bundle size", static_cast<double>(phq9Bundle(Uuid::random()).size()), "bytes", 1);
    printFigure("envelope size", averageSize(payloads) + envelope::payloadOffset, "bytes", records);
    drain(practice, payloads, false);
    drain(practice, payloads, true);
    return 0;
} catch (std::exception const& error) {
    std::cerr << "bench_drain: " << error.what() << '\n';
    return 1;
}
