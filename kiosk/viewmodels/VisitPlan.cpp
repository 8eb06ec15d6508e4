#include "kiosk/viewmodels/VisitPlan.h"

#include "kiosk/viewmodels/Wording.h"

namespace kiosk::viewmodels {

void VisitPlan::begin(std::vector<Instrument> forms, QString const& language) {
    beginResetModel();
    m_forms = std::move(forms);
    m_done = 0;
    m_language = toUtf8(language);
    endResetModel();
    emit changed();
}

void VisitPlan::speak(QString const& language) {
    m_language = toUtf8(language);
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {TitleRole});
}

void VisitPlan::advance() {
    if (!hasMore()) return;
    ++m_done;
    emit dataChanged(index(m_done - 1), index(m_done - 1), {FinishedRole});
    emit changed();
}

void VisitPlan::clear() {
    if (count() > 0) begin({}, toQt(m_language));
}

int VisitPlan::minutesLeft() const {
    int minutes = 0;
    for (int i = m_done; i < count(); ++i) minutes += m_forms[std::size_t(i)].minutes;
    return minutes;
}

int VisitPlan::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant VisitPlan::data(QModelIndex const& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    auto const& instrument = m_forms[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return toQt(instrument.form->title().in(m_language));
    case MinutesRole: return instrument.minutes;
    case FinishedRole: return index.row() < m_done;
    default: return {};
    }
}

QHash<int, QByteArray> VisitPlan::roleNames() const {
    return {{TitleRole, "title"}, {MinutesRole, "minutes"}, {FinishedRole, "finished"}};
}

} // namespace kiosk::viewmodels
