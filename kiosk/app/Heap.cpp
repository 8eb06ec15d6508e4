#include "kiosk/app/Heap.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace kiosk::app {

namespace {
constexpr std::size_t hugePage = 2 << 20;
constexpr std::size_t step = 16 * hugePage;
} // namespace

void growHeapInLargeSteps() {
    ::mallopt(M_ARENA_MAX, 1);                  // a thread's own would grow by one page at a time (glibc 2.36)
    ::mallopt(M_TOP_PAD, int(step));            // how much more than asked for is taken from the kernel
    ::mallopt(M_TRIM_THRESHOLD, int(4 * step)); // what is given back would be taken again
    ::mallopt(M_MMAP_THRESHOLD, int(step / 2)); // pictures of the whole screen too
    void* volatile more =
        std::malloc(256 * 1024); // more than is left: the heap grows now (volatile, else the two are left out)
    std::free(more);
    auto const end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    auto const begin = (end - step + hugePage - 1) / hugePage * hugePage;
    ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

} // namespace kiosk::app
