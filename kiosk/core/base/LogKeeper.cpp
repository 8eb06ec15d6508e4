#include "kiosk/core/base/LogKeeper.h"

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/File.h"

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <system_error>

namespace kiosk::base {

namespace {

constexpr long halfBytes = 64 << 10;

struct Keeper {
    std::mutex mutex;
    std::filesystem::path file;
    std::FILE* open = nullptr;

    [[nodiscard]] std::filesystem::path older() const { return file.string() + ".old"; }

    void begin() {
        open = std::fopen(file.c_str(), "ae");
        if (open) std::setvbuf(open, nullptr, _IOLBF, 4096);
    }
    void turn() {
        std::fclose(open);
        std::error_code ignored;
        std::filesystem::rename(file, older(), ignored);
        begin();
    }
};

Keeper& keeper() {
    static Keeper the;
    return the;
}

/// `<4>agent: …` without the number.
std::string_view withoutPriority(std::string_view line) {
    auto const end = line.starts_with('<') ? line.find('>') : line.npos;
    return end == line.npos ? line : line.substr(end + 1);
}

void addLines(std::filesystem::path const& file, std::vector<std::string>& lines) {
    auto const content = readFile(file);
    if (!content) return;
    auto text = asText(*content);
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

} // namespace

void keepLogIn(std::filesystem::path const& file) {
    const std::lock_guard lock(keeper().mutex);
    if (keeper().open) std::fclose(keeper().open);
    keeper().file = file;
    keeper().begin();
}

std::vector<std::string> keptLog(std::size_t most) {
    const std::lock_guard lock(keeper().mutex);
    std::vector<std::string> lines;
    if (!keeper().open) return lines;
    addLines(keeper().older(), lines);
    addLines(keeper().file, lines);
    std::ranges::reverse(lines);
    lines.resize(std::min(lines.size(), most));
    return lines;
}

void detail::keepLine(std::string_view line) {
    const std::lock_guard lock(keeper().mutex);
    if (!keeper().open) return;
    auto const whole = toIsoText(SystemClock().now()) + " " + std::string(withoutPriority(line));
    std::fwrite(whole.data(), 1, whole.size(), keeper().open);
    if (std::ftell(keeper().open) > halfBytes) keeper().turn();
}

} // namespace kiosk::base
