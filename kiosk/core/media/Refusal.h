#pragma once

#include "kiosk/core/base/Result.h"

namespace kiosk::media {

/// Of a file, with what is wrong with it.
[[nodiscard]] inline tl::unexpected<Error> refuse(std::string why) {
    return fail(ErrorKind::Invalid, std::move(why));
}
[[nodiscard]] inline tl::unexpected<Error> refuseDamaged() {
    return refuse("is cut off or damaged");
}

} // namespace kiosk::media
