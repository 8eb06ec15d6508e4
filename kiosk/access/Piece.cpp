#include "kiosk/access/Piece.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlProperty>
#include <QQuickWindow>
#include <algorithm>

namespace kiosk::access {

namespace {

constexpr int deepest = 200; // of a tree of items: ours are below 60

bool isGroup(QAccessible::Role role) {
    switch (role) {
    case QAccessible::Window:
    case QAccessible::Client:
    case QAccessible::Pane:
    case QAccessible::Grouping:
    case QAccessible::PageTabList:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Row: return true;
    default: return false;
    }
}

/// The words of a field: the control itself has only a name, what is typed is in the editor inside.
QString valueOf(QAccessibleInterface& thing) {
    if (auto const value = thing.text(QAccessible::Value); !value.isEmpty()) return value;
    if (thing.role() != QAccessible::EditableText) return {};
    auto const typed = thing.object()->property("current");
    return typed.isValid() ? typed.toString() : QString();
}

/// As the control says it: what Qt 6.4 tells of anything that can be clicked is always "button" or "check box".
QAccessible::Role roleOf(QAccessibleInterface& thing, QQuickItem& item) {
    auto const said = QQmlProperty::read(&item, QStringLiteral("Accessible.role"), qmlContext(&item));
    auto const role = said.value<QAccessible::Role>();
    return role == QAccessible::NoRole ? thing.role() : role;
}

Piece pieceOf(QAccessibleInterface& thing, QQuickItem& item, QString const& group) {
    auto const state = thing.state();
    Piece piece;
    piece.item = &item;
    piece.role = roleOf(thing, item);
    piece.name = thing.text(QAccessible::Name).simplified();
    piece.value = valueOf(thing);
    piece.description = thing.text(QAccessible::Description).simplified();
    piece.group = group;
    piece.isEnabled = item.isEnabled() && !state.disabled;
    piece.isCheckable = state.checkable;
    piece.isChecked = state.checked;
    piece.isSelected = state.selected;
    piece.isExpandable = state.expandable;
    piece.isExpanded = state.expanded;
    return piece;
}

/// What says all its texts in its own name.
bool isNotice(QAccessible::Role role) {
    return role == QAccessible::AlertMessage || role == QAccessible::Note;
}

void collect(QAccessibleInterface& thing, QString const& group, int depth, std::vector<Piece>& pieces) {
    auto* item = qobject_cast<QQuickItem*>(thing.object());
    if (depth > deepest || (item && !item->isVisible())) return;
    auto inner = group;
    bool const goesInside = !item || isGroup(thing.role()) || thing.role() == QAccessible::NoRole;
    if (item && goesInside) {
        if (auto const name = thing.text(QAccessible::Name).simplified(); !name.isEmpty()) inner = name;
    } else if (item) {
        auto piece = pieceOf(thing, *item, group);
        if (!piece.name.isEmpty() || piece.isControl()) pieces.push_back(std::move(piece));
    }
    // What stands inside a control belongs to it; a text that is no group may still hold controls.
    if (item && !goesInside && pieces.size() > 0 && pieces.back().item == item && pieces.back().isControl()) return;
    auto const before = pieces.size();
    for (int at = 0; at < thing.childCount(); ++at)
        if (auto* child = thing.child(at)) collect(*child, inner, depth + 1, pieces);
    if (item && isNotice(roleOf(thing, *item)))
        pieces.erase(std::remove_if(pieces.begin() + static_cast<std::ptrdiff_t>(before), pieces.end(),
                                    [](Piece const& piece) { return !piece.isControl(); }),
                     pieces.end());
}

/// Neighbours of one kind, of which one or more can be chosen, are counted.
void count(std::vector<Piece>& pieces) {
    auto const isCounted = [](Piece const& piece) {
        return piece.role == QAccessible::RadioButton || piece.role == QAccessible::CheckBox ||
               piece.role == QAccessible::PageTab;
    };
    for (std::size_t from = 0; from < pieces.size();) {
        auto to = from + 1;
        if (isCounted(pieces[from]))
            while (to < pieces.size() && pieces[to].role == pieces[from].role && pieces[to].group == pieces[from].group)
                ++to;
        for (auto at = from; at < to && to - from > 1; ++at) {
            pieces[at].position = static_cast<int>(at - from) + 1;
            pieces[at].count = static_cast<int>(to - from);
        }
        from = to;
    }
}

} // namespace

bool Piece::isControl() const {
    switch (role) {
    case QAccessible::Button:
    case QAccessible::RadioButton:
    case QAccessible::CheckBox:
    case QAccessible::EditableText:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::ComboBox:
    case QAccessible::PageTab:
    case QAccessible::Link: return true;
    default: return false;
    }
}

std::vector<Piece> piecesOf(QQuickWindow& window) {
    std::vector<Piece> pieces;
    if (auto* root = QAccessible::queryAccessibleInterface(&window)) collect(*root, {}, 0, pieces);
    count(pieces);
    return pieces;
}

QRectF placeOf(Piece const& piece) {
    if (!piece.item) return {};
    auto place = piece.item->mapRectToScene(QRectF(0, 0, piece.item->width(), piece.item->height()));
    for (auto const* up = piece.item->parentItem(); up; up = up->parentItem())
        if (up->clip()) place &= up->mapRectToScene(QRectF(0, 0, up->width(), up->height()));
    return place;
}

} // namespace kiosk::access
