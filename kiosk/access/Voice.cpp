#include "kiosk/access/Voice.h"

#include "kiosk/access/Mouth.h"

#include <utility>

namespace kiosk::access {

using namespace std::chrono_literals;

namespace {
constexpr auto farewell = 2s;         // at the end of the program, until the engine has ended
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

/// Engines of two threads would get into each other's way: where one is still ending, what is said waits for that.
void Voice::begin() {
    if (!m_mouth && m_thread) return;
    if (!m_mouth) open();
    for (auto& [text, language] : std::exchange(m_waiting, {}))
        QMetaObject::invokeMethod(m_mouth,
                                  [mouth = m_mouth, text = text, language = language] { mouth->say(text, language); });
}

void Voice::open() {
    m_thread = new QThread;
    m_mouth = new Mouth;
    m_mouth->moveToThread(m_thread);
    auto const current = [this, generation = ++m_generation](auto act) {
        return [this, generation, act] {
            if (generation == m_generation && m_mouth) act();
        };
    };
    connect(m_thread, &QThread::finished, m_mouth, &QObject::deleteLater);
    connect(m_mouth, &QObject::destroyed, this, [this, thread = m_thread] { onEnded(thread); });
    connect(m_mouth, &Mouth::failed, this, current([this] { lose(); }));
    connect(m_mouth, &Mouth::fellSilent, this, current([this] {
                m_watch.stop();
                emit fellSilent();
            }));
    m_thread->start();
    setPace(m_pace);
    setVolume(m_volume);
}

/// The engine went with its mouth; of the thread there is nothing left to wait for.
void Voice::onEnded(QThread* thread) {
    thread->deleteLater();
    if (m_thread != thread) return;
    m_thread = nullptr;
    if (!m_waiting.empty()) begin();
}

void Voice::say(QString const& text, QString const& language) {
    if (m_lost) return;
    watch(text);
    m_waiting.push_back({text, language});
    begin();
}

/// Longer by what the words take. Silence ends it.
void Voice::watch(QString const& text) {
    auto const left = m_watch.isActive() ? m_watch.remainingTimeAsDuration() : m_patience;
    m_watch.start(left + text.size() * slowestLetter);
}

void Voice::stop() {
    if (m_mouth) {
        QMetaObject::invokeMethod(m_mouth, &Mouth::stop);
    } else if (!std::exchange(m_waiting, {}).empty()) {
        m_watch.stop();
        emit fellSilent();
    }
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
    m_waiting.clear();
    m_watch.stop();
    if (!m_mouth) return;
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
