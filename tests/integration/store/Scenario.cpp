#include "tests/integration/store/Scenario.h"

#include "kiosk/core/base/Encoding.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

StoppedClock const stoppedClock;

SecretBytes storeKey() {
    return SecretBytes(crypto::sha256(asBytes("the key of a test")));
}

Uuid idOf(std::string_view name) {
    return Uuid::from(ByteView(crypto::sha256(asBytes(name))).first(16));
}

std::string answerOf(int question) {
    // Long enough that answers spill over several pages.
    return Json::array({{{"valueString", "answer " + std::to_string(question) + std::string(700, 'x')}}}).dump();
}

/// In memory where there is such a place: the tests bring their own idea of a disk, and real syncs only take time.
Path temporaryPlace() {
    return ::access("/dev/shm", W_OK) == 0 ? Path("/dev/shm") : Path(testing::TempDir());
}

store::SealedRecord sealedRecord(std::uint64_t number) {
    auto const record = idOf("visit " + std::to_string(number));
    auto const bytes = toBytes("sealed bytes of visit " + std::to_string(number) + std::string(1500, 's'));
    return {record, number, crypto::sha256(bytes), bytes};
}

} // namespace

Result<Kiosk> Kiosk::open(Path const& folder) {
    auto store = TRY(store::Store::open(folder / "kiosk.db", storeKey(), stoppedClock));
    auto outbox = TRY(outbox::Outbox::open(folder / "outbox"));
    return Kiosk{std::move(store), std::move(outbox)};
}

std::string snapshot(Kiosk& kiosk) {
    auto& store = kiosk.store;
    auto const drafts = store.openDrafts().value();
    auto const waiting = store.unpublished().value();
    auto const spool = kiosk.outbox.waiting().value();
    auto const counts = store.counts().value();
    EXPECT_TRUE(store.verifyAudit());
    Json all = {{"head", store.chainHead().value().number},
                {"setting", store.setting("language").value().value_or("none")},
                {"given", counts.given},
                {"sealed", counts.sealed},
                {"published", counts.published},
                {"receipted", counts.receipted},
                {"discarded", counts.discarded}};
    for (auto const& draft : drafts) {
        all["drafts"].push_back(draft.record.toString());
        for (auto const& [linkId, answers] : draft.answers) all["answers"].push_back({linkId, answers});
    }
    for (auto const& sealed : waiting) all["unpublished"].push_back({sealed.number, base::toHex(sealed.envelope)});
    for (auto const& entry : spool)
        all["spool"].push_back({entry.number, base::toHex(base::readFile(entry.file).value())});
    return all.dump();
}

Scenario::Scenario() {
    m_steps.push_back([](Kiosk& kiosk) { return kiosk.store.setSetting("language", "es"); });
    addVisit(1, 4);
    addCancelledVisit();
    addVisit(2, 3);
    m_steps.push_back([](Kiosk& kiosk) { return kiosk.store.audit("staff-entered", {{"count", 1}}); });

    TemporaryFolder const folder;
    auto kiosk = Kiosk::open(folder.path()).value();
    m_snapshots.push_back(snapshot(kiosk));
    for (auto const& step : m_steps) {
        EXPECT_TRUE(step(kiosk));
        m_snapshots.push_back(snapshot(kiosk));
    }
}

void Scenario::addVisit(std::uint64_t number, int answers) {
    auto const sealed = sealedRecord(number);
    auto const record = sealed.record;
    m_steps.push_back([record](Kiosk& kiosk) {
        return kiosk.store.beginDraft(
            {record, "http://candor.example/fhir/Questionnaire/visit|1", "visit", "en", stoppedClock.now(), {}});
    });
    for (int question = 0; question < answers; ++question)
        m_steps.push_back([record, question](Kiosk& kiosk) {
            return kiosk.store.saveAnswer(record, "q" + std::to_string(question), answerOf(question));
        });
    m_steps.push_back([record](Kiosk& kiosk) { return kiosk.store.saveAnswer(record, "q0", answerOf(99)); });
    m_steps.push_back([record](Kiosk& kiosk) { return kiosk.store.saveAnswer(record, "q1", "[]"); });
    m_steps.push_back([sealed](Kiosk& kiosk) { return kiosk.store.sealDraft(sealed); });
    m_steps.push_back(
        [sealed](Kiosk& kiosk) { return kiosk.outbox.publish(sealed.number, sealed.record, sealed.envelope); });
    m_steps.push_back([record](Kiosk& kiosk) { return kiosk.store.markPublished(record); });
    m_steps.push_back([sealed](Kiosk& kiosk) {
        return kiosk.store.markReceipted(std::vector{sealed.record}, {sealed.number, sealed.link});
    });
}

void Scenario::addCancelledVisit() {
    auto const record = idOf("cancelled");
    m_steps.push_back([record](Kiosk& kiosk) {
        return kiosk.store.beginDraft({record, "q|1", "visit", "es", stoppedClock.now(), {}});
    });
    m_steps.push_back([record](Kiosk& kiosk) { return kiosk.store.saveAnswer(record, "q0", answerOf(0)); });
    m_steps.push_back([record](Kiosk& kiosk) { return kiosk.store.discardDraft(record); });
}

Scenario const& scenario() {
    static Scenario const only;
    return only;
}

TemporaryFolder::TemporaryFolder() : m_path(temporaryPlace() / ("candor-integration-" + Uuid::random().toString())) {
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder() {
    std::filesystem::remove_all(m_path);
}

} // namespace kiosk::tests
