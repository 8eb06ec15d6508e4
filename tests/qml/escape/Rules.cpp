#include "tests/qml/escape/Rules.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <filesystem>
#include <fstream>
#include <set>

namespace kiosk::escape {

namespace {

using Place = viewmodels::StaffArea::Place;

std::set<QString> const places{QStringLiteral("staff"),    QStringLiteral("fault"),  QStringLiteral("attract"),
                               QStringLiteral("comfort"),  QStringLiteral("choose"), QStringLiteral("review"),
                               QStringLiteral("language"), QStringLiteral("sign"),   QStringLiteral("safety"),
                               QStringLiteral("thanks"),   QStringLiteral("cancel"), QStringLiteral("not-saved")};

bool hasChildren() {
    std::error_code ignored;
    for (auto const& task : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
        std::ifstream list(task.path() / "children");
        std::string child;
        if (list >> child) return true;
    }
    return false;
}

} // namespace

Rules::Rules(app::Screen& screen, viewmodels::StaffArea const& staff) :
    m_screen(screen), m_staff(staff), m_geometry(screen.window()->geometry()),
    m_visibility(screen.window()->visibility()) {}

QString Rules::place() const {
    return m_screen.window()->contentItem()->childItems().constFirst()->property("place").toString();
}

std::string Rules::broken() const {
    auto const& window = *m_screen.window();
    if (QGuiApplication::topLevelWindows().size() != 1) return "there is another window";
    if (!window.isVisible() || window.visibility() != m_visibility) return "the window is not shown as it was";
    if (window.geometry() != m_geometry) return "the window has another place or size";
    if (QGuiApplication::modalWindow()) return "a dialog is shown";
    bool const isBehindPin = m_staff.place() != Place::Closed && m_staff.place() > Place::Code;
    if (isBehindPin) return "the staff area is open without a PIN";
    if (!m_screen.warnings().isEmpty()) return m_screen.warnings().constFirst().toStdString();
    auto const now = place();
    if (!places.contains(now) && !now.startsWith(QLatin1String("question ")))
        return "unknown place " + now.toStdString();
    return {};
}

std::string Rules::brokenClosely() const {
    if (auto const first = broken(); !first.empty()) return first;
    auto const* copied = QGuiApplication::clipboard()->mimeData();
    if (copied && !copied->formats().isEmpty()) return "something is on the clipboard";
    if (hasChildren()) return "another program was started";
    return {};
}

} // namespace kiosk::escape
