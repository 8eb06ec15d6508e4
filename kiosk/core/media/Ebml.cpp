#include "kiosk/core/media/Ebml.h"

#include "kiosk/core/media/Refusal.h"

#include <bit>
#include <cmath>

namespace kiosk::media {

namespace {

constexpr std::size_t longestId = 4, longestSize = 8; // what Matroska has (RFC 9559, 5.1)

} // namespace

/// The number of zero bits it begins with says how many bytes follow the first.
Result<std::uint64_t> EbmlReader::number(std::size_t longest, bool keepsMarker) {
    if (m_left.empty()) return refuseDamaged();
    auto const length = std::size_t(std::countl_zero(m_left[0])) + 1;
    if (length > longest || length > m_left.size()) return refuseDamaged();
    std::uint64_t value = keepsMarker ? m_left[0] : m_left[0] & (0xFFU >> length);
    bool isAllOnes = (m_left[0] & (0xFFU >> length)) == 0xFFU >> length;
    for (std::size_t i = 1; i < length; ++i) {
        value = value << 8U | m_left[i];
        isAllOnes = isAllOnes && m_left[i] == 0xFF;
    }
    if (isAllOnes) return refuse("does not say where it ends");
    m_left = m_left.subspan(length);
    return value;
}

Result<EbmlElement> EbmlReader::next() {
    EbmlElement element;
    element.id = static_cast<std::uint32_t>(TRY(number(longestId, true)));
    auto const size = TRY(number(longestSize, false));
    if (size > m_left.size()) return refuseDamaged();
    element.content = m_left.first(static_cast<std::size_t>(size));
    m_left = m_left.subspan(static_cast<std::size_t>(size));
    return element;
}

Result<std::uint64_t> ebmlNumber(ByteView content) {
    if (content.size() > sizeof(std::uint64_t)) return refuseDamaged();
    std::uint64_t value = 0;
    for (auto const byte : content) value = value << 8U | byte;
    return value;
}

Result<double> ebmlFloat(ByteView content) {
    if (content.size() != sizeof(float) && content.size() != sizeof(double)) return refuseDamaged();
    auto const value = content.size() == sizeof(float) ? double(std::bit_cast<float>(base::readU32(content)))
                                                       : std::bit_cast<double>(base::readU64(content));
    if (!std::isfinite(value) || value < 0) return refuseDamaged();
    return value;
}

std::string_view ebmlText(ByteView content) {
    auto const text = asText(content);
    return text.substr(0, text.find('\0'));
}

} // namespace kiosk::media
