#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <gtest/gtest.h>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
