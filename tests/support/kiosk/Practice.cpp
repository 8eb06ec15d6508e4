#include "tests/support/kiosk/Practice.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/core/outbox/Spool.h"
#include "kiosk/core/packs/Recipients.h"
#include "kiosk/core/packs/Settings.h"

#include <cstdlib>
#include <stdexcept>

namespace tests::support {

using namespace kiosk;

namespace {

/// The value, or the error as an exception: a fixture that cannot be set up ends the test.
template <typename T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

void write(Path const& file, std::string_view content) {
    must(base::writeFileDurably(file, asBytes(content)));
}

void addPerson(packs::Root& root, crypto::SigningKey const& key, std::string const& name) {
    root.people.insert({key.verifyKey().keyId(), {name, key.verifyKey()}});
    root.root.keyIds.push_back(key.verifyKey().keyId());
    root.approver.keyIds.push_back(key.verifyKey().keyId());
}

std::string signedRoot(crypto::SigningKey const& alice, crypto::SigningKey const& bert) {
    packs::Root root;
    root.version = 1;
    root.practiceId = Uuid::random();
    root.practice = "Maple Street Practice";
    root.expires = must(base::parseIsoText("2090-01-01T00:00:00Z"));
    addPerson(root, alice, "Alice");
    addPerson(root, bert, "Bert");
    root.root.threshold = root.approver.threshold = 2;
    packs::Dsse dsse{std::string(packs::rootType), toBytes(root.toText()), {}};
    must(dsse.sign(alice));
    must(dsse.sign(bert));
    return dsse.toText();
}

} // namespace

TempFolder::TempFolder() {
    auto name = (std::filesystem::temp_directory_path() / "candor-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    m_path = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Practice::Practice() : m_rootText(signedRoot(m_alice, m_bert)) {
    must(crypto::knownAnswerCheck());
}

Json Practice::settings() {
    return Json::parse(R"({
        "practice": "Maple Street Practice", "languages": ["en", "es"],
        "instruments": ["visit-experience", "phq-9", "activation"], "idle_warning_s": 60, "idle_wipe_s": 20,
        "safety_contact": { "name": {"en": "Crisis line", "es": "Línea de ayuda"}, "phone": "988",
            "text": {"en": "Tell a member of staff now, or call or text 988 at any hour.",
                     "es": "Avise ahora a una persona del equipo, o llame o envíe un mensaje al 988 a cualquier hora."} } })");
}

Json Practice::formOf(std::string const& instrument) {
    auto const file = Path(CANDOR_SOURCE_DIR) / "kiosk" / "instruments" / (instrument + ".json");
    return must(base::parseJson(must(base::readFile(file))));
}

Bytes Practice::factoryPack(PackWish const& wish) const {
    packs::Recipients const recipients{
        {m_ingest.recipient(), m_escrow.recipient()}, {m_custodian.recipient()}, m_receiptKey.verifyKey()};
    packs::PackContent content{"factory",
                               wish.version,
                               must(base::parseIsoText("2026-01-01T00:00:00Z")),
                               must(base::parseIsoText(wish.expires)),
                               {}};
    content.targets.emplace_back("settings.json", toBytes(wish.settings.dump()));
    content.targets.emplace_back("recipients.json", toBytes(recipients.toText()));
    if (!wish.staff.members.empty()) content.targets.emplace_back(packs::staffFile, toBytes(wish.staff.toText()));
    auto const settings = packs::Settings::parse(asBytes(wish.settings.dump()));
    auto const forms =
        settings ? settings->allForms() : wish.settings.at("instruments").get<std::vector<std::string>>();
    for (auto const& name : forms) {
        auto const own = std::find_if(wish.ownForms.begin(), wish.ownForms.end(),
                                      [&](auto const& each) { return each.first == name; });
        auto const form = own == wish.ownForms.end() ? formOf(name) : own->second;
        content.targets.emplace_back("instruments/" + name + ".json", toBytes(form.dump()));
    }
    for (auto const& [name, picture] : wish.media) content.targets.emplace_back("media/" + name, picture);
    auto file = must(packs::writeUnsignedPack(content, asBytes(m_rootText)));
    for (auto const* signer : {&m_alice, &m_bert})
        if (signer == &m_alice || wish.signatures > 1)
            file = must(packs::signPack(must(packs::Pack::parse(file)), *signer));
    return file;
}

void Practice::enrol(Path const& folder, Bytes const& pack) const {
    for (auto const* part : {"app/packs", "app-keys", "packs/incoming", "outbox"})
        must(base::makeFolders(folder / part));
    write(
        folder / "device.json",
        Json{{"device_id", m_device.toString()}, {"name", "Waiting room"}, {"host", "127.0.0.1"}, {"port", 1}}.dump());
    write(folder / "root.dsse.json", m_rootText);
    write(folder / "app-keys" / "store.key", base::toHex(m_storeKey) + "\n");
    write(folder / "app-keys" / "device-signing.key", asText(m_deviceKey.toText()));
    must(base::writeFileDurably(folder / "app" / "packs" / "factory.pack", pack));
}

Json Practice::open(ByteView envelope) const {
    auto const view = must(envelope::parse(envelope));
    must(envelope::verify(view, m_deviceKey.verifyKey()));
    auto const identities = std::array{must(crypto::Identity::parse(asText(m_ingest.toText())))};
    return must(base::parseJson(must(envelope::openPayload(view.payload, identities))));
}

std::vector<Json> Practice::openAll(Path const& outbox) const {
    std::vector<Json> bundles;
    crypto::Digest link{};
    for (auto const& entry : must(outbox::listSpool(outbox / "new"))) {
        auto const bytes = must(base::readFile(entry.file));
        auto const view = must(envelope::parse(bytes));
        if (!bundles.empty() && view.head.previous != link) throw std::runtime_error("the chain is broken");
        link = view.link();
        bundles.push_back(open(bytes));
    }
    return bundles;
}

void Practice::receiptAll(Path const& outbox) const {
    envelope::Receipt receipt{m_device, base::SystemClock().now(), 0, {}, {}};
    for (auto const& entry : must(outbox::listSpool(outbox / "new"))) {
        auto const bytes = must(base::readFile(entry.file));
        receipt.headLink = must(envelope::parse(bytes)).link();
        receipt.headNumber = entry.number;
        receipt.entries.push_back({entry.record, receipt.headLink});
    }
    must(base::writeFileDurably(outbox / "receipts" / (Uuid::random().toString() + ".receipt"),
                                envelope::signReceipt(receipt, m_receiptKey)));
}

} // namespace tests::support
