#pragma once

#include <QTextToSpeech>
#include <deque>
#include <memory>

namespace kiosk::access {

/// What a Voice has on its thread: the engine, and what is still to be said. Everything here is called on that thread.
class Mouth : public QObject {
    Q_OBJECT
public:
    void say(QString const& text, QString const& language);
    void stop();
    void setPace(double pace);
    void setVolume(double volume);

signals:
    /// The engine cannot be started: nothing more will be said.
    void failed();
    void fellSilent();

private:
    struct Words {
        QString text, language;
    };

    [[nodiscard]] bool isReady();
    [[nodiscard]] bool speak(QString const& language);
    void open();
    void next();
    void onState();
    void fail();

    std::unique_ptr<QTextToSpeech> m_engine;
    std::deque<Words> m_waiting;
    QString m_language;
    double m_pace = 0;
    double m_volume = 1;
    bool m_speaking = false; ///< an order is out
    bool m_heard = false;    ///< and the engine has begun with it
    bool m_cutting = false;  ///< the engine was told to stop and has not yet
    bool m_failed = false;
};

} // namespace kiosk::access
