#include "kiosk/core/crypto/AgeReader.h"

#include <algorithm>

namespace kiosk::crypto::age {

Result<ByteView> Reader::peek(std::size_t want) {
    if (held() < want) makeRoom(want);
    while (held() < want && !m_ended) TRY(readOnce());
    return ByteView(m_buffer).subspan(m_begin, std::min(want, held()));
}

void Reader::makeRoom(std::size_t want) {
    std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
              m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
    m_end = held();
    m_begin = 0;
    if (m_buffer.size() < want) m_buffer.resize(want);
}

Result<void> Reader::readOnce() {
    auto const room = std::span(m_buffer).subspan(m_end);
    auto const count = TRY(m_source(room));
    if (count > room.size()) return fail(ErrorKind::Internal, "a source gave more than was asked for");
    m_ended = count == 0;
    m_end += count;
    return {};
}

Source sourceOf(ByteView bytes) {
    return [bytes](std::span<std::uint8_t> buffer) mutable -> Result<std::size_t> {
        const auto count = std::min(buffer.size(), bytes.size());
        std::copy_n(bytes.begin(), count, buffer.begin());
        bytes = bytes.subspan(count);
        return count;
    };
}

Sink sinkTo(Bytes& bytes) {
    return [&bytes](ByteView piece) -> Result<void> {
        base::append(bytes, piece);
        return {};
    };
}

} // namespace kiosk::crypto::age
