#include "kiosk/core/base/File.h"
#include "kiosk/core/envelope/Envelope.h"
#include "kiosk/core/envelope/Receipt.h"

#include <functional>
#include <gtest/gtest.h>
#include <zstd.h>

namespace kiosk::envelope {
namespace {

const std::string bundle = R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":{"id":"ñ"}}]})";

crypto::Digest someDigest(std::uint8_t fill) {
    crypto::Digest digest;
    digest.fill(fill);
    return digest;
}

class Envelopes : public testing::Test {
protected:
    [[nodiscard]] std::span<const crypto::Identity> practice() const { return {&m_practice, 1}; }
    [[nodiscard]] Bytes sealedPayload(ByteView plain) const {
        return sealPayload(plain, {&m_practice.recipient(), 1}).value();
    }
    /// A payload whose age layer is right and whose content is whatever the test wants.
    [[nodiscard]] Bytes payloadAround(ByteView frame) const {
        return crypto::seal(frame, {&m_practice.recipient(), 1}).value();
    }
    [[nodiscard]] Result<void> check(ByteView envelope) const {
        auto const view = TRY(parse(envelope));
        return verify(view, m_device.verifyKey());
    }

    crypto::Identity m_practice = crypto::Identity::generate();
    crypto::SigningKey m_device = crypto::SigningKey::generate();
    Head m_head{Kind::Survey, Uuid::random(), Uuid::random(), 7, someDigest(3)};
};

TEST_F(Envelopes, comeBackAsTheyWereMade) {
    auto const payload = sealedPayload(asBytes(bundle));
    auto const bytes = assemble(m_head, payload, m_device);
    EXPECT_EQ(bytes.size(), payloadOffset + payload.size());
    auto const view = parse(bytes).value();
    EXPECT_EQ(view.head.record, m_head.record);
    EXPECT_EQ(view.head.device, m_head.device);
    EXPECT_EQ(view.head.number, 7U);
    EXPECT_EQ(view.head.previous, m_head.previous);
    EXPECT_TRUE(verify(view, m_device.verifyKey()));
    EXPECT_EQ(asText(openPayload(view.payload, practice()).value()), bundle);
}

TEST_F(Envelopes, haveTheLayoutThatTheHeaderFileTells) {
    m_head.record.bytes.fill(0xaa);
    m_head.device.bytes.fill(0xbb);
    m_head.number = 0x0102030405060708;
    auto const bytes = assemble(m_head, asBytes("xyz"), m_device);
    auto expected = toBytes("CEV1\x01");
    expected.insert(expected.end(), 16, 0xaa);
    expected.insert(expected.end(), 16, 0xbb);
    base::append(expected, Bytes{1, 2, 3, 4, 5, 6, 7, 8});
    expected.insert(expected.end(), 32, 3);
    base::append(expected, Bytes{0, 0, 0, 3});
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), bytes.begin()));
    auto message = toBytes(std::string_view("candor/envelope/1\0", 18));
    base::append(message, expected);
    base::append(message, crypto::sha256(asBytes("xyz")));
    EXPECT_TRUE(crypto::verify(m_device.verifyKey(), message, ByteView(bytes).subspan(81, 64)));
    EXPECT_EQ(asText(ByteView(bytes).subspan(145)), "xyz");
}

TEST_F(Envelopes, anyFlippedBitIsCorruptOrDenied) {
    auto const bytes = assemble(m_head, toBytes("a short payload"), m_device);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto altered = bytes;
        altered[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        auto const checked = check(altered);
        ASSERT_FALSE(checked) << "bit " << bit;
        EXPECT_TRUE(checked.error().kind == ErrorKind::Corrupt || checked.error().kind == ErrorKind::Denied) << bit;
    }
}

TEST_F(Envelopes, anyOtherLengthIsCorrupt) {
    auto const bytes = assemble(m_head, toBytes("a short payload"), m_device);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(check(ByteView(bytes).first(size)).error().kind, ErrorKind::Corrupt) << size;
    auto longer = bytes;
    longer.push_back(0);
    EXPECT_EQ(check(longer).error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(parse(Bytes(maximumSize + 1)).error().text, "envelope: larger than 32 MiB");
}

TEST_F(Envelopes, ofAnotherDeviceKeyAreDenied) {
    auto const forged = assemble(m_head, toBytes("payload"), crypto::SigningKey::generate());
    EXPECT_EQ(check(forged).error().kind, ErrorKind::Denied);
}

TEST_F(Envelopes, theChainBeginsAtNumberOneWithAZeroLink) {
    m_head.number = 0;
    EXPECT_EQ(parse(assemble(m_head, {}, m_device)).error().text, "envelope: chain number 0");
    m_head.number = 1;
    EXPECT_FALSE(parse(assemble(m_head, {}, m_device))) << "number 1 follows nothing";
    m_head.previous = {};
    EXPECT_TRUE(parse(assemble(m_head, {}, m_device)));
    m_head.number = 2;
    EXPECT_FALSE(parse(assemble(m_head, {}, m_device))) << "number 2 must follow number 1";
}

TEST_F(Envelopes, theLinkCoversEveryPart) {
    auto const linkOf = [](ByteView bytes) { return parse(bytes).value().link(); };
    auto const link = linkOf(assemble(m_head, toBytes("payload"), m_device));
    EXPECT_EQ(linkOf(assemble(m_head, toBytes("payload"), m_device)), link);
    EXPECT_NE(linkOf(assemble(m_head, toBytes("pay1oad"), m_device)), link);
    EXPECT_NE(linkOf(assemble(m_head, toBytes("payload"), crypto::SigningKey::generate())), link);
    using Change = std::function<void(Head&)>;
    for (auto const& change :
         {Change([](Head& head) { head.record.bytes[15] ^= 1U; }),
          Change([](Head& head) { head.device.bytes[0] ^= 1U; }), Change([](Head& head) { head.number += 1; }),
          Change([](Head& head) { head.previous[31] ^= 1U; })}) {
        auto head = m_head;
        change(head);
        EXPECT_NE(linkOf(assemble(head, toBytes("payload"), m_device)), link);
    }
}

TEST_F(Envelopes, theLinkIsWhatTheHeaderFileTells) {
    auto const bytes = assemble(m_head, asBytes("xyz"), m_device);
    auto message = toBytes(std::string_view("candor/link/1\0", 14));
    base::append(message, ByteView(bytes).first(81));
    base::append(message, crypto::sha256(asBytes("xyz")));
    base::append(message, ByteView(bytes).subspan(81, 64));
    EXPECT_EQ(parse(bytes)->link(), crypto::sha256(message));
}

TEST_F(Envelopes, openByHandWithTailAgeAndZstd) {
    const Path folder = Path(testing::TempDir()) / ("candor-envelope-" + Uuid::random().toString());
    ASSERT_TRUE(base::makeFolders(folder));
    ASSERT_TRUE(base::writeFileDurably(folder / "key", m_practice.toText()));
    ASSERT_TRUE(base::writeFileDurably(folder / "a.cev", assemble(m_head, sealedPayload(asBytes(bundle)), m_device)));
    auto const command = "cd '" + folder.string() + "' && tail -c +146 a.cev | age -d -i key | zstd -d > bundle.json";
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(asText(base::readFile(folder / "bundle.json").value()), bundle);
    std::filesystem::remove_all(folder);
}

TEST_F(Envelopes, aPayloadForOthersIsDenied) {
    auto const stranger = crypto::Identity::generate();
    EXPECT_EQ(openPayload(sealedPayload(asBytes(bundle)), {&stranger, 1}).error().kind, ErrorKind::Denied);
    EXPECT_EQ(sealPayload(asBytes(bundle), {}).error().kind, ErrorKind::Invalid);
}

TEST_F(Envelopes, aPayloadThatIsNotOneZstdFrameIsCorrupt) {
    Bytes frame(ZSTD_compressBound(bundle.size()));
    frame.resize(ZSTD_compress(frame.data(), frame.size(), bundle.data(), bundle.size(), 1));
    ASSERT_EQ(asText(openPayload(payloadAround(frame), practice()).value()), bundle);
    auto twice = frame;
    base::append(twice, frame);
    auto cut = frame;
    cut.pop_back();
    for (auto const& bad : {Bytes{}, toBytes(bundle), twice, cut})
        EXPECT_EQ(openPayload(payloadAround(bad), practice()).error().kind, ErrorKind::Corrupt) << bad.size();
}

TEST_F(Envelopes, aBombIsRefusedBeforeItGrows) {
    const Bytes zeros((64U << 20U) + 1);
    Bytes bomb(ZSTD_compressBound(zeros.size()));
    bomb.resize(ZSTD_compress(bomb.data(), bomb.size(), zeros.data(), zeros.size(), 1));
    ASSERT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(openPayload(payloadAround(bomb), practice()).error().text, "envelope payload: grows beyond 64 MiB");
    EXPECT_EQ(sealPayload(zeros, {&m_practice.recipient(), 1}).error().kind, ErrorKind::Invalid);
}

class Receipts : public testing::Test {
protected:
    crypto::SigningKey m_server = crypto::SigningKey::generate();
    Receipt m_receipt{.device = Uuid::random(),
                      .serverTime = Instant(std::chrono::milliseconds(1'795'000'000'123)),
                      .headNumber = 41,
                      .headLink = someDigest(9),
                      .entries = {{Uuid::random(), someDigest(1)}, {Uuid::random(), someDigest(2)}}};
};

TEST_F(Receipts, comeBackAsTheyWereSigned) {
    for (auto const& entries : {m_receipt.entries, std::vector<Receipt::Entry>{}}) {
        m_receipt.entries = entries;
        auto const opened = openReceipt(signReceipt(m_receipt, m_server), m_server.verifyKey());
        ASSERT_TRUE(opened) << opened.error().text;
        EXPECT_EQ(opened->device, m_receipt.device);
        EXPECT_EQ(opened->serverTime, m_receipt.serverTime);
        EXPECT_EQ(opened->headNumber, 41U);
        EXPECT_EQ(opened->headLink, m_receipt.headLink);
        EXPECT_EQ(opened->entries, entries);
    }
}

TEST_F(Receipts, ofAnotherKeyAreDenied) {
    auto const forged = signReceipt(m_receipt, crypto::SigningKey::generate());
    EXPECT_EQ(openReceipt(forged, m_server.verifyKey()).error().kind, ErrorKind::Denied);
}

TEST_F(Receipts, anyFlippedBitOrOtherLengthIsCorruptOrDenied) {
    auto const bytes = signReceipt(m_receipt, m_server);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto altered = bytes;
        altered[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_FALSE(openReceipt(altered, m_server.verifyKey())) << "bit " << bit;
    }
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(openReceipt(ByteView(bytes).first(size), m_server.verifyKey()).error().kind, ErrorKind::Corrupt)
            << size;
}

TEST_F(Receipts, aSignatureOverAnEnvelopeIsNotOneOverAReceipt) {
    auto const receipt = signReceipt(m_receipt, m_server);
    auto const body = ByteView(receipt).first(receipt.size() - 64);
    auto relabelled = toBytes(asText(body));
    base::append(relabelled, m_server.sign(body));
    EXPECT_EQ(openReceipt(relabelled, m_server.verifyKey()).error().kind, ErrorKind::Denied);
}

} // namespace
} // namespace kiosk::envelope
