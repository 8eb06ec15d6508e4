#pragma once

#include "kiosk/film/Player.h"

#include <QBuffer>
#include <QMediaPlayer>
#include <QVideoSink>
#include <memory>

class QAudioOutput;

namespace kiosk::film {

/// By Qt Multimedia, which decodes by GStreamer (Debian 12) or FFmpeg (13).
class MediaPlayer final : public QObject, public Player {
    Q_OBJECT
public:
    MediaPlayer(QByteArray const& data, Sense sense, Watcher watcher);
    ~MediaPlayer() override;

    void play() override;
    void pause() override;
    void setVolume(double volume) override;

private:
    void onFrame(QVideoFrame const& frame);
    void onStatus(QMediaPlayer::MediaStatus status);
    void fail(QString const& why);

    QByteArray m_data;
    QBuffer m_source{&m_data};
    Watcher m_watcher;
    bool m_failed = false;
    std::unique_ptr<QAudioOutput> m_loudspeaker; ///< of a recording
    QVideoSink m_sink;
    QMediaPlayer m_player; ///< goes before what it plays from and to
};

} // namespace kiosk::film
