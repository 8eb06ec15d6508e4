#include "kiosk/core/outbox/Settlement.h"

#include "kiosk/core/base/Log.h"

#include <algorithm>
#include <cstdio>

namespace kiosk::outbox {

namespace {

constexpr std::size_t receiptCap = 4U << 20U; // 65,536 entries of 48 bytes and the rest
constexpr std::size_t reasonCap = 64;

/// The agent's word goes into a file that people read: one plain word, or "unknown".
std::string plainWord(std::string_view text) {
    auto const word = text.substr(0, text.find('\n'));
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    return !word.empty() && std::all_of(word.begin(), word.end(), plain) ? std::string(word) : "unknown";
}

Result<void> moveFile(Path const& from, Path const& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return fail(base::systemError(from, "cannot be moved"));
    return {};
}

} // namespace

Result<SettleReport> Settlement::run() {
    auto const files = TRY(listFolder(m_folder / "receipts"));
    for (auto& entry : TRY(listSpool(m_folder / "new"))) m_waiting.emplace(entry.record, std::move(entry));
    for (auto const& file : files) TRY(take(file));
    TRY(finish());
    return std::move(m_report);
}

Result<void> Settlement::take(Path const& file) {
    auto const name = file.filename().string();
    std::error_code gone;
    auto const type = std::filesystem::symlink_status(file, gone).type();
    if (name.starts_with('.') || type == std::filesystem::file_type::directory) return {}; // being written; bad/
    if (type != std::filesystem::file_type::regular) return setAside(file, "is not a regular file");
    if (file.extension() == ".receipt") return takeReceipt(file);
    if (file.extension() == ".refused") return takeRefusal(file);
    return setAside(file, "is neither a receipt nor a refusal");
}

Result<void> Settlement::takeReceipt(Path const& file) {
    auto receipt = openReceipt(file);
    if (!receipt && receipt.error().kind == ErrorKind::Internal) return fail(receipt.error());
    if (!receipt) return setAside(file, receipt.error().text);
    bool contradicted = false;
    std::vector<envelope::Receipt::Entry> proven;
    for (auto const& entry : receipt->entries) {
        auto const waiting = m_waiting.find(entry.record);
        if (waiting == m_waiting.end()) continue;
        if (TRY(proves(entry, waiting->second)))
            proven.push_back(entry);
        else
            contradicted = true;
    }
    receipt->entries = std::move(proven);
    TRY(m_settled(*receipt));
    for (auto const& entry : receipt->entries) TRY(remove(entry.record));
    if (contradicted) return setAside(file, "names other bytes than those that wait");
    m_done.push_back(file);
    return {};
}

Result<envelope::Receipt> Settlement::openReceipt(Path const& file) const {
    auto receipt = TRY(envelope::openReceipt(TRY(base::readFile(file, receiptCap)), m_key));
    if (receipt.device != m_device) return fail(ErrorKind::Denied, "is for another device");
    return receipt;
}

/// A waiting file that was altered proves nothing and stays: the server refuses it, or has the bytes it should be.
Result<bool> Settlement::proves(envelope::Receipt::Entry const& entry, SpoolEntry const& waiting) const {
    auto const bytes = TRY(base::readFile(waiting.file));
    auto const view = envelope::parse(bytes);
    return view && view->head.record == entry.record && view->head.number == waiting.number &&
           view->head.device == m_device && view->link() == entry.link;
}

Result<void> Settlement::remove(Uuid const& record) {
    auto const waiting = m_waiting.find(record);
    if (waiting == m_waiting.end()) return {}; // named twice
    TRY(base::removeFile(waiting->second.file));
    m_waiting.erase(waiting);
    ++m_report.settled;
    return {};
}

Result<void> Settlement::takeRefusal(Path const& file) {
    auto const record = Uuid::parse(file.stem().string());
    if (!record) return setAside(file, "names no record");
    auto const text = base::readFile(file, reasonCap);
    auto const reason = text ? plainWord(asText(*text)) : "unknown";
    if (auto const waiting = m_waiting.find(*record); waiting != m_waiting.end()) {
        TRY(quarantine(waiting->second, reason));
        m_waiting.erase(waiting);
    }
    m_done.push_back(file);
    return {};
}

Result<void> Settlement::quarantine(SpoolEntry const& entry, std::string_view reason) {
    auto const kept = m_folder / "quarantine" / entry.file.filename();
    Path const note = kept.string() + ".reason";
    TRY(base::removeFile(note));
    TRY(base::writeNewFile(note, asBytes(std::string(reason) + "\n"), base::groupReads));
    TRY(moveFile(entry.file, kept));
    base::log(base::LogLevel::Alarm, "outbox", "the server refused an envelope; it is kept in quarantine",
              {{"number", std::to_string(entry.number)}, {"reason", std::string(reason)}});
    ++m_report.refused;
    return {};
}

Result<void> Settlement::setAside(Path const& file, std::string_view why) {
    auto kept = m_folder / "receipts" / "bad" / file.filename();
    std::error_code unreadable;
    if (std::filesystem::exists(kept, unreadable)) kept += "." + Uuid::random().toString();
    TRY(moveFile(file, kept));
    base::log(base::LogLevel::Alarm, "outbox", "a receipt proves nothing and was set aside",
              {{"file", kept.string()}, {"why", std::string(why)}});
    ++m_report.setAside;
    return {};
}

/// The removals become durable before the receipts go: one that comes back after a power cut is settled again.
Result<void> Settlement::finish() {
    if (m_report.refused > 0) TRY(base::syncFolder(m_folder / "quarantine"));
    if (m_report.settled + m_report.refused > 0) TRY(base::syncFolder(m_folder / "new"));
    for (auto const& file : m_done) TRY(base::removeFile(file));
    return {};
}

} // namespace kiosk::outbox
