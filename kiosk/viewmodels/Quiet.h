#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/packs/QuietHours.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <optional>

namespace kiosk::viewmodels {

/// Whether a kiosk at a bedside is to be dark and calm while nobody uses it: in its quiet hours, or because somebody
/// wished not to be disturbed. A touch makes it light for a minute. GUI thread.
class Quiet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the Kiosk")
    Q_PROPERTY(bool atBedside READ isAtBedside NOTIFY changed)
    Q_PROPERTY(bool doNotDisturb READ isNotToDisturb WRITE setDoNotDisturb NOTIFY changed)
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)

public:
    static constexpr std::chrono::seconds lightAfterTouch{60};

    explicit Quiet(Clock const& clock);

    /// What the pack in force says; a wish not to be disturbed outlives it. Away from a bedside it is never dark.
    void use(bool atBedside, std::optional<packs::QuietHours> const& hours);

    [[nodiscard]] bool isAtBedside() const { return m_atBedside; }
    [[nodiscard]] bool isNotToDisturb() const { return m_doNotDisturb; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// Dark at once, until it is taken back.
    void setDoNotDisturb(bool wished);
    /// Somebody is there.
    Q_INVOKABLE void wake();
    /// Looks at the clock. Called by a timer every few seconds; tests call it after moving their time.
    void check();

signals:
    void changed();

private:
    Clock const& m_clock;
    QTimer m_ticks;
    std::optional<packs::QuietHours> m_hours;
    Instant m_lightUntil{};
    bool m_atBedside = false;
    bool m_doNotDisturb = false;
    bool m_dark = false;
};

} // namespace kiosk::viewmodels
