#include "kiosk/access/Comfort.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace kiosk::access {
namespace {

using namespace std::chrono_literals;

struct FakeSpeech final : Speech {
    bool there = true;
    double pace = 0;
    double volume = 0;
    int rests = 0;

    [[nodiscard]] bool isThere() const override { return there; }
    void say(QString const&, QString const&) override {}
    void stop() override {}
    void setPace(double wanted) override { pace = wanted; }
    void setVolume(double wanted) override { volume = wanted; }
    void rest() override { ++rests; }
    void fail() {
        there = false;
        emit lost();
    }
};

struct ComfortTest : ::testing::Test {
    /// As different from new as it can be.
    void change() {
        comfort.setSpoken(true);
        comfort.setTextScale(3);
        comfort.setHighContrast(true);
        comfort.setPace(0.8);
        comfort.setHidden(true);
        comfort.setVolume(1);
        comfort.setScanning(true);
        comfort.setScanSeconds(6);
    }
    void expectNew() const {
        EXPECT_EQ(comfort.volume(), 0.6);
        EXPECT_EQ(speech.volume, 0.6) << "no louder than for anybody";
        EXPECT_FALSE(comfort.isScanning());
        EXPECT_EQ(comfort.scanSeconds(), 2);
        EXPECT_EQ(comfort.textScale(), 1);
        EXPECT_EQ(comfort.pace(), 0);
        EXPECT_EQ(speech.pace, 0);
        EXPECT_FALSE(comfort.isHighContrast());
        EXPECT_FALSE(comfort.isSpoken());
        EXPECT_FALSE(comfort.isHidden());
    }

    FakeSpeech speech;
    Comfort comfort{speech};
};

TEST_F(ComfortTest, isPlainAndSilentForANewPerson) {
    expectNew();
}

TEST_F(ComfortTest, keepsTextBetweenOnceAndThreeTimesItsSize) {
    for (auto const& [wanted, kept] : {std::pair(0.5, 1.0), std::pair(1.25, 1.25), std::pair(9.0, 3.0)}) {
        comfort.setTextScale(wanted);
        EXPECT_EQ(comfort.textScale(), kept);
    }
}

TEST_F(ComfortTest, keepsThePaceWithinWhatAVoiceCanDoAndTellsTheVoice) {
    for (auto const& [wanted, kept] : {std::pair(-7.0, -1.0), std::pair(0.4, 0.4), std::pair(2.0, 1.0)}) {
        comfort.setPace(wanted);
        EXPECT_EQ(comfort.pace(), kept);
        EXPECT_EQ(speech.pace, kept);
    }
}

TEST_F(ComfortTest, keepsVolumeAndScanWithinBoundsAndTellsTheVoice) {
    for (auto const& [wanted, kept] : {std::pair(-1.0, 0.0), std::pair(0.5, 0.5), std::pair(3.0, 1.0)}) {
        comfort.setVolume(wanted);
        EXPECT_EQ(comfort.volume(), kept);
        EXPECT_EQ(speech.volume, kept);
    }
    for (auto const& [wanted, kept] : {std::pair(0.1, 1.0), std::pair(3.0, 3.0), std::pair(60.0, 6.0)}) {
        comfort.setScanSeconds(wanted);
        EXPECT_EQ(comfort.scanSeconds(), kept);
    }
}

TEST_F(ComfortTest, tellsOfAChangeOnlyWhereThereIsOne) {
    QSignalSpy const told(&comfort, &Comfort::changed);
    comfort.setTextScale(2);
    comfort.setTextScale(2);
    comfort.setHighContrast(false);
    EXPECT_EQ(told.count(), 1);
}

TEST_F(ComfortTest, doesNotSpeakWithoutAVoice) {
    speech.there = false;
    comfort.setSpoken(true);
    EXPECT_FALSE(comfort.isSpoken());
    EXPECT_FALSE(comfort.canSpeak());
}

TEST_F(ComfortTest, looksForAVoiceBeforeItIsOffered) {
    EXPECT_FALSE(comfort.canSpeak());
    comfort.lookForVoice();
    EXPECT_TRUE(comfort.canSpeak());
}

TEST_F(ComfortTest, hidesTheScreenOnlyFromSomebodyWhoListens) {
    comfort.setHidden(true);
    EXPECT_FALSE(comfort.isHidden());
    comfort.setSpoken(true);
    comfort.setHidden(true);
    EXPECT_TRUE(comfort.isHidden());
    comfort.setSpoken(false);
    EXPECT_FALSE(comfort.isHidden()) << "nobody is left before a black screen";
}

TEST_F(ComfortTest, showsTheScreenAgainWhenTheVoiceIsLost) {
    change();
    speech.fail();
    EXPECT_FALSE(comfort.isSpoken());
    EXPECT_FALSE(comfort.isHidden());
    EXPECT_FALSE(comfort.canSpeak());
    EXPECT_EQ(comfort.textScale(), 3) << "the rest is as they wanted it";
}

TEST_F(ComfortTest, speaksAtTheFirstKeyOfTheKeypadButNotAgainstSomebodysWill) {
    comfort.noticeKeypad();
    EXPECT_TRUE(comfort.isSpoken());
    comfort.setSpoken(false);
    comfort.noticeKeypad();
    EXPECT_FALSE(comfort.isSpoken());
    comfort.reset();
    comfort.noticeKeypad();
    EXPECT_TRUE(comfort.isSpoken()) << "the next person has said nothing yet";
}

TEST_F(ComfortTest, speaksIntoHeadphonesAndIsSilentOnceTheyAreGone) {
    comfort.setVisited(true);
    comfort.noticeHeadphones(true);
    comfort.setTextScale(2);
    comfort.setHidden(true);
    comfort.noticeHeadphones(false);
    EXPECT_FALSE(comfort.isSpoken());
    EXPECT_FALSE(comfort.isHidden());
    EXPECT_EQ(comfort.textScale(), 2) << "the person is still there";
}

TEST_F(ComfortTest, takesHeadphonesThatGoBeforeAVisitForSomebodyWhoLeft) {
    comfort.noticeHeadphones(true);
    comfort.setTextScale(2);
    comfort.noticeHeadphones(false);
    expectNew();
}

TEST_F(ComfortTest, forgetsAllOfItWhenTheVisitEnds) {
    comfort.setVisited(true);
    change();
    comfort.setVisited(false);
    expectNew();
    EXPECT_EQ(speech.rests, 1);
}

TEST_F(ComfortTest, staysAsItWasSetWhenAVisitBegins) {
    change();
    comfort.setVisited(true);
    EXPECT_EQ(comfort.textScale(), 3);
    EXPECT_TRUE(comfort.isHidden());
}

TEST(ComfortOfNobody, isForgottenByItselfUnlessAVisitBegins) {
    FakeSpeech speech;
    Comfort visited(speech, 1ms), left(speech, 1ms);
    visited.setTextScale(2);
    visited.setVisited(true);
    left.setTextScale(2);
    QSignalSpy forgotten(&left, &Comfort::changed);
    EXPECT_TRUE(forgotten.wait());
    EXPECT_EQ(left.textScale(), 1);
    EXPECT_EQ(visited.textScale(), 2);
}

TEST(ComfortOfNobody, isForgottenAlsoWhereOnlyTheVoiceWasAskedForInVain) {
    FakeSpeech speech;
    speech.there = false;
    Comfort comfort(speech, 1ms);
    comfort.setSpoken(true); // settled: the keypad alone will not bring the voice
    speech.there = true;
    while (speech.rests == 0) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    comfort.noticeKeypad();
    EXPECT_TRUE(comfort.isSpoken()) << "the next person has said nothing yet";
}

} // namespace
} // namespace kiosk::access
