#include "kiosk/access/Guide.h"

#include "kiosk/access/Speech.h"
#include "kiosk/access/Words.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickWindow>
#include <algorithm>
#include <utility>

namespace kiosk::access {

using namespace std::chrono_literals;

namespace {

constexpr auto lookAfter = 40ms; // of a frame: several come when a screen does
constexpr auto scanInterval = 2s;
constexpr std::size_t roundsInRow = 2;

QString languageOf(QQuickItem const* item, QString const& otherwise) {
    for (auto const* up = item; up; up = up->parentItem())
        if (auto const own = up->property("spokenLanguage"); own.isValid()) return own.toString();
    return otherwise;
}

Piece const* find(std::vector<Piece> const& pieces, QQuickItem const* item) {
    auto const found =
        std::ranges::find_if(pieces, [item](Piece const& piece) { return item && piece.item.data() == item; });
    return found == pieces.end() ? nullptr : &*found;
}

/// What lies in something that scrolls is scrolled to.
void reveal(QQuickItem& item) {
    for (auto* up = item.parentItem(); up; up = up->parentItem()) {
        auto const has = up->metaObject()->indexOfMethod("reveal(QQuickItem*)");
        if (has >= 0) QMetaObject::invokeMethod(up, "reveal", Q_ARG(QQuickItem*, &item));
    }
}

void sendKey(QQuickItem& item, int key) {
    for (auto const type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&item, &event);
    }
}

} // namespace

Guide::Guide(QQuickWindow& window, Speech& speech) : m_window(window), m_speech(speech) {
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(lookAfter);
    m_scanTimer.setInterval(scanInterval);
    connect(&m_lookTimer, &QTimer::timeout, this, &Guide::look);
    connect(&m_scanTimer, &QTimer::timeout, this, &Guide::scanOn);
    connect(&window, &QQuickWindow::frameSwapped, this, &Guide::lookSoon, Qt::QueuedConnection);
}

void Guide::setListened(bool listened) {
    if (m_listened == listened) return;
    m_listened = listened;
    m_toldPlace.clear();
    if (!listened) m_speech.stop();
    emit listenedChanged();
    lookSoon();
}

void Guide::setScanning(bool scanning) {
    if (m_scanning == scanning) return;
    m_scanning = scanning;
    leave();
    emit scanningChanged();
    if (!scanning) return m_scanTimer.stop();
    m_scanTimer.start();
    scanOn();
}

void Guide::setPlace(QString const& place) {
    if (m_place == place) return;
    m_place = place;
    leave();
    emit placeChanged();
    lookSoon();
}

// ── What is on the screen ────────────────────────────────────────────────────────────────────────────────────────────

void Guide::lookSoon() {
    bool const isUsed = m_listened || m_scanning || m_at;
    if (isUsed && !m_lookTimer.isActive()) m_lookTimer.start();
}

void Guide::look() {
    auto const pieces = piecesOf(m_window);
    if (m_place != m_toldPlace)
        begin(pieces);
    else
        follow(pieces);
}

/// A new screen: all that is to be read before the first thing to work.
void Guide::begin(std::vector<Piece> const& pieces) {
    m_toldPlace = m_place;
    m_alerts.clear();
    if (!m_listened) return;
    m_speech.stop();
    for (auto const& piece : pieces) {
        if (piece.role == QAccessible::AlertMessage) m_alerts.push_back(piece.item);
        if (piece.isControl()) break;
        m_heard = piece.item;
        say(spoken(piece), piece.item);
    }
}

/// The same screen: what was pointed at may have moved, changed or gone; something may be amiss now.
void Guide::follow(std::vector<Piece> const& pieces) {
    for (auto const& piece : pieces) {
        if (piece.role != QAccessible::AlertMessage || std::ranges::find(m_alerts, piece.item) != m_alerts.end())
            continue;
        m_alerts.push_back(piece.item);
        say(spoken(piece), piece.item);
    }
    followKeyboard(pieces);
    auto const* at = find(pieces, m_at);
    if (!at) return setRing({});
    auto const stops = stopsOf(pieces, halts());
    auto const index = indexOf(stops, m_at);
    if (index < stops.size()) setRing(m_inRow ? placeOf(*at) : placeOf(stops[index]));
    if (auto const state = spokenState(*at); state != m_stateAt) {
        m_stateAt = state;
        m_speech.stop();
        say(state, m_at);
    }
}

/// The keyboard came: on to its first row. It went: back to the field.
void Guide::followKeyboard(std::vector<Piece> const& pieces) {
    auto const stops = stopsOf(pieces, halts());
    bool const hasKeyboard = !stops.empty() && stops.front().isRow();
    if (hasKeyboard == std::exchange(m_hasKeyboard, hasKeyboard) || !m_field) return;
    m_inRow = false;
    if (hasKeyboard) return pointAt(stops.front());
    auto const* field = find(pieces, std::exchange(m_field, nullptr));
    if (field && !find(pieces, m_at)) pointAt(*field);
}

// ── Going through it ─────────────────────────────────────────────────────────────────────────────────────────────────

void Guide::next() {
    move(1);
}

void Guide::previous() {
    move(-1);
}

void Guide::move(int by) {
    auto const stops = stopsOf(piecesOf(m_window), halts());
    auto const at = indexOf(stops, m_at ? m_at : m_heard);
    if (at < stops.size() && m_inRow) return moveInRow(stops[at], by);
    auto const wanted = at < stops.size() ? static_cast<std::ptrdiff_t>(at) + by : (by > 0 ? 0 : -1);
    if (wanted >= 0 && wanted < std::ssize(stops)) return pointAt(stops[static_cast<std::size_t>(wanted)]);
    if (wanted < 0 || stops.empty()) return readAll();
    m_speech.stop();
    say(endWords(), m_at);
}

void Guide::moveInRow(Stop const& row, int by) {
    auto const at = std::ranges::find_if(row.pieces, [this](Piece const& piece) { return piece.item == m_at; });
    auto const count = std::ssize(row.pieces);
    auto const wanted = (at - row.pieces.begin() + by + count) % count;
    pointAt(row.pieces[static_cast<std::size_t>(wanted)]);
}

void Guide::scanOn() {
    auto const stops = stopsOf(piecesOf(m_window), Halts::AtControls);
    if (stops.empty()) return leave();
    auto const at = indexOf(stops, m_at);
    if (at < stops.size() && m_inRow) return scanInRow(stops[at]);
    pointAt(stops[at < stops.size() ? (at + 1) % stops.size() : 0]);
}

/// Twice through the row, then out of it again.
void Guide::scanInRow(Stop const& row) {
    if (++m_scannedInRow < roundsInRow * row.pieces.size()) return moveInRow(row, 1);
    m_inRow = false;
    pointAt(row);
}

void Guide::pointAt(Stop const& stop) {
    if (!stop.isRow()) return pointAt(stop.first());
    m_at = stop.first().item;
    m_stateAt = spokenState(stop.first());
    setRing(placeOf(stop));
    m_speech.stop();
    say(rowWords(stop), m_at);
}

void Guide::pointAt(Piece const& piece) {
    m_at = piece.item;
    m_stateAt = spokenState(piece);
    // A field is not entered by passing it: that would bring the keyboard.
    if (piece.isControl() && piece.role != QAccessible::EditableText) m_at->forceActiveFocus(Qt::TabFocusReason);
    reveal(*m_at);
    setRing(placeOf(piece));
    m_speech.stop();
    say(spoken(piece), m_at);
}

void Guide::press() {
    auto const stops = stopsOf(piecesOf(m_window), halts());
    auto const at = indexOf(stops, m_at);
    if (at >= stops.size()) return;
    if (stops[at].isRow() && !m_inRow) {
        m_inRow = true;
        m_scannedInRow = 0;
        return pointAt(stops[at].first());
    }
    auto const pressed =
        std::ranges::find_if(stops[at].pieces, [this](Piece const& each) { return each.item == m_at; });
    if (!pressed->isEnabled || !pressed->isControl()) return;
    if (pressed->role == QAccessible::EditableText) m_field = m_at;
    if (m_scanning) m_inRow = false; // the next letter may be in any row
    m_speech.stop();
    work(*pressed);
    lookSoon();
}

void Guide::back() {
    auto const stops = stopsOf(piecesOf(m_window), halts());
    auto const at = indexOf(stops, m_at);
    if (m_inRow && at < stops.size()) {
        m_inRow = false;
        return pointAt(stops[at]);
    }
    if (m_hasKeyboard && m_field)
        QMetaObject::invokeMethod(m_field, "finish");
    else
        emit backWanted();
}

void Guide::readAll() {
    m_toldPlace.clear();
    leave();
    look();
}

void Guide::work(Piece const& piece) {
    auto* thing = QAccessible::queryAccessibleInterface(piece.item);
    auto* actions = thing ? thing->actionInterface() : nullptr;
    auto const press = QAccessibleActionInterface::pressAction();
    if (piece.role == QAccessible::EditableText)
        QMetaObject::invokeMethod(piece.item, "begin");
    else if (actions && actions->actionNames().contains(press))
        actions->doAction(press);
    else
        sendKey(*piece.item, Qt::Key_Space);
}

void Guide::leave() {
    m_at.clear();
    m_heard.clear();
    m_field.clear();
    m_inRow = false;
    setRing({});
}

void Guide::setRing(QRectF const& ring) {
    if (m_ring == ring) return;
    m_ring = ring;
    emit ringChanged();
}

void Guide::say(QString const& text, QQuickItem const* item) {
    if (m_listened && !text.isEmpty()) m_speech.say(text, languageOf(item, m_language));
}

// ── Keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

bool Guide::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::MouseButtonPress: // somebody who touches needs no ring
        leave();
        emit touched();
        return false;
    case QEvent::KeyPress: return takeKey(static_cast<QKeyEvent*>(event)->key());
    default: return QObject::eventFilter(watched, event);
    }
}

/// Switches come as a keyboard that has but the space bar. Who writes with a whole one means a space.
bool Guide::takeSwitch() {
    if (!m_scanning && isWritten()) return false;
    if (m_scanning)
        press();
    else
        emit switchUsed();
    return true;
}

bool Guide::isWritten() const {
    auto const* item = m_window.activeFocusItem();
    return item && item->flags().testFlag(QQuickItem::ItemAcceptsInputMethod);
}

bool Guide::takeKey(int key) {
    switch (key) {
    case Qt::Key_Down: next(); break;
    case Qt::Key_Up: previous(); break;
    case Qt::Key_F1:
    case Qt::Key_Help: emit helpWanted(); break;
    case Qt::Key_Escape:
    case Qt::Key_Back: back(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
        if (!m_at) return false; // the one that has the focus takes it
        press();
        break;
    case Qt::Key_Space:
        if (!takeSwitch()) return false;
        break;
    default: return false;
    }
    emit keypadUsed();
    return true;
}

} // namespace kiosk::access
