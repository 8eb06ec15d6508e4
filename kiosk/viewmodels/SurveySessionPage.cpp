// What a SurveySession says of its page, and repetitions of groups.

#include "kiosk/viewmodels/SurveySession.h"
#include "kiosk/viewmodels/Wording.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

QStringList wordsOfMargins(std::vector<survey::Item const*> const& items, std::string const& language) {
    QStringList words;
    for (auto const* item : items) words.append(toQt(item->text.in(language)));
    return words;
}

SurveySession::Fold foldOf(Page const& page) {
    if (!page.isFolding()) return SurveySession::Fold::None;
    switch (page.group->item->look.collapsible) {
    case survey::Collapsible::StartsOpen: return SurveySession::Fold::Open;
    case survey::Collapsible::StartsClosed: return SurveySession::Fold::Closed;
    default: return SurveySession::Fold::None;
    }
}

bool isComplete(Page const& page) {
    return std::ranges::all_of(page.entries, [](auto const* entry) {
        return partOf(*entry) != Part::Asked || !entry->situation().required || entry->hasValues();
    });
}

void addAddresses(survey::Instance const& instance, std::vector<std::string>& all) {
    all.push_back(instance.address);
    for (auto const& child : instance.children) addAddresses(*child, all);
    for (auto const& slot : instance.entries)
        for (auto const& nested : slot.nested) addAddresses(*nested, all);
}

} // namespace

void SurveySession::describe(std::vector<Page> const& pages) {
    auto const index = indexOn(pages);
    auto const& page = pages[index];
    for (auto const* entry : page.entries) m_seen.insert(entry->address);
    m_position = int(index) + 1;
    m_total = int(pages.size());
    m_look = page.look;
    m_fold = foldOf(page);
    m_groupTitle = page.group ? titleOf(m_response, *page.group, m_draft.language) : QString();
    m_headers = wordsOfMargins(marginsOf(m_response, *page.entries.front(), "header"), m_draft.language);
    m_footers = wordsOfMargins(marginsOf(m_response, *page.entries.front(), "footer"), m_draft.language);
    describeTabs(pages, page);
}

/// In a form that goes one way, tabs that were not reached cannot be chosen.
void SurveySession::describeTabs(std::vector<Page> const& pages, Page const& page) {
    m_tabs.clear();
    m_tabStarts.clear();
    m_tab = -1;
    if (!page.tab) return;
    for (auto const& each : pages) {
        if (!each.tab || each.tab->parent != page.tab->parent) continue;
        if (each.tab == page.tab && m_tab < 0) m_tab = int(m_tabs.size());
        bool const wasSeen = m_seen.contains(each.id());
        m_tabs.append(QVariantMap{{QStringLiteral("text"), titleOf(m_response, *each.tab, m_draft.language)},
                                  {QStringLiteral("enabled"), canChange() || each.tab == page.tab},
                                  {QStringLiteral("done"), wasSeen && each.tab != page.tab && isComplete(each)}});
        m_tabStarts.push_back(each.id());
    }
}

void SurveySession::addGroup(QString const& address) {
    if (m_stage != Stage::Asking || isBusy() || !keepAll()) return;
    auto const* group = m_response.instances().find(toUtf8(address));
    if (!group) return;
    auto const changes = m_response.addGroup(group->address);
    if (!changes) return setProblem(Problem::NotAccepted);
    write(*changes);
    auto const* added = m_response.instances().repetitions(*group).back();
    m_goal = m_pageId.toStdString();
    for (auto const& page : pagesOf(m_response))
        for (auto const* entry : page.entries)
            if (survey::Instances::isInside(*entry, added)) {
                m_goal = entry->address;
                return whenWritten(Then::Goal);
            }
    whenWritten(Then::Goal);
}

void SurveySession::removeGroup(QString const& address) {
    if (m_stage != Stage::Asking || isBusy()) return;
    auto const* group = m_response.instances().find(toUtf8(address));
    if (!group) return;
    for (auto* question : questions())
        if (question->isAsked()) keepOrRevert(*question);
    auto const others = m_response.instances().repetitions(*group);
    auto const before = std::ranges::find(others, group);
    auto const* neighbour = before != others.begin() ? *(before - 1) : others.size() > 1 ? others[1] : nullptr;
    std::vector<std::string> gone;
    addAddresses(*group, gone);
    auto const changes = m_response.removeGroup(group->address);
    if (!changes) return setProblem(Problem::NotAccepted);
    write(*changes);
    for (auto const& each : gone)
        if (auto kept = m_kept.find(each); kept != m_kept.end()) write({{each, "[]"}});
    noteSafety();
    m_goal.clear();
    for (auto const& page : pagesOf(m_response))
        for (auto const* entry : page.entries)
            if (m_goal.empty() && neighbour && survey::Instances::isInside(*entry, neighbour)) m_goal = entry->address;
    whenWritten(Then::Goal);
}

} // namespace kiosk::viewmodels
