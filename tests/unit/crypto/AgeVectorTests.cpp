// The public vectors of the age format (C2SP/CCTV age/testdata): each file says itself what must happen to it.

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Hash.h"
#include "tests/support/Suites.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <zlib.h>

namespace kiosk::crypto {
namespace {

const Path vectorFolder = tests::suites() / "age";

struct Vector {
    std::string name;
    std::multimap<std::string, std::string> fields;
    Bytes file;

    [[nodiscard]] std::string field(std::string const& key) const {
        auto const found = fields.find(key);
        return found == fields.end() ? std::string() : found->second;
    }
    [[nodiscard]] bool isArmored() const { return field("armored") == "yes"; }
    [[nodiscard]] bool isHybrid() const { return name.find("hybrid") != std::string::npos; }
    [[nodiscard]] bool hasPassphrase() const { return fields.contains("passphrase"); }
    [[nodiscard]] bool isBinaryX25519() const { return !isArmored() && !isHybrid() && !hasPassphrase(); }
};

Bytes inflateAll(ByteView deflated) {
    Bytes inflated(24U << 20U);
    auto size = static_cast<uLongf>(inflated.size());
    EXPECT_EQ(uncompress(inflated.data(), &size, deflated.data(), static_cast<uLong>(deflated.size())), Z_OK);
    inflated.resize(size);
    return inflated;
}

Vector readVector(Path const& path) {
    Vector vector{.name = path.filename().string(), .fields = {}, .file = {}};
    auto const content = base::readFile(path).value();
    auto text = asText(content);
    while (!text.starts_with('\n')) {
        auto const line = text.substr(0, text.find('\n'));
        auto const colon = line.find(": ");
        vector.fields.emplace(line.substr(0, colon), line.substr(colon + 2));
        text.remove_prefix(line.size() + 1);
    }
    vector.file = toBytes(text.substr(1));
    if (vector.field("compressed") == "zlib") vector.file = inflateAll(vector.file);
    return vector;
}

std::vector<Vector> readVectors() {
    std::vector<Vector> vectors;
    for (auto const& entry : std::filesystem::directory_iterator(vectorFolder))
        vectors.push_back(readVector(entry.path()));
    return vectors;
}

/// The words of the vectors' README for what our Result says.
std::string outcome(Result<void> const& result) {
    if (result) return "success";
    auto const& [kind, text] = result.error();
    if (kind == ErrorKind::Denied) return "no match";
    if (kind == ErrorKind::Corrupt && text == "age header: authentication failed") return "HMAC failure";
    if (kind == ErrorKind::Corrupt && text.starts_with("age header: ")) return "header failure";
    if (kind == ErrorKind::Corrupt && text.starts_with("age payload: ")) return "payload failure";
    return text;
}

std::vector<Identity> identitiesOf(Vector const& vector) {
    std::vector<Identity> identities;
    auto const [begin, end] = vector.fields.equal_range("identity");
    for (auto it = begin; it != end; ++it) identities.push_back(Identity::parse(it->second).value());
    return identities;
}

/// Feeds the file in pieces of `step` bytes, as a slow disk or network might.
Source slowSource(ByteView file, std::size_t step) {
    return [file, step](std::span<std::uint8_t> buffer) mutable -> Result<std::size_t> {
        const auto count = std::min({buffer.size(), file.size(), step});
        std::copy_n(file.begin(), count, buffer.begin());
        file = file.subspan(count);
        return count;
    };
}

struct Opened {
    std::string outcome;
    Bytes released;
};

Opened openWithIdentities(Vector const& vector, std::size_t step) {
    Opened opened;
    auto const identities = identitiesOf(vector);
    opened.outcome = outcome(openStream(slowSource(vector.file, step), identities, [&](ByteView piece) -> Result<void> {
        base::append(opened.released, piece);
        return {};
    }));
    return opened;
}

class AgeVectors : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(vectorFolder)) GTEST_SKIP() << "no public age vectors at " << vectorFolder;
        m_vectors = readVectors();
    }
    std::vector<Vector> m_vectors;
};

TEST_F(AgeVectors, everyBinaryX25519FileDoesWhatItsVectorSays) {
    int ran = 0;
    for (auto const& vector : m_vectors) {
        if (!vector.isBinaryX25519()) continue;
        SCOPED_TRACE(vector.name);
        auto const opened = openWithIdentities(vector, 1U << 20U);
        EXPECT_EQ(opened.outcome, vector.field("expect"));
        if (opened.outcome == "success") {
            EXPECT_EQ(base::toHex(sha256(opened.released)), vector.field("payload"));
        } else {
            EXPECT_EQ(opened.released.size() % 65536, 0U) << "only whole chunks before the bad one are handed over";
        }
        ++ran;
    }
    EXPECT_EQ(ran, 67);
}

TEST_F(AgeVectors, aSourceThatGivesLittleAtATimeChangesNothing) {
    int ran = 0;
    for (auto const& vector : m_vectors) {
        if (!vector.isBinaryX25519()) continue;
        SCOPED_TRACE(vector.name);
        const std::size_t step = vector.file.size() < 10000 ? 1 : 60001;
        EXPECT_EQ(openWithIdentities(vector, step).outcome, vector.field("expect"));
        ++ran;
    }
    EXPECT_EQ(ran, 67);
}

TEST_F(AgeVectors, everyBinaryPassphraseFileDoesWhatItsVectorSays) {
    int ran = 0;
    for (auto const& vector : m_vectors) {
        if (vector.isArmored() || vector.isHybrid() || !vector.hasPassphrase()) continue;
        SCOPED_TRACE(vector.name);
        auto const opened = openWithPassphrase(vector.file, SecretBytes(asBytes(vector.field("passphrase"))));
        EXPECT_EQ(opened ? "success" : outcome(fail(opened.error())), vector.field("expect"));
        if (opened) {
            EXPECT_EQ(base::toHex(sha256(*opened)), vector.field("payload"));
        }
        ++ran;
    }
    EXPECT_EQ(ran, 25);
}

TEST_F(AgeVectors, whatIsLeftOutIsArmourAndPostQuantumOnly) {
    auto const isLeftOut = [](Vector const& vector) { return vector.isArmored() || vector.isHybrid(); };
    auto const leftOut = std::count_if(m_vectors.begin(), m_vectors.end(), isLeftOut);
    EXPECT_EQ(m_vectors.size(), 143U);
    EXPECT_EQ(leftOut, 143 - 67 - 25);
    std::cout << leftOut << " vectors left out: armour and post-quantum keys, which we do not take\n";
}

} // namespace
} // namespace kiosk::crypto
