#include "kiosk/core/base/Encoding.h"
#include "sync/protocol/Enrolment.h"

#include <gtest/gtest.h>
#include <set>

using namespace kiosk;
using namespace sync_protocol;

namespace {

EnrolmentToken token() {
    return {"server.maple.example", 8443, newEnrolmentCode(), {1, 2, 3}, {4, 5, 6}};
}

std::string whyNot(std::string_view text) {
    auto parsed = EnrolmentToken::parse(text);
    return parsed ? "parsed" : parsed.error().text;
}

std::string tokenOf(std::string_view json) {
    return "candor1." + base::toBase64Url(asBytes(json));
}

EnrolmentRequest request() {
    return {newEnrolmentCode(), "Front desk", crypto::SigningKey::generate().verifyKey(), "PEM"};
}

} // namespace

TEST(EnrolmentCode, isNewEachTimeAndEasyToRead) {
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) {
        auto code = newEnrolmentCode();
        ASSERT_EQ(code.size(), 19U);
        EXPECT_EQ(code.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-"), std::string::npos) << code;
        EXPECT_EQ(canonicalCode(code).value(), code);
        codes.insert(code);
    }
    EXPECT_EQ(codes.size(), 200U);
}

TEST(EnrolmentCode, isTakenAsPeopleTypeIt) {
    EXPECT_EQ(canonicalCode("o1l2 abcd-efgh jkmn").value(), "0112-ABCD-EFGH-JKMN");
    for (auto const* bad : {"", "ABCD", "ABCD-EFGH-JKMN-PQRU", "ABCD-EFGH-JKMN-PQRST", "ABCD-EFGH-JKMN-PQ/R"})
        EXPECT_FALSE(canonicalCode(bad)) << bad;
}

TEST(EnrolmentToken, comesBackFromItsLine) {
    auto made = token();
    auto read = EnrolmentToken::parse("  " + made.toText() + "\n").value();
    EXPECT_EQ(read.host, made.host);
    EXPECT_EQ(read.port, made.port);
    EXPECT_EQ(read.code, made.code);
    EXPECT_EQ(read.authority, made.authority);
    EXPECT_EQ(read.root, made.root);
}

TEST(EnrolmentToken, saysWhatIsWrong) {
    auto line = token().toText();
    EXPECT_EQ(whyNot("rubbish"), "enrolment token: does not begin with \"candor1.\"");
    EXPECT_EQ(whyNot(line.substr(0, line.size() - 5)), "enrolment token: damaged, perhaps not copied whole");
    EXPECT_EQ(whyNot(tokenOf("{}")).find("host"), 0U);
    EXPECT_NE(whyNot(tokenOf(R"({"host":"a","port":0})")).find("port"), std::string::npos);
    EXPECT_NE(whyNot(tokenOf(R"({"host":"a","port":1,"code":"x"})")).find("code"), std::string::npos);
    EXPECT_NE(
        whyNot(tokenOf(R"({"host":"a","port":1,"code":"ABCD-EFGH-JKMN-PQRS","ca_sha256":"00"})")).find("ca_sha256"),
        std::string::npos);
}

TEST(EnrolmentRequest, comesBackAndIsChecked) {
    auto made = request();
    auto read = EnrolmentRequest::parse(asBytes(made.toText())).value();
    EXPECT_EQ(read.code, made.code);
    EXPECT_EQ(read.name, made.name);
    EXPECT_EQ(read.signingKey, made.signingKey);
    EXPECT_EQ(read.certificateRequest, made.certificateRequest);
    made.name = "two\nlines";
    EXPECT_FALSE(EnrolmentRequest::parse(asBytes(made.toText())));
    made.name = std::string(65, 'x');
    EXPECT_FALSE(EnrolmentRequest::parse(asBytes(made.toText())));
    EXPECT_FALSE(EnrolmentRequest::parse(asBytes("[]")));
    EXPECT_FALSE(EnrolmentRequest::parse(Bytes(enrolmentRequestCapBytes + 1, ' ')));
}

TEST(EnrolmentGrant, comesBack) {
    EnrolmentGrant made{Uuid::random(), "certificate", "authority", "{\"payload\":\"…\"}", Bytes{0, 1, 255}};
    auto read = EnrolmentGrant::parse(asBytes(made.toText())).value();
    EXPECT_EQ(read.device, made.device);
    EXPECT_EQ(read.certificate, made.certificate);
    EXPECT_EQ(read.authority, made.authority);
    EXPECT_EQ(read.root, made.root);
    EXPECT_EQ(read.pack, made.pack);
    EXPECT_FALSE(EnrolmentGrant::parse(asBytes(R"({"device_id":"no"})")));
}
