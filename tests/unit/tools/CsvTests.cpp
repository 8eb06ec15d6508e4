#include "kiosk/tools/Csv.h"

#include <gtest/gtest.h>
#include <limits>

namespace kiosk::tools {
namespace {

/// The rule of the export's README: one apostrophe at the beginning of a text goes away.
std::string asGiven(std::string text) {
    if (text.starts_with('\'')) text.erase(0, 1);
    return text;
}

TEST(Csv, quotesTextsAndLeavesNumbers) {
    EXPECT_EQ(csvLine({std::string("a"), 3.0, std::string(), -1.5}), "\"a\",3,\"\",-1.5\r\n");
    EXPECT_EQ(csvLine({std::string("say \"hi\", twice\nor more")}), "\"say \"\"hi\"\", twice\nor more\"\r\n");
}

TEST(Csv, whatASpreadsheetWouldRunIsNeutralised) {
    for (const std::string text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n@x", "＝1", "＋1", "－1", "＠x", "=", "\x01-2"})
        EXPECT_EQ(withoutFormula(text), "'" + text);
    for (const std::string text : {"", "a=1", "5-1", "me@home", "é", "\"=1", " a", "1"})
        EXPECT_EQ(withoutFormula(text), text);
}

TEST(Csv, theWayBackGivesEveryTextAsItWas) {
    for (const std::string text : {"", "a", "=1", "'", "'=1", "''", "'a", " =1", "\t", "-"}) {
        EXPECT_EQ(asGiven(withoutFormula(text)), text);
        EXPECT_NE(withoutFormula(text).substr(0, 1), "=");
    }
}

TEST(Csv, numbersReadBackAsTheSame) {
    for (double const value : {0.0, 0.1, -1.0 / 3, 49.3946, 1e-9, 123456789012.0, std::numeric_limits<double>::max()})
        EXPECT_EQ(std::stod(numberText(value)), value);
    EXPECT_EQ(numberText(0.1), "0.1");
    EXPECT_EQ(numberText(27), "27");
}

} // namespace
} // namespace kiosk::tools
