#pragma once

#include <cstddef>
#include <string_view>

namespace memory_watch {

/// While it lives, looks into every block of memory that `delete` gives back, on any thread, for a secret that nobody
/// wiped. A program that links this has its own operator new and delete. One at a time. Keep the secret itself where it
/// is never deleted (a literal), and make nothing of it on the heap before.
class HeapWatch {
public:
    explicit HeapWatch(std::string_view secret);
    HeapWatch(HeapWatch const&) = delete;
    HeapWatch& operator=(HeapWatch const&) = delete;
    ~HeapWatch();

    /// Blocks that held the secret when they were given back.
    [[nodiscard]] std::size_t leftBehind() const;
};

} // namespace memory_watch
