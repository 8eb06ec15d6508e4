#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/base/SecretBytes.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <vector>

/// Sealed files in the age v1 binary format (C2SP age.md, age-encryption.org/v1): X25519 recipients or one passphrase,
/// no armour, no plugins. What another program adds to a header (grease) is passed over.
namespace kiosk::crypto {

/// The public half of an age X25519 key: may be known to everyone, can only seal.
struct Recipient {
    std::array<std::uint8_t, 32> bytes{};

    /// "age1…", lower case. Invalid: anything else.
    [[nodiscard]] static Result<Recipient> parse(std::string_view text);
    [[nodiscard]] std::string toText() const;
    bool operator==(Recipient const&) const = default;
};

/// The secret half: opens. Lives in guarded memory.
class Identity {
public:
    static Identity generate();
    /// "AGE-SECRET-KEY-1…", upper case. Invalid: anything else; the error never holds part of the key.
    [[nodiscard]] static Result<Identity> parse(std::string_view text);
    /// What age-keygen writes: one identity for each line, `#` comments and empty lines between. Invalid: a line that
    /// is none of these (by number), no identity at all.
    [[nodiscard]] static Result<std::vector<Identity>> parseFile(std::string_view text);
    [[nodiscard]] SecretBytes toText() const;

    [[nodiscard]] Recipient const& recipient() const { return m_recipient; }
    /// The X25519 shared secret (RFC 7748). Corrupt: `share` is of low order, so the secret would be known to all.
    [[nodiscard]] Result<SecretBytes> agree(std::array<std::uint8_t, 32> const& share) const;

private:
    explicit Identity(SecretBytes secret);
    SecretBytes m_secret;
    Recipient m_recipient;
};

/// Takes a piece of the output; an error stops the operation and is returned by it.
using Sink = std::function<Result<void>(ByteView)>;
/// Fills the buffer from its start and tells how many bytes; 0 only at the end.
using Source = std::function<Result<std::size_t>(std::span<std::uint8_t>)>;

/// Seals so that the holder of any one of the recipients' identities opens. Invalid: no recipient, unusable key.
[[nodiscard]] Result<Bytes> seal(ByteView plaintext, std::span<const Recipient> recipients);
/// Denied: sealed to others. Corrupt: altered, cut short, not an age file; the text begins "age header:" or "age
/// payload:".
[[nodiscard]] Result<Bytes> open(ByteView sealed, std::span<const Identity> identities);

namespace age {
class PayloadWriter;
}

/// Seals a stream in constant memory (about two 64 KiB chunks). Without finish() the output is a cut file, which
/// opening detects. After an error the output is worthless.
class Sealer {
public:
    /// Hands the header to `sink` at once.
    [[nodiscard]] static Result<Sealer> create(std::span<const Recipient> recipients, Sink sink);
    [[nodiscard]] Result<void> write(ByteView plaintext);
    /// Writes the last chunk; call once, last.
    [[nodiscard]] Result<void> finish();

    Sealer(Sealer&&) noexcept;
    Sealer& operator=(Sealer&&) noexcept;
    ~Sealer();

private:
    explicit Sealer(std::unique_ptr<age::PayloadWriter> payload);
    std::unique_ptr<age::PayloadWriter> m_payload;
};

/// Opens a stream in constant memory. Each piece is authentic when it reaches `sink`, but only a success says that
/// nothing is missing at the end: use nothing of it before. Errors as open().
[[nodiscard]] Result<void> openStream(Source const& source, std::span<const Identity> identities, Sink const& sink);

/// Opening asks at most for this: 2^20 means 1 GiB of memory and a few seconds.
inline constexpr int maximumLog2Work = 20;

/// Seals to a passphrase by scrypt (RFC 7914; N = 2^log2Work, r = 8, p = 1: 18 needs 256 MiB). `log2Work` is 1 to
/// maximumLog2Work; below 18 is for tests. Invalid: empty passphrase, log2Work. Internal: not enough memory.
[[nodiscard]] Result<Bytes> sealWithPassphrase(ByteView plaintext, SecretBytes const& passphrase, int log2Work = 18);
/// Denied: wrong passphrase, or not sealed with one. Corrupt: as open(), and more work asked for than maximumLog2Work.
[[nodiscard]] Result<Bytes> openWithPassphrase(ByteView sealed, SecretBytes const& passphrase);

} // namespace kiosk::crypto
