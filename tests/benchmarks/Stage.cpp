#include "tests/benchmarks/Stage.h"

#include "tests/benchmarks/Figure.h"

#include <QCoreApplication>
#include <QQmlExtensionPlugin>
#include <algorithm>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace benchmarks {

namespace {
constexpr std::chrono::seconds patience{60}; // then something is broken
}

bool waitFor(std::function<bool()> const& isDone) {
    auto const start = std::chrono::steady_clock::now();
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        if (std::chrono::steady_clock::now() - start > patience) return false;
    }
    return true;
}

double percentile(std::vector<double>& all, double part) {
    std::ranges::sort(all);
    return all.at(static_cast<std::size_t>(part * static_cast<double>(all.size() - 1)));
}

Stage::Stage(QString const& formFile) : m_bench(m_noEngine) {
    m_bench.open(formFile);
    m_screen = std::make_unique<kiosk::app::Screen>(*m_bench.kiosk(), m_silence);
    window().resize(1280, 800);
    QObject::connect(&window(), &QQuickWindow::frameSwapped, &window(), [this] { ++m_frames; });
    window().show();
    kiosk().welcome();
    kiosk().chooseLanguage(QStringLiteral("en"));
}

kiosk::Result<double> Stage::until(std::function<bool()> const& isDone, std::function<void()> const& work) {
    bool isInTime = true;
    auto const taken = secondsOf([&] {
        work();
        isInTime = waitFor(isDone);
        auto const before = m_frames;
        window().update();
        isInTime = isInTime && waitFor([&] { return m_frames > before; });
    });
    if (!isInTime) return kiosk::fail(kiosk::ErrorKind::Internal, "the screens show nothing");
    return taken;
}

} // namespace benchmarks
