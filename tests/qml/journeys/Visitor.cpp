#include "tests/qml/journeys/Visitor.h"

#include "kiosk/access/Words.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QQuickWindow>
#include <algorithm>

namespace kiosk::journeys {

namespace {
constexpr int mostSteps = 120;   // on one screen
constexpr int quiet = 70;        // ms without a word or frame: longer than the guide takes to look
constexpr int shortMoment = 25;  // ms: less than the scanner stays
constexpr int patience = 20'000; // ms
} // namespace

Visitor::Visitor(QString const& what, QSize size) : m_bench(m_noEngine) {
    m_bench.open(what);
    m_screen = std::make_unique<app::Screen>(kiosk(), m_voice);
    window().resize(size);
    window().show();
    settle();
}

std::string Visitor::story() const {
    std::string all;
    for (auto const& line : m_voice.lines) all += line.language.toStdString() + ": " + line.text.toStdString() + "\n";
    return all;
}

bool Visitor::comes(std::function<bool()> const& wanted) {
    QElapsedTimer passed;
    passed.start();
    while (!wanted() && passed.elapsed() < patience) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return wanted();
}

/// Until frames and words have stopped coming; the scanner moves all the time, so there for a moment only.
void Visitor::settle() {
    auto const longEnough = guide().isScanning() ? shortMoment : quiet;
    QElapsedTimer all, still;
    all.start();
    still.start();
    auto const frames = QObject::connect(&window(), &QQuickWindow::frameSwapped, &window(), [&] { still.restart(); });
    auto words = m_voice.lines.size();
    while (still.elapsed() < longEnough && all.elapsed() < patience) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (m_voice.lines.size() != std::exchange(words, m_voice.lines.size())) still.restart();
    }
    QObject::disconnect(frames);
}

void Visitor::press(int key) {
    for (auto const type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &event);
    }
    settle();
}

bool Visitor::hears(QString const& words) const {
    for (auto at = m_sinceOk; at < m_voice.lines.size(); ++at)
        if (m_voice.lines[at].text.contains(words)) return true;
    return false;
}

bool Visitor::goDownTo(Wanted const& wanted) {
    for (int step = 0; step < mostSteps; ++step) {
        auto const before = m_voice.lines.size();
        press(Qt::Key_Down);
        if (m_voice.lines.size() == before) return false;
        if (wanted(m_voice.lines.back().text)) return true;
        if (m_voice.lines.back().text == QStringLiteral("End of the screen.")) return false;
    }
    return false;
}

bool Visitor::findByEar(QString const& start) {
    return goDownTo([&](QString const& said) { return said.startsWith(start); });
}

bool Visitor::pointsAt(QString const& name) {
    auto const ring = guide().ring();
    if (ring.isEmpty()) return false;
    return std::ranges::any_of(access::piecesOf(window()), [&](access::Piece const& piece) {
        auto const place = access::placeOf(piece);
        return piece.isControl() && piece.name.startsWith(name) && !place.isEmpty() && ring.contains(place.center());
    });
}

bool Visitor::isOnRow() {
    auto const ring = guide().ring();
    return std::ranges::none_of(access::piecesOf(window()), [&](access::Piece const& piece) {
        return piece.isControl() && access::placeOf(piece) == ring;
    });
}

/// All that can be read and how it stands: what somebody who sees waits to change before they go on.
std::string Visitor::looks() {
    std::string all;
    for (auto const& piece : access::piecesOf(window()))
        all += piece.name.toStdString() + " " + access::spokenState(piece).toStdString() + "\n";
    return all;
}

/// Presses what the ring is around, and waits until something has come of it.
bool Visitor::pressAndSee(int key) {
    auto const before = looks();
    bool const opensRow = isOnRow(); // that moves only the ring
    press(key);
    auto const* session = kiosk().session();
    return opensRow ||
           comes([&] { return looks() != before && !(session == kiosk().session() && session && session->isBusy()); });
}

bool Visitor::chooseByKeypad(QString const& name) {
    for (int step = 0; step < mostSteps && !pointsAt(name); ++step) press(Qt::Key_Down);
    return pointsAt(name) && pressAndSee(Qt::Key_Return);
}

bool Visitor::chooseBySwitch(QString const& name) {
    return comes([&] { return pointsAt(name); }) && pressAndSee(Qt::Key_Space);
}

bool Visitor::typeByEar(QString const& key) {
    auto const isRow = [&](QString const& said) {
        return said.startsWith(QStringLiteral("Row: ")) && said.mid(5).split(QStringLiteral(", ")).contains(key);
    };
    auto const isKey = [&](QString const& said) { return said == key + QStringLiteral(", button"); };
    if (!isRow(m_voice.lines.back().text) && !goDownTo(isRow)) return false;
    press(Qt::Key_Return);
    if (!isKey(m_voice.lines.back().text) && !goDownTo(isKey)) return false;
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    return true;
}

bool Visitor::chooseByEar(QString const& start) {
    if (!findByEar(start)) return false;
    m_sinceOk = m_voice.lines.size();
    press(Qt::Key_Return);
    return comes([this] { return m_voice.lines.size() > m_sinceOk; });
}

} // namespace kiosk::journeys
