#include "kiosk/film/Booth.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibrary>
#include <QThread>
#include <chrono>
#include <utility>

namespace kiosk::film {

namespace {

using namespace std::chrono_literals;

constexpr auto farewell = 2s;

class Worker final : public QThread {
public:
    Worker() {
        setObjectName(QStringLiteral("film"));
        start();
    }
    /// A decoder that hangs cannot be ended: it goes with the program.
    void end() {
        quit();
        if (wait(farewell)) delete this;
    }
};

Worker* worker = nullptr;

/// Beside the program where it was built, in lib/candor where it is installed.
QString libraryFile() {
    auto const folder = QCoreApplication::applicationDirPath();
    auto const installed = folder + QStringLiteral("/../lib/candor/candor-film.so");
    return QFile::exists(installed) ? installed : folder + QStringLiteral("/candor-film.so");
}

} // namespace

QThread& Booth::thread() {
    if (!worker) {
        worker = new Worker;
        qAddPostRoutine([] { std::exchange(worker, nullptr)->end(); });
    }
    return *worker;
}

std::unique_ptr<Player> Booth::make(QByteArray const& data, Sense sense, Watcher watcher, QString& why) {
    QLibrary library(libraryFile());
    auto const make = reinterpret_cast<MakePlayer>(library.resolve(makePlayerName));
    if (make) return std::unique_ptr<Player>(make(data, sense, std::move(watcher)));
    why = library.errorString();
    return nullptr;
}

} // namespace kiosk::film
