#pragma once

#include "kiosk/core/packs/Staff.h"

#include <array>

namespace kiosk::staff {

using packs::Role;

/// What can be done in the staff and admin areas.
enum class Action {
    StartSurvey, ///< for a patient, whom the kiosk is handed to then
    AssistedMode,
    CleaningMode,
    DeviceStatus,
    LanguageAndVolume,
    Restart,
    ExportSealedData,
    ShowSettings,
    ShowLogs,
    FactoryReset,
    CaptureConsent,
    RevokeConsent,
    ViewAudit,
};

/// The whole of who may do what.
struct Permission {
    Action action;
    std::string_view name; ///< in the audit log
    bool staff;
    bool admin;
};
inline constexpr std::array permissions{
    Permission{Action::StartSurvey, "start-survey", true, false},
    Permission{Action::AssistedMode, "assisted-mode", true, false},
    Permission{Action::CleaningMode, "cleaning-mode", true, true},
    Permission{Action::DeviceStatus, "device-status", true, true},
    Permission{Action::LanguageAndVolume, "language-and-volume", true, true},
    Permission{Action::Restart, "restart", true, true},
    Permission{Action::ExportSealedData, "export-sealed-data", false, true},
    Permission{Action::ShowSettings, "show-settings", false, true},
    Permission{Action::ShowLogs, "show-logs", false, true},
    Permission{Action::FactoryReset, "factory-reset", false, true},
    Permission{Action::CaptureConsent, "capture-consent", true, false},
    Permission{Action::RevokeConsent, "revoke-consent", true, false},
    Permission{Action::ViewAudit, "view-audit", false, true},
};

[[nodiscard]] std::string_view toString(Action action);
/// One of the roles is enough.
[[nodiscard]] bool mayDo(std::set<Role> const& roles, Action action);

} // namespace kiosk::staff
