#include "kiosk/access/Mouth.h"

#include <QLocale>
#include <algorithm>
#include <utility>

namespace kiosk::access {

void Mouth::say(QString const& text, QString const& language) {
    if (m_failed) return;
    m_waiting.push_back({text, language});
    if (!m_speaking && !m_cutting) next();
}

/// What is said next waits until the engine has stopped: it would cut the first words of that as well.
void Mouth::stop() {
    m_waiting.clear();
    if (!std::exchange(m_speaking, false)) return;
    m_cutting = m_engine->state() == QTextToSpeech::Speaking;
    m_engine->stop();
    emit fellSilent();
}

void Mouth::setPace(double pace) {
    m_pace = pace;
    if (m_engine) m_engine->setRate(pace);
}

void Mouth::setVolume(double volume) {
    m_volume = volume;
    if (m_engine) m_engine->setVolume(volume);
}

void Mouth::open() {
    m_engine = std::make_unique<QTextToSpeech>();
    connect(m_engine.get(), &QTextToSpeech::stateChanged, this, &Mouth::onState);
    m_engine->setRate(m_pace);
    m_engine->setVolume(m_volume);
}

/// Without a sound card the dispatcher runs all the same, but has no voice.
bool Mouth::isReady() {
    if (!m_engine) open();
    auto const state = m_engine->state();
    return (state == QTextToSpeech::Ready || state == QTextToSpeech::Speaking) &&
           !m_engine->availableLocales().isEmpty();
}

/// False: there is no such voice. Rather nothing than words read as if they were of another language.
bool Mouth::speak(QString const& language) {
    if (m_language == language) return true;
    const QLocale wanted(language);
    auto const known = m_engine->availableLocales();
    auto const isWanted = [&](QLocale const& each) { return each.language() == wanted.language(); };
    auto const found =
        known.contains(wanted) ? std::ranges::find(known, wanted) : std::ranges::find_if(known, isWanted);
    if (found == known.end()) return false;
    m_engine->setLocale(*found);
    m_language = language;
    return true;
}

void Mouth::next() {
    m_speaking = false;
    while (!m_waiting.empty() && !m_speaking) {
        if (!isReady()) return fail();
        auto const words = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!speak(words.language)) continue;
        m_speaking = true;
        m_heard = false;
        m_engine->say(words.text);
    }
    if (!m_speaking) emit fellSilent();
}

/// Only what was begun can have ended.
void Mouth::onState() {
    auto const state = m_engine->state();
    if (state == QTextToSpeech::Speaking) {
        m_heard = m_speaking;
    } else if (state != QTextToSpeech::Ready) {
        fail();
    } else if (std::exchange(m_cutting, false) || (m_speaking && m_heard)) {
        next();
    }
}

void Mouth::fail() {
    m_failed = true;
    m_speaking = false;
    m_waiting.clear();
    emit failed();
}

} // namespace kiosk::access
