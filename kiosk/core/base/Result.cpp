#include "kiosk/core/base/Result.h"

namespace kiosk::base {

std::string_view toString(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::NotFound: return "not-found";
    case ErrorKind::Corrupt: return "corrupt";
    case ErrorKind::Locked: return "locked";
    case ErrorKind::Denied: return "denied";
    case ErrorKind::Offline: return "offline";
    case ErrorKind::Invalid: return "invalid";
    case ErrorKind::Full: return "full";
    case ErrorKind::Internal: return "internal";
    }
    return "internal";
}

} // namespace kiosk::base
