// That what is not good enough is found: an item of each kind of fault.

#include "tests/qml/measures/Contrast.h"
#include "tests/qml/measures/Measures.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <gtest/gtest.h>

namespace tests::measures {
namespace {

constexpr Glass glass{96 / 25.4, false};

/// A window with these items in it, as a screen of 400 x 300 pixels.
class Bad {
public:
    explicit Bad(char const* items) : m_component(&m_engine) {
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_component.setData(
            QByteArray("import QtQuick\nimport QtQuick.Templates\nimport Kiosk.Controls\nimport Kiosk.Theme\n"
                       "Rectangle { width: 400; height: 300; color: \"white\"\n") +
                items + "\n}",
            {});
        m_root.reset(qobject_cast<QQuickItem*>(m_component.create()));
        if (!m_root) throw std::runtime_error(m_component.errorString().toStdString());
        m_window.resize(400, 300);
        m_root->setParentItem(m_window.contentItem());
        m_window.show();
        (void)picture();
    }
    [[nodiscard]] QImage picture() { return m_window.grabWindow().convertToFormat(QImage::Format_RGB32); }
    /// The worst of a measure; 99: there was nothing to measure.
    [[nodiscard]] double worst(Measure measure) {
        auto readings = measureColours(m_window, picture(), glass);
        std::ranges::copy(measureSizes(m_window, glass), std::back_inserter(readings));
        double least = 99;
        for (auto const& reading : readings)
            if (reading.measure == measure) least = std::min(least, reading.value);
        return least;
    }
    [[nodiscard]] std::string faults() {
        QStringList all;
        for (auto const& fault : misfits(m_window)) all.append(fault);
        return all.join(QLatin1Char('\n')).toStdString();
    }
    [[nodiscard]] QQuickItem& root() { return *m_root; }

private:
    QQmlEngine m_engine;
    QQmlComponent m_component;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_root;
};

double leastOf(Measure measure) {
    return limits[std::size_t(measure)].least;
}

TEST(Contrast, knowsTheColoursOfTheStandard) {
    EXPECT_NEAR(contrast(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21, 0.001);
    EXPECT_NEAR(contrast(qRgb(0x77, 0x77, 0x77), qRgb(255, 255, 255)), 4.48, 0.01);
}

TEST(BadItem, paleWordsAreFoundByTheirPixels) {
    Bad pale(R"(PlainText { x: 20; y: 20; color: "#888888"; text: "Too pale to read" })");
    EXPECT_NEAR(pale.worst(Measure::Words), 3.54, 0.01);
    Bad good(R"(PlainText { x: 20; y: 20; color: "#767676"; text: "Just good enough" })");
    EXPECT_NEAR(good.worst(Measure::Words), 4.54, 0.01);
}

TEST(BadItem, wordsThatFadeAreFoundWhateverTheirColour) {
    Bad faded(R"(PlainText { x: 20; y: 20; color: "black"; opacity: 0.4; text: "Black, it says" })");
    EXPECT_LT(faded.worst(Measure::Words), leastOf(Measure::Words));
}

TEST(BadItem, wordsOnAGroundThatIsNotThePagesAreMeasuredOnIt) {
    Bad onGrey(R"(Rectangle { anchors.fill: parent; color: "#555555" }
                  PlainText { x: 20; y: 20; color: "#222222"; text: "Dark on dark" })");
    EXPECT_LT(onGrey.worst(Measure::Words), 3);
}

TEST(BadItem, wordsBehindSomethingCannotBeSeen) {
    Bad hidden(R"(PlainText { x: 20; y: 20; text: "Behind" } Rectangle { width: 300; height: 200; color: "white" })");
    EXPECT_EQ(hidden.worst(Measure::Words), 1);
}

TEST(BadItem, aPaleEdgeOfAButtonIsFound) {
    Bad pale(R"(SecondaryButton { x: 40; y: 40; text: "Back"; edge: "#c0c0c0"; plate: "white" })");
    EXPECT_NEAR(pale.worst(Measure::Edges), 1.82, 0.01);
    Bad good(R"(SecondaryButton { x: 40; y: 40; text: "Back" })");
    EXPECT_GE(good.worst(Measure::Edges), leastOf(Measure::Edges));
    Bad words(R"(QuietButton { x: 40; y: 40; text: "Stop" })");
    EXPECT_EQ(words.worst(Measure::Edges), 99) << "it is only words, and has no edge";
}

TEST(BadItem, aPaleSignIsFound) {
    Bad pale(
        R"(Rectangle { x: 40; y: 40; width: 80; height: 80; color: "#2A5660"; Icon { anchors.centerIn: parent; name: "up"; size: 40 } })");
    EXPECT_LT(pale.worst(Measure::Signs), leastOf(Measure::Signs));
}

TEST(BadItem, aSmallTargetAndOneTooCloseAreFound) {
    Bad small(R"(IconButton { x: 40; y: 40; width: 30; height: 60; sign: "up"; text: "Up" }
                 IconButton { x: 72; y: 40; width: 60; height: 60; sign: "down"; text: "Down" })");
    EXPECT_NEAR(small.worst(Measure::Target), 30 * 25.4 / 96, 0.01);
    EXPECT_NEAR(small.worst(Measure::Apart), 2 * 25.4 / 96, 0.01);
    Bad over(
        R"(IconButton { x: 40; y: 40; sign: "up"; text: "Up" } IconButton { x: 60; y: 60; sign: "down"; text: "Down" })");
    EXPECT_LT(over.worst(Measure::Apart), 0);
}

TEST(BadItem, anAnswerAsLargeAsAnyTargetIsTooSmall) {
    Bad small(R"(OptionRow { x: 40; y: 40; width: 200; height: 45; text: "Yes" })");
    EXPECT_LT(small.worst(Measure::Answer), leastOf(Measure::Answer));
}

TEST(BadItem, smallLettersAreFoundAlsoWhenAScaleMakesThemSmall) {
    Bad small(R"(PlainText { x: 20; y: 20; font.pixelSize: 16; text: "Small" })");
    EXPECT_NEAR(small.worst(Measure::Letters), 16 * 0.714 * 25.4 / 96, 0.3);
    Bad shrunk(R"(PlainText { x: 20; y: 20; scale: 0.5; transformOrigin: Item.TopLeft; text: "Shrunk" })");
    EXPECT_LT(shrunk.worst(Measure::Letters), leastOf(Measure::Letters));
}

TEST(BadItem, aFocusThatIsHardlySeenIsFound) {
    for (auto const& [colour, width, seen] :
         {std::tuple("#d0d0d0", 4, false), std::tuple("#A8480A", 1, false), std::tuple("#A8480A", 4, true)}) {
        Bad page(
            R"(Rectangle { objectName: "ring"; x: 40; y: 40; width: 100; height: 60; color: "transparent"; visible: false })");
        auto const before = page.picture();
        auto* ring = page.root().findChild<QQuickItem*>(QStringLiteral("ring"));
        auto* border = ring->property("border").value<QObject*>();
        border->setProperty("color", QColor(QLatin1String(colour)));
        border->setProperty("width", width);
        ring->setVisible(true);
        auto const value = focusContrast(before, page.picture(), {40, 40, 100, 60}, 1);
        EXPECT_EQ(value >= leastOf(Measure::Focus), seen) << colour << ' ' << width << ": " << value;
    }
}

struct Misfit {
    char const* name;
    char const* items;
    char const* fault;
};

class Misfits : public ::testing::TestWithParam<Misfit> {};

TEST_P(Misfits, areFound) {
    EXPECT_EQ(Bad(GetParam().items).faults(), GetParam().fault);
}

INSTANTIATE_TEST_SUITE_P(
    BadItem, Misfits,
    ::testing::Values(
        Misfit{"none", R"(PlainText { width: 200; text: "All is well" })", ""},
        Misfit{"cut", R"(PlainText { width: 60; height: 20; text: "Cut" })", "PlainText \"Cut\" is cut"},
        Misfit{"elided",
               R"(PlainText { width: 60; elide: Text.ElideRight; wrapMode: Text.NoWrap; text: "A long word" })",
               "PlainText \"A long word\" is cut"},
        Misfit{"beyond", R"(PlainText { x: 380; text: "Beyond" })", "PlainText \"Beyond\" is beyond the screen"},
        Misfit{"button", R"(PrimaryButton { y: 280; text: "Next" })",
               "PrimaryButton \"Next\" is beyond the screen\nPlainText \"Next\" is beyond the screen"},
        Misfit{"aside",
               R"(Flickable { width: 100; height: 100; contentHeight: 300; PlainText { x: 80; text: "Aside" } })",
               "PlainText \"Aside\" cannot be scrolled to"},
        Misfit{"below",
               R"(Flickable { width: 400; height: 100; contentHeight: 110; PlainText { y: 100; text: "Low" } })",
               "PlainText \"Low\" cannot be scrolled to"},
        Misfit{"slit", R"(Flickable { width: 400; height: 9; contentHeight: 50; PlainText { text: "Slit" } })",
               "PlainText \"Slit\" is seen through a slit of 9 pixels"},
        Misfit{"over", R"(PlainText { text: "One" } PlainText { y: 10; text: "Two" })",
               "PlainText \"One\" lies over PlainText \"Two\""},
        Misfit{"under", R"(PlainText { text: "Words" } Tappable { width: 99; height: 60; text: "Over" })",
               "PlainText \"Words\" is below Tappable \"Over\""}),
    [](auto const& row) { return std::string(row.param.name); });

TEST(Ledger, namesScreenItemAndValueOfWhatFails) {
    Ledger ledger;
    ledger.note(
        QStringLiteral("choose"), QStringLiteral("en"),
        {{Measure::Words, QStringLiteral("Text \"a\""), 4.6}, {Measure::Target, QStringLiteral("Button \"b\""), 9}});
    ledger.note(QStringLiteral("choose"), QStringLiteral("ar"), {{Measure::Words, QStringLiteral("Text \"c\""), 4.4}});
    ledger.noteFaults(QStringLiteral("thanks"), QStringLiteral("es"), {QStringLiteral("Text \"d\" is cut")});
    EXPECT_EQ(ledger.failures(), (std::vector<std::string>{
                                     "choose, ar: words of Text \"c\" is 4.40:1, least is 4.50:1",
                                     "choose, en: target of Button \"b\" is 9.00 mm, least is 11.60 mm",
                                     "thanks, es: Text \"d\" is cut",
                                 }));
}

} // namespace
} // namespace tests::measures
