#pragma once

#include <chrono>
#include <random>

namespace sync_agent {

/// How long to wait after failures in a row: doubles from `shortest` to `longest`, each time somewhere in the upper
/// half, so that many kiosks do not come back at the same moment.
class Backoff {
public:
    using Delay = std::chrono::milliseconds;
    Backoff(Delay shortest, Delay longest) : m_shortest(shortest), m_longest(longest), m_next(shortest) {}

    [[nodiscard]] Delay next() {
        auto whole = std::min(m_next, m_longest);
        m_next = std::min(m_next * 2, m_longest);
        return Delay(std::uniform_int_distribution<Delay::rep>(whole.count() / 2, whole.count())(m_random));
    }
    void reset() { m_next = m_shortest; }

private:
    Delay m_shortest;
    Delay m_longest;
    Delay m_next;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace sync_agent
