#include "kiosk/core/base/Encoding.h"
#include "tests/qml/screens/Bench.h"
#include "tests/qml/screens/FormParts.h"

namespace tests::screens {

namespace {

Json with(Json item, char const* member, Json value) {
    item[member] = std::move(value);
    return item;
}
Json keyboard(char const* code) {
    return Json{{"url", sdcUrl("keyboard")},
                {"valueCodeableConcept", Json{{"coding", Json::array({Json{{"code", code}}})}}}};
}
/// A sun over a field: a drawing of our own.
Json picture(char const* url, char const* title, char const* spanish) {
    constexpr auto drawing =
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200" )"
        R"(fill="#cfe8f5"/><circle cx="210" cy="70" r="40" fill="#f4b942"/><rect y="140" width="300" )"
        R"(height="60" fill="#6a994e"/></svg>)";
    return Json{{"url", sdcUrl(url)},
                {"valueAttachment", Json{{"contentType", "image/svg+xml"},
                                         {"data", kiosk::base::toBase64(kiosk::asBytes(drawing))},
                                         {"title", title},
                                         {"_title", translation(spanish)}}}};
}
Json dressed(Json item, Json extensions) {
    return with(std::move(item), "extension", std::move(extensions));
}

Json numbers() {
    auto const unit = [](char const* code) {
        return extension("questionnaire-unitOption", "valueCoding",
                         Json{{"system", "http://unitsofmeasure.org"}, {"code", code}, {"display", code}});
    };
    auto weight = dressed(item("weight", "quantity", "How much do you weigh?", "¿Cuánto pesa?"),
                          Json::array({unit("kg"), unit("lb")}));
    auto pain = dressed(item("pain", "integer", "How strong is your pain?", "¿Qué tan fuerte es su dolor?"),
                        Json::array({control("slider"), extension("minValue", "valueInteger", 0),
                                     extension("maxValue", "valueInteger", 100),
                                     extension("questionnaire-sliderStepValue", "valueInteger", 5)}));
    return Json::array({weight, pain});
}

Json choices() {
    auto const drinks =
        Json::array({option("water", "Water", "Agua"), option("tea", "Tea", "Té"), option("coffee", "Coffee", "Café")});
    auto const choice = [&](char const* linkId, char const* english, char const* spanish, Json const& wish) {
        return dressed(with(item(linkId, "choice", english, spanish), "answerOption", drinks), Json::array({wish}));
    };
    return Json::array(
        {choice("list", "What do you drink with lunch?", "¿Qué bebe con el almuerzo?", control("drop-down")),
         choice("search", "What do you drink at night?", "¿Qué bebe por la noche?", control("autocomplete")),
         choice("across", "What do you drink in summer?", "¿Qué bebe en verano?",
                extension("questionnaire-choiceOrientation", "valueCode", "horizontal"))});
}

Json pictures() {
    auto weather = dressed(item("weather", "choice", "Is your day like this picture?", "¿Es su día como esta imagen?"),
                           Json::array({picture("itemMedia", "A sun over a field", "Un sol sobre un campo")}));
    auto yes = option("like", "Yes, like this", "Sí, así");
    yes["extension"] = Json::array({picture("itemAnswerMedia", "Sunny", "Soleado")});
    weather["answerOption"] = Json::array({yes, option("other", "No, not like this", "No, distinto")});
    return Json::array({weather});
}

Json words() {
    auto warning = dressed(
        item("warning", "display", "Tell us at once if you feel faint.", "Díganos enseguida si se siente mareado."),
        Json::array({extension("questionnaire-displayCategory", "valueCodeableConcept",
                               Json{{"coding", Json::array({Json{{"code", "security"}}})}})}));
    auto rich = item("rich", "display", "Please read this with care.", "Lea esto con cuidado.");
    rich["_text"]["extension"].push_back(
        extension("rendering-markdown", "valueMarkdown", "Please read this **with care**."));
    auto phone = dressed(item("phone", "string", "What is your telephone number?", "¿Cuál es su teléfono?"),
                         Json::array({extension("entryFormat", "valueString", "555 0100"), keyboard("phone"),
                                      extension("questionnaire-supportLink", "valueUri", "https://candor.example/")}));
    auto legal = dressed(item("legal", "display", "We keep it for ten years.", "La guardamos diez años."),
                         Json::array({control("legal")}));
    phone["item"] = Json::array({legal});
    auto pets = with(item("pets", "string", "Which pets do you have?", "¿Qué mascotas tiene?"), "repeats", true);
    auto time = item("time", "time", "When do you get up?", "¿A qué hora se levanta?");
    auto mail = dressed(item("mail", "string", "What is your e-mail address?", "¿Cuál es su correo electrónico?"),
                        Json::array({keyboard("email")}));
    auto door = dressed(item("door", "string", "What is the number of your room?", "¿Cuál es el número de su cuarto?"),
                        Json::array({keyboard("number"), Json{{"url", sdcUrl("width")},
                                                              {"valueQuantity", Json{{"value", 40}, {"code", "%"}}}}}));
    auto site = item("site", "url", "Which web site do you use most?", "¿Qué sitio web usa más?");
    return Json::array({warning, rich, phone, mail, door, site, pets, time});
}

Json groups() {
    auto const yesNo = Json::array({option("often", "Often", "A menudo"), option("never", "Never", "Nunca")});
    auto const row = [&](char const* linkId, char const* english, char const* spanish) {
        return with(item(linkId, "choice", english, spanish), "answerOption", yesNo);
    };
    auto grid =
        dressed(item("grid", "group", "How often do you …", "¿Con qué frecuencia …"), Json::array({control("grid")}));
    grid["item"] = Json::array({row("walk", "walk?", "camina?"), row("swim", "swim?", "nada?")});
    auto medicine = with(item("medicine", "group", "Medicine", "Medicina"), "repeats", true);
    medicine["item"] = Json::array({item("name", "string", "What is its name?", "¿Cómo se llama?")});
    auto page = dressed(item("page", "group", "About you", "Sobre usted"), Json::array({control("page")}));
    page["item"] = Json::array({item("alone", "boolean", "Do you live alone?", "¿Vive solo?"),
                                item("floor", "string", "On which floor?", "¿En qué piso?")});
    auto tabs = dressed(item("tabs", "group", "Home", "Casa"), Json::array({control("tab-container")}));
    auto const tab = [](char const* linkId, char const* english, char const* spanish, Json const& inside) {
        return with(item(linkId, "group", english, spanish), "item", Json::array({inside}));
    };
    tabs["item"] = Json::array(
        {tab("inside", "Inside", "Dentro", item("stairs", "boolean", "Are there stairs?", "¿Hay escaleras?")),
         tab("outside", "Outside", "Fuera", item("garden", "boolean", "Is there a garden?", "¿Hay jardín?"))});
    auto fold = dressed(item("fold", "group", "More about you", "Más sobre usted"),
                        Json::array({Json{{"url", sdcUrl("collapsible")}, {"valueCode", "default-open"}}}));
    fold["item"] = Json::array({item("hobby", "string", "What do you like to do?", "¿Qué le gusta hacer?")});
    return Json::array({grid, medicine, page, tabs, fold});
}

} // namespace

Json everyFeatureForm() {
    auto header = dressed(item("header", "display", "Your health", "Su salud"), Json::array({control("header")}));
    auto footer =
        dressed(item("footer", "display", "Ask us if something is not clear.", "Pregúntenos si algo no está claro."),
                Json::array({control("footer")}));
    auto items = Json::array({header, footer});
    for (auto const& part : {numbers(), choices(), pictures(), words(), groups()})
        for (auto const& each : part) items.push_back(each);
    auto form = formOf("every-feature", "Your health", "Su salud", std::move(items));
    form["extension"] = Json::array({extension("questionnaire-signatureRequired", "valueCodeableConcept",
                                               Json{{"coding", Json::array({Json{{"code", "author"}}})}})});
    return form;
}

} // namespace tests::screens
