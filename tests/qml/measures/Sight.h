#pragma once

#include <QQuickItem>
#include <vector>

class QQuickWindow;

namespace tests::measures {

/// An item that can be seen, and where.
struct Seen {
    QQuickItem* item;
    QRectF whole; ///< on the window, also what is scrolled away
    QRectF place; ///< what of it is within the window and everything that clips
    double scale; ///< pixels of the window for each of its own

    /// All of it but the hair's breadth that rounding takes.
    [[nodiscard]] bool isWhole() const;
};

/// What is visible, opaque and at least partly in sight, in the order of the item tree.
[[nodiscard]] std::vector<Seen> seenIn(QQuickWindow& window);
/// The same, with what is scrolled out of sight.
[[nodiscard]] std::vector<Seen> allIn(QQuickWindow& window);

[[nodiscard]] bool isText(QQuickItem const& item); ///< of more than spaces
/// Whether the name of its type, or of one it is made of, begins so: `QQuickText`, `Icon_QML`.
[[nodiscard]] bool isA(QQuickItem const& item, char const* type);
/// Where the letters of a text are, within the item: it may be much wider.
[[nodiscard]] QRectF lettersOf(QQuickItem const& text);
/// The innermost Flickable around it, or null.
[[nodiscard]] QQuickItem* scrollerOf(QQuickItem const& item);
/// The innermost button around it (itself, if it is one), or null.
[[nodiscard]] QQuickItem* buttonOf(QQuickItem& item);
/// How people find it in a report.
[[nodiscard]] QString nameOf(QQuickItem const& item);

} // namespace tests::measures
