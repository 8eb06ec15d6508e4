// Script in the texts of forms and responses is text like any other: kept letter by letter, never a reason to change
// it.

#include "tests/unit/survey/sdc/Sdc.h"

namespace kiosk::survey {
namespace {

using namespace testing;

constexpr char const* scripts[] = {"<script>alert(1)</script>",
                                   "<img src=x onerror=alert(1)>",
                                   "[a](javascript:alert(1))",
                                   "\"><svg onload=alert(1)>",
                                   "data:text/html,<script>",
                                   "{{constructor.constructor('alert(1)')()}}",
                                   "</script><!--",
                                   "&lt;script&gt;"};

TEST(Script, inTheTextsOfAFormIsKeptAsItIs) {
    for (std::string const script : scripts) {
        auto const text = Json(script).dump();
        auto const f = form(item("x", "choice", {},
                                 "\"text\": " + text + R"(, "_text": {"extension": [)" +
                                     hl7("rendering-xhtml", "\"valueString\": " + text) + "," +
                                     hl7("rendering-markdown", "\"valueMarkdown\": " + text) + R"(]}, "prefix": )" +
                                     text + R"(, "answerOption": [{"valueString": )" + text + "}]"),
                            "\"title\": " + text + ", ");
        auto const& question = *f->find("x");
        for (auto const* each : {&f->title(), &question.text, &question.prefix, &question.look.rendering.xhtml,
                                 &question.look.rendering.markdown, &question.options.front().label})
            EXPECT_EQ(each->in("en"), script);
    }
}

TEST(Script, inAnAnswerGoesOutAsItCameIn) {
    auto const f = form(item("x", "text"));
    for (std::string const script : scripts) {
        Response response(f);
        ASSERT_TRUE(response.answer("x", one("String", script)));
        auto const document = response.toDocument({Uuid{}, Instant{}, CompletionStatus::Completed, "en"});
        auto const again = fhir::Document::parse(asBytes(toJson(document.root())));
        ASSERT_TRUE(again);
        EXPECT_FALSE(hasErrors(validate(f, again->root())));
        EXPECT_EQ(again->root().child("item")->child("answer")->textOf("value"), script);
    }
}

TEST(Script, inTheNarrativeOfAResponseIsNotRead) {
    auto const f = form(item("x", "text"));
    auto const response = fhir::Document::parse(asBytes(
        R"({"resourceType": "QuestionnaireResponse", "status": "completed", "text": {"status": "generated",
            "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></div>"},
            "item": [{"linkId": "x", "text": "<script>alert(1)</script>", "answer": [{"valueString": "a"}]}]})"));
    ASSERT_TRUE(response);
    std::vector<Finding> findings;
    Response::Sources sources;
    auto const read = Response::read(f, response->root(), findings, sources);
    EXPECT_EQ(read.answers("x"), one("String", "a"));
    EXPECT_EQ(read.toFhir({Uuid{}, Instant{}, CompletionStatus::Completed, "en"}).dump().find("script"),
              std::string::npos);
}

} // namespace
} // namespace kiosk::survey
