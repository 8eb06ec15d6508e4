#include "kiosk/tools/PersonalName.h"

#include "kiosk/core/survey/Values.h"

namespace kiosk::tools {

Result<void> checkName(std::string const& option, std::string const& name, std::size_t longest) {
    bool const control = name.find_first_of("\t\r\n") != name.npos || !survey::textLength(name);
    if (!name.empty() && name.size() <= longest && !control) return {};
    return fail(ErrorKind::Invalid,
                option + ": must be 1 to " + std::to_string(longest) + " bytes of UTF-8 without control characters");
}

} // namespace kiosk::tools
