#include "kiosk/viewmodels/PageModel.h"

#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

QVariantList endsAt(survey::Response const& response, survey::Instance const& instance, std::string const& language) {
    QVariantList all;
    for (auto const& repetition : repetitionsEndingAt(response, instance))
        all.append(QVariantMap{{QStringLiteral("address"), toQt(repetition.group->address)},
                               {QStringLiteral("title"), titleOf(response, *repetition.group, language)},
                               {QStringLiteral("removable"), repetition.canBeRemoved},
                               {QStringLiteral("another"), repetition.canHaveAnother}});
    return all;
}

} // namespace

PageModel::PageModel(survey::Response const& response, Page const& page, QString const& language) {
    for (auto const* instance : page.entries) m_entries.push_back(make(response, *instance, language));
    dress(response, page, language);
}

PageModel::Entry PageModel::make(survey::Response const& response, survey::Instance const& instance,
                                 QString const& language) {
    auto* question = new Question(response.instances().sharedForm(), instance, language);
    QQmlEngine::setObjectOwnership(question, QQmlEngine::CppOwnership);
    connect(question, &Question::answered, this, [this, question] { emit answered(question); });
    connect(question, &Question::optionsChanged, this, &PageModel::rowsChanged);
    connect(question, &Question::edited, this, [this, question] { emit edited(question); });
    return {std::unique_ptr<Question, DeleteLater>(question), {}, {}};
}

void PageModel::removeGone(Page const& page) {
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (page.holds(m_entries[std::size_t(row)].question->place())) continue;
        beginRemoveRows({}, row, row);
        auto const gone = std::move(m_entries[std::size_t(row)]);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
        gone.question->disconnect(this);
    }
}

void PageModel::refresh(survey::Response const& response, Page const& page, QString const& language) {
    removeGone(page);
    for (int row = 0; row < int(page.entries.size()); ++row) {
        auto const& instance = *page.entries[std::size_t(row)];
        if (auto* question = find(instance.address)) {
            question->refresh(instance, language);
            continue;
        }
        beginInsertRows({}, row, row);
        m_entries.insert(m_entries.begin() + row, make(response, instance, language));
        endInsertRows();
    }
    dress(response, page, language);
}

/// What an entry shows beside its question depends on its neighbours.
void PageModel::dress(survey::Response const& response, Page const& page, QString const& language) {
    QString above;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        auto& entry = m_entries[row];
        auto const preamble = preambleOf(response, *page.entries[row], toUtf8(language), page.titled);
        auto const shown = preamble == above ? QString() : preamble;
        auto const ends = endsAt(response, *page.entries[row], toUtf8(language));
        above = preamble;
        if (shown == entry.preamble && ends == entry.ends) continue;
        entry.preamble = shown;
        entry.ends = ends;
        emit dataChanged(index(int(row)), index(int(row)), {PreambleRole, EndsRole});
    }
}

QVariantList PageModel::rows() const {
    QVariantList all;
    for (auto const& entry : m_entries) {
        auto const& question = *entry.question;
        all.append(QVariantMap{{QStringLiteral("address"), question.address()},
                               {QStringLiteral("text"), question.text()},
                               {QStringLiteral("blocks"), question.blocks()},
                               {QStringLiteral("image"), question.image()},
                               {QStringLiteral("imageText"), question.imageText()},
                               {QStringLiteral("width"), question.width()},
                               {QStringLiteral("widthUnit"), question.widthUnit()},
                               {QStringLiteral("multiple"), question.isMultiple()},
                               {QStringLiteral("yesNo"), question.kind() == Question::Kind::YesNo},
                               {QStringLiteral("options"), question.options()}});
    }
    return all;
}

QString PageModel::preamble() const {
    return m_entries.empty() ? QString() : m_entries.front().preamble;
}

void PageModel::choose(int row, int column) {
    if (row >= 0 && std::size_t(row) < m_entries.size()) m_entries[std::size_t(row)].question->choose(column);
}

std::vector<Question*> PageModel::questions() const {
    std::vector<Question*> all;
    for (auto const& entry : m_entries) all.push_back(entry.question.get());
    return all;
}

Question* PageModel::find(std::string_view address) const {
    for (auto const& entry : m_entries)
        if (entry.question->place() == address) return entry.question.get();
    return nullptr;
}

int PageModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PageModel::data(QModelIndex const& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    auto const& entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case QuestionRole: return QVariant::fromValue(entry.question.get());
    case PreambleRole: return entry.preamble;
    case EndsRole: return entry.ends;
    default: return {};
    }
}

QHash<int, QByteArray> PageModel::roleNames() const {
    return {{QuestionRole, "question"}, {PreambleRole, "preamble"}, {EndsRole, "ends"}};
}

} // namespace kiosk::viewmodels
