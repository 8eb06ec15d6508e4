#pragma once

#include <QObject>
#include <QString>

namespace kiosk::access {

/// A voice. GUI thread.
class Speech : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether it can be heard, as far as is known: whoever offers speech asks first.
    [[nodiscard]] virtual bool isThere() const = 0;
    /// Says it after what is being said. `language` is BCP 47.
    virtual void say(QString const& text, QString const& language) = 0;
    /// At once, and forgets what was still to be said.
    virtual void stop() = 0;
    /// 0 is the voice's own pace, -1 the slowest, 1 the fastest. From the next words on.
    virtual void setPace(double pace) = 0;
    /// 0 is silent, 1 as loud as the kiosk can. From the next words on.
    virtual void setVolume(double volume) = 0;
    /// Nobody listens any more: silent, and what it holds of what it said goes.
    virtual void rest() = 0;

signals:
    /// It turned out that it cannot be heard: isThere() is false now.
    void lost();
};

/// A kiosk without a voice.
class Silence final : public Speech {
public:
    [[nodiscard]] bool isThere() const override { return false; }
    void say(QString const&, QString const&) override {}
    void stop() override {}
    void setPace(double) override {}
    void setVolume(double) override {}
    void rest() override {}
};

} // namespace kiosk::access
