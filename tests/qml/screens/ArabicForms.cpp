#include "tests/qml/screens/FormParts.h"

#include <map>
#include <stdexcept>

namespace tests::screens {

namespace {

/// For screens to be looked at in Arabic; by the Spanish words of the forms.
std::map<std::string, std::string> const& arabicOf() {
    static std::map<std::string, std::string> const words{
        {"Su día", "يومك"},
        {"Unas preguntas sobre hoy.", "أسئلة قليلة عن هذا اليوم."},
        {"Las preguntas que siguen son sobre su día. No hay respuestas buenas ni malas.",
         "الأسئلة التالية عن يومك. ليست هناك إجابة صحيحة وأخرى خاطئة."},
        {"¿Cómo fue su día?", "كيف كان يومك؟"},
        {"Bien", "جيد"},
        {"Mal", "سيئ"},
        {"¿Durmió bien?", "هل كان نومك جيدًا؟"},
        {"¿Qué bebió primero hoy?", "ما أول ما شربته اليوم؟"},
        {"¿Qué más bebió?", "ماذا شربت غير ذلك؟"},
        {"¿Qué fruta le gusta más?", "ما الفاكهة المفضلة لديك؟"},
        {"Manzana", "تفاح"},
        {"Pera", "كمثرى"},
        {"¿Cuántas horas durmió?", "كم ساعة نمت؟"},
        {"¿Cuántos litros de agua bebe al día?", "كم لترًا من الماء تشرب في اليوم؟"},
        {"¿Cuál es su lugar favorito?", "ما مكانك المفضل؟"},
        {"¿Qué fue bueno hoy?", "ما الذي كان جيدًا اليوم؟"},
        {"¿Cuándo estuvo aquí por última vez?", "متى كانت زيارتك الأخيرة هنا؟"},
        {"Agua", "ماء"},
        {"Té", "شاي"},
        {"Café", "قهوة"},
        {"Su salud", "صحتك"},
        {"Pregúntenos si algo no está claro.", "اسألنا إن كان هناك شيء غير واضح."},
        {"¿Cuánto pesa?", "كم وزنك؟"},
        {"¿Qué tan fuerte es su dolor?", "ما شدة ألمك؟"},
        {"¿Qué bebe con el almuerzo?", "ماذا تشرب مع الغداء؟"},
        {"¿Qué bebe por la noche?", "ماذا تشرب في الليل؟"},
        {"¿Qué bebe en verano?", "ماذا تشرب في الصيف؟"},
        {"¿Es su día como esta imagen?", "هل يومك مثل هذه الصورة؟"},
        {"Un sol sobre un campo", "شمس فوق حقل"},
        {"Soleado", "مشمس"},
        {"Sí, así", "نعم، هكذا"},
        {"No, distinto", "لا، مختلف"},
        {"Díganos enseguida si se siente mareado.", "أخبرنا فورًا إن شعرت بالدوار."},
        {"Lea esto con cuidado.", "يُرجى قراءة هذا بعناية."},
        {"¿Cuál es su teléfono?", "ما رقم هاتفك؟"},
        {"La guardamos diez años.", "نحتفظ به عشر سنوات."},
        {"¿Qué mascotas tiene?", "ما الحيوانات الأليفة التي لديك؟"},
        {"¿A qué hora se levanta?", "متى تستيقظ؟"},
        {"¿Cuál es su correo electrónico?", "ما بريدك الإلكتروني؟"},
        {"¿Cuál es el número de su cuarto?", "ما رقم غرفتك؟"},
        {"¿Qué sitio web usa más?", "ما الموقع الذي تستخدمه أكثر؟"},
        {"A menudo", "غالبًا"},
        {"Nunca", "أبدًا"},
        {"¿Con qué frecuencia …", "كم مرة …"},
        {"camina?", "تمشي؟"},
        {"nada?", "تسبح؟"},
        {"Medicina", "الدواء"},
        {"¿Cómo se llama?", "ما اسمه؟"},
        {"Sobre usted", "عنك"},
        {"¿Vive solo?", "هل تعيش وحدك؟"},
        {"¿En qué piso?", "في أي طابق؟"},
        {"Casa", "البيت"},
        {"Dentro", "في الداخل"},
        {"¿Hay escaleras?", "هل هناك درج؟"},
        {"Fuera", "في الخارج"},
        {"¿Hay jardín?", "هل هناك حديقة؟"},
        {"Más sobre usted", "المزيد عنك"},
        {"¿Qué le gusta hacer?", "ماذا تحب أن تفعل؟"},
    };
    return words;
}

} // namespace

Json withArabic(Json part) {
    for (auto& child : part)
        if (child.is_structured()) child = withArabic(std::move(child));
    if (!part.is_object() || !part.contains("extension")) return part;
    Json arabic = Json::array();
    for (auto const& extension : part["extension"]) {
        auto const inside = extension.value("extension", Json::array());
        bool const isTranslation = inside.size() == 2 && inside[0].value("url", "") == "lang";
        if (!isTranslation || inside[0].value("valueCode", "") != "es") continue;
        auto const words = arabicOf().find(inside[1].value("valueString", ""));
        if (words == arabicOf().end()) throw std::logic_error("no Arabic for " + inside[1].dump());
        auto added = extension;
        added["extension"][0]["valueCode"] = "ar";
        added["extension"][1]["valueString"] = words->second;
        arabic.push_back(std::move(added));
    }
    for (auto& added : arabic) part["extension"].push_back(std::move(added));
    return part;
}

} // namespace tests::screens
