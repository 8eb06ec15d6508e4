// kiosk-screenshots FOLDER [DENSITY [LANGUAGE]]: every screen as PNG to look at, lying and standing, in each language,
// in high contrast and in large letters: FOLDER/LOOK/NUMBER-SCREEN.png, and all of a look on one sheet,
// FOLDER/LOOK.png.

#include "tests/qml/screens/Sheet.h"
#include "tests/qml/screens/Tour.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <cstdio>
#include <map>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace {

using tests::screens::Sheet;
using tests::screens::Tour;

struct Look {
    QString name;
    QSize size{1280, 800};
    double textScale = 1;
    bool highContrast = false;
};

std::vector<Look> looksOf(QString const& language) {
    std::vector<Look> looks;
    for (auto const& [way, size] :
         {std::pair("landscape", QSize(1280, 800)), std::pair("portrait", QSize(800, 1280))}) {
        auto const name = [&](char const* manner) {
            return language + QLatin1String(manner) + QLatin1Char('-') + QLatin1String(way);
        };
        looks.push_back({name(""), size});
        if (language != QLatin1String("es")) {
            looks.push_back({name("-high-contrast"), size, 1, true});
            looks.push_back({name("-large-letters"), size, 3, false});
        }
    }
    return looks;
}

bool save(QString const& file, QImage const& picture) {
    if (picture.save(file)) return true;
    std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
    return false;
}

bool shoot(QString const& folder, QString const& language, double density) {
    auto const looks = looksOf(language);
    std::map<QString, Sheet> sheets;
    for (auto const& look : looks) {
        QDir().mkpath(folder + QLatin1Char('/') + look.name);
        sheets.emplace(look.name, look.name);
    }
    bool good = true;
    int number = 0;
    tests::screens::tourAll(language, density, [&](Tour& tour) {
        tour.haltWith([&](QString const& screen) {
            auto const name = QStringLiteral("%1-%2").arg(++number, 3, 10, QLatin1Char('0')).arg(screen);
            for (auto const& look : looks) {
                if (Tour::isForNobody(screen) && look.textScale > 1) continue;
                tour.comfort().setTextScale(look.textScale);
                tour.comfort().setHighContrast(look.highContrast);
                tour.window().resize(look.size);
                auto const picture = tour.picture();
                sheets.at(look.name).add(screen, picture);
                good = save(folder + QLatin1Char('/') + look.name + QLatin1Char('/') + name + QStringLiteral(".png"),
                            picture) &&
                       good;
            }
        });
    });
    for (auto const& [name, sheet] : sheets)
        good = save(folder + QLatin1Char('/') + name + QStringLiteral(".png"), sheet.picture()) && good;
    return good;
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    if (argc < 2) return std::fputs("usage: kiosk-screenshots FOLDER [DENSITY [LANGUAGE]]\n", stderr), 2;
    auto const folder = QString::fromLocal8Bit(argv[1]);
    auto const density = argc > 2 ? QByteArray(argv[2]).toDouble() : 0;
    bool good = true;
    for (auto const* language : {"en", "es", "ar"})
        if (argc <= 3 || QByteArray(argv[3]) == language)
            good = shoot(folder, QString::fromLatin1(language), density) && good;
    return good ? 0 : 1;
}
