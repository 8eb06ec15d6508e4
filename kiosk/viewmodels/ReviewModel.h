#pragma once

#include "kiosk/core/survey/Response.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace kiosk::viewmodels {

/// The questions that were asked, with the answers as a person reads them back. GUI thread.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a SurveySession")

public:
    /// What kind of words stand for an answer: the form's (role `answer`), or the screen's.
    enum class Answer { Words, Yes, No, None };
    Q_ENUM(Answer)
    enum Role { LinkIdRole = Qt::UserRole + 1, QuestionRole, AnswerRole, AnswerKindRole };

    using QAbstractListModel::QAbstractListModel;

    void show(survey::Response const& response, QString const& language);
    void clear();

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString linkId;
        QString question;
        QString answer;
        Answer kind;
    };
    std::vector<Row> m_rows;
};

} // namespace kiosk::viewmodels
