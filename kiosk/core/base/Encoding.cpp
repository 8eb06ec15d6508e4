#include "kiosk/core/base/Encoding.h"

#include "kiosk/core/base/SecretBytes.h"

#include <sodium.h>

namespace kiosk::base {

namespace {

std::string encode(ByteView bytes, int variant) {
    auto const capacity = sodium_base64_encoded_len(bytes.size(), variant);
    std::string text(capacity, '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // the terminating zero
    return text;
}

/// What is decoded may be a key, whole or in part.
tl::unexpected<Error> refuse(Bytes& bytes, std::string why) {
    wipe(bytes);
    return fail(ErrorKind::Invalid, std::move(why));
}

/// libsodium refuses non-zero trailing bits, but one spelling only is cheap to be sure of.
bool isCanonical(std::string_view text, ByteView bytes, int variant) {
    auto spelled = encode(bytes, variant);
    bool const same = spelled == text;
    wipe(spelled);
    return same;
}

Result<Bytes> decode(std::string_view text, int variant) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    char const* end = nullptr;
    int const status =
        sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end, variant);
    if (status != 0 || end != text.data() + text.size()) return refuse(bytes, "not base64");
    bytes.resize(length);
    if (!isCanonical(text, bytes, variant)) return refuse(bytes, "base64 is not canonical");
    return bytes;
}

int variantOf(Padding padding) {
    return padding == Padding::Yes ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
}

} // namespace

std::string toHex(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

Result<Bytes> fromHex(std::string_view text) {
    Bytes bytes(text.size() / 2 + 1);
    std::size_t length = 0;
    char const* end = nullptr;
    int const status = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end);
    if (status != 0 || end != text.data() + text.size() || length * 2 != text.size())
        return refuse(bytes, "not hexadecimal");
    bytes.resize(length);
    return bytes;
}

std::string toBase64(ByteView bytes, Padding padding) {
    return encode(bytes, variantOf(padding));
}
Result<Bytes> fromBase64(std::string_view text, Padding padding) {
    return decode(text, variantOf(padding));
}
std::string toBase64Url(ByteView bytes) {
    return encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
Result<Bytes> fromBase64Url(std::string_view text) {
    return decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

} // namespace kiosk::base
