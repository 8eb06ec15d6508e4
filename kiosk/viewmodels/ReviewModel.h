#pragma once

#include "kiosk/core/survey/Response.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace kiosk::viewmodels {

/// The questions that were asked, and what the form shows with them, with the answers as a person reads them back.
/// GUI thread.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a SurveySession")

public:
    /// What kind of words stand for an answer: the form's (role `answer`), or the screen's.
    enum class Answer { Words, Yes, No, None };
    Q_ENUM(Answer)
    enum Role {
        AddressRole = Qt::UserRole + 1,
        QuestionRole,
        AnswerRole,
        AnswerKindRole,
        SectionRole, ///< what the groups around it are called, where it is not as in the row above
        AskedRole    ///< the person can change it
    };

    using QAbstractListModel::QAbstractListModel;

    void show(survey::Response const& response, QString const& language);
    void clear();

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString address;
        QString question;
        QString answer;
        Answer kind = Answer::None;
        QString section;
        bool isAsked = false;
    };
    void add(survey::Response const& response, survey::Instance const& instance, std::string const& language);
    void addAll(survey::Response const& response, std::vector<std::unique_ptr<survey::Instance>> const& instances,
                std::string const& language);

    std::vector<Row> m_rows;
    QString m_section; ///< of the row added last
};

} // namespace kiosk::viewmodels
