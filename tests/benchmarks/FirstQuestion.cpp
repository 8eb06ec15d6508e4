// kiosk-app up to the first question: the same parts in the same order, then somebody who needs no time to tap Start, a
// language and a survey. Says "first-frame" on standard error when the question has been drawn.
//
//     first-question FOLDER

#include "kiosk/app/Heap.h"
#include "kiosk/app/KioskFolder.h"
#include "kiosk/app/Screen.h"

#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <cstdio>
#include <future>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace {

using namespace kiosk;

Result<std::unique_ptr<viewmodels::Storeroom>> openStoreroom(Path const& path, Clock const& clock) {
    auto folder = TRY(app::KioskFolder::read(path, {}));
    return viewmodels::Storeroom::open(folder.places, std::move(folder.storeKey), std::move(folder.device),
                                       std::move(folder.anchor), clock);
}

void whenDrawn(QQuickWindow& window, std::function<void()> const& then) {
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, then,
                     static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

int main(int argc, char** argv) {
    app::growHeapInLargeSteps();
    const base::SystemClock clock;
    auto opening = std::async(std::launch::async, openStoreroom, Path(argc > 1 ? argv[1] : ""), std::cref(clock));
    const QGuiApplication application(argc, argv);
    auto room = opening.get();
    if (!room) return std::fprintf(stderr, "first-question: %s\n", room.error().text.c_str()), 1;
    auto const catalogue = (*room)->catalogue;
    viewmodels::StoreThread store(std::move(*room));
    device::IdleMonitor idle;
    viewmodels::Kiosk kiosk(store, idle, clock, viewmodels::Translations::shipped());
    kiosk.use(catalogue);
    access::Silence voice;
    app::Screen screen(kiosk, voice);
    if (!screen.window()) return 1;
    QObject::connect(&kiosk, &viewmodels::Kiosk::sessionChanged, screen.window(),
                     [&screen] { whenDrawn(*screen.window(), [] { std::fputs("first-frame\n", stderr); }); });
    screen.window()->resize(1280, 800);
    screen.window()->show();
    whenDrawn(*screen.window(), [&kiosk] {
        kiosk.welcome();
        kiosk.chooseLanguage(kiosk.languages().constFirst());
        kiosk.startSurvey(QStringLiteral("visit-experience"));
        if (!kiosk.isBusy() && !kiosk.session()) QCoreApplication::exit(1);
    });
    return QGuiApplication::exec();
}
