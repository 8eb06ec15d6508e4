#include "tests/support/memory/HeapWatch.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

namespace memory_watch {

namespace {

std::atomic<char const*> watched{nullptr};
std::atomic<std::size_t> watchedSize{0};
std::atomic<std::size_t> found{0};

void* take(std::size_t size) {
    if (auto* block = std::malloc(size == 0 ? 1 : size)) return block;
    throw std::bad_alloc();
}

void giveBack(void* block) {
    if (auto const* secret = watched.load(); block != nullptr && secret != nullptr)
        if (::memmem(block, ::malloc_usable_size(block), secret, watchedSize) != nullptr) ++found;
    std::free(block);
}

} // namespace

HeapWatch::HeapWatch(std::string_view secret) {
    found = 0;
    watchedSize = secret.size();
    watched = secret.data();
}

HeapWatch::~HeapWatch() {
    watched = nullptr;
}

std::size_t HeapWatch::leftBehind() const {
    return found;
}

} // namespace memory_watch

void* operator new(std::size_t size) {
    return memory_watch::take(size);
}
void* operator new[](std::size_t size) {
    return memory_watch::take(size);
}
void operator delete(void* block) noexcept {
    memory_watch::giveBack(block);
}
void operator delete[](void* block) noexcept {
    memory_watch::giveBack(block);
}
void operator delete(void* block, std::size_t) noexcept {
    memory_watch::giveBack(block);
}
void operator delete[](void* block, std::size_t) noexcept {
    memory_watch::giveBack(block);
}
