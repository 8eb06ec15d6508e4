#include "kiosk/core/envelope/Envelope.h"

#include <zstd.h>

namespace kiosk::envelope {

namespace {

constexpr std::size_t maximumBundle = 64U << 20U;

tl::unexpected<Error> payloadCorrupt(std::string_view what) {
    return fail(ErrorKind::Corrupt, "envelope payload: " + std::string(what));
}

Result<Bytes> compress(ByteView plain) {
    Bytes frame(ZSTD_compressBound(plain.size()));
    auto const size = ZSTD_compress(frame.data(), frame.size(), plain.data(), plain.size(), compressionLevel);
    if (ZSTD_isError(size) != 0) return fail(ErrorKind::Internal, "zstd: " + std::string(ZSTD_getErrorName(size)));
    frame.resize(size);
    return frame;
}

/// One frame that tells its size, nothing after it: what compress() makes. The size is checked before memory is taken.
Result<Bytes> decompress(ByteView frame) {
    auto const size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return payloadCorrupt("not a zstd frame of known size");
    if (size > maximumBundle) return payloadCorrupt("grows beyond 64 MiB");
    if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size())
        return payloadCorrupt("not exactly one zstd frame");
    Bytes plain(size);
    auto const written = ZSTD_decompress(plain.data(), plain.size(), frame.data(), frame.size());
    if (written != plain.size()) return payloadCorrupt("the zstd frame is damaged");
    return plain;
}

} // namespace

Result<Bytes> sealPayload(ByteView bundleJson, std::span<crypto::Recipient const> recipients) {
    if (bundleJson.size() > maximumBundle) return fail(ErrorKind::Invalid, "envelope payload: a Bundle over 64 MiB");
    auto frame = TRY(compress(bundleJson));
    auto sealed = crypto::seal(frame, recipients);
    base::wipe(frame);
    return sealed;
}

Result<Bytes> openPayload(ByteView payload, std::span<crypto::Identity const> identities) {
    auto frame = TRY(crypto::open(payload, identities));
    auto plain = decompress(frame);
    base::wipe(frame);
    return plain;
}

} // namespace kiosk::envelope
