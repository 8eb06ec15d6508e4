// What a practice adds to its settings for the flow of a visit: codes, slides; run as people run it.
#include "tests/integration/export/Practice.h"

#include "kiosk/core/packs/VisitCodes.h"

#include <set>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;

class FlowOfPractice : public testing::Test {
protected:
    void TearDown() override { m_practice.writeSettings(Practice::goodSettings()); } // the practice is shared
    void writeSettings(Json const& more) const {
        auto settings = Json::parse(Practice::goodSettings());
        settings.update(more);
        m_practice.writeSettings(settings.dump());
    }
    [[nodiscard]] Ran codes(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"visit-codes", "--settings", (m_practice / "settings.json").string()};
        std::ranges::move(more, std::back_inserter(words));
        return m_practice.admin(words);
    }
    static Json rules(std::vector<std::string> const& prefixes) {
        Json list = Json::array();
        for (auto const& prefix : prefixes) list.push_back({{"prefix", prefix}, {"instruments", {"phq-9"}}});
        return {{"visit_codes", {{"rules", list}}}};
    }
    Practice& m_practice = sharedPractice();
};

TEST_F(FlowOfPractice, visitCodesAreDifferentAndOfTheRule) {
    writeSettings(rules({"21"}));
    auto const ran = codes({"--count", "200"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    std::set<std::string> all;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_EQ(line.size(), 11U) << "in pairs, as the screen shows them";
        std::erase(line, ' ');
        EXPECT_TRUE(packs::isVisitCode(line)) << line;
        EXPECT_EQ(line.substr(0, 2), "21");
        all.insert(line);
    }
    EXPECT_EQ(all.size(), 200U);
}

TEST_F(FlowOfPractice, visitCodesRefuseWhatCannotBe) {
    EXPECT_THAT(codes().err, HasSubstr("have no rules for codes"));
    writeSettings(rules({"21", "30"}));
    EXPECT_THAT(codes().err, HasSubstr("--prefix: which?"));
    EXPECT_THAT(codes({"--prefix", "22"}).err, HasSubstr("no rule 22"));
    EXPECT_THAT(codes({"--prefix", "30", "--count", "0"}).err, HasSubstr("--count"));
    EXPECT_THAT(codes({"--prefix", "30", "--count", "1001"}).err, HasSubstr("--count"));
    EXPECT_EQ(codes({"--prefix", "30"}).status, 0);
}

TEST_F(FlowOfPractice, packTakesOnlyPicturesThatAKioskShows) {
    writeSettings({{"attract",
                    {{"slides", Json::array({Json{{"title", {{"en", "News"}, {"es", "Noticias"}}},
                                                  {"picture", "news.png"},
                                                  {"picture_text", {{"en", "News"}, {"es", "Noticias"}}}}})}}}});
    auto const file = m_practice / "slides.pack";
    EXPECT_THAT(m_practice.pack(file).err, HasSubstr("--media is missing"));
    auto const media = m_practice / "media";
    std::filesystem::create_directory(media);
    EXPECT_THAT(m_practice.pack(file, {"--media", media.string()}).err, HasSubstr("news.png"));
    ASSERT_TRUE(base::writeFileDurably(media / "news.png", asBytes("not a picture")));
    EXPECT_THAT(m_practice.pack(file, {"--media", media.string()}).err, HasSubstr("news.png"));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(FlowOfPractice, packTakesOnlyFilmsWithWordsThatAKioskPlays) {
    auto const inBoth = [](auto const& english, auto const& spanish) { return Json{{"en", english}, {"es", spanish}}; };
    Json slide{{"title", inBoth("Welcome", "Hola")}, {"film", "hello.webm"}, {"film_text", inBoth("Hello", "Hola")}};
    auto const why = [&] {
        writeSettings({{"attract", {{"slides", Json::array({slide})}}}});
        return m_practice.pack(m_practice / "film.pack", {"--media", (m_practice / "media").string()}).err;
    };
    auto const put = [&](char const* name, std::string const& from) {
        auto const content = base::readFile(Path(CANDOR_SOURCE_DIR) / "tests/fuzz/corpus/media" / from);
        return base::writeFileDurably(m_practice / "media" / name, *content).has_value();
    };
    std::filesystem::create_directory(m_practice / "media");
    EXPECT_THAT(why(), HasSubstr("captions: a film needs them in each language"));
    slide["captions"] = inBoth("en.vtt", "es.vtt");
    ASSERT_TRUE(put("en.vtt", "tiny.vtt") && put("es.vtt", "tiny.vtt") && put("hello.webm", "tiny.opus"));
    EXPECT_THAT(why(), HasSubstr("hello.webm: is cut off or damaged"));
    ASSERT_TRUE(put("hello.webm", "tiny.webm") && put("es.vtt", "tiny.opus"));
    EXPECT_THAT(why(), HasSubstr("es.vtt: is not"));
    ASSERT_TRUE(put("es.vtt", "tiny.vtt"));
    EXPECT_EQ(why(), "");
}

} // namespace
} // namespace kiosk::tools
