#pragma once

#include "kiosk/viewmodels/Pages.h"
#include "kiosk/viewmodels/Question.h"

#include <QAbstractListModel>

namespace kiosk::viewmodels {

/// What is on the page that is shown: questions and texts, in order. GUI thread.
class PageModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a SurveySession")

    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(QString preamble READ preamble NOTIFY rowsChanged)

public:
    enum Role {
        QuestionRole = Qt::UserRole + 1,
        PreambleRole, ///< what groups say before this entry and not yet before the one above
        EndsRole      ///< the repetitions that end here: [{address, title, removable, another}], innermost first
    };

    PageModel(survey::Response const& response, Page const& page, QString const& language);

    /// The same page after a change: entries come and go, those that stay keep what is being typed.
    void refresh(survey::Response const& response, Page const& page, QString const& language);
    /// As AnswerGrid takes them, with what the questions say of themselves: [{address, text, blocks, image, imageText,
    /// width, widthUnit, multiple, yesNo, options}].
    [[nodiscard]] QVariantList rows() const;
    /// What groups say before the first entry.
    [[nodiscard]] QString preamble() const;
    /// A tap in the grid.
    Q_INVOKABLE void choose(int row, int column);

    [[nodiscard]] std::vector<Question*> questions() const;
    /// Null: not on this page.
    [[nodiscard]] Question* find(std::string_view address) const;

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void rowsChanged();
    /// By a tap, or a character typed.
    void answered(kiosk::viewmodels::Question* question);
    void edited(kiosk::viewmodels::Question* question);

private:
    struct Entry {
        std::unique_ptr<Question, DeleteLater> question;
        QString preamble;
        QVariantList ends;
    };
    Entry make(survey::Response const& response, survey::Instance const& instance, QString const& language);
    void removeGone(Page const& page);
    void dress(survey::Response const& response, Page const& page, QString const& language);

    std::vector<Entry> m_entries;
};

} // namespace kiosk::viewmodels
