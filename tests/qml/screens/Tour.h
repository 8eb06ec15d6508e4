#pragma once

#include "kiosk/app/Screen.h"
#include "tests/qml/screens/Bench.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <functional>

namespace tests::screens {

/// Goes through every screen of the kiosk, as the program shows it, and halts at each. Nothing moves meanwhile.
class Tour {
public:
    /// `screen`: its name, for people.
    using Halt = std::function<void(QString const& screen)>;

    /// `forms`: as for Bench::open. `density`: pixels for each millimetre; 0: as the platform says.
    Tour(QString const& forms, QString language, double density = 0);

    /// One that is shown while nobody has begun a visit: never in large letters, which who wants them asks for.
    [[nodiscard]] static bool isForNobody(QString const& screen) { return screen.startsWith(QLatin1String("attract")); }

    void haltWith(Halt halt) { m_halt = std::move(halt); }

    /// The first screen, and the way to a survey.
    void wayIn();
    /// Through a survey, with an answer to each question, to the list of answers.
    void answer(QString const& instrument);
    /// Hands the answers in.
    void finish(QString const& screen);
    /// The last screen with the offer to be called, and what comes of it. Of the forms "flows".
    void callMe();
    /// The practice's slides. Of the forms "flows".
    void slides();
    /// A film among the slides, and a question said in a sign language. Of the forms "films" or "films-arabic".
    void films();
    /// A visit with a number: typed, mistyped, what it asks, between two parts. Of the forms "flows".
    void visitCode();
    /// At rest beside a bed. Of the forms "bedside".
    void whoAnswers();
    void atTheBed();
    /// Signs by name, empty and with a line drawn.
    void sign();
    /// What lies beside the way through a survey.
    void besideTheWay(QString const& instrument);
    void faults();
    /// The way of the people of the practice, and what is behind it. Of the forms "staffed" or "staffed-arabic".
    void staff();

    [[nodiscard]] QQuickWindow& window() { return *m_screen->window(); }
    [[nodiscard]] access::Comfort& comfort() { return m_screen->comfort(); }
    /// Pixels for each millimetre.
    [[nodiscard]] double density() { return theme(QStringLiteral("Theme.density")).toDouble(); }
    /// Everything has its place. Returns what is shown then.
    QImage picture();

private:
    struct Voice final : access::Speech {
        [[nodiscard]] bool isThere() const override { return true; }
        void say(QString const&, QString const&) override {}
        void stop() override {}
        void setPace(double) override {}
        void setVolume(double) override {}
        void rest() override {}
    };
    using Holds = std::function<bool()>;

    [[nodiscard]] viewmodels::Kiosk& kiosk() { return *m_bench.kiosk(); }
    [[nodiscard]] QObject* flow() { return window().contentItem()->childItems().constFirst(); }
    QVariant theme(QString const& expression);
    [[nodiscard]] bool isLoaded();
    [[nodiscard]] bool isThere();
    void halt(QString const& screen);
    void until(Holds const& holds);
    void leave();

    void start(QString const& instrument);
    void question(viewmodels::SurveySession& session, QString const& name, bool first);
    void skipAll();
    void enter(viewmodels::Question& question);
    void keyboard(QString const& name);

    void enterStaff(viewmodels::StaffArea& area, int who, QString const& code);
    void visit(viewmodels::StaffArea& area, viewmodels::StaffArea::Task task, char const* name);

    QString m_language;
    Halt m_halt;
    QQmlEngine m_noEngine;
    Bench m_bench;
    Voice m_voice;
    std::unique_ptr<app::Screen> m_screen;
};

/// All tours of a language: what the practice can show in it. `begin` is told of each before it starts.
void tourAll(QString const& language, double density, std::function<void(Tour&)> const& begin);

/// Every visible item below `root` whose QML or C++ type's name begins so.
void eachOf(QQuickItem& root, char const* type, std::function<void(QQuickItem&)> const& act);

} // namespace tests::screens
