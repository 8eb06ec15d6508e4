#include "kiosk/core/crypto/Kdf.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto {

Digest hmacSha256(ByteView key, std::initializer_list<ByteView> parts) {
    crypto_auth_hmacsha256_state state;
    const std::uint8_t noKey = 0; // an empty view may point nowhere, which libsodium does not take
    crypto_auth_hmacsha256_init(&state, key.empty() ? &noKey : key.data(), key.size());
    for (auto part : parts) crypto_auth_hmacsha256_update(&state, part.data(), part.size());
    Digest digest;
    crypto_auth_hmacsha256_final(&state, digest.data());
    sodium_memzero(&state, sizeof state);
    return digest;
}

SecretBytes hkdfSha256(ByteView inputKey, ByteView salt, ByteView info, std::size_t length) {
    auto pseudoRandomKey = hmacSha256(salt, {inputKey});
    SecretBytes output(length);
    Digest block{};
    std::uint8_t number = 0;
    for (std::size_t done = 0; done < length;) {
        auto const previous = number == 0 ? ByteView{} : ByteView(block);
        ++number;
        block = hmacSha256(pseudoRandomKey, {previous, info, ByteView(&number, 1)});
        auto const take = std::min(block.size(), length - done);
        std::copy_n(block.begin(), take, output.data() + done);
        done += take;
    }
    sodium_memzero(pseudoRandomKey.data(), pseudoRandomKey.size());
    sodium_memzero(block.data(), block.size());
    return output;
}

} // namespace kiosk::crypto
