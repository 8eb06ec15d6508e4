#include "tests/qml/journeys/Visitor.h"

#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>
#include <gtest/gtest.h>

namespace kiosk::journeys {
namespace {

QString words(char const* text) {
    return QString::fromUtf8(text);
}

/// A question by words that are heard, and the answer that is wanted; null: none is given.
struct Wish {
    char const* question;
    char const* answer;
};

bool isSealed(Visitor& visitor) {
    return visitor.comes([&] { return visitor.bench().lastStatus() == words("completed"); });
}

class Blind : public ::testing::Test {
protected:
    void start(char const* survey) {
        visitor.comfort().setSpoken(true);
        visitor.settle();
        for (auto const* wanted : {"Start", "English", survey}) choose(wanted);
    }
    void choose(char const* start) {
        if (HasFatalFailure()) return;
        ASSERT_TRUE(visitor.chooseByEar(words(start))) << start << " in\n" << visitor.story();
    }
    void answer(Wish const& wish) {
        if (HasFatalFailure()) return;
        ASSERT_TRUE(visitor.hears(words(wish.question))) << wish.question << " in\n" << visitor.story();
        if (!wish.answer) return choose("Prefer not to answer, button");
        choose(wish.answer);
        choose("Next, button");
    }
    void finish() {
        choose("Finish, button");
        if (HasFatalFailure()) return;
        EXPECT_TRUE(visitor.comes([&] { return visitor.hears(words("Thank you!")); })) << visitor.story();
        EXPECT_TRUE(isSealed(visitor));
    }

    Visitor visitor{words("shipped")};
};

TEST_F(Blind, finishTheVisitSurveyByEar) {
    start("Your visit, button");
    answer({"How was your visit today?", "Good, 4 of 5"});
    answer({"would you send them here?", "9, 10 of 11"});
    answer({"What went well?", "A short wait"});
    answer({"What could be better?", "Nicer rooms"});
    answer({"What would have helped you?", nullptr});
    ASSERT_TRUE(visitor.hears(words("anything else"))) << visitor.story();
    choose("Is there anything else you want to tell us?, field to write in");
    for (auto const* letter : {"o", "k"}) ASSERT_TRUE(visitor.typeByEar(words(letter))) << visitor.story();
    visitor.press(Qt::Key_Escape); // away with the keyboard
    choose("Next, button");
    answer({"May someone contact you", "No"});
    finish();
    EXPECT_EQ(visitor.bench().lastAnswer(words("recommend")).toStdString(), R"([{"valueInteger":9}])");
    EXPECT_EQ(visitor.bench().lastAnswer(words("comment")).toStdString(), R"([{"valueString":"ok"}])");
}

TEST_F(Blind, hearTheSafetyTextAtOnceWhenItem9IsAboveZero) {
    start("Patient Health Questionnaire");
    for (int item = 1; item <= 8; ++item) answer({"Over the last 2 weeks", "Not at all, 1 of 4"});
    ASSERT_TRUE(visitor.hears(words("better off dead"))) << visitor.story();
    choose("Several days, 2 of 4");
    ASSERT_TRUE(visitor.hears(words("You are not alone"))) << visitor.story();
    ASSERT_TRUE(visitor.hears(words("988"))) << visitor.story();
    choose("I understand, button");
    choose("Next, button");
    answer({"If you checked off any problems", "Not difficult at all"});
    finish();
    EXPECT_TRUE(visitor.hears(words("988"))) << visitor.story();
}

/// What is touched on the way through the visit survey, by names that are seen.
std::vector<char const*> const visit{"Start",      "English",
                                     "Your visit", "Good",
                                     "Next",       "9",
                                     "Next",       "A short wait",
                                     "Next",       "Nothing, all was fine",
                                     "Next",       "Prefer not to answer",
                                     "No",         "Next",
                                     "Finish"};

/// The same in Arabic.
std::vector<char const*> const arabicVisit{"زيارتك",           "جيدة",   "التالي",   "9",      "التالي",
                                           "الانتظار القصير",  "التالي", "غرف أجمل", "التالي", "أفضّل عدم الإجابة",
                                           "أفضّل عدم الإجابة", "لا",     "التالي",   "إنهاء"};

/// PHQ-9 with item 9 above zero.
std::vector<char const*> phq9() {
    std::vector<char const*> way{"Start", "English", "Patient Health Questionnaire"};
    for (int item = 1; item <= 8; ++item) way.insert(way.end(), {"Not at all", "Next"});
    way.insert(way.end(), {"Several days", "I understand", "Next", "Not difficult at all", "Next", "Finish"});
    return way;
}

TEST(Keypad, finishesTheVisitSurveyAndAPhq9) {
    for (auto const& way : {visit, phq9()}) {
        Visitor visitor(words("shipped"));
        visitor.mute();
        for (auto const* name : way) ASSERT_TRUE(visitor.chooseByKeypad(words(name))) << name;
        EXPECT_TRUE(isSealed(visitor));
        EXPECT_TRUE(visitor.heard().empty()) << "there is no voice";
    }
}

/// Letters that somebody who reads only Arabic cannot read. The practice's name is the practice's, who made the form is
/// told in the words of their licence.
QString latinOn(Visitor& visitor) {
    auto all = QString::fromStdString(visitor.looks()).remove(visitor.kiosk().practiceName());
    all.remove(QRegularExpression(words("Copyright [^\n]*")));
    return all.remove(QRegularExpression(words("[^A-Za-z]")));
}

TEST(ArabicOnly, finishesTheVisitSurveyAndMeetsNoOtherLetters) {
    Visitor visitor(words("arabic"));
    ASSERT_TRUE(visitor.chooseByKeypad(words("Start")));
    ASSERT_TRUE(visitor.chooseByKeypad(words("العربية")));
    for (auto const* name : arabicVisit) {
        EXPECT_EQ(latinOn(visitor).toStdString(), "") << visitor.looks();
        ASSERT_TRUE(visitor.chooseByKeypad(words(name))) << name << " in\n" << visitor.looks();
    }
    EXPECT_TRUE(isSealed(visitor));
    EXPECT_EQ(latinOn(visitor).toStdString(), "") << visitor.looks();
    EXPECT_EQ(visitor.bench().lastAnswer(words("recommend")).toStdString(), R"([{"valueInteger":9}])");
}

TEST(ArabicOnly, isSpokenToInArabic) {
    Visitor visitor(words("arabic"));
    visitor.comfort().setSpoken(true);
    visitor.settle();
    ASSERT_TRUE(visitor.chooseByEar(words("Start")));
    ASSERT_TRUE(visitor.findByEar(words("العربية")));
    EXPECT_EQ(visitor.heard().back().language, words("ar")) << "its name as it is said";
    visitor.press(Qt::Key_Return);
    auto const chosen = visitor.heard().size();
    ASSERT_TRUE(visitor.chooseByEar(words("زيارتك"))) << visitor.story();
    EXPECT_TRUE(visitor.hears(words("كيف كانت زيارة اليوم؟"))) << visitor.story();
    for (auto line = chosen; line < visitor.heard().size(); ++line)
        EXPECT_EQ(visitor.heard()[line].language, words("ar")) << visitor.heard()[line].text.toStdString();
}

TEST(Keypad, bringsTheVoiceOnceAndNotForTheNextPerson) {
    Visitor visitor(words("shipped"));
    EXPECT_FALSE(visitor.guide().isListened());
    visitor.press(Qt::Key_Down);
    EXPECT_TRUE(visitor.guide().isListened());
    visitor.comfort().setSpoken(false);
    visitor.press(Qt::Key_Down);
    EXPECT_FALSE(visitor.guide().isListened()) << "who turned it off meant it";
    visitor.comfort().reset();
    visitor.press(Qt::Key_Down);
    EXPECT_TRUE(visitor.guide().isListened());
}

TEST(LargeLetters, finishTheVisitSurveyAndAPhq9AndAreGoneForTheNextPerson) {
    for (auto const size : {QSize(1280, 800), QSize(1024, 600)}) {
        for (auto const& way : {visit, phq9()}) {
            Visitor visitor(words("shipped"), size);
            visitor.mute();
            visitor.press(Qt::Key_F1);
            ASSERT_TRUE(visitor.chooseByKeypad(words("300 %")));
            ASSERT_TRUE(visitor.chooseByKeypad(words("Done")));
            for (auto const* name : std::vector(way.begin() + 1, way.end()))
                ASSERT_TRUE(visitor.chooseByKeypad(words(name))) << name;
            EXPECT_TRUE(isSealed(visitor));
            EXPECT_EQ(visitor.comfort().textScale(), 3);
            visitor.kiosk().leave();
            EXPECT_EQ(visitor.comfort().textScale(), 1);
        }
    }
}

TEST(OneSwitch, finishesTheVisitSurveyAndAPhq9) {
    for (auto const& way : {visit, phq9()}) {
        Visitor visitor(words("shipped"));
        visitor.guide().setScanInterval(std::chrono::milliseconds(60));
        visitor.press(Qt::Key_Space); // the first press of the switch
        for (auto const* name : way) ASSERT_TRUE(visitor.chooseBySwitch(words(name))) << name;
        EXPECT_TRUE(isSealed(visitor)) << visitor.looks();
    }
}

TEST(OneSwitch, isForOnePersonAndGoesWhenSomebodyTouches) {
    Visitor visitor(words("shipped"));
    EXPECT_FALSE(visitor.guide().isScanning());
    visitor.press(Qt::Key_Space);
    EXPECT_TRUE(visitor.guide().isScanning());
    EXPECT_FALSE(visitor.guide().ring().isEmpty()) << "the first thing is pointed at at once";
    EXPECT_FALSE(visitor.kiosk().isVisited()) << "the first press chooses nothing";
    visitor.comfort().setScanSeconds(4);
    visitor.kiosk().welcome();
    EXPECT_TRUE(visitor.guide().isScanning());
    visitor.kiosk().leave();
    EXPECT_FALSE(visitor.guide().isScanning());
    EXPECT_EQ(visitor.comfort().scanSeconds(), 2);
    visitor.press(Qt::Key_Space);
    QTest::mouseClick(&visitor.window(), Qt::LeftButton, Qt::NoModifier, {5, 400});
    EXPECT_FALSE(visitor.guide().isScanning());
}

TEST(OneSwitch, writesOnTheKeyboard) {
    Visitor visitor(words("shipped"));
    visitor.guide().setScanInterval(std::chrono::milliseconds(60));
    visitor.press(Qt::Key_Space);
    for (auto const* name :
         {"Start", "English", "Your visit", "Prefer", "Prefer", "Prefer", "Prefer", "Is there anything else"})
        ASSERT_TRUE(visitor.chooseBySwitch(words(name))) << name;
    for (auto const* letter : {"h", "h", "i", "i"}) // the row, then the key
        ASSERT_TRUE(visitor.chooseBySwitch(words(letter))) << letter;
    for (auto const* name : {"Hide keyboard", "Hide keyboard", "Next", "Prefer", "Finish"})
        ASSERT_TRUE(visitor.chooseBySwitch(words(name))) << name;
    ASSERT_TRUE(isSealed(visitor));
    EXPECT_EQ(visitor.bench().lastAnswer(words("comment")).toStdString(), R"([{"valueString":"hi"}])");
}

} // namespace
} // namespace kiosk::journeys
