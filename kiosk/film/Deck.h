#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/film/Player.h"

#include <QObject>
#include <atomic>
#include <memory>

namespace kiosk::film {

/// What a Reel has on the booth's thread, where everything here is called but take() and the constructor.
class Deck : public QObject {
    Q_OBJECT
public:
    explicit Deck(std::shared_ptr<const Bytes> data) : m_data(std::move(data)) {}

    void load(Sense sense);
    void play();
    void pause();
    void setVolume(double volume);
    /// Any thread: the last picture has been shown. What came meanwhile was left out.
    void take() { m_waits = false; }

signals:
    void frame(QImage const& picture, qint64 milliseconds);
    void ended();
    void failed(QString const& why);

private:
    std::shared_ptr<const Bytes> m_data;
    std::unique_ptr<Player> m_player;
    std::atomic<bool> m_waits = false; ///< a picture is on its way
};

} // namespace kiosk::film
