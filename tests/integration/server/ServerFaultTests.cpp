// The power goes, or one write fails, at every point at which the server changes its disk. What a kiosk was given a
// receipt for must be there, once, to the byte; and sent again it must get the same receipt.

#include "kiosk/core/envelope/Receipt.h"
#include "sync/server/Ingest.h"
#include "sync/server/SqlcipherServerStore.h"
#include "tests/integration/store/FaultVfs.h"
#include "tests/support/sync/Chain.h"
#include "tests/support/sync/ServerFolder.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_server;
using kiosk::tests::Fault;
using kiosk::tests::FaultVfs;
using ::tests::support::Chain;
using ::tests::support::FakeClock;
using ::tests::support::must;
using ::tests::support::TempFolder;

namespace {

using Batch = std::vector<Chain::Link>;

/// What one kiosk sends: the same to every server of a test, so that answers can be compared.
class Deliveries {
public:
    Deliveries() {
        for (auto size : {1, 3, 2, 5, 1, 4}) {
            Batch batch;
            for (int i = 0; i < size; ++i) batch.push_back(m_chain.next());
            m_batches.push_back(std::move(batch));
        }
        m_batches.insert(m_batches.begin() + 4, m_batches[2]); // sent again, as after an answer that got lost
    }
    [[nodiscard]] std::vector<Batch> const& batches() const { return m_batches; }
    [[nodiscard]] std::size_t records() const { return m_chain.number(); }
    [[nodiscard]] Device device() const { return {m_chain.device(), "Front desk", m_chain.key().verifyKey(), {1}, {}}; }
    [[nodiscard]] crypto::Digest const& lastLink() const { return m_chain.link(); }

private:
    Chain m_chain;
    std::vector<Batch> m_batches;
};

Deliveries const& deliveries() {
    static Deliveries const all;
    return all;
}

crypto::SigningKey const& receiptKey() {
    static auto const key = crypto::SigningKey::generate();
    return key;
}

/// The ingest of a practice, its store opened twice as in the server: once to take in, once to read what came.
class Server {
public:
    static Result<Server> open(Path const& folder) {
        auto store = TRY(openStore(folder));
        auto second = TRY(openStore(folder));
        return Server(std::move(store), std::move(second));
    }
    static Result<SqlcipherServerStore> openStore(Path const& folder) {
        return SqlcipherServerStore::open(folder / "practice.db", SecretBytes(Bytes(32, 3)));
    }

    /// The receipt, with its entries, as the kiosk keeps it.
    Result<Bytes> send(Batch const& batch) {
        Bytes body;
        std::vector<sync_protocol::Named> names;
        for (auto const& [head, link, bytes] : batch) {
            body.push_back(0);
            base::appendU32(body, static_cast<std::uint32_t>(bytes.size()));
            base::append(body, bytes);
            names.push_back({head.record, link});
        }
        static FakeClock const stopped{Instant(std::chrono::hours(24))};
        Ingest ingest(*m_store, receiptKey(), stopped);
        auto answer = TRY(ingest.take(deliveries().device(), body, 0));
        auto read = TRY(sync_protocol::readAnswer(answer, deliveries().device().id, names));
        EXPECT_TRUE(read.refusals.empty());
        return std::move(read.receipt);
    }
    Result<void> addDevice() { return m_store->addDevice(deliveries().device()); }
    /// How many envelopes were marked as read.
    Result<std::size_t> project() {
        std::vector<Projected> projections;
        for (auto const& [arrival, bytes] : TRY(m_second->unprojected(3)))
            projections.push_back({arrival, kiosk::fail(ErrorKind::Denied, "sealed to nobody")});
        TRY(m_second->saveProjections(projections));
        return projections.size();
    }
    SqlcipherServerStore& store() { return *m_store; }

private:
    Server(SqlcipherServerStore store, SqlcipherServerStore second) :
        m_store(std::make_unique<SqlcipherServerStore>(std::move(store))),
        m_second(std::make_unique<SqlcipherServerStore>(std::move(second))) {}

    std::unique_ptr<SqlcipherServerStore> m_store;
    std::unique_ptr<SqlcipherServerStore> m_second;
};

/// What the outside was told before the machine went off.
struct Told {
    bool device = false;
    std::vector<Bytes> receipts; ///< of the batches so far
    std::size_t projected = 0;
    bool ended = false;
};

/// Serves all batches; the server is stopped and started once on the way, which empties its log.
Told serve(Path const& folder) {
    Told told;
    auto server = Server::open(folder);
    told.device = server && server->addDevice();
    if (!told.device) return told;
    for (auto const& batch : deliveries().batches()) {
        if (told.receipts.size() == 3) {
            server = kiosk::fail(ErrorKind::Offline, "stopped");
            server = Server::open(folder);
            if (!server) return told;
        }
        auto receipt = server->send(batch);
        if (!receipt) return told;
        told.receipts.push_back(std::move(*receipt));
        auto projected = server->project();
        if (!projected) return told;
        told.projected += *projected;
    }
    told.ended = true;
    return told;
}

/// By record: what the receipts of these batches prove.
std::map<Uuid, Bytes> receipted(std::size_t batches) {
    std::map<Uuid, Bytes> records;
    for (std::size_t i = 0; i < batches; ++i)
        for (auto const& link : deliveries().batches()[i]) records[link.head.record] = link.bytes;
    return records;
}

void expectAllReceiptedOnce(Server& server, Told const& told) {
    std::map<Uuid, Bytes> stored;
    must(server.store().forEachEnvelope([&](SqlcipherServerStore::StoredEnvelope const& each) -> Result<void> {
        auto record = TRY(envelope::parse(each.bytes)).head.record;
        EXPECT_TRUE(stored.emplace(record, each.bytes).second) << "stored twice";
        return {};
    }));
    for (auto const& [record, bytes] : receipted(told.receipts.size())) EXPECT_EQ(stored[record], bytes);
    auto possible = receipted(std::min(told.receipts.size() + 1, deliveries().batches().size()));
    for (auto const& [record, bytes] : stored) EXPECT_EQ(possible[record], bytes) << "nobody sent this";
    EXPECT_EQ(must(server.store().totals()).doubled, 0U);
    EXPECT_GE(must(server.store().totals()).failed, told.projected) << "what was read is read again";
    EXPECT_TRUE(server.store().check());
}

std::vector<envelope::Receipt::Entry> entriesOf(Bytes const& receipt) {
    return must(envelope::openReceipt(receipt, receiptKey().verifyKey())).entries;
}

/// Everything is sent once more. What was receipted gets the same receipt, byte for byte where the head is the same.
void expectTheSameReceiptsAgain(Server& server, Told const& told) {
    auto before = must(server.store().devices()).at(0).head.number;
    if (!told.receipts.empty()) {
        auto last = told.receipts.size() - 1;
        auto again = must(server.send(deliveries().batches()[last]));
        if (must(envelope::openReceipt(told.receipts[last], receiptKey().verifyKey())).headNumber == before) {
            EXPECT_EQ(again, told.receipts[last]);
        }
    }
    for (std::size_t i = 0; i < deliveries().batches().size(); ++i) {
        auto again = must(server.send(deliveries().batches()[i]));
        if (i < told.receipts.size()) {
            EXPECT_EQ(entriesOf(again), entriesOf(told.receipts[i]));
        }
    }
    EXPECT_EQ(must(server.store().totals()).stored, deliveries().records());
    auto status = must(server.store().devices()).at(0);
    EXPECT_EQ(status.head, (ChainHead{deliveries().records(), deliveries().lastLink()}));
}

void expectNothingLostOrDoubled(Path const& folder, Told const& told) {
    auto server = Server::open(folder);
    ASSERT_TRUE(server) << server.error().text;
    auto device = server->store().device(deliveries().device().id);
    if (told.device) {
        EXPECT_TRUE(device) << "an enrolled kiosk is forgotten";
    }
    if (!device) must(server->addDevice());
    expectAllReceiptedOnce(*server, told);
    expectTheSameReceiptsAgain(*server, told);
}

/// Operations of a whole run, opening and closing included.
int allOperations() {
    FaultVfs faults;
    TempFolder folder;
    faults.failAt(0, Fault::None);
    EXPECT_TRUE(serve(folder.path()).ended);
    return faults.operations();
}

struct ServerFaults : testing::Test {
    static void SetUpTestSuite() { s_operations = allOperations(); }
    static inline int s_operations = 0;
};

} // namespace

TEST_F(ServerFaults, thePowerGoesAtAnyOperationAndNoReceiptWasALie) {
    ASSERT_GT(s_operations, 100);
    std::mt19937 random(20261125);
    for (int operation = 1; operation <= s_operations; ++operation) {
        SCOPED_TRACE(operation);
        FaultVfs faults;
        TempFolder folder;
        faults.failAt(operation, Fault::PowerLoss);
        auto told = serve(folder.path());
        faults.losePower(random);
        expectNothingLostOrDoubled(folder.path(), told);
        if (HasFailure()) return;
    }
}

TEST_F(ServerFaults, aDiskThatLiesAboutSyncIsSeenToLose) {
    std::mt19937 random(1);
    int lost = 0;
    for (int operation = s_operations / 2; operation < s_operations; operation += 7) {
        FaultVfs faults(FaultVfs::Disk::LiesAboutSync);
        TempFolder folder;
        faults.failAt(operation, Fault::PowerLoss);
        auto told = serve(folder.path());
        faults.losePower(random);
        auto server = Server::open(folder.path());
        if (!server || must(server->store().totals()).stored < receipted(told.receipts.size()).size()) ++lost;
    }
    EXPECT_GT(lost, 3) << "otherwise the test before proves nothing";
}

TEST_F(ServerFaults, oneFailedOperationCostsOneAnswerAndNoRestart) {
    for (int operation = 1; operation <= s_operations; ++operation) {
        SCOPED_TRACE(operation);
        FaultVfs faults;
        TempFolder folder;
        auto server = must(Server::open(folder.path()));
        must(server.addDevice());
        faults.failAt(operation, Fault::ErrorOnce);
        Told told;
        for (auto const& batch : deliveries().batches()) {
            auto receipt = server.send(batch);
            if (!receipt) receipt = server.send(batch);
            ASSERT_TRUE(receipt) << receipt.error().text;
            told.receipts.push_back(std::move(*receipt));
            if (auto projected = server.project(); !projected) {
                ASSERT_TRUE(server.project());
            }
        }
        bool hit = faults.hit();
        faults.failAt(0, Fault::None);
        expectAllReceiptedOnce(server, told);
        expectTheSameReceiptsAgain(server, told);
        if (!hit || HasFailure()) return;
    }
}
