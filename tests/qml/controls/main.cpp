// Runs the tst_*.qml of this folder.

#include "tests/qml/support/FailOnWarnings.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QWindow>
#include <QtQuickTest>

/// Keys as a hand holds them, which QtTest cannot. To QML it is `keys`.
class Keys : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Pressed, repeated that often by the system, let go.
    Q_INVOKABLE void hold(int key, int repeats) {
        send(QEvent::KeyPress, key, false);
        for (int i = 0; i < repeats; ++i) {
            send(QEvent::KeyRelease, key, true);
            send(QEvent::KeyPress, key, true);
        }
        send(QEvent::KeyRelease, key, false);
    }

private:
    static void send(QEvent::Type type, int key, bool repeated) {
        QKeyEvent event(type, key, Qt::NoModifier, QString(), repeated);
        QCoreApplication::sendEvent(QGuiApplication::focusWindow(), &event);
    }
};

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        tests::failOnWarnings(*engine);
        engine->rootContext()->setContextProperty(QStringLiteral("keys"), new Keys(engine));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "main.moc"
