#pragma once

#include <QAccessible>
#include <QPointer>
#include <QQuickItem>
#include <vector>

class QQuickWindow;

namespace kiosk::access {

/// One thing on the screen that is read out or worked: what AT-SPI would be told of it.
struct Piece {
    QPointer<QQuickItem> item;
    QAccessible::Role role = QAccessible::NoRole;
    QString name;
    QString value;       ///< of a field or a scale
    QString description; ///< what there is to say beside
    QString group;       ///< name of the innermost named group around it; empty: none
    bool isEnabled = true;
    bool isCheckable = false;
    bool isChecked = false;
    bool isSelected = false; ///< of a tab
    bool isExpandable = false;
    bool isExpanded = false;
    int position = 0; ///< among `count` neighbours of its kind, from 1; 0: it stands alone
    int count = 0;

    /// Whether it can be worked, and not only read.
    [[nodiscard]] bool isControl() const;
};

/// Everything that can be seen, in the order of the item tree, which is also that of the Tab key. Texts without words
/// and ignored items are not in it. GUI thread.
[[nodiscard]] std::vector<Piece> piecesOf(QQuickWindow& window);

/// What can be seen of it, on the window in pixels; empty: it is scrolled out of sight.
[[nodiscard]] QRectF placeOf(Piece const& piece);

} // namespace kiosk::access
