#include "kiosk/core/crypto/Age.h"

#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>
#include <optional>
#include <sys/resource.h>
#include <utility>

namespace kiosk::crypto {
namespace {

constexpr std::size_t chunk = 65536;

Bytes numberedBytes(std::size_t size) {
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
    return bytes;
}

class AgeFile : public testing::Test {
protected:
    [[nodiscard]] std::span<const Identity> owner() const { return {&m_owner, 1}; }
    [[nodiscard]] Bytes sealed(ByteView plaintext) const { return seal(plaintext, {&m_owner.recipient(), 1}).value(); }

    Identity m_owner = Identity::generate();
};

TEST_F(AgeFile, opensToWhatWasSealedAroundEveryChunkBorder) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 1}) {
        auto const plaintext = numberedBytes(size);
        EXPECT_EQ(open(sealed(plaintext), owner()), plaintext) << size;
    }
}

TEST_F(AgeFile, opensForEachRecipientAndForNobodyElse) {
    auto const second = Identity::generate();
    auto const stranger = Identity::generate();
    const std::array recipients{m_owner.recipient(), second.recipient()};
    auto const file = seal(toBytes("for two"), recipients).value();
    EXPECT_EQ(open(file, owner()), toBytes("for two"));
    EXPECT_EQ(open(file, {&second, 1}), toBytes("for two"));
    EXPECT_EQ(open(file, {&stranger, 1}).error().kind, ErrorKind::Denied);
    EXPECT_EQ(open(file, {}).error().kind, ErrorKind::Denied);
}

TEST_F(AgeFile, isNeverTwiceTheSame) {
    EXPECT_NE(sealed(toBytes("same")), sealed(toBytes("same")));
}

TEST_F(AgeFile, anyFlippedBitIsAnError) {
    auto const file = sealed(toBytes("one answer"));
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        auto altered = file;
        altered[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        auto const opened = open(altered, owner());
        ASSERT_FALSE(opened) << "bit " << bit;
        EXPECT_TRUE(opened.error().kind == ErrorKind::Corrupt || opened.error().kind == ErrorKind::Denied) << bit;
    }
}

TEST_F(AgeFile, anyCutOrAddedByteIsCorrupt) {
    auto const file = sealed(toBytes("one answer"));
    for (std::size_t size = 0; size < file.size(); ++size) {
        auto const opened = open(ByteView(file).first(size), owner());
        ASSERT_FALSE(opened) << size;
        EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << size;
    }
    auto longer = file;
    longer.push_back(0);
    EXPECT_EQ(open(longer, owner()).error().kind, ErrorKind::Corrupt);
}

TEST_F(AgeFile, chunksOutOfOrderOrMissingAreCorrupt) {
    auto const file = sealed(numberedBytes(3 * chunk));
    auto const sealedChunk = static_cast<std::ptrdiff_t>(chunk + 16);
    auto const payload = file.end() - 3 * sealedChunk;
    auto const first = payload - file.begin();
    auto swapped = file;
    std::swap_ranges(swapped.begin() + first, swapped.begin() + first + sealedChunk,
                     swapped.begin() + first + sealedChunk);
    EXPECT_EQ(open(swapped, owner()).error().kind, ErrorKind::Corrupt);
    auto shorter = file;
    shorter.erase(shorter.begin() + first + sealedChunk, shorter.begin() + first + 2 * sealedChunk);
    EXPECT_EQ(open(shorter, owner()).error().kind, ErrorKind::Corrupt);
}

TEST_F(AgeFile, needsARecipientWhoseKeyIsUsable) {
    EXPECT_EQ(seal(toBytes("x"), {}).error().kind, ErrorKind::Invalid);
    const Recipient lowOrder{};
    EXPECT_EQ(seal(toBytes("x"), {&lowOrder, 1}).error().kind, ErrorKind::Invalid);
}

TEST_F(AgeFile, aHeaderWithoutEndIsRefusedEarly) {
    struct Row {
        char const* name;
        std::string repeated;
    };
    for (auto const& row : {Row{"one endless line", "a"}, Row{"endless stanzas", "-> grease\n\n"}}) {
        std::size_t given = 0;
        const std::string begin = "age-encryption.org/v1\n-> x\n\n";
        const Source endless = [&](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
            for (auto& byte : buffer) {
                const auto at = given++;
                const char c = at < begin.size() ? begin[at] : row.repeated[(at - begin.size()) % row.repeated.size()];
                byte = static_cast<std::uint8_t>(c);
            }
            return buffer.size();
        };
        auto const opened = openStream(endless, owner(), [](ByteView) { return Result<void>{}; });
        ASSERT_FALSE(opened) << row.name;
        EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << row.name;
        EXPECT_LT(given, 100'000U) << row.name;
    }
}

/// Seals zeros on demand and hands out the sealed bytes: a file of any length that is never whole in memory.
class SealingSource {
public:
    SealingSource(Recipient const& recipient, std::size_t size) : m_left(size) {
        m_sealer.emplace(Sealer::create({&recipient, 1}, [this](ByteView piece) -> Result<void> {
                             base::append(m_ready, piece);
                             return {};
                         }).value());
    }
    Result<std::size_t> read(std::span<std::uint8_t> buffer) {
        while (m_ready.empty() && !m_finished) TRY(produce());
        auto const count = std::min(buffer.size(), m_ready.size());
        std::copy_n(m_ready.begin(), count, buffer.begin());
        m_ready.erase(m_ready.begin(), m_ready.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

private:
    Result<void> produce() {
        auto const piece = ByteView(m_zeros).first(std::min(m_left, m_zeros.size()));
        m_left -= piece.size();
        if (!piece.empty()) return m_sealer->write(piece);
        m_finished = true;
        return m_sealer->finish();
    }
    std::size_t m_left;
    const Bytes m_zeros = Bytes(100'000);
    Bytes m_ready;
    std::optional<Sealer> m_sealer;
    bool m_finished = false;
};

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

TEST_F(AgeFile, streamsInConstantMemory) {
    constexpr std::size_t size = 256U << 20U;
    auto const before = peakKilobytes();
    SealingSource file(m_owner.recipient(), size);
    std::size_t opened = 0;
    auto const done = openStream([&](auto buffer) { return file.read(buffer); }, owner(),
                                 [&](ByteView piece) {
                                     opened += piece.size();
                                     return Result<void>{};
                                 });
    ASSERT_TRUE(done) << done.error().text;
    EXPECT_EQ(opened, size);
    EXPECT_LT(peakKilobytes() - before, 64 * 1024) << "KiB more than before; the sanitizers take their share";
}

TEST_F(AgeFile, errorsOfSinkAndSourceComeThrough) {
    auto const full = [](ByteView) -> Result<void> { return fail(ErrorKind::Full, "disk full"); };
    EXPECT_EQ(Sealer::create({&m_owner.recipient(), 1}, full).error().kind, ErrorKind::Full);
    auto const file = sealed(numberedBytes(10));
    auto const whole = [&file, done = false](std::span<std::uint8_t> buffer) mutable -> Result<std::size_t> {
        if (std::exchange(done, true)) return 0;
        std::copy(file.begin(), file.end(), buffer.begin());
        return file.size();
    };
    EXPECT_EQ(openStream(whole, owner(), full).error().kind, ErrorKind::Full);
    auto const broken = [](std::span<std::uint8_t>) -> Result<std::size_t> {
        return fail(ErrorKind::Internal, "read");
    };
    EXPECT_EQ(openStream(broken, owner(), full).error().text, "read");
}

TEST_F(AgeFile, withoutFinishItIsACutFile) {
    Bytes file;
    auto sealer = Sealer::create({&m_owner.recipient(), 1}, [&file](ByteView piece) -> Result<void> {
        base::append(file, piece);
        return {};
    });
    ASSERT_TRUE(sealer);
    ASSERT_TRUE(sealer->write(numberedBytes(2 * chunk)));
    EXPECT_EQ(open(file, owner()).error().kind, ErrorKind::Corrupt);
    ASSERT_TRUE(sealer->finish());
    EXPECT_EQ(open(file, owner()), numberedBytes(2 * chunk));
    EXPECT_EQ(sealer->write(numberedBytes(1)).error().kind, ErrorKind::Internal);
    EXPECT_EQ(sealer->finish().error().kind, ErrorKind::Internal);
}

constexpr int quickWork = 4; // for tests: a real file uses 18

TEST(AgePassphrase, opensWithTheSamePassphraseOnly) {
    const SecretBytes right(asBytes("correct horse"));
    auto const file = sealWithPassphrase(numberedBytes(70000), right, quickWork).value();
    EXPECT_EQ(openWithPassphrase(file, right), numberedBytes(70000));
    EXPECT_EQ(openWithPassphrase(file, SecretBytes(asBytes("correct horsf"))).error().kind, ErrorKind::Denied);
    EXPECT_EQ(openWithPassphrase(file, SecretBytes(0)).error().kind, ErrorKind::Denied);
}

TEST(AgePassphrase, doesNotMixWithKeys) {
    auto const owner = Identity::generate();
    const SecretBytes passphrase(asBytes("correct horse"));
    auto const locked = sealWithPassphrase(toBytes("x"), passphrase, quickWork).value();
    auto const sealedToKey = seal(toBytes("x"), {&owner.recipient(), 1}).value();
    EXPECT_EQ(open(locked, {&owner, 1}).error().kind, ErrorKind::Denied);
    EXPECT_EQ(openWithPassphrase(sealedToKey, passphrase).error().kind, ErrorKind::Denied);
}

TEST(AgePassphrase, refusesNoPassphraseAndWorkOutOfRange) {
    const SecretBytes passphrase(asBytes("correct horse"));
    EXPECT_EQ(sealWithPassphrase({}, SecretBytes(0), quickWork).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(sealWithPassphrase({}, passphrase, 0).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(sealWithPassphrase({}, passphrase, maximumLog2Work + 1).error().kind, ErrorKind::Invalid);
}

TEST(AgeKeys, comeBackFromTheirText) {
    auto const identity = Identity::generate();
    auto const text = identity.toText();
    EXPECT_TRUE(asText(text).starts_with("AGE-SECRET-KEY-1"));
    EXPECT_EQ(Identity::parse(asText(text))->recipient(), identity.recipient());
    EXPECT_EQ(Recipient::parse(identity.recipient().toText()), identity.recipient());
}

TEST(AgeKeys, otherSpellingsAreInvalid) {
    auto const identity = Identity::generate();
    auto const secret = identity.toText();
    auto const share = identity.recipient().toText();
    std::string lower(asText(secret));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    std::string upper = share;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    for (auto const& text :
         {lower, share, std::string(), std::string(asText(secret)) + "\n", std::string("AGE-SECRET-KEY-1")})
        EXPECT_EQ(Identity::parse(text).error().kind, ErrorKind::Invalid) << text;
    for (auto const& text : {upper, std::string(asText(secret)), " " + share, share + "q", std::string("age1")})
        EXPECT_EQ(Recipient::parse(text).error().kind, ErrorKind::Invalid) << text;
}

TEST(AgeKeys, aKeyFileMayHoldCommentsAndSeveralKeys) {
    auto const first = Identity::generate();
    auto const second = Identity::generate();
    const std::string firstText(asText(first.toText()));
    const std::string secondText(asText(second.toText()));
    auto const identities =
        Identity::parseFile("# created: today\n# public key: age1\n" + firstText + "\r\n\n" + secondText);
    ASSERT_TRUE(identities);
    ASSERT_EQ(identities->size(), 2U);
    EXPECT_EQ((*identities)[0].recipient(), first.recipient());
    EXPECT_EQ((*identities)[1].recipient(), second.recipient());
}

TEST(AgeKeys, aBadKeyFileIsToldByLineWithoutItsContent) {
    auto const secret = Identity::generate().toText();
    auto broken = std::string(asText(secret));
    broken.back() = broken.back() == 'Q' ? 'P' : 'Q';
    auto const identities = Identity::parseFile("# comment\n" + broken + "\n");
    ASSERT_FALSE(identities);
    EXPECT_EQ(identities.error().text, "line 2: age identity: not bech32: the checksum is wrong");
    EXPECT_EQ(Identity::parseFile("# only a comment\n").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(Identity::parseFile("").error().kind, ErrorKind::Invalid);
}

} // namespace
} // namespace kiosk::crypto
