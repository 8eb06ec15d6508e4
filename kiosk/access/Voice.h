#pragma once

#include "kiosk/access/Speech.h"

#include <QThread>
#include <QTimer>
#include <chrono>
#include <functional>
#include <vector>

namespace kiosk::access {

class Mouth;

/// Speaks by Qt TextToSpeech, that is by speech-dispatcher and espeak-ng. Made, called and destroyed on the GUI thread,
/// which never waits for it: to start the engine takes a second, and that happens on a thread of its own, at the first
/// words. After rest() nothing of it is left but this object.
class Voice final : public Speech {
    Q_OBJECT
public:
    /// `hasSound`: whether sound can go anywhere now; asked each time that somebody wants to know of the voice.
    /// `patience`: how long the engine may take until it speaks, and beyond the time that the words take.
    explicit Voice(std::function<bool()> hasSound, std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~Voice() override;

    [[nodiscard]] bool isThere() const override;
    void say(QString const& text, QString const& language) override;
    void stop() override;
    void setPace(double pace) override;
    void setVolume(double volume) override;
    void rest() override;

signals:
    /// Everything that was to be said has been said, or cut off.
    void fellSilent();

private:
    struct Words {
        QString text, language;
    };

    void begin();
    void open();
    void onEnded(QThread* thread);
    void watch(QString const& text);
    void lose();

    std::function<bool()> m_hasSound;
    QThread* m_thread = nullptr;  ///< of the mouth; or of the one before, whose engine has not ended yet
    Mouth* m_mouth = nullptr;     ///< lives and dies on the thread; null: at rest
    quint64 m_generation = 0;     ///< counts mouths: what an earlier one still had to say of itself does not count
    std::vector<Words> m_waiting; ///< for the engine before to end
    std::chrono::milliseconds m_patience;
    QTimer m_watch; ///< runs while something is to be said
    double m_pace = 0;
    double m_volume = 1;
    bool m_lost =
        false; ///< for as long as the kiosk runs: an engine that failed is not tried again with somebody waiting
};

} // namespace kiosk::access
