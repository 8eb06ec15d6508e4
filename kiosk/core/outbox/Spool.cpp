#include "kiosk/core/outbox/Spool.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>

namespace kiosk::outbox {

namespace {

constexpr std::size_t numberDigits = 16;

} // namespace

std::optional<SpoolEntry> parseSpoolName(Path const& file) {
    auto const name = file.stem().string();
    if (file.extension() != ".cev" || name.size() != numberDigits + 37 || name[numberDigits] != '-')
        return std::nullopt;
    SpoolEntry entry{0, {}, file};
    auto const* const end = name.data() + numberDigits;
    auto const record = Uuid::parse(std::string_view(name).substr(numberDigits + 1));
    auto const read = std::from_chars(name.data(), end, entry.number);
    if (!record || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    entry.record = *record;
    return entry;
}

std::string spoolName(std::uint64_t number, Uuid const& record) {
    char digits[24];
    std::snprintf(digits, sizeof digits, "%016llu", static_cast<unsigned long long>(number));
    return digits + ("-" + record.toString() + ".cev");
}

Result<std::vector<Path>> listFolder(Path const& folder) {
    std::error_code code;
    std::vector<Path> files;
    std::filesystem::directory_iterator entries(folder, code);
    for (; !code && entries != std::filesystem::directory_iterator(); entries.increment(code))
        files.push_back(entries->path());
    if (code) {
        errno = code.value();
        return fail(base::systemError(folder, "cannot be listed"));
    }
    // All are in one folder, so their texts sort as the paths do, many times faster.
    std::ranges::sort(
        files, {}, [](Path const& file) -> auto const& { return file.native(); });
    return files;
}

Result<std::vector<SpoolEntry>> listSpool(Path const& folder) {
    std::vector<SpoolEntry> entries;
    for (auto const& file : TRY(listFolder(folder)))
        if (auto entry = parseSpoolName(file)) entries.push_back(std::move(*entry));
    return entries; // the fixed width of the number makes the order of names the order of the chain
}

} // namespace kiosk::outbox
