#include "tests/qml/escape/Hands.h"

#include "kiosk/access/Piece.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QQuickWindow>
#include <QWheelEvent>
#include <QtTest/QTest>
#include <array>
#include <cmath>
#include <numbers>

namespace kiosk::escape {

namespace {

constexpr int mostFingers = 10;
constexpr int longPress = 900; // ms; longer than QStyleHints::mousePressAndHoldInterval

constexpr std::array modifiers{Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier};

/// Those that a system, a toolkit or a text field may answer to.
constexpr std::array knownKeys{Qt::Key_A,       Qt::Key_C,          Qt::Key_F,        Qt::Key_L,      Qt::Key_N,
                               Qt::Key_O,       Qt::Key_P,          Qt::Key_Q,        Qt::Key_R,      Qt::Key_S,
                               Qt::Key_T,       Qt::Key_U,          Qt::Key_V,        Qt::Key_W,      Qt::Key_X,
                               Qt::Key_Z,       Qt::Key_Tab,        Qt::Key_Backtab,  Qt::Key_Escape, Qt::Key_Menu,
                               Qt::Key_Print,   Qt::Key_SysReq,     Qt::Key_Pause,    Qt::Key_Insert, Qt::Key_Delete,
                               Qt::Key_F1,      Qt::Key_F4,         Qt::Key_F5,       Qt::Key_F10,    Qt::Key_F11,
                               Qt::Key_F12,     Qt::Key_Super_L,    Qt::Key_HomePage, Qt::Key_Back,   Qt::Key_Search,
                               Qt::Key_Help,    Qt::Key_PowerOff,   Qt::Key_Sleep,    Qt::Key_LogOff, Qt::Key_Copy,
                               Qt::Key_Paste,   Qt::Key_Cut,        Qt::Key_Undo,     Qt::Key_Open,   Qt::Key_Close,
                               Qt::Key_Launch0, Qt::Key_LaunchMail, Qt::Key_VolumeUp, Qt::Key_Eject,  Qt::Key_Exit};

void turn() {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

Hands::Hands(QQuickWindow& window, std::uint32_t seed) :
    m_window(window), m_random(seed), m_device(QTest::createTouchDevice()) {}

int Hands::upTo(int most) {
    return int(m_random() % unsigned(most + 1));
}

QPointF Hands::anywhere() {
    return {double(upTo(m_window.width() - 1)), double(upTo(m_window.height() - 1))};
}

QPointF Hands::onControl() {
    std::vector<QRectF> places;
    for (auto const& piece : access::piecesOf(m_window))
        if (auto const place = access::placeOf(piece); !place.isEmpty()) places.push_back(place);
    if (places.empty()) return anywhere();
    auto const& place = places[std::size_t(upTo(int(places.size()) - 1))];
    return {place.x() + place.width() * upTo(100) / 101, place.y() + place.height() * upTo(100) / 101};
}

/// Every finger goes straight from its place in `from` to that in `to`.
void Hands::draw(Points const& from, Points const& to, int steps) {
    press(from);
    for (int step = 1; step <= steps; ++step) {
        auto touch = QTest::touchEvent(&m_window, m_device, false);
        for (std::size_t i = 0; i < from.size(); ++i)
            touch.move(int(i), (from[i] + (to[i] - from[i]) * step / steps).toPoint(), &m_window);
        touch.commit(false);
    }
    auto touch = QTest::touchEvent(&m_window, m_device, false);
    for (std::size_t i = 0; i < from.size(); ++i)
        touch.release(int(i), (steps > 0 ? to : from)[i].toPoint(), &m_window);
    touch.commit(false);
    turn();
}

void Hands::press(Points const& at) {
    auto touch = QTest::touchEvent(&m_window, m_device, false);
    for (std::size_t i = 0; i < at.size(); ++i) touch.press(int(i), at[i].toPoint(), &m_window);
    touch.commit(false);
}

void Hands::holdAt(Points const& at, int milliseconds) {
    press(at);
    QTest::qWait(milliseconds);
    auto touch = QTest::touchEvent(&m_window, m_device, false);
    for (std::size_t i = 0; i < at.size(); ++i) touch.release(int(i), at[i].toPoint(), &m_window);
    touch.commit(false);
    turn();
}

void Hands::tap(QPointF at, int times) {
    for (int i = 0; i < times; ++i) draw({at}, {at}, 0);
}

/// The panel takes back what it has said, as at the palm of a hand.
void Hands::cancelTouch() {
    press({anywhere(), onControl()});
    QTouchEvent event(QEvent::TouchCancel, m_device);
    QCoreApplication::sendEvent(&m_window, &event);
    auto touch = QTest::touchEvent(&m_window, m_device, false);
    touch.release(0, {}, &m_window).release(1, {}, &m_window);
    touch.commit(false);
    turn();
}

/// Two fingers around the middle of the screen: so far apart, turned by so much on the way.
void Hands::pinch(double from, double to, double turned) {
    const QPointF middle(m_window.width() / 2.0, m_window.height() / 2.0);
    auto const at = [&](double apart, double angle) {
        const QPointF arm(apart / 2 * std::cos(angle), apart / 2 * std::sin(angle));
        return Points{middle - arm, middle + arm};
    };
    draw(at(from, 0.3), at(to, 0.3 + turned), 6);
}

void Hands::edge() {
    auto inside = anywhere();
    auto outside = anywhere();
    switch (upTo(3)) {
    case 0: outside.setX(0); break;
    case 1: outside.setX(m_window.width() - 1); break;
    case 2: outside.setY(0); break;
    default: outside.setY(m_window.height() - 1); break;
    }
    draw({outside}, {inside}, 1 + upTo(8));
}

void Hands::manyFingers() {
    auto const count = std::size_t(2 + upTo(mostFingers - 2));
    Points from, to;
    for (std::size_t i = 0; i < count; ++i) {
        from.push_back(anywhere());
        to.push_back(anywhere());
    }
    draw(from, to, upTo(6));
}

/// Somebody plugged one in.
void Hands::mouse() {
    auto const at = onControl();
    auto const button = upTo(1) == 0 ? Qt::RightButton : Qt::MiddleButton;
    QTest::mouseClick(&m_window, button, {}, at.toPoint());
    QContextMenuEvent menu(QContextMenuEvent::Mouse, at.toPoint(), m_window.mapToGlobal(at).toPoint());
    QCoreApplication::sendEvent(&m_window, &menu);
    QWheelEvent wheel(at, m_window.mapToGlobal(at), {}, {0, upTo(1) == 0 ? 120 : -120}, Qt::NoButton,
                      upTo(1) == 0 ? Qt::NoModifier : Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_window, &wheel);
    turn();
}

void Hands::type(int key, Qt::KeyboardModifiers held) {
    bool const isText = key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde && !(held & ~Qt::ShiftModifier);
    auto const text = isText ? QString(QChar(key)) : QString();
    QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key(key), text, held);
    turn();
}

void Hands::key() {
    Qt::KeyboardModifiers held;
    for (auto const modifier : modifiers)
        if (upTo(3) == 0) held |= modifier;
    auto const named = std::array{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Return};
    switch (upTo(4)) {
    case 0: return type(Qt::Key_F1 + upTo(23), held);
    case 1: return type(Qt::Key_Space + upTo(Qt::Key_AsciiTilde - Qt::Key_Space), held);
    case 2: return type(named[std::size_t(upTo(int(named.size()) - 1))], held);
    case 3: return type(Qt::Key_Escape + upTo(Qt::Key_Hyper_R - Qt::Key_Escape), held);
    default: return type(knownKeys[std::size_t(upTo(int(knownKeys.size()) - 1))], held);
    }
}

void Hands::tryAnything() {
    switch (upTo(19)) {
    case 0: return note("tap anywhere"), tap(anywhere());
    case 1: return note("double tap"), tap(onControl(), 2);
    case 2: return note("many taps"), tap(onControl(), 3 + upTo(5));
    case 3: return note("drag of what is shown"), draw({onControl()}, {anywhere()}, 1 + upTo(8));
    case 4: return note("swipe from an edge"), edge();
    case 5: return note("many fingers"), manyFingers();
    case 6: return note("pinch"), pinch(40 + upTo(600), 40 + upTo(600), 0);
    case 7: return note("turn"), pinch(300, 300, (upTo(100) - 50) * std::numbers::pi / 50);
    case 8: return note("taken back"), cancelTouch();
    case 9: return note("mouse"), mouse();
    case 10:
    case 11: return note("key"), key();
    default: return note("tap on what is shown"), tap(onControl());
    }
}

void Hands::tryWhatIsKnown() {
    double const right = m_window.width() - 1, low = m_window.height() - 1;
    const QPointF middle(right / 2, low / 2);
    for (auto const& from :
         {QPointF(0, low / 2), QPointF(right, low / 2), QPointF(right / 2, 0), QPointF(right / 2, low), QPointF(0, 0),
          QPointF(right, 0), QPointF(0, low), QPointF(right, low)}) {
        note("swipe from an edge");
        draw({from}, {middle}, 8);
        note("swipe to an edge");
        draw({middle}, {from}, 8);
        note("corner or edge tapped five times");
        tap(from, 5);
    }
    for (int fingers = 2; fingers <= mostFingers; ++fingers) {
        Points low4, up4;
        for (int i = 0; i < fingers; ++i) {
            low4.emplace_back(60 + 80 * i, low - 40);
            up4.emplace_back(60 + 80 * i, 40);
        }
        note("many fingers upwards, downwards, tapped");
        draw(low4, up4, 6);
        draw(up4, low4, 6);
        draw(low4, low4, 0);
    }
    note("pinch in, out, turn");
    pinch(600, 60, 0);
    pinch(60, 600, 0);
    pinch(400, 400, std::numbers::pi);
    note("long press");
    holdAt({onControl()}, longPress);
    note("long press with many fingers");
    holdAt({anywhere(), anywhere(), anywhere(), anywhere(), anywhere()}, longPress);
}

void Hands::tryKnownChords() {
    for (unsigned chord = 0; chord < 1U << modifiers.size(); ++chord) {
        Qt::KeyboardModifiers held;
        for (std::size_t i = 0; i < modifiers.size(); ++i)
            if (chord & 1U << i) held |= modifiers[i];
        for (auto const known : knownKeys) {
            note("known chord");
            type(known, held);
        }
        for (int key = Qt::Key_F1; key <= Qt::Key_F24; ++key) {
            note("known chord");
            type(key, held);
        }
    }
}

void Hands::tapOn(QString const& name) {
    for (auto const& piece : access::piecesOf(m_window))
        if (piece.isControl() && piece.name == name) return tap(access::placeOf(piece).center());
}

} // namespace kiosk::escape
