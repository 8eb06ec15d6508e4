#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/film/Player.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace kiosk::film {

class Deck;

/// A film or a recording that is played, as the GUI thread sees it, which never waits for it. One that cannot be
/// played, or from which nothing comes for `patience`, fails, once.
class Reel : public QObject {
    Q_OBJECT
public:
    Reel(std::shared_ptr<const Bytes> data, Sense sense, std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Reel() override;

    /// At the end: once more from the beginning.
    void play();
    void pause();
    /// 0 to 1. A film is never heard.
    void setVolume(double volume);

signals:
    void frame(QImage const& picture, std::chrono::milliseconds at);
    void ended();
    void failed(QString const& why);

private:
    void onFrame(QImage const& picture, qint64 milliseconds);
    void onEnded();
    void fail(QString const& why);
    void order(void (Deck::*act)());

    Deck* m_deck; ///< lives and dies in the booth
    Sense m_sense;
    QTimer m_watch;      ///< runs while a picture is to come
    bool m_seen = false; ///< a picture has come
    bool m_failed = false;
};

} // namespace kiosk::film
