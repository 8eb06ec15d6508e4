#include "kiosk/core/packs/VisitCodes.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;

TEST(VisitCode, hasThePublishedCheckDigit) {
    EXPECT_EQ(checkDigit("572"), '4') << "https://en.wikipedia.org/wiki/Damm_algorithm";
    EXPECT_EQ(checkDigit("5724"), '0');
    EXPECT_EQ(checkDigit(""), '0');
}

TEST(VisitCode, isEightDigitsOfWhichTheLastFits) {
    auto const code = makeVisitCode("21", 42);
    EXPECT_EQ(code.substr(0, 7), "2100042");
    EXPECT_TRUE(isVisitCode(code));
    EXPECT_TRUE(isVisitCode(makeVisitCode("99", mostSerials - 1)));
    EXPECT_FALSE(isVisitCode(code.substr(0, 7)));
    EXPECT_FALSE(isVisitCode(code + "0"));
    EXPECT_FALSE(isVisitCode("2100042x"));
    EXPECT_FALSE(isVisitCode(""));
}

/// What hands and ears do to numbers.
TEST(VisitCode, noticesEveryWrongDigitAndEveryTwoNeighboursChangedRound) {
    for (std::uint32_t serial = 0; serial < mostSerials; serial += 7) {
        auto const code = makeVisitCode("38", serial);
        for (std::size_t i = 0; i < code.size(); ++i) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                auto wrong = code;
                wrong[i] = digit;
                ASSERT_EQ(isVisitCode(wrong), wrong == code) << code << " typed as " << wrong;
            }
            if (i == 0) continue;
            auto wrong = code;
            std::swap(wrong[i - 1], wrong[i]);
            ASSERT_EQ(isVisitCode(wrong), wrong == code) << code << " typed as " << wrong;
        }
    }
}

Json goodCodes() {
    return Json::parse(R"({"only":true,"rules":[{"prefix":"21","instruments":["visit-survey","phq-2"]},
                           {"prefix":"30","instruments":["phq-9"]}]})");
}

TEST(VisitCode, asksTheFormsOfItsRule) {
    auto const codes = VisitCodes::parse(goodCodes());
    ASSERT_TRUE(codes) << codes.error().text;
    EXPECT_TRUE(codes->only);
    EXPECT_EQ(codes->ruleOf(makeVisitCode("21", 5))->instruments, (std::vector<std::string>{"visit-survey", "phq-2"}));
    EXPECT_EQ(codes->ruleOf(makeVisitCode("30", 99'999))->instruments, std::vector<std::string>{"phq-9"});
    EXPECT_EQ(codes->ruleOf(makeVisitCode("22", 5)), nullptr) << "of no rule";
    EXPECT_EQ(codes->ruleOf("21000420"), nullptr) << "mistyped";
    auto json = goodCodes();
    json.erase("only");
    EXPECT_FALSE(VisitCodes::parse(json)->only);
}

TEST(VisitCode, rulesThatCannotBeAreRefusedByMember) {
    auto const why = [](char const* pointer, Json value) {
        auto json = goodCodes();
        json[Json::json_pointer(pointer)] = std::move(value);
        auto const codes = VisitCodes::parse(json);
        return codes ? "taken" : codes.error().text;
    };
    EXPECT_THAT(why("/rules", Json::array()), HasSubstr("rules: must have 1 to 32"));
    EXPECT_THAT(why("/only", 1), HasSubstr("only"));
    EXPECT_THAT(why("/rule", 1), HasSubstr("rule: is not a member"));
    EXPECT_THAT(why("/rules/0/prefix", "05"), HasSubstr("rules: prefix: '05'"));
    EXPECT_THAT(why("/rules/0/prefix", "5"), HasSubstr("rules: prefix"));
    EXPECT_THAT(why("/rules/0/prefix", "5x"), HasSubstr("rules: prefix"));
    EXPECT_THAT(why("/rules/0/prefix", "30"), HasSubstr("names 30 twice"));
    EXPECT_THAT(why("/rules/0/instruments", Json::array()), HasSubstr("rules: instruments"));
    EXPECT_THAT(why("/rules/0/instruments/0", "../x"), HasSubstr("rules: instruments: '../x'"));
    EXPECT_THAT(why("/rules/0/forms", Json::array()), HasSubstr("rules: forms: is not a member"));
}

} // namespace
} // namespace kiosk::packs
