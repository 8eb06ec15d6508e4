#include "tests/qml/measures/Measures.h"
#include "tests/qml/measures/Sight.h"

#include <QFontMetricsF>
#include <QQmlContext>
#include <QQmlProperty>
#include <QQuickWindow>
#include <algorithm>

namespace tests::measures {

namespace {

constexpr double hair = 2; // pixels that rounding may take

/// What nobody is told of belongs to something else: a field takes taps by an area over its own words.
bool isIgnored(QQuickItem const& item) {
    return QQmlProperty::read(&item, QStringLiteral("Accessible.ignored"), qmlContext(&item)).toBool();
}

bool isCut(QQuickItem const& text) {
    return text.property("truncated").toBool() || text.property("contentWidth").toDouble() > text.width() + hair ||
           text.property("contentHeight").toDouble() > text.height() + hair;
}

/// What scrolls can be scrolled to: it lies within the content, and within the width that is seen.
bool isReached(Seen const& seen, QQuickItem& scroller) {
    auto* content = scroller.property("contentItem").value<QQuickItem*>();
    auto const within = content->mapRectFromScene(seen.whole);
    auto const wide = std::max(scroller.width(), scroller.property("contentWidth").toDouble());
    auto const high = std::max(scroller.height(), scroller.property("contentHeight").toDouble());
    return QRectF(-hair, -hair, wide + 2 * hair, high + 2 * hair).contains(within);
}

void findCut(std::vector<Seen> const& all, std::vector<QString>& faults) {
    for (auto const& seen : all) {
        bool const text = isText(*seen.item);
        if (text && isCut(*seen.item)) faults.push_back(nameOf(*seen.item) + QStringLiteral(" is cut"));
        if (!text && !isA(*seen.item, "QQuickAbstractButton")) continue;
        if (seen.whole.isEmpty()) continue;
        auto* scroller = scrollerOf(*seen.item);
        if (scroller ? !isReached(seen, *scroller) : !seen.isWhole())
            faults.push_back(nameOf(*seen.item) + (scroller ? QStringLiteral(" cannot be scrolled to")
                                                            : QStringLiteral(" is beyond the screen")));
    }
}

/// Words over words, and words below a button that is not theirs.
void findCovered(std::vector<Seen> const& all, std::vector<QString>& faults) {
    struct Part {
        QQuickItem* item;
        QRectF place;
    };
    std::vector<Part> words, buttons;
    for (auto const& seen : all) {
        if (seen.place.isEmpty()) continue;
        if (isText(*seen.item))
            words.push_back({seen.item, seen.item->mapRectToScene(lettersOf(*seen.item)) & seen.place});
        if (isA(*seen.item, "QQuickAbstractButton") && !isIgnored(*seen.item))
            buttons.push_back({seen.item, seen.place});
    }
    auto const overlap = [](Part const& one, Part const& other) {
        auto const both = one.place & other.place;
        return both.width() > hair && both.height() > hair;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::size_t next = at + 1; next < words.size(); ++next)
            if (overlap(words[at], words[next]))
                faults.push_back(nameOf(*words[at].item) + QStringLiteral(" lies over ") + nameOf(*words[next].item));
        for (auto const& button : buttons)
            if (!button.item->isAncestorOf(words[at].item) && overlap(words[at], button) &&
                !words[at].item->isAncestorOf(button.item))
                faults.push_back(nameOf(*words[at].item) + QStringLiteral(" is below ") + nameOf(*button.item));
    }
}

/// What scrolls shows at least a line of the words in it.
void findNarrow(std::vector<Seen> const& all, std::vector<QString>& faults) {
    for (auto const& seen : all) {
        if (!isText(*seen.item)) continue;
        auto* scroller = scrollerOf(*seen.item);
        auto const line = QFontMetricsF(seen.item->property("font").value<QFont>()).height();
        if (scroller && scroller->height() + hair < std::min(line, scroller->property("contentHeight").toDouble()))
            faults.push_back(nameOf(*seen.item) +
                             QStringLiteral(" is seen through a slit of %1 pixels").arg(scroller->height()));
    }
}

} // namespace

std::vector<QString> misfits(QQuickWindow& window) {
    std::vector<QString> faults;
    auto const all = allIn(window);
    findCut(all, faults);
    findCovered(all, faults);
    findNarrow(all, faults);
    return faults;
}

} // namespace tests::measures
