#include "kiosk/film/Deck.h"

#include "kiosk/film/Booth.h"

namespace kiosk::film {

void Deck::load(Sense sense) {
    Watcher const watcher{[this](QImage const& picture, std::chrono::milliseconds at) {
                              if (!m_waits.exchange(true)) emit frame(picture, at.count());
                          },
                          [this] { emit ended(); }, [this](QString const& why) { emit failed(why); }};
    QString why;
    auto const whole =
        QByteArray::fromRawData(reinterpret_cast<char const*>(m_data->data()), qsizetype(m_data->size()));
    m_player = Booth::make(whole, sense, watcher, why);
    if (!m_player) emit failed(why);
}

void Deck::play() {
    if (m_player) m_player->play();
}

void Deck::pause() {
    if (m_player) m_player->pause();
}

void Deck::setVolume(double volume) {
    if (m_player) m_player->setVolume(volume);
}

} // namespace kiosk::film
