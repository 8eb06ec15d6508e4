#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

namespace kiosk::media {

/// One element of EBML (RFC 8794, 4 to 6): its id with the marker bits, and what is in it.
struct EbmlElement {
    std::uint32_t id = 0;
    ByteView content;
};

/// Goes through the elements that follow each other in `data`. Every one says how long it is and ends inside: a length
/// left open, as a live stream has it, is refused.
class EbmlReader {
public:
    explicit EbmlReader(ByteView data) : m_left(data) {}

    [[nodiscard]] bool atEnd() const { return m_left.empty(); }
    /// Not at the end. Invalid: no element begins here, or it reaches beyond what is around it.
    [[nodiscard]] Result<EbmlElement> next();

private:
    Result<std::uint64_t> number(std::size_t longest, bool keepsMarker);
    ByteView m_left;
};

/// An unsigned integer of 0 to 8 bytes (RFC 8794, 7.2).
[[nodiscard]] Result<std::uint64_t> ebmlNumber(ByteView content);
/// A float of 4 or 8 bytes that is finite and not below 0 (7.3).
[[nodiscard]] Result<double> ebmlFloat(ByteView content);
/// A text, without the zeros that may fill it up (7.4).
[[nodiscard]] std::string_view ebmlText(ByteView content);

} // namespace kiosk::media
