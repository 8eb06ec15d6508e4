#pragma once

#include "kiosk/app/Screen.h"
#include "kiosk/viewmodels/StaffArea.h"

#include <QWindow>
#include <string>

namespace kiosk::escape {

/// What holds at any time, whatever hands do.
class Rules {
public:
    /// As they are now; nobody has touched anything yet.
    Rules(app::Screen& screen, viewmodels::StaffArea const& staff);

    /// What does not hold any more; empty: the kiosk is a kiosk.
    [[nodiscard]] std::string broken() const;
    /// The same, and what takes longer to see.
    [[nodiscard]] std::string brokenClosely() const;
    [[nodiscard]] QString place() const;

private:
    app::Screen& m_screen;
    viewmodels::StaffArea const& m_staff;
    const QRect m_geometry;
    const QWindow::Visibility m_visibility;
};

} // namespace kiosk::escape
