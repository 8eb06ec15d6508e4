#include "kiosk/film/Reel.h"

#include "kiosk/film/Booth.h"
#include "kiosk/film/Deck.h"

#include <utility>

namespace kiosk::film {

Reel::Reel(std::shared_ptr<const Bytes> data, Sense sense, std::chrono::milliseconds patience) :
    m_deck(new Deck(std::move(data))), m_sense(sense) {
    m_watch.setSingleShot(true);
    m_watch.setInterval(patience);
    m_deck->moveToThread(&Booth::thread());
    connect(&m_watch, &QTimer::timeout, this, [this] { fail(QStringLiteral("nothing comes from it")); });
    connect(m_deck, &Deck::frame, this, &Reel::onFrame);
    connect(m_deck, &Deck::ended, this, &Reel::onEnded);
    connect(m_deck, &Deck::failed, this, &Reel::fail);
    QMetaObject::invokeMethod(m_deck, [deck = m_deck, sense] { deck->load(sense); });
}

Reel::~Reel() {
    m_deck->disconnect(this);
    m_deck->deleteLater();
}

void Reel::order(void (Deck::*act)()) {
    QMetaObject::invokeMethod(m_deck, [deck = m_deck, act] { (deck->*act)(); });
}

void Reel::play() {
    if (m_failed) return;
    if (m_sense == Sense::Seen) m_watch.start();
    order(&Deck::play);
}

void Reel::pause() {
    m_watch.stop();
    order(&Deck::pause);
}

void Reel::setVolume(double volume) {
    QMetaObject::invokeMethod(m_deck, [deck = m_deck, volume] { deck->setVolume(volume); });
}

void Reel::onFrame(QImage const& picture, qint64 milliseconds) {
    m_deck->take();
    m_seen = true;
    if (m_watch.isActive()) m_watch.start();
    emit frame(picture, std::chrono::milliseconds(milliseconds));
}

void Reel::onEnded() {
    if (m_sense == Sense::Seen && !m_seen) return fail(QStringLiteral("nothing in it can be decoded"));
    m_watch.stop();
    emit ended();
}

void Reel::fail(QString const& why) {
    m_watch.stop();
    if (!std::exchange(m_failed, true)) emit failed(why);
}

} // namespace kiosk::film
