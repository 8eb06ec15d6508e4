#include "kiosk/core/staff/OneTimeCode.h"

namespace kiosk::staff {

SecretBytes newOneTimeCode() {
    constexpr std::uint8_t fair = 250; // as many bytes below for each digit
    SecretBytes code(codeDigits);
    for (std::size_t done = 0; done < codeDigits;) {
        auto const byte = SecretBytes::random(1).data()[0];
        if (byte < fair) code.data()[done++] = static_cast<std::uint8_t>('0' + byte % 10);
    }
    return code;
}

} // namespace kiosk::staff
