// Visits to the real kiosk, one after the other in one process: its screens, its encrypted store, its outbox, with a
// server that receipts what was sealed. Prints at 10, 50 and 100 % of them what the process holds: memory, open files,
// threads; the exit status says whether any of it grows. (kiosk-app itself ends its process after each visit: this
// looks for what grows within one, and for the store's thread and disk, which go on.) Offscreen, software scene graph.
//
//     bench_soak [VISITS]      (default 50000)

#include "kiosk/app/Screen.h"
#include "tests/benchmarks/Figure.h"
#include "tests/support/kiosk/EnrolledKiosk.h"

#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>
#include <fstream>
#include <malloc.h>
#include <sqlite3.h>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace {

using namespace tests::support;
using viewmodels::Kiosk;
using viewmodels::SurveySession;
using Stage = SurveySession::Stage;

constexpr std::size_t visitsToAReceipt = 20;
/// Of the page cache (SQLite's default, 2000 KiB) and all else that it has.
constexpr double mostDatabaseBytes = 4 << 20;
/// What a visit may leave on the heap: less than anything that a visit makes (a question's text, an answer).
constexpr double mostBytesAVisit = 64;
/// What the heap may hold more or less at any time: QML collects its garbage when it likes. Seen: 0.4 MB either way.
constexpr double unrest = 1 << 20;
constexpr double mostResidentGrowth = 1.05;

struct Holdings {
    double residentMegabytes = 0;
    double heapBytes = 0;     ///< without the next
    double databaseBytes = 0; ///< SQLite's, mostly its cache, which fills up to its limit
    std::size_t files = 0;
    std::size_t threads = 0;
};

Practice::PackWish shortSurvey() {
    Practice::PackWish wish;
    wish.settings["instruments"] = Json::array({"phq-2"});
    return wish;
}

std::size_t countIn(char const* folder) {
    auto const entries = std::filesystem::directory_iterator(folder);
    return std::size_t(std::distance(begin(entries), end(entries)));
}

double residentMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:" && status >> word) return std::stod(word) / 1024;
    return 0;
}

class Soak {
public:
    Soak() : m_room(*m_disk.open()), m_catalogue(m_room->catalogue), m_store(std::move(m_room)) {
        m_kiosk.use(m_catalogue);
        auto* window = m_screen.window();
        if (!window) throw std::runtime_error("no screens");
        window->resize(1280, 800);
        window->show();
        auto* flow = window->contentItem()->childItems().constFirst();
        QQmlExpression(qmlContext(flow), flow, QStringLiteral("Theme.motion = false")).evaluate();
    }

    /// To the end, or left in the middle; in one language or the other.
    void visit(std::size_t number) {
        m_kiosk.welcome();
        m_kiosk.chooseLanguage(m_kiosk.languages().at(int(number) % m_kiosk.languages().size()));
        m_kiosk.startSurvey(QStringLiteral("phq-2"));
        until([&] { return m_kiosk.session() != nullptr; });
        if (number % 4 == 3)
            answer(*m_kiosk.session());
        else
            finish(*m_kiosk.session());
        m_kiosk.leave();
        turn();
        if (number % visitsToAReceipt == 0) settle();
    }

    [[nodiscard]] Holdings holdings() {
        settle();
        m_screen.engine().collectGarbage();
        turn();
        ::malloc_trim(0);
        auto const heap = ::mallinfo2();
        auto const database = double(::sqlite3_memory_used());
        return {residentMegabytes(), double(heap.uordblks + heap.hblkhd) - database, database, countIn("/proc/self/fd"),
                countIn("/proc/self/task")};
    }
    [[nodiscard]] QStringList const& warnings() const { return m_screen.warnings(); }

private:
    void answer(SurveySession& session) {
        session.question()->choose(1);
        session.next();
        until([&] { return !session.isBusy(); });
    }
    void finish(SurveySession& session) {
        while (session.stage() == Stage::Asking) answer(session);
        session.finish();
        until([&] { return session.stage() == Stage::Completed; });
    }
    /// The server has everything, and the kiosk knows.
    void settle() {
        bool done = false;
        m_store.tidyUp(&m_kiosk, [&](auto const&) { done = true; });
        until([&] { return done; });
        m_disk.practice.receiptAll(m_disk.outbox());
        done = false;
        m_store.tidyUp(&m_kiosk, [&](auto const&) { done = true; });
        until([&] { return done; });
    }
    template <typename Condition>
    static void until(Condition const& condition) {
        if (!eventually(condition)) throw std::runtime_error("the kiosk does not go on");
        turn();
    }
    static void turn() {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    EnrolledKiosk m_disk{shortSurvey()};
    std::unique_ptr<Storeroom> m_room;
    std::shared_ptr<const viewmodels::Catalogue> m_catalogue;
    viewmodels::StoreThread m_store;
    device::IdleMonitor m_idle;
    Kiosk m_kiosk{m_store, m_idle, m_disk.clock, viewmodels::Translations::shipped()};
    access::Silence m_silence;
    app::Screen m_screen{m_kiosk, m_silence};
};

void print(Holdings const& holdings, std::size_t visits) {
    benchmarks::printFigure("resident", holdings.residentMegabytes, "MB", visits);
    benchmarks::printFigure("heap in use", holdings.heapBytes / (1 << 20), "MB", visits);
    benchmarks::printFigure("database in use", holdings.databaseBytes / (1 << 20), "MB", visits);
    benchmarks::printFigure("open files", double(holdings.files), "count", visits);
    benchmarks::printFigure("threads", double(holdings.threads), "count", visits);
}

/// From half of the visits to all of them.
bool grows(Holdings const& half, Holdings const& all, std::size_t visits) {
    auto const bytesAVisit = (all.heapBytes - half.heapBytes) / double(visits - visits / 2);
    benchmarks::printFigure("heap growth a visit", bytesAVisit, "B", visits - visits / 2);
    auto const mostBytes = mostBytesAVisit * double(visits - visits / 2) + unrest;
    return all.heapBytes - half.heapBytes > mostBytes || all.databaseBytes > mostDatabaseBytes ||
           all.files > half.files || all.threads > half.threads ||
           all.residentMegabytes > half.residentMegabytes * mostResidentGrowth;
}

int soak(std::size_t visits) {
    Soak kiosk;
    Holdings half;
    for (std::size_t i = 1; i <= visits; ++i) {
        kiosk.visit(i);
        if (i != visits / 10 && i != visits / 2 && i != visits) continue;
        auto const now = kiosk.holdings();
        print(now, i);
        if (i == visits / 2) half = now;
        if (i == visits && grows(half, now, visits)) return std::cerr << "bench_soak: it grows\n", 1;
    }
    for (auto const& warning : kiosk.warnings()) std::cerr << warning.toStdString() << '\n';
    return kiosk.warnings().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_QUICK_BACKEND", "software", 1);
    const QGuiApplication application(argc, argv);
    return soak(argc > 1 ? std::size_t(std::max(10, std::atoi(argv[1]))) : 50'000);
}
