#pragma once

#include <QPointF>
#include <QString>
#include <map>
#include <random>
#include <vector>

class QPointingDevice;
class QQuickWindow;

namespace kiosk::escape {

/// Hands on the screen, and a keyboard that somebody plugged in. All that they do is repeatable by the seed. After each
/// gesture no finger is left on the screen.
class Hands {
public:
    Hands(QQuickWindow& window, std::uint32_t seed);

    /// One gesture by chance.
    void tryAnything();
    /// Each gesture that systems are known to answer to, once: from every edge, pinches, ten fingers, long presses.
    void tryWhatIsKnown();
    /// Each chord of a keyboard that systems are known to answer to, in what has the focus.
    void tryKnownChords();
    void tapOn(QString const& name);

    /// How often each was done.
    [[nodiscard]] std::map<QString, int> const& done() const { return m_done; }

private:
    using Points = std::vector<QPointF>;

    void draw(Points const& from, Points const& to, int steps);
    void press(Points const& at);
    void holdAt(Points const& at, int milliseconds);
    void tap(QPointF at, int times = 1);
    void cancelTouch();
    void pinch(double from, double to, double turn);
    void edge();
    void manyFingers();
    void mouse();
    void key();
    void type(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QPointF anywhere();
    [[nodiscard]] QPointF onControl();
    [[nodiscard]] int upTo(int most);
    void note(char const* gesture) { ++m_done[QString::fromLatin1(gesture)]; }

    QQuickWindow& m_window;
    std::mt19937 m_random;
    QPointingDevice* m_device;
    std::map<QString, int> m_done;
};

} // namespace kiosk::escape
