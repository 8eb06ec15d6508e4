#pragma once

#include "tests/unit/viewmodels/Fixtures.h"

namespace kiosk::viewmodels {

/// A kiosk at rest with everything real behind it but the clocks.
struct Visits : ::testing::Test {
    EnrolledKiosk disk;
    std::unique_ptr<Storeroom> room = *disk.open();
    std::shared_ptr<const Catalogue> catalogue = room->catalogue;
    StoreThread store{std::move(room)};
    FakeSteady steady;
    device::IdleMonitor idle{steady.hands()};
    Kiosk kiosk{store, idle, disk.clock, {"en", "es"}};

    Visits() { kiosk.use(catalogue); }

    void start(QString const& instrument = "visit-experience") {
        kiosk.welcome();
        kiosk.startSurvey(instrument);
        ASSERT_TRUE(eventually([&] { return kiosk.session() != nullptr; }));
    }
    void pass(std::chrono::seconds by) {
        steady.pass(by);
        idle.check();
    }
    /// Waits until the store has done all it was asked to.
    void drain() {
        bool done = false;
        store.tidyUp(&store, [&](auto const&) { done = true; });
        ASSERT_TRUE(eventually([&] { return done; }));
    }
    std::vector<Json> sent() {
        drain();
        return disk.practice.openAll(disk.outbox());
    }
    std::shared_ptr<const Catalogue> catalogueOf(Json const& settings) {
        return *Catalogue::read(*packs::Pack::parse(disk.practice.factoryPack({.settings = settings})));
    }
    /// Prefers not to answer what may be left out, gives `phone` where it may not, and hands it in.
    void finishSurvey(QString const& phone = "555 0100") {
        auto& session = *kiosk.session();
        while (session.stage() == SurveySession::Stage::Asking) {
            auto const page = session.pageId();
            if (session.canSkip()) {
                session.skip();
            } else {
                session.question()->enter(phone);
                session.next();
            }
            ASSERT_TRUE(eventually([&] { return session.pageId() != page; }));
        }
        session.finish();
        ASSERT_TRUE(eventually([&] { return session.stage() == SurveySession::Stage::Completed; }));
    }
};

} // namespace kiosk::viewmodels
