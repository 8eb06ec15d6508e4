#include "kiosk/core/staff/Actions.h"

namespace kiosk::staff {

namespace {

/// The table is in the order of the enumeration.
constexpr bool isInOrder() {
    for (std::size_t i = 0; i < permissions.size(); ++i)
        if (permissions[i].action != static_cast<Action>(i)) return false;
    return static_cast<std::size_t>(Action::ViewAudit) + 1 == permissions.size();
}
static_assert(isInOrder());

Permission const& of(Action action) {
    return permissions[static_cast<std::size_t>(action)];
}

} // namespace

std::string_view toString(Action action) {
    return of(action).name;
}

bool mayDo(std::set<Role> const& roles, Action action) {
    return (of(action).staff && roles.contains(Role::Staff)) || (of(action).admin && roles.contains(Role::Admin));
}

} // namespace kiosk::staff
