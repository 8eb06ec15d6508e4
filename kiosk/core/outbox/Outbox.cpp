#include "kiosk/core/outbox/Outbox.h"

#include "kiosk/core/outbox/Settlement.h"

#include <algorithm>
#include <sys/stat.h>

namespace kiosk::outbox {

namespace {

// 02000: files and folders made inside belong to the group of the folder. 01000: in receipts/ each removes its own
// only.
struct SpoolFolder {
    char const* name;
    mode_t mode;
};
constexpr SpoolFolder spoolFolders[] = {{"", 02750},           {"tmp", 02700},      {"new", 02750},
                                        {"quarantine", 02750}, {"receipts", 03770}, {"receipts/bad", 02750}};

/// One that is there keeps its mode: whoever set up the machine knows better. It is looked for first, because under
/// kiosk-app's unit (RestrictSUIDSGID=) the system refuses to make any folder with these modes, there or not.
Result<void> makeSpoolFolder(Path const& folder, mode_t mode) {
    std::error_code unreadable;
    if (std::filesystem::is_directory(folder, unreadable)) return {};
    if (::mkdir(folder.c_str(), mode) != 0) return fail(base::systemError(folder, "cannot be made"));
    if (::chmod(folder.c_str(), mode) != 0) return fail(base::systemError(folder, "mode cannot be set")); // umask
    return base::syncFolder(folder.parent_path());
}

Result<void> checkSame(Path const& file, ByteView envelope) {
    auto const present = TRY(base::readFile(file));
    if (std::ranges::equal(present, envelope)) return {};
    return fail(ErrorKind::Corrupt, file.string() + ": is there with other bytes");
}

} // namespace

Result<Outbox> Outbox::open(Path const& folder) {
    for (auto const& [name, mode] : spoolFolders) TRY(makeSpoolFolder(*name == '\0' ? folder : folder / name, mode));
    for (auto const& leftover : TRY(listFolder(folder / "tmp"))) TRY(base::removeFile(leftover));
    return Outbox(folder);
}

Result<void> Outbox::publish(std::uint64_t number, Uuid const& record, ByteView envelope) {
    auto const name = spoolName(number, record);
    auto const file = m_folder / "new" / name;
    std::error_code unreadable;
    if (std::filesystem::exists(file, unreadable)) {
        TRY(checkSame(file, envelope));
        return base::syncFolder(m_folder / "new"); // a crash may have come between the renaming and the sync
    }
    auto const unfinished = m_folder / "tmp" / name;
    TRY(base::removeFile(unfinished));
    TRY(base::writeNewFile(unfinished, envelope, base::groupReads));
    return base::renameDurably(unfinished, file);
}

Result<std::vector<SpoolEntry>> Outbox::waiting() const {
    return listSpool(m_folder / "new");
}

Result<std::vector<SpoolEntry>> Outbox::quarantined() const {
    return listSpool(m_folder / "quarantine");
}

Result<SettleReport> Outbox::settle(crypto::VerifyKey const& receiptKey, Uuid const& device, Settled const& settled) {
    Settlement pass(m_folder, receiptKey, device, settled);
    auto report = TRY(pass.run());
    report.gaps = TRY(gaps());
    return report;
}

Result<std::vector<Gap>> Outbox::gaps() const {
    std::vector<std::uint64_t> numbers;
    for (auto const& entry : TRY(waiting())) numbers.push_back(entry.number);
    if (numbers.empty()) return std::vector<Gap>{};
    auto const first = numbers.front();
    auto const last = numbers.back();
    for (auto const& entry : TRY(quarantined()))
        if (entry.number > first && entry.number < last) numbers.push_back(entry.number);
    std::sort(numbers.begin(), numbers.end());
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < numbers.size(); ++i)
        if (numbers[i] > numbers[i - 1] + 1) gaps.push_back({numbers[i - 1] + 1, numbers[i] - 1});
    return gaps;
}

Result<Counts> Outbox::counts() const {
    Counts counts{};
    counts.waiting = TRY(waiting()).size();
    counts.quarantined = TRY(quarantined()).size();
    return counts;
}

} // namespace kiosk::outbox
