#include "World.h"

#include "kiosk/core/base/Json.h"

using namespace kiosk;

namespace tests {

namespace {

Chain chainOf(Path const& folder) {
    auto device = must(sync_agent::DeviceFile::parse(must(base::readFile(folder / "device.json")))).device;
    auto key = must(base::readFile(folder / "app-keys" / "device-signing.key"));
    return Chain(device, must(crypto::SigningKey::parse(asText(key))));
}

} // namespace

Kiosk::Kiosk(Path folder, crypto::VerifyKey receiptKey) :
    m_folder(std::move(folder)), m_receiptKey(receiptKey), m_outbox(must(outbox::Outbox::open(m_folder / "outbox"))),
    m_chain(chainOf(m_folder)) {}

void Kiosk::give(int count) {
    auto payload = Chain::sealedToNobody();
    for (int i = 0; i < count; ++i) give(payload);
}

void Kiosk::give(ByteView payload) {
    m_given.push_back(m_chain.next(payload));
    auto const& [head, link, bytes] = m_given.back();
    must(m_outbox.publish(head.number, head.record, bytes));
}

void Kiosk::settle() {
    auto report =
        must(m_outbox.settle(m_receiptKey, device(), [this](envelope::Receipt const& receipt) -> Result<void> {
            for (const auto& entry : receipt.entries) m_settled.insert(entry.record);
            return {};
        }));
    m_setAside += report.setAside;
}

bool Kiosk::settledAll(std::chrono::seconds deadline) {
    return eventually(
        [this] {
            settle();
            return waiting() == 0;
        },
        deadline);
}

Path Kiosk::spoolFile(std::size_t index) const {
    auto const& head = m_given.at(index).head;
    return m_folder / "outbox" / "new" / outbox::spoolName(head.number, head.record);
}

Json Kiosk::status() const {
    auto text = base::readFile(m_folder / "sync" / "status.json");
    return text ? must(base::parseJson(*text)) : Json::object();
}

std::uint16_t Kiosk::port() const {
    return must(sync_agent::DeviceFile::parse(must(base::readFile(m_folder / "device.json")))).port;
}

void Kiosk::pointTo(std::uint16_t port) const {
    auto file = must(sync_agent::DeviceFile::parse(must(base::readFile(m_folder / "device.json"))));
    file.port = port;
    must(base::writeFileDurably(m_folder / "device.json", asBytes(file.toText())));
}

RunningAgent::RunningAgent(Path const& folder, sync_agent::AgentOptions options) :
    m_agent(must(sync_agent::Agent::start(m_loop, must(sync_agent::KioskFolder::read(folder, {})), m_clock, options))),
    m_thread([this] { m_loop.run(); }) {}

RunningAgent::~RunningAgent() {
    m_loop.stop();
    m_thread.join();
}

Kiosk World::enrolled(std::string const& name) {
    auto token = serverFolder.token(server->port(), clock.now() + 1h);
    must(sync_agent::enrol(token.toText(), folder.path() / name, name, clock));
    return Kiosk(folder.path() / name, practice.receiptKey().verifyKey());
}

sync_server::SqlcipherServerStore World::store() const {
    return must(sync_server::SqlcipherServerStore::openForReading(serverFolder.database(), serverFolder.storeKey()));
}

void World::compareBothSides(std::set<std::size_t> const& quarantined) {
    EXPECT_EQ(kiosk.waiting(), 0U);
    EXPECT_EQ(kiosk.quarantined(), quarantined.size());
    auto given = kiosk.given().begin();
    must(store().forEachEnvelope([&](sync_server::SqlcipherServerStore::StoredEnvelope const& stored) -> Result<void> {
        if (stored.device != kiosk.device()) return {};
        while (quarantined.contains(static_cast<std::size_t>(given - kiosk.given().begin()))) ++given;
        if (given == kiosk.given().end() || given->bytes != stored.bytes)
            return kiosk::fail(ErrorKind::Corrupt,
                               "number " + std::to_string(stored.number) + " is not what was given");
        ++given;
        return {};
    }));
    EXPECT_EQ(given, kiosk.given().end()) << "the server misses some";
    EXPECT_EQ(must(store().totals()).doubled, 0U);
}

} // namespace tests
