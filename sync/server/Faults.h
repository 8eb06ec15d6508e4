#pragma once

#include "kiosk/core/base/Result.h"

namespace sync_server {

/// What is wrong with our own files and store is not the fault of who asks, whatever its kind.
[[nodiscard]] inline kiosk::Error ours(kiosk::Error error) {
    return {kiosk::ErrorKind::Internal, std::move(error.text)};
}

} // namespace sync_server
