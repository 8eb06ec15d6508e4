#pragma once

#include <QAccessible>
#include <QGenericPlugin>
#include <QImage>
#include <QJsonObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QWindow>
#include <functional>
#include <memory>

class QPointingDevice;

/// Fingers and eyes for a scripted patient. Listens on a Unix socket for one JSON object a line and answers each with
/// one: {"do":"see"} what a screen reader would find, {"do":"tap","name":…} a touch press and release in the middle
/// of the control of that accessible name, {"do":"grab","file":…} a picture of the window. GUI thread only.
class Robot : public QObject {
    Q_OBJECT
public:
    explicit Robot(QString const& socketPath);
    ~Robot() override;

private:
    using Reply = std::function<void(QJsonObject const&)>;

    void acceptClient();
    void readClient();
    void obey(QJsonObject const& command, Reply const& reply);
    void see(Reply const& reply) const;
    void tap(QJsonObject const& command, Reply const& reply);
    void grab(QJsonObject const& command, Reply const& reply);
    /// Two pictures one after the other are the same: nothing fades in any more.
    void grabWhenStill(QString const& file, Reply const& reply, int triesLeft);
    void answer(QJsonObject const& reply) const;

    QString m_path;
    int m_listener = -1;
    int m_client = -1;
    QByteArray m_pending;
    QImage m_lastPicture;
    std::unique_ptr<QSocketNotifier> m_onConnect;
    std::unique_ptr<QSocketNotifier> m_onData;
    QPointingDevice* m_finger = nullptr;
};

class RobotPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "robot.json")
public:
    QObject* create(QString const& name, QString const& specification) override;
};
