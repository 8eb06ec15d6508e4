#pragma once

#include "kiosk/app/Screen.h"
#include "tests/qml/screens/Bench.h"

#include <functional>

namespace kiosk::journeys {

/// What was said, in order: all that somebody who does not see has.
class Transcript final : public access::Speech {
public:
    struct Line {
        QString text, language;
    };
    [[nodiscard]] bool isThere() const override { return there; }
    void say(QString const& text, QString const& language) override { lines.push_back({text, language}); }
    void stop() override {}
    void setPace(double) override {}
    void setVolume(double) override {}
    void rest() override {}

    std::vector<Line> lines;
    bool there = true;
};

/// Somebody in front of a whole kiosk who has only keys, and what is said.
class Visitor {
public:
    /// The kiosk has no voice.
    void mute() { m_voice.there = false; }
    [[nodiscard]] access::Comfort& comfort() { return m_screen->comfort(); }
    /// `what`: as for Bench::open.
    explicit Visitor(QString const& what, QSize size = {1280, 800});

    [[nodiscard]] access::Guide& guide() { return *m_screen->guide(); }
    [[nodiscard]] viewmodels::Kiosk& kiosk() { return *m_bench.kiosk(); }
    [[nodiscard]] tests::screens::Bench& bench() { return m_bench; }
    [[nodiscard]] QQuickWindow& window() { return *m_screen->window(); }
    [[nodiscard]] std::vector<Transcript::Line> const& heard() const { return m_voice.lines; }
    /// The whole transcript, for a test that failed.
    [[nodiscard]] std::string story() const;

    [[nodiscard]] std::string looks();

    /// Presses and releases a key, and waits until nothing more is said or drawn.
    void press(int key);
    /// Goes down until a line begins so; at most once through the screen. False: nothing does.
    [[nodiscard]] bool findByEar(QString const& start);
    /// The same, and OK.
    [[nodiscard]] bool chooseByEar(QString const& start);
    /// On the keyboard: down to the row that has the key, into it, along to the key, OK, and out of the row.
    [[nodiscard]] bool typeByEar(QString const& key);
    /// Whether anything said since the last OK contains these words.
    [[nodiscard]] bool hears(QString const& words) const;
    /// Whether the ring is around something of that name, or around a row of keys that has one of it.
    [[nodiscard]] bool pointsAt(QString const& name);
    /// Down until the ring is there, and OK: somebody who sees, with a keypad.
    [[nodiscard]] bool chooseByKeypad(QString const& name);
    /// Waits until the scanner's ring is there, and presses the switch.
    [[nodiscard]] bool chooseBySwitch(QString const& name);
    /// Waits for it; false: it does not come.
    [[nodiscard]] bool comes(std::function<bool()> const& wanted);
    void settle();

private:
    using Wanted = std::function<bool(QString const& said)>;
    [[nodiscard]] bool isOnRow();
    [[nodiscard]] bool pressAndSee(int key);
    [[nodiscard]] bool goDownTo(Wanted const& wanted);

    QQmlEngine m_noEngine;
    tests::screens::Bench m_bench;
    Transcript m_voice;
    std::unique_ptr<app::Screen> m_screen;
    std::size_t m_sinceOk = 0;
};

} // namespace kiosk::journeys
