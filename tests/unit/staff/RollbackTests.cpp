#include "tests/unit/staff/Doors.h"

namespace kiosk::staff {
namespace {

using namespace std::chrono_literals;
using testing::Contains;

class OldCopies : public Doors {
protected:
    [[nodiscard]] Path copy() const { return m_folder / "copy"; }
    void keepCopy() {
        m_store.reset();
        std::filesystem::copy_file(m_file, copy(), std::filesystem::copy_options::overwrite_existing);
        m_store.emplace(StoreFixture::open());
    }
    void putBack() {
        m_store.reset();
        std::filesystem::copy_file(copy(), m_file, std::filesystem::copy_options::overwrite_existing);
        m_store.emplace(StoreFixture::open());
    }
};

TEST_F(OldCopies, ofTheStoreCloseSignInUntilTheServerWasReached) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    keepCopy();
    for (int i = 0; i < 3; ++i) (void)openDoor().withPin(nurse, secret("111222"));
    putBack();

    auto door = openDoor();
    EXPECT_TRUE(door.standing(nurse)->isClosed);
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Closed);
    EXPECT_EQ(door.withCode(nurse, secret(otherCode)), Answer::Closed);
    ASSERT_TRUE(serverReached(*m_store, m_clock.now() - 1s));
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Closed) << "a receipt of before proves nothing";
    ASSERT_TRUE(serverReached(*m_store, m_clock.now() + 1s));
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Wait);
    uptime.pass(1h);
    EXPECT_EQ(door.withPin(nurse, secret(goodPin)), Answer::Right);
    EXPECT_THAT(auditedEvents(), Contains("sign-in-closed"));
    EXPECT_THAT(auditedEvents(), Contains("sign-in-opened"));
    reopenStore();
    EXPECT_FALSE(openDoor().standing(nurse)->isClosed) << "told once";
}

TEST_F(OldCopies, bringNoUsedCodeAndNoUncountedTryBackWhenItIsOpenAgain) {
    keepCopy();
    {
        auto door = openDoor();
        choosePin(door, nurse);
        choosePin(door, both, otherCode);
    }
    putBack();
    {
        auto door = openDoor();
        ASSERT_TRUE(door.standing(nurse)->isClosed);
        ASSERT_TRUE(serverReached(*m_store, m_clock.now() + 1s));
    }
    reopenStore(); // before anybody has come
    auto door = openDoor();
    EXPECT_EQ(door.withCode(nurse, secret(startCode)), Answer::Wrong) << "it was used";
    EXPECT_EQ(door.withCode(nurse, secret(otherCode)), Answer::Wrong) << "nobody knows whether it was";
    EXPECT_EQ(door.withCode(both, secret(otherCode)), Answer::Wrong);

    staff.members[0].codes = {hashed("731946208517")};
    ASSERT_TRUE(door.use(staff));
    uptime.pass(1h);
    EXPECT_EQ(door.withCode(nurse, secret("731946208517")), Answer::Right) << "signed since then";
    ASSERT_EQ(door.choosePin(secret(goodPin)), PinFault::None);
    reopenStore();
    EXPECT_EQ(openDoor().withPin(nurse, secret(goodPin)), Answer::Right) << "done once";
}

TEST_F(OldCopies, leaveEachPinOneTryWhenItIsOpenAgain) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    keepCopy();
    for (int i = 0; i < 3; ++i) (void)openDoor().withPin(nurse, secret("111222"));
    putBack();
    auto door = openDoor();
    ASSERT_TRUE(serverReached(*m_store, m_clock.now() + 1s));
    EXPECT_EQ(door.standing(nurse)->pinWait, 1h);
    uptime.pass(1h);
    EXPECT_EQ(door.withPin(nurse, secret("111222")), Answer::Wrong);
    EXPECT_TRUE(door.standing(nurse)->pinIsClosed);
}

TEST_F(OldCopies, closedStaysClosedOverRestarts) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    std::filesystem::remove(anchorFile());
    EXPECT_TRUE(openDoor().standing(nurse)->isClosed) << "the anchor is gone";
    reopenStore();
    EXPECT_TRUE(openDoor().standing(nurse)->isClosed);
}

TEST_F(OldCopies, anchorsThatCannotBeReadCloseToo) {
    {
        auto door = openDoor();
        choosePin(door, nurse);
    }
    ASSERT_TRUE(base::writeFileDurably(anchorFile(), asBytes("7 abc")));
    EXPECT_TRUE(openDoor().standing(nurse)->isClosed);
}

TEST_F(OldCopies, ofTheAnchorAloneAreNoHarm) {
    auto door = openDoor();
    choosePin(door, nurse);
    auto const old = *base::readFile(anchorFile());
    (void)door.withPin(nurse, secret("111222"));
    ASSERT_TRUE(base::writeFileDurably(anchorFile(), old));
    reopenStore();
    EXPECT_FALSE(openDoor().standing(nurse)->isClosed) << "as after a power cut between the two";
}

TEST_F(OldCopies, aKioskAsNewIsOpen) {
    EXPECT_FALSE(openDoor().standing(nurse)->isClosed);
}

} // namespace
} // namespace kiosk::staff
