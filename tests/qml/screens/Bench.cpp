#include "tests/qml/screens/Bench.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/base/LogKeeper.h"
#include "kiosk/core/crypto/Password.h"
#include "kiosk/core/survey/Names.h"
#include "tests/qml/screens/FormParts.h"
#include "tests/support/films/Webm.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QJsonDocument>
#include <QPainter>
#include <QQmlEngine>
#include <algorithm>
#include <array>

namespace tests::screens {

namespace {

/// Their ids are the same in every pack.
packs::Staff sampleStaff() {
    static packs::Staff const staff = [] {
        auto const hash = [](QString const& code) {
            return crypto::passwordHash(SecretBytes(asBytes(code.toStdString())));
        };
        packs::Staff made;
        made.members = {{Uuid::random(), "Nina Ortega", {packs::Role::Staff}, {hash(Bench::ninasCode())}},
                        {Uuid::random(), "Max Weber", {packs::Role::Admin}, {hash(Bench::maxsCode())}}};
        return made;
    }();
    return staff;
}

/// As `pack --unreviewed ar` lets it through.
void speakArabic(support::Practice::PackWish& wish) {
    wish.settings["languages"] = Json::array({"en", "es", "ar"});
    wish.settings["safety_contact"]["name"]["ar"] = "خط المساعدة";
    wish.settings["safety_contact"]["text"]["ar"] = "يُرجى إبلاغ أحد العاملين الآن، أو الاتصال بالرقم 988 في أي وقت.";
}

/// A row of chairs under a lamp: a drawing of our own, as a PNG.
Bytes picture() {
    QImage image(640, 420, QImage::Format_RGB32);
    image.fill(QColor("#CFE8F5"));
    QPainter painter(&image);
    painter.fillRect(0, 330, 640, 90, QColor("#D8C3A5"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#F4B942"));
    painter.drawEllipse(QPoint(520, 90), 48, 48);
    for (int x = 70; x < 460; x += 130) {
        painter.fillRect(x, 160, 90, 100, QColor("#0A545F"));
        painter.fillRect(x, 270, 90, 26, QColor("#063C45"));
        painter.fillRect(x + 4, 296, 10, 60, QColor("#063C45"));
        painter.fillRect(x + 76, 296, 10, 60, QColor("#063C45"));
    }
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return Bytes(png.begin(), png.end());
}

/// A leaf beside a bar: a drawing of our own, twice as wide as high.
Bytes logo() {
    return toBytes(R"(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">)"
                   R"(<path d="M50 5 L90 50 L50 95 L10 50 Z" fill="#0A545F"/>)"
                   R"(<rect x="100" y="40" width="90" height="20" fill="#B3541E"/></svg>)");
}

Json slides() {
    return Json{
        {"slide_s", 6},
        {"slides",
         Json::array(
             {Json{{"title", {{"en", "You said, we did: more chairs"}, {"es", "Usted lo dijo: más sillas"}}},
                   {"text",
                    {{"en", "Many of you had to stand. Since May there are twelve more chairs by the window."},
                     {"es", "Muchos tenían que esperar de pie. Desde mayo hay doce sillas más junto a la ventana."}}},
                   {"picture", "chairs.png"},
                   {"picture_text", {{"en", "A row of new chairs"}, {"es", "Una fila de sillas nuevas"}}}},
              Json{{"title", {{"en", "Open late on Thursdays"}, {"es", "Los jueves abrimos hasta tarde"}}},
                   {"text", {{"en", "From six to eight, by appointment."}, {"es", "De seis a ocho, con cita."}}}}})}};
}

/// What is said in the film of the tests, a second each.
Bytes captions(std::array<std::string, 3> const& said) {
    std::string file = "WEBVTT\n";
    for (std::size_t i = 0; i < said.size(); ++i)
        file += "\n00:0" + std::to_string(i) + ".000 --> 00:0" + std::to_string(i + 1) + ".000\n" + said[i] + "\n";
    return toBytes(file);
}

Bytes made(char const* name) {
    return *base::readFile(Path(CANDOR_FILMS) / name);
}

Json signFilm(char const* language, char const* film, std::vector<std::string> const& languages) {
    auto const part = [](char const* url, char const* type, std::string const& value) {
        return Json{{"url", url}, {type, value}};
    };
    auto inside = Json::array({part("language", "valueCode", language), part("film", "valueString", film)});
    for (auto const& each : languages)
        inside.push_back({{"url", "captions"},
                          {"extension", Json::array({part("language", "valueCode", each),
                                                     part("file", "valueString", "ball-" + each + ".vtt")})}});
    return {{"url", "http://candor.example/fhir/StructureDefinition/sign-language-film"}, {"extension", inside}};
}

/// One question that is said in two sign languages, the second by a film that cannot be played.
Json signedForm(std::vector<std::string> const& languages) {
    auto question = item("day", "choice", "How was your day?", "¿Cómo fue su día?");
    question["answerOption"] = Json::array({option("well", "Well", "Bien"), option("badly", "Badly", "Mal")});
    question["extension"] =
        Json::array({signFilm("ase", "ball.webm", languages), signFilm("mfs", "broken.webm", languages)});
    return formOf("signed", "Your day", "Su día", Json::array({question}));
}

/// A slide with a film, one whose film only a decoder sees to be none, and one of words.
void addFilms(support::Practice::PackWish& wish) {
    auto const slide = [](char const* english, char const* spanish, char const* arabic) {
        return Json{{"title", {{"en", english}, {"es", spanish}, {"ar", arabic}}}};
    };
    auto const filmed = [&](Json one, char const* film) {
        one["film"] = film;
        one["film_text"] = {{"en", "A ball rolls"}, {"es", "Una pelota rueda"}, {"ar", "كرة تتدحرج"}};
        one["captions"] = {{"en", "ball-en.vtt"}, {"es", "ball-es.vtt"}, {"ar", "ball-ar.vtt"}};
        return one;
    };
    auto slides = Json::array({filmed(slide("Welcome", "Bienvenida", "أهلاً وسهلاً"), "ball.webm"),
                               filmed(slide("Broken", "Roto", "تالف"), "broken.webm"),
                               slide("Open late on Thursdays", "Los jueves abrimos hasta tarde", "نعمل مساء كل خميس")});
    auto const languages = wish.settings["languages"].get<std::vector<std::string>>();
    for (auto& one : slides)
        for (auto& [name, texts] : one.items())
            if (texts.is_object() && std::ranges::find(languages, "ar") == languages.end()) texts.erase("ar");
    wish.settings["attract"] = {{"slide_s", 6}, {"slides", slides}};
    wish.settings["instruments"] = Json::array({"signed", "phq-2"});
    auto const form = signedForm(languages);
    wish.ownForms = {{"signed", languages.size() > 2 ? withArabic(form) : form}};
    namespace films = tests::films;
    auto const broken = films::film(films::times(1000) + films::tracks(films::picture()) + films::frame(0));
    wish.media = {{"ball.webm", made("ball.webm")},
                  {"broken.webm", toBytes(broken)},
                  {"ball-en.vtt", captions({"Good morning.", "We are glad that you are here.", "Please take a seat."})},
                  {"ball-es.vtt", captions({"Buenos días.", "Nos alegra que esté aquí.", "Tome asiento, por favor."})},
                  {"ball-ar.vtt", captions({"صباح الخير.", "يسعدنا حضوركم.", "يُرجى الجلوس."})}};
}

support::Practice::PackWish wishOf(QString const& what) {
    support::Practice::PackWish wish;
    bool const arabic = what.endsWith(QLatin1String("arabic"));
    if (arabic) speakArabic(wish);
    if (what == QLatin1String("shipped") || what == QLatin1String("arabic")) return wish;
    if (what.startsWith(QLatin1String("films"))) {
        addFilms(wish);
        return wish;
    }
    if (what == QLatin1String("flows")) {
        wish.settings["instruments"] = Json::array({"every-kind", "phq-2"});
        wish.ownForms = {{"every-kind", everyKindForm()}};
        wish.settings["next_steps"] = {
            {"en", "A nurse reads all answers tomorrow. You need do nothing more."},
            {"es", "Una enfermera lee todas las respuestas mañana. Usted no tiene que hacer nada más."}};
        wish.settings["contact_request"] = {
            {"form", "contact-request"},
            {"promise",
             {{"en", "We call within two working days."}, {"es", "Llamamos en un plazo de dos días hábiles."}}}};
        wish.settings["visit_codes"] = {
            {"rules", Json::array({Json{{"prefix", "21"}, {"instruments", {"phq-9", "activation-short"}}},
                                   Json{{"prefix", "40"}, {"instruments", {"friends-and-family"}}}})}};
        wish.settings["attract"] = slides();
        wish.settings["logo"] = "maple.svg";
        wish.media = {{"chairs.png", picture()}, {"maple.svg", logo()}};
        return wish;
    }
    if (what.startsWith(QLatin1String("bedside"))) {
        wish.settings["mode"] = "bedside";
        wish.settings["ask_who_answers"] = true;
        wish.settings["visit_codes"] = {
            {"only", true},
            {"rules",
             Json::array({Json{{"prefix", "21"}, {"instruments", {arabic ? "visit-experience" : "activation"}}}})}};
        return wish;
    }
    if (what.endsWith(QLatin1String(".json"))) {
        wish.settings["instruments"] = Json::array({"public"});
        wish.ownForms = {{"public", readJson(what)}};
        return wish;
    }
    if (what.startsWith(QLatin1String("staffed"))) wish.staff = sampleStaff();
    wish.settings["instruments"] = Json::array({"every-kind", "every-feature"});
    auto const spoken = [arabic](Json form) { return arabic ? withArabic(std::move(form)) : form; };
    wish.ownForms = {{"every-kind", spoken(everyKindForm())}, {"every-feature", spoken(everyFeatureForm())}};
    return wish;
}

Json findAnswer(Json const& item, std::string const& linkId) {
    if (item.value("linkId", "") == linkId) return item.value("answer", Json::array());
    for (auto const& child : item.value("item", Json::array()))
        if (auto found = findAnswer(child, linkId); !found.empty()) return found;
    return Json::array();
}

} // namespace

Bench::Parts::Parts(support::Practice::PackWish const& wish) :
    disk(wish), room(*disk.open(std::make_unique<support::FakeUptime>(uptime))), catalogue(room->catalogue),
    store(std::move(room)), journal(store), desk(store), idle(steady.hands()),
    kiosk(journal, idle, disk.clock, viewmodels::Translations::shipped()), requests(disk.folder.path() / "requests"),
    stick(disk.folder.path() / "stick", requests, [this](Path const&) { return plugged; }),
    area(desk, kiosk, idle, {stick, requests}) {
    std::filesystem::create_directory(disk.folder.path() / "requests");

    qApp->installEventFilter(&idle);
    kiosk.use(catalogue);
}

Bench::Bench(QQmlEngine& engine) : m_translations(engine) {}

void Bench::open(QString const& what) {
    close();
    m_parts = std::make_unique<Parts>(wishOf(what));
    auto& shown = m_parts->kiosk;
    connect(&shown, &viewmodels::Kiosk::languageChanged, this,
            [this, &shown] { m_translations.speak(shown.language()); });
    connect(&shown, &viewmodels::Kiosk::visitedChanged, &m_parts->comfort,
            [this, &shown] { m_parts->comfort.setVisited(shown.isVisited()); });
    m_translations.speak(shown.language());
    emit opened();
}

void Bench::close() {
    if (!m_parts) return;
    auto const gone = std::move(m_parts);
    emit opened();
}

void Bench::plugStick(bool plugged) {
    auto const& folder = m_parts->stick.folder();
    std::error_code ignored;
    if (plugged)
        std::filesystem::create_directories(folder, ignored);
    else
        std::filesystem::remove_all(folder, ignored);
    m_parts->plugged = plugged;
}

void Bench::loseStick() {
    std::filesystem::remove_all(m_parts->stick.folder());
}

bool Bench::unmountStick() {
    if (!std::filesystem::remove(m_parts->disk.folder.path() / "requests" / "release-stick")) return false;
    m_parts->plugged = false;
    return true;
}

void Bench::note(QString const& component, QString const& what) {
    base::keepLogIn(m_parts->disk.folder.path() / "log");
    base::log(base::LogLevel::Warning, component.toStdString(), what.toStdString());
}

bool Bench::isToBeErased() const {
    return std::filesystem::exists(m_parts->disk.folder.path() / "requests" / "factory-reset");
}

int Bench::recordsOnStick() const {
    int records = 0;
    for (auto const& each : std::filesystem::recursive_directory_iterator(m_parts->stick.folder()))
        if (each.path().extension() == ".cev" && each.path().parent_path().extension() != ".part") ++records;
    return records;
}

void Bench::breakDisk(bool broken) {
    m_parts->journal.fault = broken ? std::optional(ErrorKind::Full) : std::nullopt;
    m_parts->desk.fault = m_parts->journal.fault;
}

void Bench::pass(int seconds) {
    m_parts->steady.pass(std::chrono::seconds(seconds));
    *m_parts->uptime = m_parts->uptime->load() + std::chrono::seconds(seconds);
    m_parts->idle.check();
}

int Bench::sent() const {
    return int(m_parts->disk.practice.openAll(m_parts->disk.outbox()).size());
}

Json Bench::lastResponse() const {
    auto const bundles = m_parts->disk.practice.openAll(m_parts->disk.outbox());
    if (bundles.empty()) return Json::object();
    for (auto const& entry : bundles.back().at("entry"))
        if (entry.at("resource").at("resourceType") == "QuestionnaireResponse") return entry.at("resource");
    return Json::object();
}

QString Bench::lastStatus() const {
    return QString::fromStdString(lastResponse().value("status", ""));
}

QString Bench::lastAnswer(QString const& linkId) const {
    return QString::fromStdString(findAnswer(lastResponse(), linkId.toStdString()).dump());
}

void Bench::removeNina() {
    auto wish = wishOf(QStringLiteral("staffed"));
    wish.version = 2;
    wish.staff.members.erase(wish.staff.members.begin());
    m_parts->disk.bring("factory-2.pack", m_parts->disk.practice.factoryPack(wish));
    m_parts->store.takeIncomingPack(this, [this](auto const& taken) {
        if (m_parts && taken && *taken) m_parts->kiosk.use(*taken);
    });
}

QString Bench::lastDigit(QString const& digits) {
    return QString(QLatin1Char(packs::checkDigit(digits.toStdString())));
}

QString Bench::lastVisit() const {
    auto const response = lastResponse();
    const Json::json_pointer visit("/encounter/identifier/value");
    return response.contains(visit) ? QString::fromStdString(response.at(visit)) : QString();
}

QString Bench::lastMode() const {
    for (auto const& extension : lastResponse().value("extension", Json::array()))
        if (extension.contains("valueCode")) return QString::fromStdString(extension.at("valueCode"));
    return {};
}

QString Bench::lastProxy() const {
    for (auto const& extension : lastResponse().value("extension", Json::array()))
        if (extension.value("url", "") == survey::names::proxyRelation)
            return QString::fromStdString(extension.at("valueCode"));
    return {};
}

QVariantMap Bench::lastSignature() const {
    for (auto const& extension : lastResponse().value("extension", Json::array()))
        if (extension.contains("valueSignature"))
            return QJsonDocument::fromJson(QByteArray::fromStdString(extension.at("valueSignature").dump()))
                .toVariant()
                .toMap();
    return {};
}

} // namespace tests::screens
