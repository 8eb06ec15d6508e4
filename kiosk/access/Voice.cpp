#include "kiosk/access/Voice.h"

#include "kiosk/access/Mouth.h"

#include <utility>

namespace kiosk::access {

Voice::Voice(std::function<bool()> hasSound) : m_hasSound(std::move(hasSound)) {}

Voice::~Voice() {
    rest();
    m_thread.wait();
}

bool Voice::isThere() const {
    return !m_lost && m_hasSound();
}

void Voice::begin() {
    if (m_mouth) return;
    m_thread.wait(); // the last one may still be on its way out
    m_mouth = new Mouth;
    m_mouth->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_mouth, &QObject::deleteLater);
    connect(m_mouth, &Mouth::failed, this, &Voice::onLost);
    connect(m_mouth, &Mouth::fellSilent, this, &Voice::fellSilent);
    m_thread.start();
    setPace(m_pace);
}

void Voice::say(QString const& text, QString const& language) {
    if (m_lost) return;
    begin();
    QMetaObject::invokeMethod(m_mouth, [mouth = m_mouth, text, language] { mouth->say(text, language); });
}

void Voice::stop() {
    if (m_mouth) QMetaObject::invokeMethod(m_mouth, &Mouth::stop);
}

void Voice::setPace(double pace) {
    m_pace = pace;
    if (m_mouth) QMetaObject::invokeMethod(m_mouth, [mouth = m_mouth, pace] { mouth->setPace(pace); });
}

void Voice::rest() {
    if (!m_mouth) return;
    m_mouth->disconnect(this);
    stop();
    m_mouth = nullptr;
    m_thread.quit(); // after what was asked for before; the engine goes with the mouth
}

void Voice::onLost() {
    m_lost = true;
    rest();
    emit lost();
}

} // namespace kiosk::access
