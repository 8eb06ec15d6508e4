#include "kiosk/viewmodels/SurveyJournal.h"

#include <ctime>

namespace kiosk::viewmodels {

survey::Launch launchOf(store::Draft const& draft) {
    auto const seconds = std::chrono::system_clock::to_time_t(draft.startedAt);
    std::tm local{};
    localtime_r(&seconds, &local);
    survey::Launch launch;
    launch.now = draft.startedAt;
    launch.zone = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff));
    return launch;
}

} // namespace kiosk::viewmodels
