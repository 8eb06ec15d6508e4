#include "tests/qml/screens/Tour.h"

#include "kiosk/core/packs/VisitCodes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQmlContext>
#include <QQmlExpression>
#include <stdexcept>

namespace tests::screens {

using viewmodels::Kiosk;
using viewmodels::Question;
using viewmodels::StaffArea;
using viewmodels::SurveySession;
using Stage = SurveySession::Stage;

namespace {

constexpr int patience = 30'000; // ms

void turn() {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void type(StaffArea& area, QString const& digits) {
    for (auto const digit : digits) area.press(digit.digitValue());
}

} // namespace

Tour::Tour(QString const& forms, QString language, double density) :
    m_language(std::move(language)), m_halt([](auto const&) {}), m_bench(m_noEngine) {
    m_bench.open(forms);
    m_screen = std::make_unique<app::Screen>(kiosk(), m_voice);
    theme(QStringLiteral("Theme.motion = false"));
    theme(QStringLiteral("Theme.tapPause = 0"));
    if (density > 0) theme(QStringLiteral("Theme.density = %1").arg(density));
    window().resize(1280, 800);
    window().show();
    window().requestActivate();
    until([this] { return isThere(); }); // the first screen began to come before motion was off
}

/// Theme is reached through a screen that uses it: the engine imports nothing more by now.
QVariant Tour::theme(QString const& expression) {
    QQmlExpression theme(qmlContext(flow()), flow(), expression);
    auto value = theme.evaluate();
    if (theme.hasError()) throw std::runtime_error(theme.error().toString().toStdString());
    return value;
}

QImage Tour::picture() {
    turn();
    (void)window().grabWindow(); // gives texts and rows their sizes, on which others wait
    until([this] { return isLoaded(); });
    turn();
    return window().grabWindow();
}

bool Tour::isLoaded() {
    constexpr int loading = 2; // QQuickImageBase::Loading
    bool loaded = true;
    eachOf(*window().contentItem(), "QQuickImage",
           [&](QQuickItem& image) { loaded = loaded && image.property("status").toInt() != loading; });
    return loaded;
}

bool Tour::isThere() {
    bool there = window().isActive();
    eachOf(*window().contentItem(), "Slot_", [&](QQuickItem& slot) { there = there && slot.opacity() == 1; });
    return there;
}

void Tour::halt(QString const& screen) {
    turn();
    m_halt(screen);
}

void Tour::until(Holds const& holds) {
    QElapsedTimer passed;
    for (passed.start(); !holds(); turn())
        if (passed.hasExpired(patience)) throw std::runtime_error("the kiosk does not come to where it was led");
}

void Tour::leave() {
    kiosk().leave();
    turn();
}

void Tour::wayIn() {
    halt(QStringLiteral("attract"));
    kiosk().welcome();
    halt(QStringLiteral("language"));
    kiosk().chooseLanguage(m_language);
    flow()->setProperty("languageAsked", true);
    halt(QStringLiteral("choose"));
}

void Tour::start(QString const& instrument) {
    kiosk().welcome();
    kiosk().chooseLanguage(m_language);
    kiosk().startSurvey(instrument);
    until([this] { return kiosk().session() != nullptr; });
}

void Tour::answer(QString const& instrument) {
    start(instrument);
    auto& session = *kiosk().session();
    for (int number = 1; session.stage() == Stage::Asking; ++number)
        question(session, QStringLiteral("%1-%2").arg(instrument).arg(number, 2, 10, QLatin1Char('0')), number == 1);
    halt(instrument + QStringLiteral("-review"));
}

void Tour::question(SurveySession& session, QString const& name, bool first) {
    auto& question = *session.question();
    auto const page = session.pageId();
    if (first) halt(name + QStringLiteral("-empty"));
    enter(question);
    if (session.isSafetyDue()) {
        halt(QStringLiteral("safety"));
        session.understoodSafety();
    }
    halt(name);
    using Kind = Question::Kind;
    if (auto const kind = question.kind(); kind == Kind::LongText || kind == Kind::ShortText || kind == Kind::Url)
        keyboard(name);
    until([&] { return !session.isBusy(); });
    session.next();
    if (session.problem() != SurveySession::Problem::None) session.skip();
    until([&] { return session.stage() != Stage::Asking || session.pageId() != page; });
}

void Tour::enter(Question& question) {
    using Kind = Question::Kind;
    question.choose(1);
    if (question.kind() == Kind::SomeOf) question.choose(2);
    if (question.kind() == Kind::NumberScale) question.chooseNumber(9);
    if (question.kind() == Kind::WholeNumber) question.enter(QStringLiteral("7"));
    if (question.kind() == Kind::Number) question.enter(QStringLiteral("1.5"));
    if (question.kind() == Kind::Slider) question.enter(QStringLiteral("40"));
    if (question.kind() == Kind::Date) question.enter(QStringLiteral("2026-11-02"));
    if (question.kind() == Kind::LongText)
        question.enter(m_language == QLatin1String("ar") ? QStringLiteral("أعطتني الممرضة وقتًا كافيًا.")
                                                         : QStringLiteral("The nurse took time for me."));
}

void Tour::keyboard(QString const& name) {
    eachOf(*window().contentItem(), "TextEntry_",
           [](QQuickItem& field) { QMetaObject::invokeMethod(&field, "begin"); });
    halt(name + QStringLiteral("-keyboard"));
    eachOf(*window().contentItem(), "TextEntry_",
           [](QQuickItem& field) { QMetaObject::invokeMethod(&field, "finish"); });
}

void Tour::finish(QString const& screen) {
    kiosk().session()->finish();
    until([this] { return kiosk().session()->stage() == Stage::Completed; });
    halt(screen);
    leave();
}

void Tour::callMe() {
    start(QStringLiteral("phq-2"));
    skipAll();
    halt(QStringLiteral("thanks-contact"));
    kiosk().askForContact();
    until([this] { return kiosk().session()->stage() == Stage::Asking; });
    halt(QStringLiteral("contact-request"));
    flow()->setProperty("leaving", true);
    halt(QStringLiteral("contact-cancel"));
    flow()->setProperty("leaving", false);
    skipAll();
    halt(QStringLiteral("thanks-contact-given"));
    leave();
}

void Tour::slides() {
    for (int number = 1; number <= 3; ++number) {
        eachOf(*window().contentItem(), "SlideShow_",
               [](QQuickItem& show) { QMetaObject::invokeMethod(&show, "turn"); });
        halt(QStringLiteral("attract-slide-%1").arg(number));
    }
}

void Tour::films() {
    eachOf(*window().contentItem(), "SlideShow_", [](QQuickItem& show) { QMetaObject::invokeMethod(&show, "turn"); });
    auto const isSaid = [this] {
        bool said = false;
        eachOf(*window().contentItem(), "FilmFrame_",
               [&](QQuickItem& film) { said = said || !film.property("caption").toString().isEmpty(); });
        return said;
    };
    until(isSaid);
    halt(QStringLiteral("attract-film"));
    start(QStringLiteral("signed"));
    halt(QStringLiteral("sign-language"));
    eachOf(*window().contentItem(), "SignFilm_", [](QQuickItem& sign) { QMetaObject::invokeMethod(&sign, "begin"); });
    until(isSaid);
    eachOf(*window().contentItem(), "FilmFrame_", [](QQuickItem& film) { film.setProperty("playing", false); });
    halt(QStringLiteral("sign-language-film"));
    leave();
}

void Tour::visitCode() {
    kiosk().welcome();
    kiosk().chooseLanguage(m_language);
    flow()->setProperty("languageAsked", true);
    halt(QStringLiteral("choose-with-code"));
    flow()->setProperty("askingCode", true);
    halt(QStringLiteral("code"));
    flow()->setProperty("codeAnswer", int(Kiosk::CodeAnswer::Mistyped));
    eachOf(*window().contentItem(), "NumberPad_",
           [](QQuickItem& pad) { pad.setProperty("value", QStringLiteral("21000425")); });
    halt(QStringLiteral("code-mistyped"));
    kiosk().enterCode(QString::fromStdString(packs::makeVisitCode("21", 42)));
    halt(QStringLiteral("plan"));
    kiosk().goOn();
    until([this] { return kiosk().session() != nullptr; });
    skipAll();
    halt(QStringLiteral("plan-between"));
    leave();
}

void Tour::whoAnswers() {
    kiosk().welcome();
    kiosk().chooseLanguage(m_language);
    flow()->setProperty("languageAsked", true);
    halt(QStringLiteral("who"));
    eachOf(*window().contentItem(), "WhoScreen_", [](QQuickItem& screen) { screen.setProperty("byProxy", true); });
    halt(QStringLiteral("who-proxy"));
    leave();
}

void Tour::atTheBed() {
    halt(QStringLiteral("attract-bedside"));
    kiosk().quiet()->setDoNotDisturb(true);
    halt(QStringLiteral("quiet"));
    kiosk().quiet()->wake();
    halt(QStringLiteral("attract-undisturbed"));
}

/// To the last screen with as few answers as the form allows.
void Tour::skipAll() {
    auto& session = *kiosk().session();
    while (session.stage() == Stage::Asking) {
        if (!session.canSkip()) session.question()->enter(QStringLiteral("555 0100"));
        until([&] { return !session.isBusy(); });
        session.canSkip() ? session.skip() : session.next();
        turn();
    }
    session.finish();
    until([&] { return session.stage() == Stage::Completed; });
}

void Tour::sign() {
    kiosk().session()->finish();
    halt(QStringLiteral("sign"));
    eachOf(*window().contentItem(), "SignaturePad_", [](QQuickItem& pad) {
        auto const point = [](double x, double y) { return QVariantMap{{"x", x}, {"y", y}, {"t", 0}}; };
        auto const line =
            QVariantList{point(0.2, 0.7), point(0.3, 0.2), point(0.4, 0.8), point(0.5, 0.4), point(0.8, 0.6)};
        pad.setProperty("strokes", QVariantList{QVariant(line)});
    });
    halt(QStringLiteral("sign-drawn"));
    leave();
}

void Tour::besideTheWay(QString const& instrument) {
    start(instrument);
    auto& session = *kiosk().session();
    QMetaObject::invokeMethod(flow(), "openComfort");
    comfort().setSpoken(true);
    halt(QStringLiteral("comfort"));
    comfort().setHidden(true);
    halt(QStringLiteral("curtain"));
    comfort().setHidden(false);
    comfort().setSpoken(false);
    flow()->setProperty("adjusting", false);
    flow()->setProperty("leaving", true);
    halt(QStringLiteral("cancel"));
    flow()->setProperty("leaving", false);
    session.next();
    halt(QStringLiteral("problem-choose"));
    m_bench.breakDisk(true);
    session.question()->choose(0);
    until([&] { return session.problem() >= SurveySession::Problem::NotSaved; });
    halt(QStringLiteral("not-saved"));
    m_bench.breakDisk(false);
    session.retry();
    until([&] { return session.problem() == SurveySession::Problem::None && !session.isBusy(); });
    m_bench.pass(61);
    halt(QStringLiteral("idle-warning"));
    leave();
}

void Tour::faults() {
    for (auto const& [fault, name] :
         {std::pair(Kiosk::Fault::StorageFull, "fault-full"), std::pair(Kiosk::Fault::StorageFailed, "fault-failed"),
          std::pair(Kiosk::Fault::NothingToOffer, "fault-nothing")}) {
        kiosk().chooseLanguage(m_language);
        kiosk().raise(fault);
        halt(QString::fromLatin1(name));
        kiosk().raise(Kiosk::Fault::None);
    }
}

void Tour::staff() {
    auto& area = *m_bench.staff();
    window().setProperty("staff", QVariant::fromValue(&area));
    halt(QStringLiteral("attract-staff"));
    area.open();
    kiosk().chooseLanguage(m_language);
    halt(QStringLiteral("staff-names"));
    enterStaff(area, 1, Bench::maxsCode());
    halt(QStringLiteral("staff-menu-admin"));
    visit(area, StaffArea::Task::ShowSettings, "staff-settings");
    visit(area, StaffArea::Task::ViewAudit, "staff-audit");
    visit(area, StaffArea::Task::Log, "staff-log");
    visit(area, StaffArea::Task::Export, "staff-export");
    visit(area, StaffArea::Task::Reset, "staff-reset");
    area.leave();
    area.open();
    kiosk().chooseLanguage(m_language);
    enterStaff(area, 0, Bench::ninasCode());
    halt(QStringLiteral("staff-menu"));
    visit(area, StaffArea::Task::DeviceStatus, "staff-status");
    area.choose(int(StaffArea::Task::CleaningMode));
    until([&] { return area.place() == StaffArea::Place::Cleaning; });
    halt(QStringLiteral("staff-cleaning"));
    area.cleaned();
    area.leave();
}

void Tour::enterStaff(StaffArea& area, int who, QString const& code) {
    area.chooseName(who);
    until([&] { return area.place() == StaffArea::Place::Code && !area.isBusy(); });
    type(area, code.left(5));
    halt(QStringLiteral("staff-code"));
    type(area, code.mid(5));
    area.enter();
    until([&] { return area.place() == StaffArea::Place::ChoosePin; });
    type(area, QStringLiteral("123456"));
    area.enter();
    halt(QStringLiteral("staff-pin-simple"));
    for (int time = 0; time < 2; ++time) {
        type(area, QStringLiteral("482916"));
        area.enter();
    }
    until([&] { return area.place() == StaffArea::Place::Menu; });
}

void Tour::visit(StaffArea& area, StaffArea::Task task, char const* name) {
    area.choose(int(task));
    until([&] { return area.place() != StaffArea::Place::Menu; });
    halt(QString::fromLatin1(name));
    area.back();
}

void tourAll(QString const& language, double density, std::function<void(Tour&)> const& begin) {
    bool const arabic = language == QLatin1String("ar");
    {
        Tour shipped(arabic ? QStringLiteral("arabic") : QStringLiteral("shipped"), language, density);
        begin(shipped);
        shipped.wayIn();
        shipped.answer(QStringLiteral("visit-experience"));
        shipped.finish(QStringLiteral("thanks"));
        if (!arabic) { // only the visit survey has Arabic words
            shipped.answer(QStringLiteral("phq-9"));
            shipped.finish(QStringLiteral("thanks-safety"));
        }
        shipped.besideTheWay(arabic ? QStringLiteral("visit-experience") : QStringLiteral("activation"));
        shipped.faults();
    }
    {
        Tour staffed(arabic ? QStringLiteral("staffed-arabic") : QStringLiteral("staffed"), language, density);
        begin(staffed);
        staffed.staff();
    }
    {
        Tour filmed(arabic ? QStringLiteral("films-arabic") : QStringLiteral("films"), language, density);
        begin(filmed);
        filmed.films();
    }
    if (!arabic) {
        Tour flows(QStringLiteral("flows"), language, density);
        begin(flows);
        flows.slides();
        flows.visitCode();
        flows.callMe();
    }
    {
        Tour bedside(arabic ? QStringLiteral("bedside-arabic") : QStringLiteral("bedside"), language, density);
        begin(bedside);
        bedside.whoAnswers();
        bedside.atTheBed();
    }
    Tour sample(arabic ? QStringLiteral("sample-arabic") : QStringLiteral("sample"), language, density);
    begin(sample);
    sample.answer(QStringLiteral("every-kind"));
    sample.finish(QStringLiteral("thanks"));
    sample.answer(QStringLiteral("every-feature"));
    sample.sign();
}

void eachOf(QQuickItem& root, char const* type, std::function<void(QQuickItem&)> const& act) {
    for (auto* item : root.childItems()) {
        if (!item->isVisible()) continue;
        if (item->inherits(type) || QByteArray(item->metaObject()->className()).startsWith(type)) act(*item);
        eachOf(*item, type, act);
    }
}

} // namespace tests::screens
