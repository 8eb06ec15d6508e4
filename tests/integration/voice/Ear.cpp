#include "tests/integration/voice/Ear.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace tests::voice {

namespace {
constexpr int rate = 22050;    // of espeak-ng, mono, 16 bits
constexpr int pipeSize = 4096; // little waits between the voice and the ear
constexpr auto sip = std::chrono::milliseconds(10);
constexpr std::int16_t loudEnough = 1000;
} // namespace

Ear::Ear(std::filesystem::path const& folder) : m_pipeFile(folder / "sound"), m_configuration(folder / "asound.conf") {
    if (::mkfifo(m_pipeFile.c_str(), 0600) != 0) throw std::runtime_error("cannot make the pipe");
    m_pipe = ::open(m_pipeFile.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (m_pipe < 0 || ::fcntl(m_pipe, F_SETPIPE_SZ, pipeSize) < 0) throw std::runtime_error("cannot open the pipe");
    plug();
    m_thread = std::thread([this] { listen(); });
}

Ear::~Ear() {
    m_ends = true;
    m_thread.join();
    ::close(m_pipe);
}

void Ear::plug() {
    std::ofstream(m_configuration) << "pcm.!default { type file file " << m_pipeFile
                                   << " format \"raw\" slave.pcm { type null } }\n";
}

void Ear::unplug() {
    std::ofstream(m_configuration) << "pcm.!default { type hw card 7 }\n";
}

void Ear::listen() {
    std::vector<std::int16_t> some(rate * haste / 100);
    while (!m_ends) {
        auto const next = std::chrono::steady_clock::now() + sip;
        auto const bytes = ::read(m_pipe, some.data(), some.size() * sizeof some.front());
        if (bytes > 0) {
            const std::lock_guard lock(m_mutex);
            m_samples.insert(m_samples.end(), some.begin(), some.begin() + bytes / ssize_t(sizeof some.front()));
        }
        std::this_thread::sleep_until(next);
    }
}

std::vector<std::int16_t> Ear::heard() const {
    const std::lock_guard lock(m_mutex);
    return m_samples;
}

std::size_t Ear::count() const {
    const std::lock_guard lock(m_mutex);
    return m_samples.size();
}

std::size_t Ear::loud() const {
    auto const samples = heard();
    return std::size_t(std::ranges::count_if(samples, [](int sample) { return std::abs(sample) > loudEnough; }));
}

void Ear::forget() {
    const std::lock_guard lock(m_mutex);
    m_samples.clear();
}

} // namespace tests::voice
