#pragma once

#include "kiosk/app/Screen.h"
#include "tests/qml/screens/Bench.h"

#include <QQuickWindow>
#include <functional>

namespace benchmarks {

/// A whole kiosk with one form and its window, drawn by Qt's software renderer where no display shows it; somebody has
/// come and has chosen English. Needs a QGuiApplication.
class Stage {
public:
    explicit Stage(QString const& formFile);

    [[nodiscard]] kiosk::viewmodels::Kiosk& kiosk() { return *m_bench.kiosk(); }
    [[nodiscard]] kiosk::viewmodels::SurveySession* session() { return kiosk().session(); }
    [[nodiscard]] QQuickWindow& window() { return *m_screen->window(); }

    /// Seconds from `work` until `isDone` and a frame was drawn after that. Internal: not within a minute.
    [[nodiscard]] kiosk::Result<double> until(std::function<bool()> const& isDone, std::function<void()> const& work);

private:
    QQmlEngine m_noEngine;
    tests::screens::Bench m_bench;
    kiosk::access::Silence m_silence;
    std::unique_ptr<kiosk::app::Screen> m_screen;
    std::size_t m_frames = 0;
};

/// False: it did not become true within a minute. Runs the event loop.
[[nodiscard]] bool waitFor(std::function<bool()> const& isDone);

/// The value below which `part` (0 to 1) of all are; sorts them.
[[nodiscard]] double percentile(std::vector<double>& all, double part);

} // namespace benchmarks
