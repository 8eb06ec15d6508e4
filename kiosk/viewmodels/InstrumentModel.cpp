#include "kiosk/viewmodels/InstrumentModel.h"

#include "kiosk/viewmodels/Wording.h"

namespace kiosk::viewmodels {

void InstrumentModel::show(std::shared_ptr<const Catalogue> catalogue, QString const& language) {
    beginResetModel();
    m_catalogue = std::move(catalogue);
    m_language = toUtf8(language);
    m_offered = m_catalogue ? m_catalogue->offeredIn(m_language) : std::vector<Instrument const*>{};
    endResetModel();
    emit countChanged();
}

int InstrumentModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : int(m_offered.size());
}

QVariant InstrumentModel::data(QModelIndex const& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    auto const& instrument = *m_offered[std::size_t(index.row())];
    switch (role) {
    case IdRole: return toQt(instrument.id);
    case TitleRole: return toQt(instrument.form->title().in(m_language));
    case DescriptionRole: return toQt(instrument.form->description().in(m_language));
    case MinutesRole: return instrument.minutes;
    default: return {};
    }
}

QHash<int, QByteArray> InstrumentModel::roleNames() const {
    return {{IdRole, "instrumentId"}, {TitleRole, "title"}, {DescriptionRole, "description"}, {MinutesRole, "minutes"}};
}

} // namespace kiosk::viewmodels
