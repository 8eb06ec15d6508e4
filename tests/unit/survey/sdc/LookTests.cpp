#include "tests/unit/survey/sdc/Sdc.h"

namespace kiosk::survey {
namespace {

using namespace testing;

std::string code(std::string const& text) {
    return R"("valueCodeableConcept": {"coding": [{"code": ")" + text + "\"}]}";
}

std::string spanish(std::string const& content) {
    return R"("extension": [)" +
           hl7("translation",
               R"("extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": ")" + content +
                   "\"}]") +
           "]";
}

Item const& only(std::shared_ptr<const Form> const& f) {
    return *f->allItems().front();
}

TEST(SdcLook, textsAreKeptForTheRenderer) {
    auto const f = form(
        item("x", "string", {},
             R"("text": "Plain", "_text": {"extension": [)" + hl7("rendering-style", R"("valueString": "color: red")") +
                 ", " + hl7("rendering-xhtml", R"("valueString": "<b>Plain</b>")") + ", " +
                 hl7("rendering-markdown",
                     R"("valueMarkdown": "**Plain**", "_valueMarkdown": {)" + spanish("**Simple**") + "}") +
                 "]}"));
    auto const& rendering = only(f).look.rendering;
    EXPECT_EQ(only(f).text.in("es"), "Plain");
    EXPECT_EQ(rendering.style, "color: red");
    EXPECT_EQ(rendering.xhtml.in("en"), "<b>Plain</b>");
    EXPECT_EQ(rendering.markdown.in("en"), "**Plain**");
    EXPECT_EQ(rendering.markdown.in("es"), "**Simple**");
}

TEST(SdcLook, everyStringHasItsTranslationAndFallsBack) {
    auto const f = form(item(
        "x", "open-choice",
        {R"({"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel", "valueString": "Other", "_valueString": {)" +
             spanish("Otro") + "}}",
         R"({"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText", "valueString": "Colour", "_valueString": {)" +
             spanish("Color") + "}}"},
        R"("text": "Which?", "_text": {)" + spanish("¿Cuál?") + R"(}, "prefix": "One", "_prefix": {)" + spanish("Uno") +
            R"(}, "answerOption": [{"valueCoding": {"code": "r", "display": "Red", "_display": {)" + spanish("Rojo") +
            R"(}}},
                                   {"valueString": "Green", "_valueString": {)" +
            spanish("Verde") + "}}]"));
    auto const& x = only(f);
    for (auto const& [text, own, translated] :
         {std::tuple(&x.text, "Which?", "¿Cuál?"), std::tuple(&x.prefix, "One", "Uno"),
          std::tuple(&x.openLabel, "Other", "Otro"), std::tuple(&x.look.shortText, "Colour", "Color"),
          std::tuple(&x.options[0].label, "Red", "Rojo"), std::tuple(&x.options[1].label, "Green", "Verde")}) {
        EXPECT_EQ(text->in("es-MX"), translated);
        EXPECT_EQ(text->in("fr"), own);
    }
}

TEST(SdcLook, hintsAreKept) {
    auto const f = form(item(
        "x", "string",
        {hl7("questionnaire-displayCategory", code("instructions")), hl7("entryFormat", R"("valueString": "nnn")"),
         sdc("keyboard", code("phone")), hl7("questionnaire-supportLink", R"("valueUri": "https://example.org/help")"),
         sdc("width", R"("valueQuantity": {"value": 50, "code": "%"})"),
         sdc("collapsible", R"("valueCode": "default-closed")"),
         sdc("itemMedia",
             R"("valueAttachment": {"contentType": "image/svg+xml", "data": "PHN2Zy8+", "title": "A dot"})"),
         sdc("preferredTerminologyServer", R"("valueUrl": "http://tx.example")")}));
    auto const& look = only(f).look;
    EXPECT_EQ(look.displayCategory, "instructions");
    EXPECT_EQ(look.entryFormat.in("en"), "nnn");
    EXPECT_EQ(look.keyboard, "phone");
    EXPECT_EQ(look.supportLinks, std::vector<std::string>{"https://example.org/help"});
    EXPECT_EQ(look.width, (Width{50, true}));
    EXPECT_EQ(look.collapsible, Collapsible::StartsClosed);
    ASSERT_TRUE(look.picture);
    EXPECT_EQ(look.picture->contentType, "image/svg+xml");
    EXPECT_EQ(look.picture->data, "PHN2Zy8+");
    EXPECT_EQ(look.picture->title.in("en"), "A dot");
    EXPECT_EQ(look.terminologyServer, "http://tx.example");
}

TEST(SdcLook, choicesKnowHowTheyStand) {
    auto const f = form(item(
        "x", "choice",
        {hl7("questionnaire-choiceOrientation", R"("valueCode": "horizontal")"),
         sdc("columnCount", R"("valuePositiveInt": 3)"),
         sdc("choiceColumn",
             R"("extension": [{"url": "path", "valueString": "code"}, {"url": "label", "valueString": "Code"}, {"url": "forDisplay", "valueBoolean": true}])")},
        R"("answerOption": [{"valueCoding": {"code": "a"}, "extension": [)" +
            hl7("questionnaire-optionPrefix", "\"valueString\": \"a)\"") + ", " +
            sdc("itemAnswerMedia",
                R"("valueAttachment": {"contentType": "image/svg+xml", "data": "PHN2Zy8+", "title": "A"})") +
            "]}]"));
    auto const& x = only(f);
    EXPECT_EQ(x.look.orientation, Orientation::Horizontal);
    EXPECT_EQ(x.look.columnCount, 3);
    ASSERT_EQ(x.look.choiceColumns.size(), 1U);
    EXPECT_EQ(x.look.choiceColumns[0].path, "code");
    EXPECT_TRUE(x.look.choiceColumns[0].forDisplay);
    EXPECT_EQ(x.options[0].prefix.in("en"), "a)");
    ASSERT_TRUE(x.options[0].picture);
    EXPECT_EQ(x.options[0].picture->title.in("en"), "A");
}

TEST(SdcLook, onlyPicturesThatCanBeShownAreTaken) {
    struct Case {
        char const* attachment;
        char const* said;
    };
    for (auto const& [attachment, said] :
         {Case{R"("contentType": "image/png", "url": "http://x/a.png")", "fetches nothing"},
          Case{R"("contentType": "image/png", "data": "PHN2Zy8+", "title": "A")", "not of its contentType"},
          Case{R"("contentType": "audio/mpeg", "data": "AAAA", "title": "A")", "neither a PNG, a JPEG nor an SVG"},
          Case{R"("contentType": "video/mp4", "url": "http://x/a.mp4")", "fetches nothing"},
          Case{R"("contentType": "image/svg+xml", "data": "PHN2Zy8+")", "no title"}}) {
        auto const f = Form::open(asBytes(questionnaire(
            item("x", "string", {sdc("itemMedia", "\"valueAttachment\": {" + std::string(attachment) + "}")}))));
        ASSERT_TRUE(f) << attachment;
        ASSERT_EQ(f->findings().size(), 1U) << attachment;
        EXPECT_NE(f->findings()[0].reason.find(said), std::string::npos) << f->findings()[0].reason;
        bool const isShown = std::string_view(said) == "no title";
        EXPECT_EQ(f->findings()[0].severity, isShown ? Severity::Warning : Severity::Error);
        EXPECT_EQ(f->find("x")->look.picture.has_value(), isShown);
    }
}

std::string signFilm(std::string const& language, std::string const& film, std::string const& captions) {
    return R"({"url": "http://candor.example/fhir/StructureDefinition/sign-language-film", "extension": [
        {"url": "language", "valueCode": ")" +
           language + R"("}, {"url": "film", "valueString": ")" + film + R"("}, )" + captions + "]}";
}

std::string captionsOf(std::string const& language, std::string const& file) {
    return R"({"url": "captions", "extension": [{"url": "language", "valueCode": ")" + language +
           R"("}, {"url": "file", "valueString": ")" + file + R"("}]})";
}

TEST(SignFilms, areKeptWithTheirCaptions) {
    auto const f = Form::open(asBytes(questionnaire(
        item("x", "string",
             {signFilm("ase", "x-ase.webm", captionsOf("en", "en.vtt") + "," + captionsOf("es", "es.vtt")),
              signFilm("mfs", "x-mfs.webm", captionsOf("es", "es.vtt"))}))));
    ASSERT_TRUE(f);
    EXPECT_TRUE(f->findings().empty()) << f->findings()[0].reason;
    auto const& films = f->find("x")->look.signFilms;
    ASSERT_EQ(films.size(), 2U);
    EXPECT_EQ(films[0].language, "ase");
    EXPECT_EQ(films[0].captions.at("es"), "es.vtt");
    EXPECT_EQ(f->media(), (std::vector<std::string>{"x-ase.webm", "en.vtt", "es.vtt", "x-mfs.webm"}));
}

TEST(SignFilms, thatNameWhatIsNoFilmAreErrors) {
    auto const english = captionsOf("en", "en.vtt");
    struct Case {
        std::string extension;
        char const* said;
    };
    for (auto const& [extension, said] :
         {Case{signFilm("ASL", "x.webm", english), "ISO 639-3"}, Case{signFilm("ase", "x.mp4", english), "'x.mp4'"},
          Case{signFilm("ase", "../x.webm", english), "'../x.webm'"},
          Case{signFilm("ase", "x.webm", captionsOf("en", "en.srt")), "'en.srt'"},
          Case{signFilm("ase", "x.webm", english + "," + english), "two in en"},
          Case{signFilm("ase", "x.webm", R"({"url": "title", "valueString": "x"})"), "no captions"}}) {
        auto const f = Form::open(asBytes(questionnaire(item("x", "string", {extension}))));
        ASSERT_TRUE(f) << said;
        ASSERT_EQ(f->findings().size(), 1U) << said;
        EXPECT_EQ(f->findings()[0].severity, Severity::Error);
        EXPECT_NE(f->findings()[0].reason.find(said), std::string::npos) << f->findings()[0].reason;
        EXPECT_TRUE(f->media().empty());
    }
}

TEST(SdcLook, aWidthIsInPercentOrPixels) {
    auto const widthOf = [](std::string const& quantity) {
        return only(form(item("x", "string", {sdc("width", "\"valueQuantity\": {" + quantity + "}")}))).look.width;
    };
    EXPECT_EQ(widthOf(R"("value": 200, "code": "px")"), (Width{200, false}));
    EXPECT_EQ(widthOf(R"("value": 12.5, "unit": "%")"), (Width{12.5, true}));
    EXPECT_EQ(widthOf(R"("value": 101, "code": "%")"), std::nullopt);
    EXPECT_EQ(widthOf(R"("value": -1, "code": "px")"), std::nullopt);
    EXPECT_EQ(widthOf(R"("value": 3, "code": "kg")"), std::nullopt);
}

TEST(SdcLook, controlsAreKnown) {
    for (auto const* control :
         {"drop-down", "check-box", "radio-button", "gtable", "table", "grid", "htable", "autocomplete", "slider",
          "page", "tab-container", "header", "footer", "prompt", "unit"}) {
        auto const f = form(item("x", "group", {hl7("questionnaire-itemControl", code(control))},
                                 R"("item": [{"linkId": "a", "type": "string"}])"));
        EXPECT_EQ(only(f).control, control);
        EXPECT_TRUE(f->findings().empty()) << control;
    }
    auto const slider = form(item("x", "integer",
                                  {hl7("questionnaire-itemControl", code("slider")),
                                   hl7("questionnaire-sliderStepValue", R"("valueInteger": 5)")}));
    EXPECT_EQ(only(slider).look.sliderStep, 5);
}

TEST(SdcLook, notesBelongToTheQuestionAroundThem) {
    auto const note = [](std::string const& id, std::string const& control) {
        return item(id, "display", {hl7("questionnaire-itemControl", code(control))}, R"("text": ")" + control + "\"");
    };
    auto const f = form(R"({"linkId": "x", "type": "integer", "item": [)" + note("h", "help") + ", " +
                        note("l", "legal") + ", " + note("lo", "lower") + ", " + note("up", "upper") + "]}, " +
                        R"({"linkId": "y", "type": "integer", "item": [)" + note("f", "flyover") + "]}");
    EXPECT_EQ(f->find("x")->help.in("en"), "help");
    EXPECT_EQ(f->find("x")->legal.in("en"), "legal");
    EXPECT_EQ(f->find("x")->lower.in("en"), "lower");
    EXPECT_EQ(f->find("x")->upper.in("en"), "upper");
    EXPECT_EQ(f->find("y")->help.in("en"), "flyover");
    EXPECT_EQ(f->allItems().size(), 2U);
}

TEST(SdcLook, howTheFormIsGoneThroughIsKept) {
    auto const f = form(item("x", "string", {hl7("questionnaire-usageMode", R"("valueCode": "capture")")}),
                        extensionsOf({sdc("entryMode", R"("valueCode": "sequential")"),
                                      hl7("questionnaire-signatureRequired", code("1.2.840.10065.1.12.1.1"))}));
    EXPECT_EQ(f->entryMode(), "sequential");
    EXPECT_TRUE(f->needsSignature());
    EXPECT_EQ(only(f).usageMode, "capture");
}

} // namespace
} // namespace kiosk::survey
