// The least that Qt Quick can show: one window with one line of text, to compare the start of kiosk-app with. Says
// "first-frame" on standard error as kiosk-app does, and stays until it is ended.

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { width: 1280; height: 800; Text { text: \"Candor\" } }");
    if (engine.rootObjects().isEmpty()) return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window, [] { std::fputs("first-frame\n", stderr); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    window->show();
    return QGuiApplication::exec();
}
