#pragma once

#include "kiosk/viewmodels/Catalogue.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace kiosk::viewmodels {

/// The forms of one visit that came with a code, in the order they are asked; empty without a code. GUI thread.
class VisitPlan : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the Kiosk")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int done READ done NOTIFY changed)
    Q_PROPERTY(bool more READ hasMore NOTIFY changed)
    Q_PROPERTY(int minutesLeft READ minutesLeft NOTIFY changed)

public:
    enum Role { TitleRole = Qt::UserRole + 1, MinutesRole, FinishedRole };

    using QAbstractListModel::QAbstractListModel;

    void begin(std::vector<Instrument> forms, QString const& language);
    void speak(QString const& language);
    /// The one that is asked now is handed in. Nothing happens where there is none.
    void advance();
    void clear();

    [[nodiscard]] int count() const { return int(m_forms.size()); }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] bool hasMore() const { return m_done < count(); }
    /// Null: all are done, or there were none.
    [[nodiscard]] Instrument const* next() const { return hasMore() ? &m_forms[std::size_t(m_done)] : nullptr; }
    [[nodiscard]] int minutesLeft() const;

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    std::vector<Instrument> m_forms;
    std::string m_language;
    int m_done = 0;
};

} // namespace kiosk::viewmodels
