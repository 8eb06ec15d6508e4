#include "kiosk/access/Voice.h"
#include "kiosk/app/EndSignals.h"
#include "kiosk/app/FreshStart.h"
#include "kiosk/app/Heap.h"
#include "kiosk/app/KioskFolder.h"
#include "kiosk/app/Options.h"
#include "kiosk/app/Screen.h"
#include "kiosk/app/SelfTest.h"
#include "kiosk/app/StartOver.h"
#include "kiosk/app/Upkeep.h"
#include "kiosk/core/base/Log.h"
#include "kiosk/core/base/LogKeeper.h"
#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/device/Headphones.h"
#include "kiosk/device/Presence.h"
#include "kiosk/device/Sound.h"
#include "kiosk/device/Watchdog.h"
#include "kiosk/viewmodels/StaffArea.h"

#include <QGuiApplication>
#include <QInputDevice>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QScreen>
#include <algorithm>
#include <cstdio>
#include <future>
#include <sys/prctl.h>
#include <sys/resource.h>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace {

using namespace kiosk;

// firmware-config/session
constexpr auto stickFolder = "/run/candor/medium/stick";
constexpr auto requestsFolder = "/run/candor/requests";

/// The last is for main() alone: a visit is over, and the program takes its own place.
enum Status { Fine = 0, CannotRun = 1, WrongArguments = 2, StartAgain = 75, StartOver = 256 };

void say(std::string const& text) {
    std::fprintf(stderr, "kiosk-app: %s\n", text.c_str());
}

int refuse(Error const& error, Status status = CannotRun) {
    say(error.text);
    return status;
}

/// Answers are in memory while somebody types them: no core file may ever hold them.
void forbidCoreDumps() {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        say("core dumps cannot be switched off");
}

Path credentialsFolder() {
    char const* folder = std::getenv("CREDENTIALS_DIRECTORY");
    return folder ? folder : "";
}

void logFirstFrame(QQuickWindow& window) {
    auto const tell = [] {
        base::log(base::LogLevel::Info, "kiosk-app", "first-frame",
                  {{"ms", std::to_string(app::sinceStart().count())}});
    };
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, tell,
                     static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

/// One that is worked by keys alone is a kiosk too; one whose panel is broken is not to be silent about it.
void tellIfThereIsNoTouch() {
    auto const all = QInputDevice::devices();
    bool const isThere = std::ranges::any_of(
        all, [](auto const* each) { return each->type() == QInputDevice::DeviceType::TouchScreen; });
    if (!isThere) base::log(base::LogLevel::Alarm, "touch", "there is no touch panel", {});
}

void show(QQuickWindow& window, app::Options const& options) {
    logFirstFrame(window);
    if (!options.windowed) {
        tellIfThereIsNoTouch();
        QGuiApplication::setOverrideCursor(Qt::BlankCursor);
        window.setGeometry(window.screen()->geometry()); // on X without a window manager nobody else does it
        return window.showFullScreen();
    }
    window.resize(options.width, options.height);
    window.show();
}

using Room = Result<std::unique_ptr<viewmodels::Storeroom>>;

Room openStoreroom(Result<app::KioskFolder> read, Clock const& clock) {
    TRY(crypto::knownAnswerCheck());
    auto folder = TRY(std::move(read));
    base::keepLogIn(folder.places.database.parent_path() / "log");
    return viewmodels::Storeroom::open(folder.places, std::move(folder.storeKey), std::move(folder.device),
                                       std::move(folder.anchor), clock);
}

viewmodels::Kiosk::Fault faultOf(Error const& error) {
    using Fault = viewmodels::Kiosk::Fault;
    if (error.kind == ErrorKind::Full) return Fault::StorageFull;
    return error.kind == ErrorKind::Internal ? Fault::StorageFailed : Fault::NeedsRepair;
}

void watchPresence(device::Presence& presence, std::optional<packs::Presence> const& wanted) {
    if (wanted)
        presence.watch(wanted->away, wanted->key);
    else
        presence.rest();
}

/// A journal for a kiosk that cannot be used: nobody gets as far as asking it.
class NoJournal final : public viewmodels::SurveyJournal {
    void begin(store::Draft const&, QObject*, viewmodels::Done) override {}
    void save(Uuid const&, std::string const&, std::string const&, QObject*, viewmodels::Done) override {}
    void finish(Uuid const&, viewmodels::Ending, std::string const&, QObject*, viewmodels::Done) override {}
    void discard(Uuid const&, QObject*, viewmodels::Done) override {}
};

int showOutOfService(Error const& error, app::Options const& options, Clock const& clock) {
    say(error.text);
    NoJournal journal;
    device::IdleMonitor idle;
    viewmodels::Kiosk kiosk(journal, idle, clock, viewmodels::Translations::shipped());
    kiosk.raise(faultOf(error));
    access::Silence voice;
    app::Screen screen(kiosk, voice);
    if (!screen.window()) return CannotRun;
    show(*screen.window(), options);
    auto const end = [] { QCoreApplication::exit(StartAgain); };
    QObject::connect(&kiosk, &viewmodels::Kiosk::faultChanged, end);
    QTimer::singleShot(std::chrono::seconds(30), end);
    return QGuiApplication::exec();
}

int serve(std::unique_ptr<viewmodels::Storeroom> room, app::Options const& options, Clock const& clock) {
    auto const catalogue = room->catalogue;
    viewmodels::StoreThread store(std::move(room));
    device::IdleMonitor idle;
    qApp->installEventFilter(&idle);
    viewmodels::Kiosk kiosk(store, idle, clock, viewmodels::Translations::shipped());
    kiosk.use(catalogue);
    app::Upkeep upkeep(store, kiosk);
    QObject::connect(&upkeep, &app::Upkeep::storeIsLost, [] { QCoreApplication::exit(StartAgain); });
    access::Voice voice([] { return device::canPlaySound(); });
    const device::Requests requests(requestsFolder);
    device::UsbStick stick(stickFolder, requests);
    viewmodels::StaffArea staff(store, kiosk, idle, {stick, requests});
    QObject::connect(&staff, &viewmodels::StaffArea::placeChanged, &upkeep,
                     [&upkeep, &staff] { upkeep.setHeld(staff.place() != viewmodels::StaffArea::Place::Closed); });
    QObject::connect(&staff, &viewmodels::StaffArea::restartWanted, [] { QCoreApplication::exit(StartAgain); });
    const app::FreshStart freshStart(store, kiosk, staff);
    QObject::connect(&freshStart, &app::FreshStart::due, [] { QCoreApplication::exit(StartOver); });
    app::Screen screen(kiosk, voice);
    if (!screen.window()) return refuse({ErrorKind::Internal, "the user interface cannot be loaded"});
    screen.window()->setProperty("staff", QVariant::fromValue(&staff));
    show(*screen.window(), options);
    const device::Headphones headphones;
    QObject::connect(&headphones, &device::Headphones::pluggedChanged, &screen.comfort(),
                     &access::Comfort::noticeHeadphones);
    if (headphones.arePlugged()) screen.comfort().noticeHeadphones(true);
    device::Presence presence;
    QObject::connect(&presence, &device::Presence::left, &idle, &device::IdleMonitor::hurry);
    auto const watch = [&] { watchPresence(presence, kiosk.catalogue()->settings().presence); };
    QObject::connect(&kiosk, &viewmodels::Kiosk::catalogueChanged, &presence, watch);
    watch();
    return QGuiApplication::exec();
}

/// Who comes to a kiosk that is damaged is told on its screen, and it is tried again: faults of a disk can pass. One
/// that is not enrolled yet has nobody to tell but whoever types.
int run(app::Options const& options, int argc, char** argv) {
    const base::SystemClock clock;
    app::EndSignals::block();
    auto folder = app::KioskFolder::read(options.kiosk, credentialsFolder());
    if (!folder && folder.error().kind == ErrorKind::NotFound) return refuse(folder.error());
    // Qt takes as long to start as the store takes to open.
    auto opening = std::async(std::launch::async, openStoreroom, std::move(folder), std::cref(clock));
    const QGuiApplication application(argc, argv);
    const app::EndSignals endSignals;
    auto room = opening.get();
    if (!room && room.error().kind == ErrorKind::NotFound) return refuse(room.error());
    const device::Watchdog watchdog;
    return room ? serve(std::move(*room), options, clock) : showOutOfService(room.error(), options, clock);
}

int printCounts(app::Options const& options) {
    const base::SystemClock clock;
    auto room = openStoreroom(app::KioskFolder::read(options.kiosk, credentialsFolder()), clock);
    if (!room) return refuse(room.error());
    auto const counts = (*room)->store.counts();
    if (!counts) return refuse(counts.error());
    const Json line{{"given", counts->given},
                    {"sealed", counts->sealed},
                    {"published", counts->published},
                    {"receipted", counts->receipted},
                    {"discarded", counts->discarded}};
    std::printf("%s\n", line.dump().c_str());
    return Fine;
}

int testSelf(int argc, char** argv) {
    if (auto const checked = crypto::knownAnswerCheck(); !checked) return refuse(checked.error());
    const QGuiApplication application(argc, argv);
    auto const faults = app::selfTest();
    for (auto const& fault : faults) say(fault);
    return faults.empty() ? Fine : CannotRun;
}

} // namespace

int main(int argc, char** argv) {
    forbidCoreDumps();
    app::growHeapInLargeSteps();
    auto const options = app::Options::parse({argv + 1, argv + argc});
    if (!options) return refuse(options.error(), WrongArguments);
    if (options->task == app::Options::Task::Help) return std::fputs(app::usage.data(), stdout) < 0 ? CannotRun : Fine;
    if (options->task == app::Options::Task::Counts) return printCounts(*options);
    if (options->task == app::Options::Task::SelfTest) return testSelf(argc, argv);
    app::keepDescendants();
    ::prctl(PR_SET_NAME, "kiosk-app"); // not "exe", as which it starts over
    auto const status = run(*options, argc, argv);
    if (status != StartOver) return status;
    app::startOver(argv);
    say("cannot start over");
    return StartAgain;
}
