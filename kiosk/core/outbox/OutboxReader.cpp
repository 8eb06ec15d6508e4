#include "kiosk/core/outbox/OutboxReader.h"

#include "kiosk/core/envelope/Envelope.h"

namespace kiosk::outbox {

Result<OutboxReader> OutboxReader::open(Path const& folder) {
    TRY(listFolder(folder / "new"));
    for (auto const& file : TRY(listFolder(folder / "receipts")))
        if (file.filename().string().starts_with('.')) TRY(base::removeFile(file));
    return OutboxReader(folder);
}

Result<std::vector<SpoolEntry>> OutboxReader::waiting() const {
    return listSpool(m_folder / "new");
}

Result<Bytes> OutboxReader::read(SpoolEntry const& entry) const {
    return base::readFile(entry.file, envelope::maximumSize);
}

Result<void> OutboxReader::deliverReceipt(ByteView receipt) {
    auto const name = Uuid::random().toString() + ".receipt";
    return base::writeFileDurably(m_folder / "receipts" / name, receipt, base::groupReads);
}

Result<void> OutboxReader::deliverRefusal(Uuid const& record, std::string_view reason) {
    auto const name = record.toString() + ".refused";
    return base::writeFileDurably(m_folder / "receipts" / name, asBytes(std::string(reason) + "\n"), base::groupReads);
}

} // namespace kiosk::outbox
