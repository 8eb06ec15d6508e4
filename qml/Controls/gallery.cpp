// controls-gallery: every control in every state, to look at. Shows a window, or with --grab writes a picture and ends.

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

namespace {

QSize parseSize(QString const& text) {
    auto const parts = text.split(u'x');
    return parts.size() == 2 ? QSize{parts[0].toInt(), parts[1].toInt()} : QSize{};
}

void describe(QCommandLineParser& options) {
    options.setApplicationDescription(QStringLiteral("Shows the kiosk's controls in all their states."));
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("grab"), QStringLiteral("Write a picture to <file> and end."), QStringLiteral("file")},
        {QStringLiteral("size"), QStringLiteral("Window size, 1280x800."), QStringLiteral("WxH"),
         QStringLiteral("1280x800")},
        {QStringLiteral("page"), QStringLiteral("Page to show, from 0."), QStringLiteral("number"),
         QStringLiteral("0")},
        {QStringLiteral("all"), QStringLiteral("With --grab: this page and all after it, file-N.png.")},
        {QStringLiteral("language"), QStringLiteral("en or es."), QStringLiteral("code"), QStringLiteral("en")},
        {QStringLiteral("density"), QStringLiteral("Pixels per millimetre (5.88: 10\" at 1280x800)."),
         QStringLiteral("number")},
    });
}

/// Writes a picture of the page that shows; "name.png" becomes "name-3.png" when `all` pages are wanted.
bool grab(QQuickWindow& window, QString file, bool all) {
    if (all) file.insert(file.lastIndexOf(u'.'), QStringLiteral("-%1").arg(window.property("page").toInt()));
    bool const written = window.grabWindow().save(file);
    if (!written) std::fprintf(stderr, "controls-gallery: cannot write %s\n", qPrintable(file));
    return written;
}

/// Grabs page after page, each after its animations had time to end, then ends the program.
void grabLater(QQuickWindow& window, QString const& file, bool all) {
    QTimer::singleShot(600, &window, [&window, file, all] {
        const int next = window.property("page").toInt() + 1;
        const bool written = grab(window, file, all);
        if (!written || !all || next == window.property("pages").toInt())
            return QCoreApplication::exit(written ? 0 : 1);
        window.setProperty("page", next);
        grabLater(window, file, all);
    });
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application{argc, argv};
    QCommandLineParser options;
    describe(options);
    options.process(application);
    auto const size = parseSize(options.value(QStringLiteral("size")));
    if (size.isEmpty()) {
        std::fprintf(stderr, "controls-gallery: --size takes WxH, for example 1280x800\n");
        return 2;
    }
    QTranslator translator;
    if (options.value(QStringLiteral("language")) == QLatin1String("es") &&
        translator.load(QStringLiteral(":/i18n/controls_es.qm")))
        QCoreApplication::installTranslator(&translator);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("width"), size.width()},
                                 {QStringLiteral("height"), size.height()},
                                 {QStringLiteral("page"), options.value(QStringLiteral("page")).toInt()},
                                 {QStringLiteral("language"), options.value(QStringLiteral("language"))},
                                 {QStringLiteral("density"), options.value(QStringLiteral("density")).toDouble()}});
    engine.load(QUrl{QStringLiteral("qrc:/qt/qml/Kiosk/Controls/GalleryWindow.qml")});
    if (engine.rootObjects().isEmpty()) return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (options.isSet(QStringLiteral("grab")))
        grabLater(*window, options.value(QStringLiteral("grab")), options.isSet(QStringLiteral("all")));
    return QGuiApplication::exec();
}
