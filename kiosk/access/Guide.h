#pragma once

#include "kiosk/access/Stops.h"

#include <QQmlEngine>
#include <QRectF>
#include <QTimer>
#include <chrono>

namespace kiosk::access {

class Speech;

/// Leads a person through the screens without touch: by the keys up, down, OK, back and help of a keypad, by one switch
/// that is pressed when what it offers is the right one, by voice where somebody listens. Knows nothing of what a
/// screen is for: it goes by names, roles and states, as a screen reader does. GUI thread.
///
/// Install it as an event filter of the window. While nobody uses it, it does nothing but wait for its keys.
class Guide : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// Which screen is shown: another one is read out from its top.
    Q_PROPERTY(QString place MEMBER m_place WRITE setPlace NOTIFY placeChanged)
    /// The language of the screens, BCP 47.
    Q_PROPERTY(QString language MEMBER m_language NOTIFY languageChanged)
    Q_PROPERTY(bool listened READ isListened WRITE setListened NOTIFY listenedChanged)
    Q_PROPERTY(bool scanning READ isScanning WRITE setScanning NOTIFY scanningChanged)
    /// What is pointed at, on the window in pixels; empty: nothing.
    Q_PROPERTY(QRectF ring READ ring NOTIFY ringChanged)

public:
    Guide(QQuickWindow& window, Speech& speech);

    /// Somebody listens: screens are read out, texts are halted at. Off: silence at once.
    void setListened(bool listened);
    [[nodiscard]] bool isListened() const { return m_listened; }

    /// What can be worked is pointed at, one after the other, `scanInterval` each; the first at once.
    void setScanning(bool scanning);
    [[nodiscard]] bool isScanning() const { return m_scanning; }
    void setScanInterval(std::chrono::milliseconds interval) { m_scanTimer.setInterval(interval); }

    void setPlace(QString const& place);
    [[nodiscard]] QRectF ring() const { return m_ring; }

    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    /// Works what is pointed at; enters a row.
    Q_INVOKABLE void press();
    /// Out of a row; away with the keyboard; where there is none, backWanted().
    Q_INVOKABLE void back();
    /// The whole screen again, from its top.
    Q_INVOKABLE void readAll();
    /// The next thing the scanner points at; its timer does this.
    void scanOn();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void placeChanged();
    void languageChanged();
    void listenedChanged();
    void scanningChanged();
    void ringChanged();
    void backWanted();
    void helpWanted();
    /// A key of the keypad was pressed: somebody goes without touch.
    void keypadUsed();
    /// The one switch was pressed, and nothing is pointed at by itself yet.
    void switchUsed();
    void touched();

private:
    [[nodiscard]] Halts halts() const { return m_listened ? Halts::AtEverything : Halts::AtControls; }
    void lookSoon();
    void look();
    void begin(std::vector<Piece> const& pieces);
    void follow(std::vector<Piece> const& pieces);
    void followKeyboard(std::vector<Piece> const& pieces);
    void move(int by);
    void moveInRow(Stop const& row, int by);
    void scanInRow(Stop const& row);
    void pointAt(Stop const& stop);
    void pointAt(Piece const& piece);
    void leave();
    void setRing(QRectF const& ring);
    static void work(Piece const& piece);
    void say(QString const& text, QQuickItem const* item);
    [[nodiscard]] bool takeKey(int key);
    [[nodiscard]] bool takeSwitch();
    [[nodiscard]] bool isWritten() const;

    QQuickWindow& m_window;
    Speech& m_speech;
    QString m_place, m_toldPlace;
    QString m_language = QStringLiteral("en");
    QTimer m_lookTimer, m_scanTimer;
    QPointer<QQuickItem> m_at;    ///< of a row, its first key
    QPointer<QQuickItem> m_heard; ///< the last that was read out when the screen came: one goes on from there
    QPointer<QQuickItem> m_field; ///< that is written in with the keyboard on the screen
    QString m_stateAt;
    std::vector<QPointer<QQuickItem>> m_alerts; ///< told already
    QRectF m_ring;
    bool m_inRow = false;
    bool m_hasKeyboard = false; ///< when last looked
    bool m_listened = false;
    bool m_scanning = false;
    std::size_t m_scannedInRow = 0;
};

} // namespace kiosk::access
