#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/envelope/Envelope.h"
#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/store/Store.h"
#include "tests/integration/store/Scenario.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace kiosk::tests {
namespace {

constexpr std::size_t pageSize = 4096;
constexpr std::size_t reserve = 80; // of each page: IV 16, HMAC-SHA512 64
StoppedClock const canaryClock;

std::string utf16(std::string_view text) {
    std::string wide;
    for (char const c : text) wide.append({c, '\0'});
    return wide;
}

std::vector<std::string> plantedAnswers() {
    std::vector<std::string> planted;
    for (int i = 0; i < 50; ++i) planted.push_back("canary-" + Uuid::random().toString() + "-" + std::to_string(i));
    return planted;
}

std::string answerWith(std::string const& text) {
    return Json::array({{{"valueString", text}}}).dump();
}

/// Where any of the texts shows, in UTF-8, UTF-16 (both orders) or base64 at any offset.
std::vector<std::string> sightings(ByteView content, std::vector<std::string> const& texts) {
    std::vector<std::string> seen;
    auto const all = asText(content);
    for (auto const& text : texts) {
        auto const wide = utf16(text);
        auto const swapped = '\0' + wide.substr(0, wide.size() - 1);
        for (auto const& form :
             {text, wide, swapped, base::toBase64(asBytes(text)).substr(0, 24), base::toHex(asBytes(text))})
            if (all.find(form) != std::string_view::npos) seen.push_back(text);
    }
    return seen;
}

void expectNoSighting(Path const& folder, std::vector<std::string> const& texts) {
    int files = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        EXPECT_TRUE(sightings(base::readFile(entry.path()).value(), texts).empty()) << entry.path();
        EXPECT_TRUE(sightings(asBytes(entry.path().filename().string()), texts).empty()) << entry.path();
    }
    EXPECT_GE(files, 1);
}

/// What somebody with the key sees of a page, unused parts included: AES-256-CBC, as SQLCipher 4 writes it.
Bytes decryptPage(ByteView page, std::size_t skip, ByteView key) {
    Bytes plain(pageSize);
    int size = 0;
    auto* const context = EVP_CIPHER_CTX_new();
    auto const iv = page.subspan(pageSize - reserve, 16);
    auto const body = page.subspan(skip, pageSize - reserve - skip);
    EXPECT_EQ(EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv.data()), 1);
    EVP_CIPHER_CTX_set_padding(context, 0);
    EXPECT_EQ(EVP_DecryptUpdate(context, plain.data(), &size, body.data(), static_cast<int>(body.size())), 1);
    EVP_CIPHER_CTX_free(context);
    plain.resize(static_cast<std::size_t>(size));
    return plain;
}

/// All pages of the main file and of the log, decrypted.
Bytes decryptAll(Path const& file, ByteView key) {
    Bytes plain;
    auto const database = base::readFile(file).value();
    for (std::size_t at = 0; at + pageSize <= database.size(); at += pageSize)
        base::append(plain, decryptPage(ByteView(database).subspan(at, pageSize), at == 0 ? 16 : 0, key));
    auto const log = base::readFile(file.string() + "-wal").value_or(Bytes());
    for (std::size_t at = 32; at + 24 + pageSize <= log.size(); at += 24 + pageSize) {
        bool const first = base::readU32(ByteView(log).subspan(at)) == 1;
        base::append(plain, decryptPage(ByteView(log).subspan(at + 24, pageSize), first ? 16 : 0, key));
    }
    return plain;
}

class Canaries : public testing::Test {
protected:
    store::Store openStore() { return store::Store::open(m_file, m_key.copy(), canaryClock).value(); }
    Uuid beginWithCanaries(store::Store& store) {
        auto const record = Uuid::random();
        EXPECT_TRUE(store.beginDraft({record, "q|1", "visit", "en", canaryClock.now(), {}}));
        for (std::size_t i = 0; i < m_planted.size(); ++i)
            EXPECT_TRUE(store.saveAnswer(record, "q" + std::to_string(i), answerWith(m_planted[i])));
        return record;
    }

    TemporaryFolder m_folder;
    Path m_file = m_folder.path() / "kiosk.db";
    SecretBytes m_key = SecretBytes::random(32);
    std::vector<std::string> m_planted = plantedAnswers();
};

TEST_F(Canaries, theSearchItselfSeesThem) {
    EXPECT_EQ(sightings(asBytes("x" + m_planted[3]), m_planted).size(), 1U);
    EXPECT_EQ(sightings(asBytes("x" + utf16(m_planted[4])), m_planted).size(), 1U);
    auto store = openStore();
    beginWithCanaries(store);
    EXPECT_EQ(sightings(decryptAll(m_file, m_key), m_planted).size(), m_planted.size()) << "with the key they show";
}

TEST_F(Canaries, noFileShowsAnAnswerAtAnyMoment) {
    auto const sealedFor = crypto::Identity::generate().recipient();
    auto const deviceKey = crypto::SigningKey::generate();
    auto outbox = outbox::Outbox::open(m_folder.path() / "outbox").value();
    {
        auto store = openStore();
        auto const record = beginWithCanaries(store);
        expectNoSighting(m_folder.path(), m_planted);
        std::string bundle = "{";
        for (auto const& text : m_planted) bundle += text;
        envelope::Head const head{envelope::Kind::Survey, record, Uuid::random(), 1, {}};
        auto const sealed = envelope::assemble(
            head, envelope::sealPayload(asBytes(bundle), std::span(&sealedFor, 1)).value(), deviceKey);
        ASSERT_TRUE(store.sealDraft({record, 1, envelope::parse(sealed)->link(), sealed}));
        expectNoSighting(m_folder.path(), m_planted);
        ASSERT_TRUE(outbox.publish(1, record, sealed));
        beginWithCanaries(store);
        expectNoSighting(m_folder.path(), m_planted);
    }
    expectNoSighting(m_folder.path(), m_planted);
}

TEST_F(Canaries, afterSealingNotEvenTheKeyBringsThemBack) {
    auto store = openStore();
    auto const record = beginWithCanaries(store);
    for (std::size_t i = 0; i < m_planted.size(); i += 2)
        ASSERT_TRUE(store.saveAnswer(record, "q" + std::to_string(i), answerWith("short")));
    ASSERT_TRUE(store.sealDraft({record, 1, {}, toBytes("sealed")}));
    EXPECT_TRUE(sightings(decryptAll(m_file, m_key), m_planted).empty());
}

TEST_F(Canaries, afterDiscardingNotEvenTheKeyBringsThemBack) {
    auto store = openStore();
    auto const kept = Uuid::random();
    ASSERT_TRUE(store.beginDraft({kept, "q|1", "visit", "en", canaryClock.now(), {{"a", answerWith("kept answer")}}}));
    ASSERT_TRUE(store.discardDraft(beginWithCanaries(store)));
    EXPECT_TRUE(sightings(decryptAll(m_file, m_key), m_planted).empty());
    EXPECT_FALSE(sightings(decryptAll(m_file, m_key), {"kept answer"}).empty());
}

} // namespace
} // namespace kiosk::tests
