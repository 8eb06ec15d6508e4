#include "kiosk/access/Comfort.h"

#include <algorithm>
#include <chrono>

namespace kiosk::access {

using namespace std::chrono_literals;

namespace {
constexpr auto forgetAfter = 60s; // where nobody begins a visit
}

Comfort::Comfort(Speech& speech) : m_speech(speech) {
    m_forget.setSingleShot(true);
    m_forget.setInterval(forgetAfter);
    connect(&m_forget, &QTimer::timeout, this, &Comfort::reset);
    connect(&speech, &Speech::lost, this, &Comfort::lose);
    speech.setVolume(m_volume);
}

template <typename T>
void Comfort::set(T& mine, T value) {
    if (mine == value) return;
    mine = value;
    if (!m_visited) m_forget.start();
    emit changed();
}

void Comfort::setTextScale(double scale) {
    set(m_textScale, std::clamp(scale, 1.0, 3.0));
}

void Comfort::setHighContrast(bool high) {
    set(m_highContrast, high);
}

void Comfort::setSpoken(bool spoken) {
    m_isSettled = true;
    lookForVoice();
    set(m_spoken, spoken && m_canSpeak);
    if (!m_spoken) setHidden(false);
    if (!m_visited) m_forget.start();
}

void Comfort::setPace(double pace) {
    set(m_pace, std::clamp(pace, -1.0, 1.0));
    m_speech.setPace(m_pace);
}

void Comfort::setVolume(double volume) {
    set(m_volume, std::clamp(volume, 0.0, 1.0));
    m_speech.setVolume(m_volume);
}

void Comfort::setHidden(bool hidden) {
    set(m_hidden, hidden && m_spoken);
}

void Comfort::setScanning(bool scanning) {
    set(m_scanning, scanning);
}

void Comfort::setScanSeconds(double seconds) {
    set(m_scanSeconds, std::clamp(seconds, 1.0, 6.0));
    emit scanSecondsChanged();
}

void Comfort::lookForVoice() {
    set(m_canSpeak, m_speech.isThere());
}

void Comfort::lose() {
    lookForVoice();
    if (m_spoken) setSpoken(false);
}

void Comfort::noticeKeypad() {
    if (!m_visited && m_forget.isActive()) m_forget.start();
    if (!m_isSettled) setSpoken(true);
}

void Comfort::noticeHeadphones(bool plugged) {
    if (plugged || m_visited)
        setSpoken(plugged);
    else
        reset();
}

void Comfort::setVisited(bool visited) {
    m_visited = visited;
    m_forget.stop();
    if (!visited) reset();
}

void Comfort::reset() {
    m_isSettled = false;
    setHighContrast(false);
    setTextScale(1);
    setPace(0);
    setVolume(usualVolume);
    setScanning(false);
    setScanSeconds(usualScanSeconds);
    set(m_spoken, false);
    set(m_hidden, false);
    m_forget.stop();
    m_speech.rest();
}

} // namespace kiosk::access
