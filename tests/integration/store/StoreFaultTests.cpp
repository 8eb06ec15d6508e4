#include "tests/integration/store/FaultVfs.h"
#include "tests/integration/store/Scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::tests {
namespace {

/// How far a run came, and why it ended.
struct Run {
    bool opened = false;
    std::size_t acknowledged = 0;
    std::optional<Error> error;
};

Run runUntilError(Path const& folder, std::size_t from = 0) {
    Run run;
    run.acknowledged = from;
    auto kiosk = Kiosk::open(folder);
    run.opened = kiosk.has_value();
    if (!kiosk) run.error = kiosk.error();
    while (!run.error && run.acknowledged < scenario().size()) {
        if (auto const done = scenario().run(run.acknowledged, *kiosk); done)
            ++run.acknowledged;
        else
            run.error = done.error();
    }
    return run;
}

/// The state of the reopened kiosk must be the one after all acknowledged steps, or also hold the one under way.
/// Gives the number of steps that are there.
std::size_t expectNothingLostOrTorn(Path const& folder, std::size_t acknowledged) {
    auto kiosk = Kiosk::open(folder);
    EXPECT_TRUE(kiosk) << kiosk.error().text;
    if (!kiosk) return acknowledged;
    auto const state = snapshot(*kiosk);
    auto const last = std::min(acknowledged + 1, scenario().size());
    EXPECT_TRUE(state == scenario().after(acknowledged) || state == scenario().after(last)) << state;
    return state == scenario().after(acknowledged) ? acknowledged : last;
}

void expectItGoesOn(Path const& folder, std::size_t from) {
    auto const rest = runUntilError(folder, from);
    ASSERT_FALSE(rest.error) << rest.error->text;
    auto kiosk = Kiosk::open(folder);
    ASSERT_TRUE(kiosk);
    EXPECT_EQ(snapshot(*kiosk), scenario().after(scenario().size()));
}

/// Operations of a whole run, opening and closing included.
int allOperations() {
    FaultVfs faults;
    TemporaryFolder const folder;
    faults.failAt(0, Fault::None);
    EXPECT_FALSE(runUntilError(folder.path()).error);
    return faults.operations();
}

class StoreFaults : public testing::Test {
protected:
    static void SetUpTestSuite() {
        scenario();
        s_operations = allOperations();
    }
    static inline int s_operations = 0;
};

TEST_F(StoreFaults, thePowerGoesAtAnyOperationAndNoAcknowledgedStepIsLost) {
    ASSERT_GT(s_operations, 80);
    std::mt19937 random(20261122);
    for (int operation = 1; operation <= s_operations; ++operation) {
        SCOPED_TRACE(operation);
        FaultVfs faults;
        TemporaryFolder const folder;
        faults.failAt(operation, Fault::PowerLoss);
        auto const run = runUntilError(folder.path());
        faults.losePower(random);
        auto const there = expectNothingLostOrTorn(folder.path(), run.acknowledged);
        if (operation % 5 == 0) expectItGoesOn(folder.path(), there);
        if (HasFailure()) return;
    }
}

TEST_F(StoreFaults, aDiskThatLiesAboutSyncIsSeenToLose) {
    std::mt19937 random(1);
    int lost = 0;
    for (int operation = s_operations / 2; operation < s_operations; operation += 7) {
        FaultVfs faults(FaultVfs::Disk::LiesAboutSync);
        TemporaryFolder const folder;
        faults.failAt(operation, Fault::PowerLoss);
        auto const run = runUntilError(folder.path());
        faults.losePower(random);
        auto kiosk = Kiosk::open(folder.path());
        if (!kiosk || snapshot(*kiosk) != scenario().after(run.acknowledged)) ++lost;
    }
    EXPECT_GT(lost, 3) << "otherwise the test before proves nothing";
}

TEST_F(StoreFaults, oneFailedOperationStopsTheStoreUntilItIsOpenedAgain) {
    for (int operation = 1; operation <= s_operations; ++operation) {
        SCOPED_TRACE(operation);
        FaultVfs faults;
        TemporaryFolder const folder;
        faults.failAt(operation, Fault::ErrorOnce);
        auto const run = runUntilError(folder.path());
        if (run.error) {
            EXPECT_EQ(run.error->kind, ErrorKind::Internal) << run.error->text;
            EXPECT_THAT(run.error->text, testing::HasSubstr("kiosk.db"));
        }
        auto const there = expectNothingLostOrTorn(folder.path(), run.acknowledged);
        if (operation % 5 == 0) expectItGoesOn(folder.path(), there);
        if (HasFailure()) return;
    }
}

TEST_F(StoreFaults, afterAFailedSyncEveryCallIsRefused) {
    FaultVfs faults;
    TemporaryFolder const folder;
    auto kiosk = Kiosk::open(folder.path());
    ASSERT_TRUE(kiosk && scenario().run(0, *kiosk) && scenario().run(1, *kiosk));
    for (int operation = 1;; ++operation) { // the first write passes, its sync does not
        faults.failAt(operation, Fault::ErrorOnce);
        if (!scenario().run(2, *kiosk)) break;
        ASSERT_TRUE(faults.operations() < operation) << "a failed operation went unseen";
    }
    for (int again = 0; again < 3; ++again) {
        auto const refused = scenario().run(2, *kiosk);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::Internal);
        EXPECT_THAT(refused.error().text, testing::HasSubstr("open it again"));
    }
    EXPECT_FALSE(kiosk->store.openDrafts());
}

TEST_F(StoreFaults, aFullDiskIsSaidAndTheSameStepWorksOnceThereIsSpace) {
    int said = 0;
    for (int operation = 1; operation <= s_operations; ++operation) {
        SCOPED_TRACE(operation);
        FaultVfs faults;
        TemporaryFolder const folder;
        faults.failAt(operation, Fault::DiskFull);
        auto kiosk = Kiosk::open(folder.path());
        if (!kiosk) kiosk = Kiosk::open(folder.path());
        ASSERT_TRUE(kiosk) << kiosk.error().text;
        for (std::size_t step = 0; step < scenario().size(); ++step) {
            auto const done = scenario().run(step, *kiosk);
            if (done) continue;
            ++said;
            EXPECT_EQ(done.error().kind, ErrorKind::Full) << done.error().text;
            ASSERT_TRUE(scenario().run(step, *kiosk)) << "step " << step;
        }
        EXPECT_EQ(snapshot(*kiosk), scenario().after(scenario().size()));
    }
    EXPECT_GT(said, 20);
}

} // namespace
} // namespace kiosk::tests
