#include "tests/qml/screens/Bench.h"
#include "tests/qml/screens/FormParts.h"

namespace tests::screens {

Json everyKindForm() {
    auto const drinks =
        Json::array({option("water", "Water", "Agua"), option("tea", "Tea", "Té"), option("coffee", "Coffee", "Café")});
    auto read = item("read", "display", "The next questions are about your day. There is no right or wrong.",
                     "Las preguntas que siguen son sobre su día. No hay respuestas buenas ni malas.");
    auto yesNo = item("yes-no", "boolean", "Did you sleep well?", "¿Durmió bien?");
    auto one = item("one", "choice", "What did you drink first today?", "¿Qué bebió primero hoy?");
    one["answerOption"] = drinks;
    one["required"] = true;
    auto some = item("some", "choice", "What else did you drink?", "¿Qué más bebió?");
    some["answerOption"] = drinks;
    some["repeats"] = true;
    auto own = item("own", "open-choice", "Which fruit do you like best?", "¿Qué fruta le gusta más?");
    own["answerOption"] = Json::array({option("apple", "Apple", "Manzana"), option("pear", "Pear", "Pera")});
    auto whole = item("whole", "integer", "How many hours did you sleep?", "¿Cuántas horas durmió?");
    whole["extension"] =
        Json::array({extension("minValue", "valueInteger", 0), extension("maxValue", "valueInteger", 24)});
    auto number = item("number", "decimal", "How many litres of water do you drink a day?",
                       "¿Cuántos litros de agua bebe al día?");
    auto words = item("words", "string", "What is your favourite place?", "¿Cuál es su lugar favorito?");
    words["maxLength"] = 40;
    auto story = item("story", "text", "What was good today?", "¿Qué fue bueno hoy?");
    auto day = item("day", "date", "When were you last here?", "¿Cuándo estuvo aquí por última vez?");
    return formOf("every-kind", "Your day", "Su día",
                  Json::array({read, yesNo, one, some, own, whole, number, words, story, day}));
}

} // namespace tests::screens
