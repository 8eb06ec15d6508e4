#include "sync/protocol/Batch.h"

#include "sync/protocol/AgeHeaderPacking.h"

#include <algorithm>

using kiosk::ErrorKind;
using kiosk::base::append;
using kiosk::base::appendU32;
namespace envelope = kiosk::envelope;

namespace sync_protocol {

namespace {

enum class Form : std::uint8_t { Whole = 0, Next = 1 };

constexpr std::string_view receiptMagic = "CRC1"; // a receipt's parts, see Receipt.h
constexpr std::size_t receiptHeadSize = 72;
constexpr std::size_t receiptEntrySize = 48;
constexpr std::size_t signatureSize = 64;
constexpr std::size_t recordAt = 5; // in an envelope, see Envelope.h
constexpr std::size_t numberAt = 37;
constexpr std::size_t itemOverhead = 5;

tl::unexpected<kiosk::Error> corruptBatch(std::size_t item, std::string_view what) {
    return kiosk::fail(ErrorKind::Corrupt, "batch: item " + std::to_string(item) + " " + std::string(what));
}

tl::unexpected<kiosk::Error> corruptAnswer(std::string_view what) {
    return kiosk::fail(ErrorKind::Corrupt, "answer: " + std::string(what));
}

void writeWhole(Bytes& to, ByteView bytes) {
    to.push_back(static_cast<std::uint8_t>(Form::Whole));
    appendU32(to, static_cast<std::uint32_t>(bytes.size()));
    append(to, bytes);
}

void writeNext(Bytes& to, envelope::EnvelopeView const& view, PackedAge const& payload) {
    to.push_back(static_cast<std::uint8_t>(Form::Next));
    append(to, view.head.record.bytes);
    append(to, view.signature);
    append(to, payload.header);
    appendU32(to, static_cast<std::uint32_t>(payload.rest.size()));
    append(to, payload.rest);
}

bool continues(envelope::Head const& next, envelope::Head const& last, kiosk::crypto::Digest const& lastLink) {
    return next.kind == last.kind && next.device == last.device && next.number == last.number + 1 &&
           next.previous == lastLink;
}

Bytes readWhole(Cursor& from) {
    auto bytes = from.take(from.takeU32());
    return {bytes.begin(), bytes.end()};
}

/// The head of the envelope after `last`, up to where the payload length goes.
Bytes nextHead(BatchItem const& last, ByteView record) {
    Bytes head(last.bytes.begin(), last.bytes.begin() + numberAt);
    std::copy(record.begin(), record.end(), head.begin() + recordAt);
    kiosk::base::appendU64(head, last.view->head.number + 1);
    append(head, last.link);
    return head;
}

Bytes readNext(Cursor& from, BatchItem const& last) {
    auto record = from.take(16);
    auto signature = from.take(signatureSize);
    Bytes payload;
    unpackAgeHeader(from, payload);
    auto rest = from.take(from.takeU32());
    if (!from.ok()) return {};
    auto bytes = nextHead(last, record);
    bytes.reserve(envelope::payloadOffset + payload.size() + rest.size());
    appendU32(bytes, static_cast<std::uint32_t>(payload.size() + rest.size()));
    append(bytes, signature);
    append(bytes, payload);
    append(bytes, rest);
    return bytes;
}

BatchItem toItem(Bytes bytes) {
    BatchItem item{std::move(bytes), std::nullopt, {}};
    if (auto view = envelope::parse(item.bytes)) {
        item.link = view->link();
        item.view = std::move(*view);
    }
    return item;
}

Result<BatchItem> readItem(Cursor& from, std::vector<BatchItem> const& before) {
    auto form = from.takeU8();
    if (form == static_cast<std::uint8_t>(Form::Whole)) return toItem(readWhole(from));
    if (form != static_cast<std::uint8_t>(Form::Next)) return corruptBatch(before.size(), "has an unknown form");
    if (before.empty() || !before.back().view) return corruptBatch(before.size(), "continues nothing");
    return toItem(readNext(from, before.back()));
}

Result<std::vector<Refusal>> readRefusals(Cursor& from, std::size_t batchSize) {
    std::vector<Refusal> refusals;
    for (auto count = from.takeU32(); count > 0; --count) {
        Refusal refusal{from.takeU32(), static_cast<Reason>(from.takeU8())};
        if (!from.ok()) return corruptAnswer("cut short");
        bool ascending = refusals.empty() || refusals.back().index < refusal.index;
        if (!ascending || refusal.index >= batchSize) return corruptAnswer("refuses what was not sent");
        if (toWord(refusal.reason).empty()) return corruptAnswer("unknown reason");
        refusals.push_back(refusal);
    }
    if (!from.ok() || !from.atEnd()) return corruptAnswer("length does not fit");
    return refusals;
}

void appendEntries(Bytes& receipt, std::span<const Named> sent, std::span<const Refusal> refusals) {
    auto refused = refusals.begin();
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (refused != refusals.end() && refused->index == i) {
            ++refused;
            continue;
        }
        append(receipt, sent[i].record.bytes);
        append(receipt, sent[i].link);
    }
}

} // namespace

std::string_view toWord(Reason reason) {
    switch (reason) {
    case Reason::Malformed: return "malformed";
    case Reason::Signature: return "signature";
    case Reason::Conflict: return "conflict";
    case Reason::ForeignDevice: return "foreign-device";
    case Reason::Fork: return "fork";
    }
    return {};
}

bool BatchWriter::takes(std::size_t envelopeSize) const {
    return m_envelopes.empty() ||
           (m_envelopes.size() < batchEnvelopes && m_bytes.size() + envelopeSize + itemOverhead <= batchBytes);
}

void BatchWriter::add(ByteView bytes, envelope::EnvelopeView const& view) {
    bool next = m_last && continues(view.head, *m_last, m_envelopes.back().link);
    auto packed = next ? packAgeHeader(view.payload) : std::nullopt;
    if (packed)
        writeNext(m_bytes, view, *packed);
    else
        writeWhole(m_bytes, bytes);
    m_envelopes.push_back({view.head.record, view.link()});
    m_last = view.head;
}

Result<std::vector<BatchItem>> readBatch(ByteView body) {
    std::vector<BatchItem> items;
    Cursor from(body);
    while (!from.atEnd()) {
        if (items.size() == batchEnvelopes) return corruptBatch(items.size(), "is one too many");
        auto item = TRY(readItem(from, items));
        if (!from.ok()) return corruptBatch(items.size(), "is cut short");
        items.push_back(std::move(item));
    }
    if (items.size() > 1 && body.size() > batchBytes) return corruptBatch(items.size(), "makes it too large");
    return items;
}

Bytes writeAnswer(ByteView receipt, std::span<const Refusal> refusals) {
    Bytes answer(receipt.begin(), receipt.begin() + receiptHeadSize);
    append(answer, receipt.last(signatureSize));
    appendU32(answer, static_cast<std::uint32_t>(refusals.size()));
    for (auto const& [index, reason] : refusals) {
        appendU32(answer, index);
        answer.push_back(static_cast<std::uint8_t>(reason));
    }
    return answer;
}

Result<Answer> readAnswer(ByteView body, kiosk::Uuid const& device, std::span<const Named> sent) {
    Cursor from(body);
    auto head = from.take(receiptHeadSize);
    auto signature = from.take(signatureSize);
    auto refusals = TRY(readRefusals(from, sent.size()));
    if (!kiosk::asText(head).starts_with(receiptMagic)) return corruptAnswer("does not begin with a receipt");
    if (kiosk::Uuid::from(head.subspan(receiptMagic.size(), 16)) != device)
        return corruptAnswer("is for another kiosk");
    auto accepted = sent.size() - refusals.size();
    if (kiosk::base::readU32(head.last(4)) != accepted) return corruptAnswer("names another number of envelopes");
    Bytes receipt(head.begin(), head.end());
    receipt.reserve(receiptHeadSize + accepted * receiptEntrySize + signatureSize);
    appendEntries(receipt, sent, refusals);
    append(receipt, signature);
    return Answer{std::move(receipt), std::move(refusals)};
}

Result<std::vector<kiosk::Uuid>> recordsNamedBy(ByteView receipt) {
    Cursor from(receipt);
    auto head = from.take(receiptHeadSize);
    if (!kiosk::asText(head).starts_with(receiptMagic)) return kiosk::fail(ErrorKind::Corrupt, "not a receipt");
    std::vector<kiosk::Uuid> records;
    for (auto left = kiosk::base::readU32(head.last(4)); left > 0; --left) {
        auto entry = from.take(receiptEntrySize);
        if (!from.ok()) return kiosk::fail(ErrorKind::Corrupt, "receipt cut short");
        records.push_back(kiosk::Uuid::from(entry.first(16)));
    }
    return records;
}

} // namespace sync_protocol
