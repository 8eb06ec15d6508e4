#include "kiosk/app/FreshStart.h"
#include "tests/unit/viewmodels/Fixtures.h"

#include <QSignalSpy>

namespace kiosk::app {

namespace {

using namespace viewmodels;

struct Visited : ::testing::Test {
    EnrolledKiosk disk;
    std::unique_ptr<Storeroom> room = *disk.open();
    std::shared_ptr<const Catalogue> catalogue = room->catalogue;
    StoreThread store{std::move(room)};
    device::IdleMonitor idle;
    Kiosk kiosk{store, idle, disk.clock, {"en", "es"}};
    device::Requests requests{disk.folder.path() / "requests"};
    device::UsbStick stick{disk.folder.path() / "stick", requests};
    StaffArea staff{store, kiosk, idle, {stick, requests}};
    FreshStart freshStart{store, kiosk, staff};
    QSignalSpy due{&freshStart, &FreshStart::due};

    Visited() { kiosk.use(catalogue); }

    void answer() {
        kiosk.welcome();
        kiosk.startSurvey("phq-9");
        ASSERT_TRUE(eventually([&] { return kiosk.session() != nullptr; }));
        kiosk.session()->question()->choose(1);
    }
    [[nodiscard]] bool isDue() {
        return eventually([&] { return due.count() > 0; });
    }
    /// For longer than it takes where nothing is in the way.
    [[nodiscard]] bool isNotDue() {
        QElapsedTimer waited;
        waited.start();
        return eventually([&] { return waited.elapsed() > 600; }) && due.count() == 0;
    }
};

} // namespace

TEST_F(Visited, isDueOnceTheVisitIsOverAndSealed) {
    EXPECT_TRUE(isNotDue()) << "nobody was there";
    answer();
    EXPECT_TRUE(isNotDue()) << "somebody is there";
    kiosk.leave();
    ASSERT_TRUE(isDue());
    EXPECT_EQ(disk.practice.openAll(disk.outbox()).size(), 1U);
}

TEST_F(Visited, whoIsThereAgainIsNotCutOff) {
    kiosk.welcome();
    kiosk.leave();
    kiosk.welcome();
    EXPECT_TRUE(isNotDue());
    kiosk.leave();
    EXPECT_TRUE(isDue()) << "then it is";
}

TEST_F(Visited, aFaultIsShownUntilItHasPassed) {
    kiosk.welcome();
    kiosk.raise(Kiosk::Fault::StorageFull);
    kiosk.leave();
    EXPECT_TRUE(isNotDue());
    kiosk.retry();
    EXPECT_TRUE(isDue());
}

} // namespace kiosk::app
