#include "tests/benchmarks/FirstPaint.h"

#include "kiosk/app/Screen.h"
#include "tests/benchmarks/Figure.h"
#include "tests/qml/screens/Bench.h"

#include <QCoreApplication>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <algorithm>
#include <functional>

Q_IMPORT_QML_PLUGIN(Kiosk_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ScreensPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_AccessPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_FilmPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ViewModelsPlugin)

namespace benchmarks {

namespace {

using namespace kiosk;
using viewmodels::Question;
using viewmodels::SurveySession;

constexpr std::size_t mostScreens = 60;
constexpr double patience = 60; // seconds; then something is broken

/// A kiosk with its window; frames are counted.
class Stage {
public:
    explicit Stage(QString const& formFile) : m_bench(m_noEngine) {
        m_bench.open(formFile);
        m_screen = std::make_unique<app::Screen>(*m_bench.kiosk(), m_silence);
        m_screen->window()->resize(1280, 800);
        QObject::connect(m_screen->window(), &QQuickWindow::frameSwapped, m_screen->window(), [this] { ++m_frames; });
        m_screen->window()->show();
        kiosk().welcome();
        kiosk().chooseLanguage(QStringLiteral("en"));
    }
    [[nodiscard]] viewmodels::Kiosk& kiosk() { return *m_bench.kiosk(); }
    [[nodiscard]] SurveySession* session() { return kiosk().session(); }

    /// Seconds from `work` until `isDone` and a frame was drawn after that.
    [[nodiscard]] Result<double> until(std::function<bool()> const& isDone, std::function<void()> const& work) {
        bool isInTime = true;
        auto const taken = secondsOf([&] {
            work();
            isInTime = wait(isDone);
            auto const before = m_frames;
            m_screen->window()->update();
            isInTime = isInTime && wait([&] { return m_frames > before; });
        });
        if (!isInTime) return fail(ErrorKind::Internal, "the screens show nothing");
        return taken;
    }

private:
    [[nodiscard]] static bool wait(std::function<bool()> const& isDone) {
        auto const start = std::chrono::steady_clock::now();
        while (!isDone()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            if (std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() > patience)
                return false;
        }
        return true;
    }

    QQmlEngine m_noEngine;
    tests::screens::Bench m_bench;
    access::Silence m_silence;
    std::unique_ptr<app::Screen> m_screen;
    std::size_t m_frames = 0;
};

void enter(Question& question, std::size_t n) {
    switch (question.kind()) {
    case Question::Kind::OneOf: question.choose(static_cast<int>(n % 4)); break;
    case Question::Kind::WholeNumber: question.enter(QString::number(n % 20)); break;
    default: question.enter(QStringLiteral("words"));
    }
}

double at(std::vector<double>& all, double part) {
    std::ranges::sort(all);
    return all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
}

} // namespace

Result<Paint> measurePaint(std::string const& form) {
    QTemporaryDir const folder;
    auto const file = folder.filePath(QStringLiteral("form.json"));
    TRY(base::writeFileDurably(file.toStdString(), asBytes(form)));
    Stage stage(file);
    Paint paint;
    paint.first = TRY(stage.until([&] { return stage.session() && stage.session()->question(); },
                                  [&] { stage.kiosk().startSurvey(QStringLiteral("public")); }));
    std::vector<double> answers, nexts;
    for (std::size_t n = 0; n < mostScreens && stage.session()->stage() == SurveySession::Stage::Asking; ++n) {
        auto& session = *stage.session();
        auto const page = session.pageId();
        auto const answered =
            TRY(stage.until([&] { return !session.isBusy(); }, [&] { enter(*session.question(), n); }));
        if (session.question()->kind() == Question::Kind::OneOf) answers.push_back(answered); // typed: written on Next
        nexts.push_back(TRY(stage.until([&] { return session.pageId() != page; }, [&] { session.next(); })));
    }
    paint.answers = answers.size();
    paint.screens = nexts.size();
    paint.answerP50 = at(answers, 0.50);
    paint.nextP50 = at(nexts, 0.50);
    paint.nextMost = at(nexts, 1);
    return paint;
}

} // namespace benchmarks
