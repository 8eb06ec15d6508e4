#include "kiosk/core/envelope/Envelope.h"

#include <algorithm>

namespace kiosk::envelope {

namespace {

using namespace std::string_view_literals;

constexpr auto magic = "CEV1"sv;
constexpr auto signatureLabel = "candor/envelope/1\0"sv;
constexpr auto linkLabel = "candor/link/1\0"sv;

tl::unexpected<Error> corrupt(std::string_view what) {
    return fail(ErrorKind::Corrupt, "envelope: " + std::string(what));
}

Bytes signedMessage(ByteView head, crypto::Digest const& payloadHash) {
    auto message = toBytes(signatureLabel);
    base::append(message, head);
    base::append(message, payloadHash);
    return message;
}

Bytes encodeHead(Head const& head, std::size_t payloadSize) {
    auto bytes = toBytes(magic);
    bytes.push_back(static_cast<std::uint8_t>(head.kind));
    base::append(bytes, head.record.bytes);
    base::append(bytes, head.device.bytes);
    base::appendU64(bytes, head.number);
    base::append(bytes, head.previous);
    base::appendU32(bytes, static_cast<std::uint32_t>(payloadSize));
    return bytes;
}

Head decodeHead(ByteView bytes) {
    Head head;
    head.kind = static_cast<Kind>(bytes[4]);
    head.record = Uuid::from(bytes.subspan(5, 16));
    head.device = Uuid::from(bytes.subspan(21, 16));
    head.number = base::readU64(bytes.subspan(37, 8));
    std::copy_n(bytes.begin() + 45, head.previous.size(), head.previous.begin());
    return head;
}

Result<void> checkHead(Head const& head) {
    if (head.kind != Kind::Survey) return corrupt("unknown kind");
    if (head.number == 0) return corrupt("chain number 0");
    if ((head.number == 1) != (head.previous == crypto::Digest{})) return corrupt("previous link does not fit number");
    return {};
}

} // namespace

crypto::Digest EnvelopeView::link() const {
    return crypto::Sha256()
        .update(asBytes(linkLabel))
        .update(signedPart)
        .update(payloadHash)
        .update(signature)
        .finish();
}

Bytes assemble(Head const& head, ByteView payload, crypto::SigningKey const& key) {
    auto envelope = encodeHead(head, payload.size());
    envelope.reserve(payloadOffset + payload.size());
    base::append(envelope, key.sign(signedMessage(envelope, crypto::sha256(payload))));
    base::append(envelope, payload);
    return envelope;
}

Result<EnvelopeView> parse(ByteView envelope) {
    if (envelope.size() < payloadOffset) return corrupt("shorter than its head");
    if (envelope.size() > maximumSize) return corrupt("larger than 32 MiB");
    if (!asText(envelope).starts_with(magic)) return corrupt("does not begin with CEV1");
    EnvelopeView view;
    view.head = decodeHead(envelope);
    TRY(checkHead(view.head));
    view.signedPart = envelope.first(headSize);
    view.payload = envelope.subspan(payloadOffset);
    if (base::readU32(envelope.subspan(headSize - 4)) != view.payload.size()) return corrupt("length does not fit");
    std::copy_n(envelope.begin() + headSize, view.signature.size(), view.signature.begin());
    view.payloadHash = crypto::sha256(view.payload);
    return view;
}

Result<void> verify(EnvelopeView const& envelope, crypto::VerifyKey const& device) {
    if (!crypto::verify(device, signedMessage(envelope.signedPart, envelope.payloadHash), envelope.signature))
        return fail(ErrorKind::Denied, "envelope: the signature is not by this device over these bytes");
    return {};
}

} // namespace kiosk::envelope
