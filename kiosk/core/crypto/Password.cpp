#include "kiosk/core/crypto/Password.h"

#include <array>
#include <new>
#include <sodium.h>

namespace kiosk::crypto {

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memoryBytes = 32U << 20U;
constexpr std::string_view begin = "$argon2id$v=19$m=32768,t=3,p=1$";
constexpr std::size_t saltLetters = 22, hashLetters = 43;

char const* letters(SecretBytes const& password) {
    return reinterpret_cast<char const*>(password.data());
}

} // namespace

std::string passwordHash(SecretBytes const& password) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), letters(password), password.size(), passes, memoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool passwordMatches(std::string const& hash, SecretBytes const& password) {
    return crypto_pwhash_str_verify(hash.c_str(), letters(password), password.size()) == 0;
}

bool isPasswordHash(std::string_view text) {
    if (!text.starts_with(begin) || text.size() != begin.size() + saltLetters + 1 + hashLetters) return false;
    text.remove_prefix(begin.size());
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return text[saltLetters] == '$' && text.substr(0, saltLetters).find_first_not_of(alphabet) == text.npos &&
           text.substr(saltLetters + 1).find_first_not_of(alphabet) == text.npos;
}

} // namespace kiosk::crypto
