#include "kiosk/core/envelope/Receipt.h"

#include <algorithm>

namespace kiosk::envelope {

namespace {

using namespace std::string_view_literals;

constexpr auto receiptMagic = "CRC1"sv;
constexpr auto receiptLabel = "candor/receipt/1\0"sv;
constexpr std::size_t fixedSize = 72;
constexpr std::size_t entrySize = 48;
constexpr std::size_t signatureSize = 64;
constexpr std::uint64_t latestTime = 253402300799999; // the last millisecond of year 9999

tl::unexpected<Error> receiptCorrupt(std::string_view what) {
    return fail(ErrorKind::Corrupt, "receipt: " + std::string(what));
}

Bytes receiptMessage(ByteView body) {
    auto message = toBytes(receiptLabel);
    base::append(message, body);
    return message;
}

crypto::Digest digestAt(ByteView bytes) {
    crypto::Digest digest;
    std::copy_n(bytes.begin(), digest.size(), digest.begin());
    return digest;
}

Result<void> checkShape(ByteView bytes) {
    if (bytes.size() < fixedSize + signatureSize) return receiptCorrupt("cut short");
    if (!asText(bytes).starts_with(receiptMagic)) return receiptCorrupt("does not begin with CRC1");
    const std::size_t count = base::readU32(bytes.subspan(68));
    if (count > maximumReceiptEntries) return receiptCorrupt("too many entries");
    if (bytes.size() != fixedSize + count * entrySize + signatureSize) return receiptCorrupt("length does not fit");
    if (base::readU64(bytes.subspan(20)) > latestTime) return receiptCorrupt("the time is after year 9999");
    return {};
}

std::vector<Receipt::Entry> decodeEntries(ByteView bytes) {
    std::vector<Receipt::Entry> entries;
    for (; !bytes.empty(); bytes = bytes.subspan(entrySize))
        entries.push_back({Uuid::from(bytes.first(16)), digestAt(bytes.subspan(16))});
    return entries;
}

} // namespace

Bytes signReceipt(Receipt const& receipt, crypto::SigningKey const& key) {
    auto bytes = toBytes(receiptMagic);
    base::append(bytes, receipt.device.bytes);
    base::appendU64(bytes, static_cast<std::uint64_t>(receipt.serverTime.time_since_epoch().count()));
    base::appendU64(bytes, receipt.headNumber);
    base::append(bytes, receipt.headLink);
    base::appendU32(bytes, static_cast<std::uint32_t>(receipt.entries.size()));
    for (auto const& entry : receipt.entries) {
        base::append(bytes, entry.record.bytes);
        base::append(bytes, entry.link);
    }
    base::append(bytes, key.sign(receiptMessage(bytes)));
    return bytes;
}

Result<Receipt> openReceipt(ByteView bytes, crypto::VerifyKey const& key) {
    TRY(checkShape(bytes));
    auto const body = bytes.first(bytes.size() - signatureSize);
    if (!crypto::verify(key, receiptMessage(body), bytes.last(signatureSize)))
        return fail(ErrorKind::Denied, "receipt: the signature is not by this key over these bytes");
    auto const time = std::chrono::milliseconds(static_cast<std::int64_t>(base::readU64(body.subspan(20))));
    return Receipt{.device = Uuid::from(body.subspan(4, 16)),
                   .serverTime = Instant(time),
                   .headNumber = base::readU64(body.subspan(28)),
                   .headLink = digestAt(body.subspan(36)),
                   .entries = decodeEntries(body.subspan(fixedSize))};
}

} // namespace kiosk::envelope
