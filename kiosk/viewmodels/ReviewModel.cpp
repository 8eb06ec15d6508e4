#include "kiosk/viewmodels/ReviewModel.h"

#include "kiosk/viewmodels/Wording.h"

namespace kiosk::viewmodels {

namespace {

ReviewModel::Answer kindOfAnswer(Json const& answers) {
    if (answers.empty()) return ReviewModel::Answer::None;
    if (!answers[0].contains("valueBoolean")) return ReviewModel::Answer::Words;
    return answers[0].at("valueBoolean").get<bool>() ? ReviewModel::Answer::Yes : ReviewModel::Answer::No;
}

} // namespace

void ReviewModel::show(survey::Response const& response, QString const& language) {
    auto const spoken = toUtf8(language);
    beginResetModel();
    m_rows.clear();
    for (auto const* item : response.questions()) {
        if (!item->isQuestion()) continue;
        auto const& answers = response.answers(item->linkId);
        m_rows.push_back(
            {toQt(item->linkId), toQt(item->text.in(spoken)), wordsOf(*item, answers, spoken), kindOfAnswer(answers)});
    }
    endResetModel();
}

void ReviewModel::clear() {
    beginResetModel();
    for (auto& row : m_rows) row.answer.fill(QChar(0));
    m_rows.clear();
    endResetModel();
}

int ReviewModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReviewModel::data(QModelIndex const& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    auto const& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case LinkIdRole: return row.linkId;
    case QuestionRole: return row.question;
    case AnswerRole: return row.answer;
    case AnswerKindRole: return QVariant::fromValue(row.kind);
    default: return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const {
    return {{LinkIdRole, "linkId"}, {QuestionRole, "question"}, {AnswerRole, "answer"}, {AnswerKindRole, "answerKind"}};
}

} // namespace kiosk::viewmodels
