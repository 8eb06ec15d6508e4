#include "tests/qml/escape/Hands.h"
#include "tests/qml/escape/Rules.h"
#include "tests/qml/screens/Bench.h"

#include <QElapsedTimer>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickWindow>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

namespace kiosk::escape {
namespace {

/// By the environment, so that a longer run, or one that went wrong, can be had again.
unsigned long numberOf(char const* variable, unsigned long otherwise) {
    char const* given = std::getenv(variable);
    return given ? std::strtoul(given, nullptr, 10) : otherwise;
}

struct Escape : ::testing::Test {
    QQmlEngine noEngine;
    tests::screens::Bench bench{noEngine};
    access::Silence silence;
    std::unique_ptr<app::Screen> screen;

    Escape() {
        bench.open(QStringLiteral("staffed"));
        screen = std::make_unique<app::Screen>(*bench.kiosk(), silence);
        auto& window = *screen->window();
        window.setProperty("staff", QVariant::fromValue(bench.staff()));
        window.resize(1280, 800);
        window.show();
        set("Theme.motion = false");
        set("Theme.tapPause = 0");
    }
    /// Theme is reached through a screen that uses it.
    void set(char const* wish) {
        auto* flow = screen->window()->contentItem()->childItems().constFirst();
        QQmlExpression theme(qmlContext(flow), flow, QString::fromLatin1(wish));
        theme.evaluate();
        ASSERT_FALSE(theme.hasError()) << theme.error().toString().toStdString();
    }
    /// Whoever comes next can use it.
    void checkThatItServes(Hands& hands) {
        bench.pass(600);
        bench.kiosk()->leave();
        ASSERT_TRUE(tests::support::eventually([&] {
            hands.tapOn(QStringLiteral("Start"));
            return bench.kiosk()->isVisited();
        }));
    }
};

TEST_F(Escape, byAnyGestureIsImpossible) {
    auto const seed = std::uint32_t(numberOf("CANDOR_SEED", 20261126));
    auto const gestures = numberOf("CANDOR_GESTURES", 20'000);
    std::cout << "CANDOR_SEED=" << seed << " CANDOR_GESTURES=" << gestures << std::endl;
    Hands hands(*screen->window(), seed);
    const Rules rules(*screen, *bench.staff());
    std::map<QString, int> seen;
    QElapsedTimer passed;
    passed.start();
    for (unsigned long i = 1; i <= gestures; ++i) {
        hands.tryAnything();
        auto const broken = i % 100 == 0 ? rules.brokenClosely() : rules.broken();
        ASSERT_EQ(broken, "") << "after gesture " << i << " at " << rules.place().toStdString();
        ++seen[rules.place().section(QLatin1Char(' '), 0, 0)];
        if (i % 400 == 0) bench.pass(200); // nobody is there any more
    }
    checkThatItServes(hands);
    for (auto const& [gesture, times] : hands.done()) std::cout << gesture.toStdString() << ": " << times << '\n';
    for (auto const& [place, times] : seen) std::cout << "at " << place.toStdString() << ": " << times << '\n';
    std::cout << gestures << " gestures in " << double(passed.elapsed()) / 1000 << " s, 0 escapes" << std::endl;
}

TEST_F(Escape, byKnownGesturesAndChordsIsImpossibleFromAnyScreen) {
    Hands hands(*screen->window(), 1);
    const Rules rules(*screen, *bench.staff());
    std::map<QString, int> tried;
    // By chance to screens that were not tried yet.
    for (int steps = 0; steps < 2000 && tried.size() < 11; ++steps) {
        if (++tried[rules.place().section(QLatin1Char(' '), 0, 0)] == 1) {
            hands.tryWhatIsKnown();
            ASSERT_EQ(rules.brokenClosely(), "") << rules.place().toStdString();
            hands.tryKnownChords();
            ASSERT_EQ(rules.brokenClosely(), "") << rules.place().toStdString();
        }
        hands.tryAnything();
        if (steps % 400 == 0) bench.pass(200);
    }
    checkThatItServes(hands);
    for (auto const& [gesture, times] : hands.done()) std::cout << gesture.toStdString() << ": " << times << '\n';
    EXPECT_GE(tried.size(), 6U);
}

TEST_F(Escape, byChordsAtTheStaffsCodeIsImpossible) {
    using Place = viewmodels::StaffArea::Place;
    Hands hands(*screen->window(), 1);
    const Rules rules(*screen, *bench.staff());
    bench.staff()->open();
    bench.staff()->chooseName(0);
    ASSERT_TRUE(tests::support::eventually([&] { return bench.staff()->place() == Place::Code; }));
    hands.tryKnownChords();
    hands.tryWhatIsKnown();
    EXPECT_EQ(rules.brokenClosely(), "");
    checkThatItServes(hands);
}

} // namespace
} // namespace kiosk::escape
