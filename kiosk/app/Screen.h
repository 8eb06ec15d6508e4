#pragma once

#include "kiosk/access/Comfort.h"
#include "kiosk/access/Guide.h"
#include "kiosk/access/Speech.h"
#include "kiosk/app/SafeUrls.h"
#include "kiosk/viewmodels/Kiosk.h"
#include "kiosk/viewmodels/Translations.h"

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace kiosk::app {

/// The user interface over a Kiosk: engine, translations, window. GUI thread.
class Screen {
public:
    /// Loads the window, hidden. `kiosk` and `speech` must outlive the screen.
    Screen(viewmodels::Kiosk& kiosk, access::Speech& speech);

    /// Null if the user interface could not be loaded; `warnings` says why.
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    /// What QML had to complain about so far: the first hundred.
    [[nodiscard]] QStringList const& warnings() const { return m_warnings; }
    [[nodiscard]] QQmlEngine& engine() { return m_engine; }
    /// Null without a window.
    [[nodiscard]] access::Guide* guide() const { return m_guide.get(); }
    [[nodiscard]] access::Comfort& comfort() { return m_comfort; }

private:
    void wire(viewmodels::Kiosk& kiosk);
    void noteWarnings(QList<QQmlError> const& warnings);

    access::Comfort m_comfort;
    NoNetwork m_noNetwork;
    OnlyFromProgram m_onlyFromProgram;
    QQmlApplicationEngine m_engine;
    viewmodels::Translations m_translations;
    QStringList m_warnings;
    QQuickWindow* m_window = nullptr;
    std::unique_ptr<access::Guide> m_guide;
};

} // namespace kiosk::app
