// Runs the tst_*.qml of this folder.

#include "tests/qml/screens/Bench.h"
#include "tests/qml/support/FailOnWarnings.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        tests::failOnWarnings(*engine);
        auto* bench = new tests::screens::Bench(*engine);
        bench->setParent(engine);
        engine->rootContext()->setContextProperty(QStringLiteral("bench"), bench);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(screens, Setup)

#include "main.moc"
