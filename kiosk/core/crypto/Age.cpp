#include "kiosk/core/crypto/Age.h"

#include "kiosk/core/crypto/AgePayload.h"
#include "kiosk/core/crypto/AgeStanzas.h"

namespace kiosk::crypto {

namespace {

Result<std::unique_ptr<age::PayloadWriter>> beginFile(std::span<const age::Stanza> stanzas, SecretBytes const& fileKey,
                                                      Sink sink) {
    TRY(sink(asBytes(age::writeHeader(stanzas, fileKey))));
    return age::PayloadWriter::begin(fileKey, std::move(sink));
}

Result<std::unique_ptr<age::PayloadWriter>> beginForRecipients(std::span<const Recipient> recipients, Sink sink) {
    if (recipients.empty()) return fail(ErrorKind::Invalid, "sealing needs at least one recipient");
    auto const fileKey = SecretBytes::random(age::fileKeySize);
    std::vector<age::Stanza> stanzas;
    for (auto const& recipient : recipients) stanzas.push_back(TRY(age::wrapForRecipient(fileKey, recipient)));
    return beginFile(stanzas, fileKey, std::move(sink));
}

Result<void> writeAll(age::PayloadWriter& writer, ByteView plaintext) {
    TRY(writer.write(plaintext));
    return writer.finish();
}

template <typename Unwrap>
Result<void> openWith(Source const& source, Sink const& sink, Unwrap const& unwrap) {
    age::Reader reader(source);
    auto const header = TRY(age::readHeader(reader));
    auto const fileKey = TRY(unwrap(header.stanzas));
    TRY(age::authenticate(header, fileKey));
    return age::openPayload(reader, fileKey, sink);
}

/// The plaintext that `open` hands over; what had come before an error is wiped.
template <typename Open>
Result<Bytes> collect(std::size_t sizeLimit, Open const& open) {
    Bytes plaintext;
    plaintext.reserve(sizeLimit); // never grows, so no copy of plaintext is left behind
    auto opened = open(age::sinkTo(plaintext));
    if (opened) return plaintext;
    base::wipe(plaintext);
    return fail(std::move(opened).error());
}

} // namespace

Sealer::Sealer(std::unique_ptr<age::PayloadWriter> payload) : m_payload(std::move(payload)) {}
Sealer::Sealer(Sealer&&) noexcept = default;
Sealer& Sealer::operator=(Sealer&&) noexcept = default;
Sealer::~Sealer() = default;

Result<Sealer> Sealer::create(std::span<const Recipient> recipients, Sink sink) {
    return Sealer(TRY(beginForRecipients(recipients, std::move(sink))));
}

Result<void> Sealer::write(ByteView plaintext) {
    return m_payload->write(plaintext);
}
Result<void> Sealer::finish() {
    return m_payload->finish();
}

Result<Bytes> seal(ByteView plaintext, std::span<const Recipient> recipients) {
    Bytes sealed;
    auto const writer = TRY(beginForRecipients(recipients, age::sinkTo(sealed)));
    TRY(writeAll(*writer, plaintext));
    return sealed;
}

Result<Bytes> open(ByteView sealed, std::span<const Identity> identities) {
    return collect(sealed.size(),
                   [&](Sink const& sink) { return openStream(age::sourceOf(sealed), identities, sink); });
}

Result<void> openStream(Source const& source, std::span<const Identity> identities, Sink const& sink) {
    return openWith(source, sink, [&](auto const& stanzas) { return age::unwrapWithIdentities(stanzas, identities); });
}

Result<Bytes> sealWithPassphrase(ByteView plaintext, SecretBytes const& passphrase, int log2Work) {
    if (passphrase.size() == 0) return fail(ErrorKind::Invalid, "the passphrase is empty");
    if (log2Work < 1 || log2Work > maximumLog2Work)
        return fail(ErrorKind::Invalid, "scrypt work factor: 1 to " + std::to_string(maximumLog2Work));
    auto const fileKey = SecretBytes::random(age::fileKeySize);
    auto const stanza = TRY(age::wrapForPassphrase(fileKey, passphrase, log2Work));
    Bytes sealed;
    auto const writer = TRY(beginFile({&stanza, 1}, fileKey, age::sinkTo(sealed)));
    TRY(writeAll(*writer, plaintext));
    return sealed;
}

Result<Bytes> openWithPassphrase(ByteView sealed, SecretBytes const& passphrase) {
    return collect(sealed.size(), [&](Sink const& sink) {
        return openWith(age::sourceOf(sealed), sink,
                        [&](const auto& stanzas) { return age::unwrapWithPassphrase(stanzas, passphrase); });
    });
}

} // namespace kiosk::crypto
