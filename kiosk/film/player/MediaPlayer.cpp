#include "kiosk/film/player/MediaPlayer.h"

#include <QAudioOutput>
#include <QUrl>
#include <QVideoFrame>
#include <utility>

namespace kiosk::film {

MediaPlayer::MediaPlayer(QByteArray const& data, Sense sense, Watcher watcher) :
    m_data(data), m_watcher(std::move(watcher)) {
    m_source.open(QIODevice::ReadOnly);
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &MediaPlayer::onStatus);
    connect(&m_player, &QMediaPlayer::errorOccurred, this, [this](auto, QString const& why) { fail(why); });
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &MediaPlayer::onFrame);
    if (sense == Sense::Seen) {
        m_player.setVideoSink(&m_sink);
    } else {
        m_loudspeaker = std::make_unique<QAudioOutput>();
        m_player.setAudioOutput(m_loudspeaker.get());
    }
    m_player.setSourceDevice(&m_source,
                             QUrl(sense == Sense::Seen ? QStringLiteral("film.webm") : QStringLiteral("sound.ogg")));
}

MediaPlayer::~MediaPlayer() {
    m_player.disconnect(this);
    m_sink.disconnect(this);
    m_player.setSource({}); // Qt 6.4 takes its decoder apart after itself, and that tells it so: now, while it is there
}

void MediaPlayer::play() {
    m_player.play();
}

void MediaPlayer::pause() {
    m_player.pause();
}

void MediaPlayer::setVolume(double volume) {
    if (m_loudspeaker) m_loudspeaker->setVolume(float(volume));
}

void MediaPlayer::onFrame(QVideoFrame const& frame) {
    auto const picture = frame.toImage();
    if (!picture.isNull()) m_watcher.frame(picture, std::chrono::milliseconds(m_player.position()));
}

void MediaPlayer::onStatus(QMediaPlayer::MediaStatus status) {
    if (status == QMediaPlayer::EndOfMedia) m_watcher.ended();
    if (status == QMediaPlayer::InvalidMedia) fail(m_player.errorString());
}

void MediaPlayer::fail(QString const& why) {
    if (!std::exchange(m_failed, true)) m_watcher.failed(why);
}

} // namespace kiosk::film

extern "C" Q_DECL_EXPORT kiosk::film::Player* candorMakePlayer(QByteArray const& data, kiosk::film::Sense sense,
                                                               kiosk::film::Watcher watcher) {
    return new kiosk::film::MediaPlayer(data, sense, std::move(watcher));
}
