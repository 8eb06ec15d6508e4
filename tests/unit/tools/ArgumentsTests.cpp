#include "kiosk/tools/Arguments.h"

#include "kiosk/tools/PersonalName.h"
#include "kiosk/tools/Printable.h"

#include <gmock/gmock.h>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;
using Need = CommandSpec::Need;

CommandSpec spec() {
    return {.name = "try",
            .summary = "Tries.",
            .operands = {{"FILE", "a file"}},
            .options = {{"--to", "KEY", "to whom", Need::RequiredRepeated, {}},
                        {"--output", "OUT", "where", Need::Required, "-o"},
                        {"--expires", "WHEN", "until", Need::Optional, {}}},
            .notes = {}};
}

std::string why(std::vector<std::string> const& words) {
    auto const arguments = Arguments::parse(spec(), words);
    return arguments ? "not refused" : arguments.error().text;
}

TEST(Arguments, areReadInAnyOrder) {
    const std::vector<std::string> words{"-o", "x", "in", "--to", "a", "--to", "b"};
    auto const arguments = Arguments::parse(spec(), words);
    ASSERT_TRUE(arguments) << arguments.error().text;
    EXPECT_EQ(arguments->operand(0), "in");
    EXPECT_EQ(arguments->text("--output"), "x");
    EXPECT_EQ(arguments->all("--to"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(arguments->textOr("--expires", "1h"), "1h");
    EXPECT_FALSE(arguments->has("--expires"));
}

TEST(Arguments, eachMistakeIsNamed) {
    EXPECT_THAT(why({"in", "--to", "a"}), HasSubstr("--output OUT is missing"));
    EXPECT_THAT(why({"in", "-o", "x"}), HasSubstr("--to KEY is missing"));
    EXPECT_THAT(why({"--to", "a", "-o", "x"}), HasSubstr("FILE is missing"));
    EXPECT_THAT(why({"in", "more", "--to", "a", "-o", "x"}), HasSubstr("one word too many: more"));
    EXPECT_THAT(why({"in", "--to", "a", "-o", "x", "--output", "y"}), HasSubstr("--output: given twice"));
    EXPECT_THAT(why({"in", "--no-such-option", "a"}), HasSubstr("unknown option: --no-such-option"));
    EXPECT_THAT(why({"in", "--to"}), HasSubstr("--to: needs KEY"));
}

TEST(Arguments, theLastOperandMayRepeat) {
    CommandSpec const spec{
        .name = "try", .summary = "Tries.", .operands = {{"FILE", "a file", false, true}}, .options = {}, .notes = {}};
    const std::vector<std::string> words{"a", "b", "c"};
    auto const arguments = Arguments::parse(spec, words);
    ASSERT_TRUE(arguments) << arguments.error().text;
    EXPECT_EQ(arguments->operandCount(), 3U);
    EXPECT_EQ(arguments->operand(2), "c");
    EXPECT_FALSE(Arguments::parse(spec, {})) << "one at least";
    EXPECT_THAT(usage("program", spec), HasSubstr("try FILE...\n"));
}

TEST(Arguments, someOptionsTakeNothingAndSomeOperandsMayMiss) {
    CommandSpec const spec{.name = "try",
                           .summary = "Tries.",
                           .operands = {{"FILE", "a file", true}},
                           .options = {{"--fast", "", "quickly", CommandSpec::Need::Optional, {}}},
                           .notes = {}};
    const std::vector<std::string> words{"--fast", "in"};
    auto const arguments = Arguments::parse(spec, words);
    ASSERT_TRUE(arguments) << arguments.error().text;
    EXPECT_TRUE(arguments->has("--fast"));
    EXPECT_EQ(arguments->operandCount(), 1U);
    EXPECT_EQ(Arguments::parse(spec, {})->operandCount(), 0U);
    EXPECT_THAT(usage("tool", spec), HasSubstr("usage: tool try [FILE] [--fast]"));
}

TEST(Arguments, helpNamesEverything) {
    auto const text = usage("practice-admin", spec());
    for (auto const* word :
         {"practice-admin try FILE", "--to KEY...", "[--expires WHEN]", "-o, --output OUT", "Tries.", "a file"})
        EXPECT_THAT(text, HasSubstr(word));
}

TEST(Names, areUtf8WithoutControlCharacters) {
    for (auto const* name : {"Maple Street", "Clínica «Ñandú»", "=x"})
        EXPECT_TRUE(checkName("--name", name, 64)) << name;
    for (auto const& name : {std::string(), std::string(65, 'x'), std::string("a\nb"), std::string("a\tb"),
                             std::string("\x1b[2J"), std::string("\xff"), std::string("a\xc3")})
        EXPECT_THAT(checkName("--name", name, 64).error().text, HasSubstr("--name: must be 1 to 64 bytes"));
}

TEST(Printable, leavesTheTerminalNothingToObey) {
    EXPECT_EQ(printable("Ñandú ≥ 3\nnext"), "Ñandú ≥ 3\nnext");
    EXPECT_EQ(printable("a\x1b[2Jb\rc\x7f\t"), "a?[2Jb?c??");
    EXPECT_EQ(printable("\xC2\x9B"
                        "2J\xE2\x80\xAE"
                        "gpj\xE2\x81\xA6"),
              "?2J?gpj?");
    EXPECT_EQ(printable("\xC2\xA0\xE2\x80\x94\xE2"), "\xC2\xA0\xE2\x80\x94\xE2");
}

TEST(Expiry, isATimeFromNowOrADate) {
    auto const now = *base::parseIsoText("2026-06-01T12:00:00Z");
    EXPECT_EQ(base::toIsoText(*parseExpiry("90m", now)), "2026-06-01T13:30:00Z");
    EXPECT_EQ(base::toIsoText(*parseExpiry("12h", now)), "2026-06-02T00:00:00Z");
    EXPECT_EQ(base::toIsoText(*parseExpiry("365d", now)), "2027-06-01T12:00:00Z");
    EXPECT_EQ(base::toIsoText(*parseExpiry("2027-01-31", now)), "2027-01-31T00:00:00Z");
    EXPECT_EQ(base::toIsoText(*parseExpiry("2026-06-01T12:00:01Z", now)), "2026-06-01T12:00:01Z");
    for (auto const* text :
         {"", "h", "1", "1w", "-1h", "1.5h", "0h", "2026-06-01T12:00:00Z", "2026-06-01", "999999999d", "soon"})
        EXPECT_FALSE(parseExpiry(text, now)) << text;
}

} // namespace
} // namespace kiosk::tools
