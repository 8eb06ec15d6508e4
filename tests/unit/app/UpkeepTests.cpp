#include "kiosk/app/Upkeep.h"
#include "tests/unit/viewmodels/Fixtures.h"

#include <QSignalSpy>

namespace kiosk::app {

namespace {

using namespace viewmodels;
using namespace std::chrono_literals;

struct Tended : ::testing::Test {
    EnrolledKiosk disk;
    std::unique_ptr<Storeroom> room = *disk.open();
    std::shared_ptr<const Catalogue> catalogue = room->catalogue;
    StoreThread store{std::move(room)};
    device::IdleMonitor idle;
    Kiosk kiosk{store, idle, disk.clock, {"en", "es"}};
    Upkeep upkeep{store, kiosk, 50ms};
    QSignalSpy lost{&upkeep, &Upkeep::storeIsLost};

    Tended() { kiosk.use(catalogue); }
};

} // namespace

TEST_F(Tended, aStoreThatFailedIsOpenedAgain) {
    kiosk.raise(Kiosk::Fault::StorageFailed);
    EXPECT_TRUE(eventually([&] { return lost.count() == 1; }));
}

TEST_F(Tended, aFaultThatPassedCutsNobodyOff) {
    kiosk.raise(Kiosk::Fault::StorageFailed);
    kiosk.retry();
    kiosk.raise(Kiosk::Fault::StorageFull); // its time is up after that of the first
    ASSERT_TRUE(eventually([&] { return kiosk.fault() == Kiosk::Fault::None; }));
    EXPECT_EQ(lost.count(), 0);
}

TEST_F(Tended, aFullDiskIsTriedAgain) {
    kiosk.raise(Kiosk::Fault::StorageFull);
    EXPECT_TRUE(eventually([&] { return kiosk.fault() == Kiosk::Fault::None; }));
}

TEST_F(Tended, nothingIsTriedBehindAFaultWhileStaffIsAtWork) {
    Upkeep later{store, kiosk, 100ms}; // tells when that of the other would be over
    QSignalSpy over{&later, &Upkeep::storeIsLost};
    upkeep.setHeld(true);
    kiosk.raise(Kiosk::Fault::StorageFailed);
    ASSERT_TRUE(eventually([&] { return over.count() == 1; }));
    EXPECT_EQ(lost.count(), 0);
    upkeep.setHeld(false);
    EXPECT_TRUE(eventually([&] { return lost.count() == 1; }));
}

TEST(Clock, thatWasSetBackIsToldOfAndKeepsNobodyFromAnswering) {
    EnrolledKiosk disk;
    ASSERT_TRUE((*disk.open())->store.audit("something happened", Json::object()));
    disk.clock.time -= std::chrono::hours(48);
    ::testing::internal::CaptureStderr();
    EXPECT_TRUE(disk.open());
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("clock: behind"), std::string::npos);
    disk.clock.time += std::chrono::hours(72);
    ::testing::internal::CaptureStderr();
    EXPECT_TRUE(disk.open());
    EXPECT_EQ(::testing::internal::GetCapturedStderr().find("clock: behind"), std::string::npos);
}

} // namespace kiosk::app
