#include "kiosk/access/Voice.h"

#include "kiosk/access/Mouth.h"

#include <utility>

namespace kiosk::access {

using namespace std::chrono_literals;

namespace {
constexpr auto farewell = 2s;         // until the engine has ended
constexpr auto slowestLetter = 200ms; // at the slowest pace
} // namespace

Voice::Voice(std::function<bool()> hasSound, std::chrono::milliseconds patience) :
    m_hasSound(std::move(hasSound)), m_patience(patience) {
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &Voice::lose);
}

Voice::~Voice() {
    rest();
    if (m_thread && m_thread->wait(farewell)) delete m_thread;
}

bool Voice::isThere() const {
    return !m_lost && m_hasSound();
}

/// Engines of two threads would get into each other's way: the last one ends first.
bool Voice::begin() {
    if (m_mouth) return true;
    if (m_thread && !m_thread->wait(farewell)) return false;
    delete m_thread;
    m_thread = new QThread;
    m_mouth = new Mouth;
    m_mouth->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_mouth, &QObject::deleteLater);
    connect(m_mouth, &Mouth::failed, this, &Voice::lose);
    connect(m_mouth, &Mouth::fellSilent, &m_watch, &QTimer::stop);
    connect(m_mouth, &Mouth::fellSilent, this, &Voice::fellSilent);
    m_thread->start();
    setPace(m_pace);
    setVolume(m_volume);
    return true;
}

void Voice::say(QString const& text, QString const& language) {
    if (m_lost) return;
    if (!begin()) return lose();
    watch(text);
    QMetaObject::invokeMethod(m_mouth, [mouth = m_mouth, text, language] { mouth->say(text, language); });
}

/// Longer by what the words take. Silence ends it.
void Voice::watch(QString const& text) {
    auto const left = m_watch.isActive() ? m_watch.remainingTimeAsDuration() : m_patience;
    m_watch.start(left + text.size() * slowestLetter);
}

void Voice::stop() {
    if (m_mouth) QMetaObject::invokeMethod(m_mouth, &Mouth::stop);
}

void Voice::setPace(double pace) {
    m_pace = pace;
    if (m_mouth) QMetaObject::invokeMethod(m_mouth, [mouth = m_mouth, pace] { mouth->setPace(pace); });
}

void Voice::setVolume(double volume) {
    m_volume = volume;
    if (m_mouth) QMetaObject::invokeMethod(m_mouth, [mouth = m_mouth, volume] { mouth->setVolume(volume); });
}

void Voice::rest() {
    if (!m_mouth) return;
    m_watch.stop();
    m_mouth->disconnect(this);
    stop();
    m_mouth = nullptr;
    m_thread->quit(); // after what was asked for before; the engine goes with the mouth
}

/// An engine that hangs cannot be ended: it is left to itself.
void Voice::lose() {
    if (m_lost) return;
    m_lost = true;
    rest();
    m_thread = nullptr;
    emit lost();
}

} // namespace kiosk::access
