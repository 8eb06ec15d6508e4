// kiosk-screenshots FOLDER [density [language]]: every screen at 1280x800 and 800x1280, in English and Spanish, and the
// visit survey in Arabic, as PNG to look at.

#include "kiosk/app/Screen.h"
#include "tests/qml/screens/Bench.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>
#include <cstdio>
#include <functional>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace {

using namespace kiosk;
using viewmodels::Kiosk;
using viewmodels::Question;
using viewmodels::StaffArea;
using viewmodels::SurveySession;
using Stage = SurveySession::Stage;

void settle(int milliseconds) {
    QElapsedTimer passed;
    passed.start();
    while (passed.elapsed() < milliseconds) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

class Album {
public:
    Album(QString folder, QString const& language, QSize size, QString const& forms, double density) :
        m_folder(std::move(folder)),
        m_prefix(QStringLiteral("%1-%2x%3-").arg(language).arg(size.width()).arg(size.height())), m_language(language),
        m_bench(m_noEngine) {
        m_bench.open(forms);
        m_screen = std::make_unique<app::Screen>(*m_bench.kiosk(), m_silence);
        if (density > 0) setDensity(density);
        m_screen->window()->resize(size);
        m_screen->window()->show();
    }

    void rest() { grab("attract"); }
    /// The way of a member of staff, and what is behind it.
    void staff() {
        auto& area = *m_bench.staff();
        m_screen->window()->setProperty("staff", QVariant::fromValue(&area));
        grab("attract-staff");
        area.open();
        if (m_language != kiosk().language()) kiosk().chooseLanguage(m_language);
        grab("staff-names");
        enterStaff(area, 1, tests::screens::Bench::maxsCode());
        grab("staff-menu-admin");
        visit(area, StaffArea::Task::ShowSettings, "staff-settings");
        visit(area, StaffArea::Task::ViewAudit, "staff-audit");
        area.leave();
        area.open();
        kiosk().chooseLanguage(m_language);
        enterStaff(area, 0, tests::screens::Bench::ninasCode());
        grab("staff-menu");
        visit(area, StaffArea::Task::DeviceStatus, "staff-status");
        area.choose(int(StaffArea::Task::CleaningMode));
        until([&] { return area.place() == StaffArea::Place::Cleaning; });
        grab("staff-cleaning");
        area.cleaned();
        area.leave();
    }
    void way() {
        kiosk().welcome();
        grab("language");
        kiosk().chooseLanguage(m_language);
        QMetaObject::invokeMethod(flow(), [this] { flow()->setProperty("languageAsked", true); });
        grab("choose");
    }
    void answer(QString const& instrument) {
        start(instrument);
        auto& session = *kiosk().session();
        for (int number = 1; session.stage() == Stage::Asking; ++number) question(session, instrument, number);
        grab(instrument + QStringLiteral("-review"));
    }
    void finish(QString const& name) {
        kiosk().session()->finish();
        grab(name);
        kiosk().leave();
        // Without this the last screen stays on outside of any event loop, and ends the next visit when its time is up.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Empty, and with a signature drawn.
    void sign() {
        kiosk().session()->finish();
        grab("sign");
        each(*m_screen->window()->contentItem(), "SignaturePad_", [](QQuickItem& pad) {
            auto const point = [](double x, double y) { return QVariantMap{{"x", x}, {"y", y}, {"t", 0}}; };
            pad.setProperty("strokes",
                            QVariantList{QVariant(QVariantList{point(0.2, 0.7), point(0.3, 0.2), point(0.4, 0.8),
                                                               point(0.5, 0.4), point(0.8, 0.6)})});
        });
        grab("sign-drawn");
        kiosk().leave();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// The last screen with the offer to be called, and what comes of it.
    void callMe() {
        start(QStringLiteral("phq-2"));
        skipAll();
        grab("thanks-contact");
        kiosk().askForContact();
        until([&] { return kiosk().session()->stage() == Stage::Asking; });
        grab("contact-request");
        flow()->setProperty("leaving", true);
        grab("contact-cancel");
        flow()->setProperty("leaving", false);
        skipAll();
        grab("thanks-contact-given");
        kiosk().leave();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// The practice's slides, each in the languages of the practice.
    void slides() {
        for (int number = 1; number <= 3; ++number) {
            each(*m_screen->window()->contentItem(), "SlideShow_",
                 [](QQuickItem& show) { QMetaObject::invokeMethod(&show, "turn"); });
            settle(1000);
            grab(QStringLiteral("attract-slide-%1").arg(number));
        }
    }
    /// A visit with a number: typed, mistyped, what it asks, between two parts.
    void code() {
        kiosk().welcome();
        kiosk().chooseLanguage(m_language);
        flow()->setProperty("languageAsked", true);
        grab("choose-with-code");
        flow()->setProperty("askingCode", true);
        grab("code");
        flow()->setProperty("codeAnswer", int(Kiosk::CodeAnswer::Mistyped));
        each(*m_screen->window()->contentItem(), "NumberPad_",
             [](QQuickItem& pad) { pad.setProperty("value", QStringLiteral("21000425")); });
        grab("code-mistyped");
        kiosk().enterCode(QString::fromStdString(packs::makeVisitCode("21", 42)));
        grab("plan");
        kiosk().goOn();
        until([&] { return kiosk().session() != nullptr; });
        skipAll();
        grab("plan-between");
        kiosk().leave();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void bedside() {
        grab("attract-bedside");
        kiosk().quiet()->setDoNotDisturb(true);
        grab("quiet");
        kiosk().quiet()->wake();
        grab("attract-undisturbed");
    }
    void stop(QString const& instrument) {
        start(instrument);
        flow()->setProperty("leaving", true);
        grab("cancel");
        flow()->setProperty("leaving", false);
        kiosk().session()->next();
        grab("problem-choose");
        m_bench.breakDisk(true);
        kiosk().session()->question()->choose(0);
        grab("not-saved");
        m_bench.breakDisk(false);
        kiosk().session()->retry();
        settle(100);
        m_bench.pass(61);
        grab("idle-warning");
        kiosk().leave();
    }
    void faults() {
        for (auto const& [fault, name] : {std::pair(Kiosk::Fault::StorageFull, "fault-full"),
                                          std::pair(Kiosk::Fault::StorageFailed, "fault-failed"),
                                          std::pair(Kiosk::Fault::NothingToOffer, "fault-nothing")}) {
            kiosk().chooseLanguage(m_language);
            kiosk().raise(fault);
            grab(name);
            kiosk().raise(Kiosk::Fault::None);
        }
    }

private:
    Kiosk& kiosk() { return *m_bench.kiosk(); }
    QObject* flow() { return m_screen->window()->contentItem()->childItems().constFirst(); }

    /// Theme is reached through a screen that uses it: the engine imports nothing more by now.
    void setDensity(double density) {
        QQmlExpression theme(qmlContext(flow()), flow(), QStringLiteral("Theme.density = %1").arg(density));
        theme.evaluate();
        if (theme.hasError()) std::fprintf(stderr, "%s\n", qPrintable(theme.error().toString()));
    }

    static void until(std::function<bool()> const& holds) {
        while (!holds()) settle(10);
    }
    static void type(StaffArea& area, QString const& digits) {
        for (auto const digit : digits) area.press(digit.digitValue());
    }
    void enterStaff(StaffArea& area, int who, QString const& code) {
        area.chooseName(who);
        until([&] { return area.place() == StaffArea::Place::Code && !area.isBusy(); });
        type(area, code.left(5));
        grab("staff-code");
        type(area, code.mid(5));
        area.enter();
        until([&] { return area.place() == StaffArea::Place::ChoosePin; });
        type(area, QStringLiteral("123456"));
        area.enter();
        grab("staff-pin-simple");
        for (int time = 0; time < 2; ++time) {
            type(area, QStringLiteral("482916"));
            area.enter();
        }
        until([&] { return area.place() == StaffArea::Place::Menu; });
    }
    /// To the last screen with as few answers as the form allows.
    void skipAll() {
        auto& session = *kiosk().session();
        while (session.stage() == Stage::Asking) {
            if (!session.canSkip()) session.question()->enter(QStringLiteral("555 0100"));
            session.canSkip() ? session.skip() : session.next();
            settle(20);
        }
        session.finish();
        until([&] { return session.stage() == Stage::Completed; });
    }
    void visit(StaffArea& area, StaffArea::Task task, char const* name) {
        area.choose(int(task));
        until([&] { return area.place() != StaffArea::Place::Menu; });
        grab(name);
        area.back();
    }

    void start(QString const& instrument) {
        kiosk().welcome();
        kiosk().chooseLanguage(m_language);
        kiosk().startSurvey(instrument);
        while (!kiosk().session()) settle(10);
    }

    void question(SurveySession& session, QString const& instrument, int number) {
        auto& question = *session.question();
        auto const pageId = session.pageId();
        auto const name = QStringLiteral("%1-%2").arg(instrument).arg(number, 2, 10, QLatin1Char('0'));
        if (number == 1) grab(name + QStringLiteral("-empty"));
        enter(question);
        if (session.isSafetyDue()) {
            grab(QStringLiteral("safety"));
            session.understoodSafety();
        }
        grab(name);
        if (question.kind() == Question::Kind::LongText || question.kind() == Question::Kind::ShortText ||
            question.kind() == Question::Kind::Url)
            keyboard(name);
        session.next();
        settle(150);
        if (session.stage() == Stage::Asking && session.pageId() == pageId &&
            session.problem() != SurveySession::Problem::None)
            session.skip();
        settle(150);
    }

    void enter(Question& question) {
        question.choose(1);
        if (question.kind() == Question::Kind::SomeOf) question.choose(2);
        if (question.kind() == Question::Kind::NumberScale) question.chooseNumber(9);
        if (question.kind() == Question::Kind::WholeNumber) question.enter(QStringLiteral("7"));
        if (question.kind() == Question::Kind::Number) question.enter(QStringLiteral("1.5"));
        if (question.kind() == Question::Kind::Date) question.enter(QStringLiteral("2026-11-02"));
        if (question.kind() == Question::Kind::LongText)
            question.enter(m_language == QLatin1String("ar") ? QStringLiteral("أعطتني الممرضة وقتًا كافيًا.")
                                                             : QStringLiteral("The nurse took time for me."));
    }

    void keyboard(QString const& name) {
        each(*m_screen->window()->contentItem(), "TextEntry_",
             [](QQuickItem& entry) { QMetaObject::invokeMethod(&entry, "begin"); });
        grab(name + QStringLiteral("-keyboard"));
    }

    static void each(QQuickItem& below, char const* type, std::function<void(QQuickItem&)> const& act) {
        for (auto* item : below.childItems()) {
            if (QByteArray(item->metaObject()->className()).startsWith(type)) act(*item);
            each(*item, type, act);
        }
    }

    void grab(QString const& name) {
        settle(400);
        auto const file = m_folder + QLatin1Char('/') + m_prefix + name + QStringLiteral(".png");
        if (!m_screen->window()->grabWindow().save(file)) std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
    }
    void grab(char const* name) { grab(QString::fromLatin1(name)); }

    QString m_folder;
    QString m_prefix;
    QString m_language;
    QQmlEngine m_noEngine;
    tests::screens::Bench m_bench;
    access::Silence m_silence;
    std::unique_ptr<app::Screen> m_screen;
};

void shoot(QString const& folder, QString const& language, QSize size, double density) {
    Album shipped(folder, language, size, QStringLiteral("shipped"), density);
    shipped.rest();
    shipped.way();
    shipped.answer(QStringLiteral("visit-experience"));
    shipped.finish(QStringLiteral("thanks"));
    shipped.answer(QStringLiteral("phq-9"));
    shipped.finish(QStringLiteral("thanks-safety"));
    shipped.stop(QStringLiteral("activation"));
    shipped.faults();
    Album staffed(folder, language, size, QStringLiteral("staffed"), density);
    staffed.staff();
    Album flows(folder, language, size, QStringLiteral("flows"), density);
    flows.callMe();
    flows.slides();
    flows.code();
    Album bedside(folder, language, size, QStringLiteral("bedside"), density);
    bedside.bedside();
    Album every(folder, language, size, QStringLiteral("sample"), density);
    every.answer(QStringLiteral("every-kind"));
    every.finish(QStringLiteral("thanks"));
    every.answer(QStringLiteral("every-feature"));
    every.sign();
}

/// Only the visit survey has Arabic words.
void shootArabic(QString const& folder, QSize size, double density) {
    Album visit(folder, QStringLiteral("ar"), size, QStringLiteral("arabic"), density);
    visit.rest();
    visit.way();
    visit.answer(QStringLiteral("visit-experience"));
    visit.finish(QStringLiteral("thanks"));
    visit.stop(QStringLiteral("visit-experience"));
    visit.faults();
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    if (argc < 2) return std::fputs("usage: kiosk-screenshots FOLDER [density [language]]\n", stderr), 2;
    auto const folder = QString::fromLocal8Bit(argv[1]);
    auto const density = argc > 2 ? QByteArray(argv[2]).toDouble() : 0;
    for (auto const* language : {"en", "es", "ar"})
        for (auto const size : {QSize(1280, 800), QSize(800, 1280)}) {
            if (argc > 3 && QByteArray(argv[3]) != language) continue;
            if (QByteArray(language) == "ar")
                shootArabic(folder, size, density);
            else
                shoot(folder, QString::fromLatin1(language), size, density);
        }
    return 0;
}
