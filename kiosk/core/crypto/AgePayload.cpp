#include "kiosk/core/crypto/AgePayload.h"

#include "kiosk/core/crypto/AgeHeader.h"
#include "kiosk/core/crypto/Kdf.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto::age {

namespace {

constexpr std::size_t nonceSize = 16;
constexpr std::size_t tagSize = crypto_aead_chacha20poly1305_IETF_ABYTES;

SecretBytes payloadKey(SecretBytes const& fileKey, ByteView nonce) {
    return hkdfSha256(fileKey, nonce, asBytes("payload"), 32);
}

/// 11 bytes of chunk number, big endian, then the flag. Our numbers end at 2^64, so the first three bytes stay zero.
std::array<std::uint8_t, 12> chunkNonce(std::uint64_t number, LastChunk last) {
    std::array<std::uint8_t, 12> nonce{};
    for (std::size_t i = 0; i < 8; ++i) nonce[10 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    nonce[11] = static_cast<std::uint8_t>(last);
    return nonce;
}

tl::unexpected<Error> payloadError(std::string_view what) {
    return fail(ErrorKind::Corrupt, "age payload: " + std::string(what));
}

/// Wipes what it was given when it goes.
struct Wiped {
    Bytes bytes;
    ~Wiped() { base::wipe(bytes); }
};

Result<void> openChunk(ByteView sealed, SecretBytes const& key, std::uint64_t number, LastChunk last,
                       Bytes& plaintext) {
    if (sealed.size() < tagSize) return payloadError("cut short");
    plaintext.resize(sealed.size() - tagSize);
    auto const nonce = chunkNonce(number, last);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(plaintext.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                  nullptr, 0, nonce.data(), key.data()) != 0)
        return payloadError("chunk " + std::to_string(number + 1) + " was altered or is not at its place");
    if (plaintext.empty() && number > 0) return payloadError("an empty last chunk");
    return {};
}

} // namespace

PayloadWriter::PayloadWriter(SecretBytes key, Sink sink) : m_key(std::move(key)), m_sink(std::move(sink)) {
    m_pending.reserve(chunkSize); // never grows, so no copy of plaintext is left behind
}

PayloadWriter::~PayloadWriter() {
    base::wipe(m_pending);
}

Result<std::unique_ptr<PayloadWriter>> PayloadWriter::begin(SecretBytes const& fileKey, Sink sink) {
    std::array<std::uint8_t, nonceSize> nonce;
    randombytes_buf(nonce.data(), nonce.size());
    TRY(sink(nonce));
    return std::unique_ptr<PayloadWriter>(new PayloadWriter(payloadKey(fileKey, nonce), std::move(sink)));
}

Result<void> PayloadWriter::write(ByteView plaintext) {
    if (m_finished) return fail(ErrorKind::Internal, "write after finish");
    while (!plaintext.empty()) {
        // A full chunk waits until more comes: the last one must be known as such.
        if (m_pending.size() == chunkSize) TRY(flush(LastChunk::No));
        auto const count = std::min(plaintext.size(), chunkSize - m_pending.size());
        base::append(m_pending, plaintext.first(count));
        plaintext = plaintext.subspan(count);
    }
    return {};
}

Result<void> PayloadWriter::finish() {
    if (m_finished) return fail(ErrorKind::Internal, "finish twice");
    m_finished = true;
    return flush(LastChunk::Yes);
}

Result<void> PayloadWriter::flush(LastChunk last) {
    m_sealed.resize(m_pending.size() + tagSize);
    auto const nonce =
        chunkNonce(m_number++, last); // counted first: an error of the sink must not lead to a nonce used twice
    crypto_aead_chacha20poly1305_ietf_encrypt(m_sealed.data(), nullptr, m_pending.data(), m_pending.size(), nullptr, 0,
                                              nullptr, nonce.data(), m_key.data());
    base::wipe(m_pending);
    return m_sink(m_sealed);
}

Result<void> openPayload(Reader& reader, SecretBytes const& fileKey, Sink const& sink) {
    auto const nonce = TRY(reader.peek(nonceSize));
    if (nonce.size() < nonceSize) return headerError("cut short after the authentication code");
    auto const key = payloadKey(fileKey, nonce);
    reader.consume(nonceSize);
    Wiped plaintext;
    auto last = LastChunk::No;
    for (std::uint64_t number = 0; last == LastChunk::No; ++number) {
        auto const sealed = TRY(reader.peek(chunkSize + tagSize + 1)); // one byte more shows whether this is the last
        last = sealed.size() <= chunkSize + tagSize ? LastChunk::Yes : LastChunk::No;
        auto const chunk = sealed.first(std::min(sealed.size(), chunkSize + tagSize));
        TRY(openChunk(chunk, key, number, last, plaintext.bytes));
        reader.consume(chunk.size());
        TRY(sink(plaintext.bytes));
    }
    return {};
}

} // namespace kiosk::crypto::age
