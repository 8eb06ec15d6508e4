#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace tests::voice {

/// Hears what goes to ALSA's default device, at the pace of a loudspeaker that is `haste` times too fast.
class Ear {
public:
    /// Makes the pipe, and ALSA's configuration beside it.
    explicit Ear(std::filesystem::path const& folder);
    ~Ear();
    Ear(Ear const&) = delete;

    static constexpr int haste = 5;

    [[nodiscard]] std::filesystem::path alsaConfiguration() const { return m_configuration; }
    /// The samples since the last forget().
    [[nodiscard]] std::vector<std::int16_t> heard() const;
    [[nodiscard]] std::size_t count() const;
    /// How many of them are loud enough to be speech.
    [[nodiscard]] std::size_t loud() const;
    void forget();
    /// From the next start of the dispatcher on there is no such device, or there is again.
    void unplug();
    void plug();

private:
    void listen();

    std::filesystem::path m_pipeFile, m_configuration;
    int m_pipe = -1;
    mutable std::mutex m_mutex;
    std::vector<std::int16_t> m_samples; ///< guarded by m_mutex
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace tests::voice
