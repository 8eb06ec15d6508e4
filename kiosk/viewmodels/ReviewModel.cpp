#include "kiosk/viewmodels/ReviewModel.h"

#include "kiosk/viewmodels/Pages.h"
#include "kiosk/viewmodels/Wording.h"

namespace kiosk::viewmodels {

namespace {

ReviewModel::Answer kindOfAnswer(survey::Instance const& instance) {
    auto const values = instance.values();
    if (values.empty()) return ReviewModel::Answer::None;
    if (instance.item->type != survey::ItemType::Boolean) return ReviewModel::Answer::Words;
    return values.front()->text() == "true" ? ReviewModel::Answer::Yes : ReviewModel::Answer::No;
}

/// usageMode says whether a filled-in form shows an item, and whether it does without an answer.
bool isShownWhenFilledIn(survey::Instance const& instance) {
    auto const& item = *instance.item;
    if (!instance.isEnabled || item.hidden || !item.isQuestion() || item.usageMode == "capture") return false;
    if (item.usageMode.ends_with("non-empty")) return instance.hasValues();
    return partOf(instance) == Part::Asked || instance.hasValues();
}

QString shortOrWhole(survey::Instance const& instance, std::string const& language) {
    auto const& brief = instance.item->look.shortText;
    return brief.empty() ? textOf(instance, language) : toQt(brief.in(language));
}

} // namespace

void ReviewModel::add(survey::Response const& response, survey::Instance const& instance, std::string const& language) {
    if (!isShownWhenFilledIn(instance)) return;
    QString section;
    for (auto const* up = instance.parent; up && section.isEmpty(); up = up->parent)
        if (up->item->type == survey::ItemType::Group && up->item->repeats) section = titleOf(response, *up, language);
    m_rows.push_back({toQt(instance.address), shortOrWhole(instance, language), wordsOf(instance, language),
                      kindOfAnswer(instance), section == m_section ? QString() : section,
                      partOf(instance) == Part::Asked});
    m_section = section;
}

void ReviewModel::addAll(survey::Response const& response,
                         std::vector<std::unique_ptr<survey::Instance>> const& instances, std::string const& language) {
    for (auto const& instance : instances) {
        add(response, *instance, language);
        addAll(response, instance->children, language);
        for (auto const& slot : instance->entries) addAll(response, slot.nested, language);
    }
}

void ReviewModel::show(survey::Response const& response, QString const& language) {
    beginResetModel();
    m_rows.clear();
    m_section.clear();
    addAll(response, response.instances().roots(), toUtf8(language));
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
    case AddressRole: return row.address;
    case QuestionRole: return row.question;
    case AnswerRole: return row.answer;
    case AnswerKindRole: return QVariant::fromValue(row.kind);
    case SectionRole: return row.section;
    case AskedRole: return row.isAsked;
    default: return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const {
    return {{AddressRole, "address"},       {QuestionRole, "question"}, {AnswerRole, "answer"},
            {AnswerKindRole, "answerKind"}, {SectionRole, "section"},   {AskedRole, "asked"}};
}

} // namespace kiosk::viewmodels
