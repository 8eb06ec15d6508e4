#pragma once

#include "kiosk/core/crypto/Age.h"

namespace kiosk::crypto::age {

/// Looks ahead in a Source without knowing its length. Holds no more than the largest `want`, and what one read brings.
class Reader {
public:
    explicit Reader(Source const& source) : m_source(source) {}

    /// The next `want` bytes, fewer only when the source ends before. Valid until the next call.
    [[nodiscard]] Result<ByteView> peek(std::size_t want);
    /// Goes on by `count` bytes of what peek() showed.
    void consume(std::size_t count) { m_begin += count; }

private:
    [[nodiscard]] std::size_t held() const { return m_end - m_begin; }
    void makeRoom(std::size_t want);
    [[nodiscard]] Result<void> readOnce();

    Source const& m_source;
    Bytes m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_ended = false;
};

/// A Source over bytes in memory, which must outlive it.
[[nodiscard]] Source sourceOf(ByteView bytes);
/// A Sink that appends to `bytes`, which must outlive it.
[[nodiscard]] Sink sinkTo(Bytes& bytes);

} // namespace kiosk::crypto::age
