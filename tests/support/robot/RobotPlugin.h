#pragma once

#include <QAccessible>
#include <QGenericPlugin>
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
    explicit Robot(const QString& socketPath);
    ~Robot() override;

private:
    using Reply = std::function<void(const QJsonObject&)>;

    void acceptClient();
    void readClient();
    void obey(const QJsonObject& command, const Reply& reply);
    void see(const Reply& reply) const;
    void tap(const QJsonObject& command, const Reply& reply);
    void grab(const QJsonObject& command, const Reply& reply) const;
    void answer(const QJsonObject& reply) const;

    QString m_path;
    int m_listener = -1;
    int m_client = -1;
    QByteArray m_pending;
    std::unique_ptr<QSocketNotifier> m_onConnect;
    std::unique_ptr<QSocketNotifier> m_onData;
    QPointingDevice* m_finger = nullptr;
};

class RobotPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "robot.json")
public:
    QObject* create(const QString& name, const QString& specification) override;
};
