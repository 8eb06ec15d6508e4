#include "tests/benchmarks/FirstPaint.h"

#include "tests/benchmarks/Stage.h"

#include <QTemporaryDir>

namespace benchmarks {

namespace {

using namespace kiosk;
using viewmodels::Question;
using viewmodels::SurveySession;

constexpr std::size_t mostScreens = 60;

void enter(Question& question, std::size_t n) {
    switch (question.kind()) {
    case Question::Kind::OneOf: question.choose(static_cast<int>(n % 4)); break;
    case Question::Kind::WholeNumber: question.enter(QString::number(n % 20)); break;
    default: question.enter(QStringLiteral("words"));
    }
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
    paint.answerP50 = percentile(answers, 0.50);
    paint.nextP50 = percentile(nexts, 0.50);
    paint.nextMost = percentile(nexts, 1);
    return paint;
}

} // namespace benchmarks
