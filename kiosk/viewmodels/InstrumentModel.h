#pragma once

#include "kiosk/viewmodels/Catalogue.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace kiosk::viewmodels {

/// The surveys on offer in a language. GUI thread.
class InstrumentModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the Kiosk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, DescriptionRole, MinutesRole };

    using QAbstractListModel::QAbstractListModel;

    void show(std::shared_ptr<const Catalogue> catalogue, QString const& language);
    [[nodiscard]] int count() const { return rowCount(); }

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::shared_ptr<const Catalogue> m_catalogue; ///< holds what m_offered points to
    std::vector<Instrument const*> m_offered;
    std::string m_language;
};

} // namespace kiosk::viewmodels
