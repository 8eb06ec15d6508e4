#pragma once

namespace kiosk::app {

/// Lets the heap of this process grow in large steps, shared by all threads, its first 32 MiB (the kiosk fills half of
/// them) in huge pages where the kernel has them (Linux, "madvise" or "always"). The kiosk makes about ten thousand
/// small objects before its first frame: with small pages a third of that time went into page faults (bench_start). To
/// be called before any thread is started. What the kernel does not grant is done without.
void growHeapInLargeSteps();

} // namespace kiosk::app
