#include "kiosk/app/SelfTest.h"

#include "kiosk/app/Screen.h"
#include "kiosk/viewmodels/Wording.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QQmlComponent>
#include <QQuickWindow>

namespace kiosk::app {

namespace {

using viewmodels::Catalogue;
using viewmodels::Done;
using viewmodels::Kiosk;
using viewmodels::SurveySession;
using Stage = SurveySession::Stage;

/// Keeps nothing and refuses where it is told to. Answers in the next turn of the event loop, as the real one does.
class EmptyJournal final : public viewmodels::SurveyJournal {
public:
    bool refuses = false;

    void begin(store::Draft const&, QObject* living, Done done) override { answer(living, std::move(done)); }
    void save(Uuid const&, std::string const&, std::string const&, QObject* living, Done done) override {
        answer(living, std::move(done));
    }
    void finish(Uuid const&, viewmodels::Ending, std::string const&, QObject* living, Done done) override {
        answer(living, std::move(done));
    }
    void discard(Uuid const&, QObject* living, Done done) override { answer(living, std::move(done)); }

private:
    void answer(QObject* living, Done done) const {
        if (!living) return;
        Result<void> result;
        if (refuses) result = fail(ErrorKind::Full, "refused by the self-test");
        QMetaObject::invokeMethod(
            living, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
    }
};

Result<std::shared_ptr<const Catalogue>> sampleCatalogue() {
    QFile file(QStringLiteral(":/self-test-form.json"));
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorKind::NotFound, "self-test-form.json");
    auto const text = file.readAll().toStdString();
    auto form = std::make_shared<const survey::Form>(TRY(survey::Form::parse(asBytes(text))));
    packs::Settings settings;
    settings.practice = "Self-test";
    settings.instruments = {"self-test"};
    for (auto const& code : viewmodels::Translations::shipped()) settings.languages.push_back(code.toStdString());
    settings.safetyContact = packs::SafetyContact{{{"en", "Help"}}, "000", {{"en", "Call."}}};
    return Catalogue::of(settings, {}, {{"self-test", form, 1}});
}

class Walk {
public:
    Walk() : m_idle(), m_kiosk(m_journal, m_idle, m_clock, viewmodels::Translations::shipped()) {}

    std::vector<std::string> faults() {
        auto const catalogue = sampleCatalogue();
        if (!catalogue) return {catalogue.error().text};
        m_kiosk.use(*catalogue);
        access::Silence silence;
        Screen screen(m_kiosk, silence);
        if (screen.window()) walkAll(*screen.window(), *catalogue);
        compileAll();
        for (auto const& warning : screen.warnings()) m_faults.push_back(warning.toStdString());
        return std::move(m_faults);
    }

private:
    void walkAll(QQuickWindow& window, std::shared_ptr<const Catalogue> const& catalogue) {
        window.resize(1280, 800);
        window.show();
        for (auto const& language : m_kiosk.languages()) walk(language);
        walkFaults(catalogue);
        window.hide();
    }

    void walk(QString const& language) {
        m_kiosk.welcome();
        turn();
        m_kiosk.chooseLanguage(language);
        m_kiosk.startSurvey(QStringLiteral("self-test"));
        turn();
        if (!m_kiosk.session()) return complain("no session in " + language.toStdString());
        auto& session = *m_kiosk.session();
        for (int steps = 0; session.stage() == Stage::Asking && steps < 100; ++steps) answer(session);
        if (session.stage() != Stage::Reviewing)
            return complain("the review was not reached in " + language.toStdString());
        session.finish();
        turn();
        if (session.stage() != Stage::Completed) complain("the end was not reached in " + language.toStdString());
        m_kiosk.leave();
        turn();
    }

    /// First nothing, so that the words for that show, then an answer or none.
    static void answer(SurveySession& session) {
        session.next();
        turn();
        auto& question = *session.question();
        question.choose(0);
        turn();
        session.skip();
        turn();
    }

    void walkFaults(std::shared_ptr<const Catalogue> const& catalogue) {
        m_kiosk.welcome();
        m_kiosk.startSurvey(QStringLiteral("self-test"));
        turn();
        m_journal.refuses = true;
        for (auto* session = m_kiosk.session(); session && session->problem() == SurveySession::Problem::None;)
            answer(*session);
        turn();
        for (auto const fault : {Kiosk::Fault::StorageFull, Kiosk::Fault::StorageFailed}) {
            m_kiosk.raise(fault);
            turn();
            m_kiosk.retry();
        }
        m_kiosk.use(Catalogue::of(catalogue->settings(), catalogue->recipients(), {}));
        turn();
    }

    void compileAll() {
        QQmlEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QDirIterator files(QStringLiteral(":/qt/qml/Kiosk"), {QStringLiteral("*.qml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QQmlComponent component(&engine, QUrl(QStringLiteral("qrc") + files.next()));
            if (!component.isReady()) complain(component.errorString().toStdString());
        }
    }

    /// Lets everything happen that is due: the journal's answers, bindings, a frame.
    static void turn() {
        for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();
    }

    void complain(std::string fault) { m_faults.push_back(std::move(fault)); }

    EmptyJournal m_journal;
    device::IdleMonitor m_idle;
    base::SystemClock m_clock;
    Kiosk m_kiosk;
    std::vector<std::string> m_faults;
};

} // namespace

std::vector<std::string> selfTest() {
    return Walk().faults();
}

} // namespace kiosk::app
