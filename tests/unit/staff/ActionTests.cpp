#include "kiosk/core/staff/Actions.h"

#include <gtest/gtest.h>

namespace kiosk::staff {
namespace {

/// As issue and README say it, written down once more: every action with every set of roles.
struct Row {
    Action action;
    char const* name;
    bool staff;
    bool admin;
};
constexpr std::array table{
    Row{Action::StartSurvey, "start-survey", true, false},
    Row{Action::AssistedMode, "assisted-mode", true, false},
    Row{Action::CleaningMode, "cleaning-mode", true, true},
    Row{Action::DeviceStatus, "device-status", true, true},
    Row{Action::LanguageAndVolume, "language-and-volume", true, true},
    Row{Action::Restart, "restart", true, true},
    Row{Action::ExportSealedData, "export-sealed-data", false, true},
    Row{Action::ShowSettings, "show-settings", false, true},
    Row{Action::ShowLogs, "show-logs", false, true},
    Row{Action::FactoryReset, "factory-reset", false, true},
    Row{Action::CaptureConsent, "capture-consent", true, false},
    Row{Action::RevokeConsent, "revoke-consent", true, false},
    Row{Action::ViewAudit, "view-audit", false, true},
};

TEST(Roles, mayDoWhatTheTableSaysAndNothingElse) {
    ASSERT_EQ(table.size(), permissions.size());
    for (auto const& row : table) {
        SCOPED_TRACE(row.name);
        EXPECT_EQ(toString(row.action), row.name);
        EXPECT_FALSE(mayDo({}, row.action));
        EXPECT_EQ(mayDo({Role::Staff}, row.action), row.staff);
        EXPECT_EQ(mayDo({Role::Admin}, row.action), row.admin);
        EXPECT_TRUE(mayDo({Role::Staff, Role::Admin}, row.action));
    }
}

} // namespace
} // namespace kiosk::staff
