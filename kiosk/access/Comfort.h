#pragma once

#include "kiosk/access/Speech.h"

#include <QQmlEngine>
#include <QTimer>

namespace kiosk::access {

/// How somebody wants to see, hear and work the kiosk. Of one person: reset() at the end of the visit, by itself a
/// minute after the last change where no visit follows. GUI thread.
class Comfort : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// 1 to 3.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool highContrast READ isHighContrast WRITE setHighContrast NOTIFY changed)
    /// Whether there is a voice to offer.
    Q_PROPERTY(bool canSpeak READ canSpeak NOTIFY changed)
    /// The screens are read out. Stays false where there is no voice.
    Q_PROPERTY(bool spoken READ isSpoken WRITE setSpoken NOTIFY changed)
    /// As Speech::setPace.
    Q_PROPERTY(double pace READ pace WRITE setPace NOTIFY changed)
    /// As Speech::setVolume.
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY changed)
    /// Nothing is shown: for somebody who listens and wants nobody to read along. Only while `spoken`.
    Q_PROPERTY(bool hidden READ isHidden WRITE setHidden NOTIFY changed)
    /// A frame moves by itself, for somebody who has one switch.
    Q_PROPERTY(bool scanning READ isScanning WRITE setScanning NOTIFY changed)
    /// How long it stays at each thing: 1 to 6.
    Q_PROPERTY(double scanSeconds READ scanSeconds WRITE setScanSeconds NOTIFY scanSecondsChanged)

public:
    /// `speech` must outlive it.
    explicit Comfort(Speech& speech);

    [[nodiscard]] double textScale() const { return m_textScale; }
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }
    [[nodiscard]] bool canSpeak() const { return m_canSpeak; }
    [[nodiscard]] bool isSpoken() const { return m_spoken; }
    [[nodiscard]] double pace() const { return m_pace; }
    [[nodiscard]] double volume() const { return m_volume; }
    [[nodiscard]] bool isHidden() const { return m_hidden; }
    [[nodiscard]] bool isScanning() const { return m_scanning; }
    [[nodiscard]] double scanSeconds() const { return m_scanSeconds; }

    void setTextScale(double scale);
    void setHighContrast(bool high);
    void setSpoken(bool spoken);
    void setPace(double pace);
    void setVolume(double volume);
    void setHidden(bool hidden);
    void setScanning(bool scanning);
    void setScanSeconds(double seconds);

    /// Asks again whether there is a voice: before it is offered.
    Q_INVOKABLE void lookForVoice();
    /// A key of the keypad: who needs it may not see. Once in a visit: whoever then turns the voice off means it.
    void noticeKeypad();
    /// Headphones came: speaks. They went: silent, so that nobody else hears, and visible again.
    void noticeHeadphones(bool plugged);
    /// A visit begins, or ends and with it all this.
    void setVisited(bool visited);
    /// As for a new person.
    void reset();

signals:
    void changed();
    void scanSecondsChanged();

private:
    static constexpr double usualVolume = 0.6;
    static constexpr double usualScanSeconds = 2;

    template <typename T>
    void set(T& mine, T value);
    void lose();

    Speech& m_speech;
    QTimer m_forget;
    double m_textScale = 1;
    double m_pace = 0;
    double m_volume = usualVolume;
    double m_scanSeconds = usualScanSeconds;
    bool m_highContrast = false;
    bool m_canSpeak = false;
    bool m_spoken = false;
    bool m_hidden = false;
    bool m_scanning = false;
    bool m_isSettled = false; ///< somebody said whether they want to listen
    bool m_visited = false;
};

} // namespace kiosk::access
