#include "kiosk/core/base/File.h"
#include "tests/unit/viewmodels/Fixtures.h"

namespace kiosk::viewmodels {

namespace {

struct Shelf : ::testing::Test {
    EnrolledKiosk kiosk;

    static Json settingsOf(std::string const& practice) {
        auto settings = Practice::settings();
        settings["practice"] = practice;
        return settings;
    }
    [[nodiscard]] Bytes pack(std::uint64_t version, std::string const& practice) const {
        return kiosk.practice.factoryPack({.version = version, .settings = settingsOf(practice)});
    }
    [[nodiscard]] Path accepted() const { return kiosk.folder.path() / "app" / "packs" / "factory.pack"; }
    [[nodiscard]] std::string practiceInForce() const {
        auto const room = kiosk.open();
        return room ? (*room)->catalogue->settings().practice : room.error().text;
    }
};

} // namespace

TEST_F(Shelf, opensThePackThatEnrolmentBrought) {
    EXPECT_EQ(practiceInForce(), "Maple Street Practice");
}

TEST_F(Shelf, aBadPackBesideThatOneDoesNotKeepItFromBeingOpened) {
    kiosk.bring("factory-9.pack", Bytes(5000, 7));
    EXPECT_EQ(practiceInForce(), "Maple Street Practice");
}

TEST_F(Shelf, takesANewerPackAndKeepsItAfterARestart) {
    {
        auto const room = *kiosk.open();
        kiosk.bring("factory-2.pack", pack(2, "Second"));
        kiosk.bring("factory-3.pack", pack(3, "Third"));
        auto const taken = room->shelf.takeIncoming();
        ASSERT_TRUE(taken && *taken);
        EXPECT_EQ((*taken)->settings().practice, "Third");
        EXPECT_EQ(*room->shelf.takeIncoming(), nullptr) << "nothing newer is there";
    }
    EXPECT_EQ(practiceInForce(), "Third");
}

TEST_F(Shelf, aBadPackChangesNothing) {
    struct Row {
        char const* what;
        Bytes pack;
    };
    auto flipped = pack(2, "Flipped");
    flipped[flipped.size() / 2] ^= 1;
    auto badForm = Practice::formOf("activation");
    badForm["item"][0].erase("linkId");
    for (auto const& [what, bad] :
         {Row{"one byte flipped", flipped},
          Row{"one signature", kiosk.practice.factoryPack({.version = 2, .signatures = 1})},
          Row{"expired", kiosk.practice.factoryPack({.version = 2, .expires = "2026-01-02T00:00:00Z"})},
          Row{"of another practice", Practice().factoryPack({.version = 2})},
          Row{"a corrupt form", kiosk.practice.factoryPack({.version = 2, .ownForms = {{"activation", badForm}}})},
          Row{"older than its name says", pack(1, "Older")}}) {
        auto const before = *base::readFile(accepted());
        auto const room = *kiosk.open();
        kiosk.bring("factory-2.pack", bad);
        auto const taken = room->shelf.takeIncoming();
        ASSERT_TRUE(taken) << what;
        EXPECT_EQ(*taken, nullptr) << what;
        EXPECT_EQ(*base::readFile(accepted()), before) << what;
    }
    EXPECT_EQ(practiceInForce(), "Maple Street Practice");
}

TEST_F(Shelf, aRefusedPackIsLookedAtAgainWhenItHasChangedOrTheClockHas) {
    auto const room = *kiosk.open();
    kiosk.bring("factory-2.pack", Bytes(100));
    EXPECT_EQ(*room->shelf.takeIncoming(), nullptr);
    kiosk.bring("factory-2.pack", pack(2, "Repaired"));
    ASSERT_NE(*room->shelf.takeIncoming(), nullptr);

    auto const expired = kiosk.practice.factoryPack({.version = 3, .expires = "2026-06-01T00:00:00Z"});
    kiosk.clock.time = *base::parseIsoText("2026-07-01T00:00:00Z");
    kiosk.bring("factory-3.pack", expired);
    EXPECT_EQ(*room->shelf.takeIncoming(), nullptr);
    kiosk.clock.time = *base::parseIsoText("2026-02-01T00:00:00Z");
    EXPECT_NE(*room->shelf.takeIncoming(), nullptr) << "the clock was wrong";
}

TEST_F(Shelf, aGoodPackThatTheDiskDidNotTakeIsTakenLater) {
    auto const room = *kiosk.open();
    kiosk.bring("factory-2.pack", pack(2, "Second"));
    std::filesystem::rename(accepted().parent_path(), kiosk.folder.path() / "away");
    EXPECT_FALSE(room->shelf.takeIncoming());
    std::filesystem::rename(kiosk.folder.path() / "away", accepted().parent_path());
    auto const taken = room->shelf.takeIncoming();
    ASSERT_TRUE(taken && *taken);
    EXPECT_EQ((*taken)->settings().practice, "Second");
}

TEST_F(Shelf, anOlderPackPutBackIsRefused) {
    auto const first = *base::readFile(accepted());
    {
        auto const room = *kiosk.open();
        kiosk.bring("factory-2.pack", pack(2, "Second"));
        ASSERT_TRUE(*room->shelf.takeIncoming());
    }
    ASSERT_TRUE(base::writeFileDurably(accepted(), first));
    EXPECT_NE(practiceInForce().find("factory.pack"), std::string::npos);
}

TEST_F(Shelf, aCrashBetweenFileAndMemoryKeepsTheNewPack) {
    { auto const room = *kiosk.open(); } // remembers version 1
    ASSERT_TRUE(base::writeFileDurably(accepted(), pack(2, "Second")));
    EXPECT_EQ(practiceInForce(), "Second");
    ASSERT_TRUE(base::writeFileDurably(accepted(), pack(1, "First again")));
    EXPECT_NE(practiceInForce().find("factory.pack"), std::string::npos) << "version 2 is remembered by now";
}

TEST_F(Shelf, staysInForceWhenItRunsOut) {
    ASSERT_TRUE(base::writeFileDurably(accepted(),
                                       kiosk.practice.factoryPack({.version = 1, .expires = "2027-01-01T00:00:00Z"})));
    EXPECT_EQ(practiceInForce(), "Maple Street Practice");
    kiosk.clock.time += std::chrono::days(400);
    EXPECT_EQ(practiceInForce(), "Maple Street Practice");
}

TEST_F(Shelf, aPackThatRanOutBeforeItsFirstUseIsRefused) {
    ASSERT_TRUE(base::writeFileDurably(accepted(),
                                       kiosk.practice.factoryPack({.version = 1, .expires = "2026-01-02T00:00:00Z"})));
    EXPECT_NE(practiceInForce().find("factory.pack"), std::string::npos);
}

TEST_F(Shelf, otherFilesInTheIncomingFolderAreNoPacks) {
    auto const room = *kiosk.open();
    for (auto const* name : {"factory-.pack", "factory-2x.pack", "words-2.pack", ".factory-2.pack.tmp",
                             "factory-99999999999999999999.pack"})
        kiosk.bring(name, pack(2, "Second"));
    EXPECT_EQ(*room->shelf.takeIncoming(), nullptr);
}

} // namespace kiosk::viewmodels
