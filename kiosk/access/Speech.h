#pragma once

#include <QObject>
#include <QString>

namespace kiosk::access {

/// A voice. GUI thread.
class Speech : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Says it after what is being said. `language` is BCP 47.
    virtual void say(QString const& text, QString const& language) = 0;
    /// At once, and forgets what was still to be said.
    virtual void stop() = 0;
    /// 0 is the voice's own pace, -1 the slowest, 1 the fastest.
    virtual void setPace(double pace) = 0;
    /// 0 to 1.
    virtual void setVolume(double volume) = 0;
};

/// A kiosk without a voice.
class Silence final : public Speech {
public:
    void say(QString const&, QString const&) override {}
    void stop() override {}
    void setPace(double) override {}
    void setVolume(double) override {}
};

} // namespace kiosk::access
