#include "tests/qml/measures/Sight.h"

#include <QQmlContext>
#include <QQmlProperty>
#include <QQuickWindow>

namespace tests::measures {

namespace {

constexpr double hair = 1.5; // pixels

void collect(QQuickItem& item, QRectF const& clip, std::vector<Seen>& seen) {
    if (!item.isVisible() || item.opacity() < 0.01) return;
    auto const whole = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    seen.push_back({&item, whole, whole & clip, item.width() > 0 ? whole.width() / item.width() : 1});
    auto const inner = item.clip() ? clip & whole : clip;
    for (auto* child : item.childItems()) collect(*child, inner, seen);
}

} // namespace

bool Seen::isWhole() const {
    return place.width() > whole.width() - hair && place.height() > whole.height() - hair;
}

std::vector<Seen> allIn(QQuickWindow& window) {
    std::vector<Seen> all;
    collect(*window.contentItem(), QRectF(QPointF(), QSizeF(window.size())), all);
    return all;
}

std::vector<Seen> seenIn(QQuickWindow& window) {
    auto seen = allIn(window);
    std::erase_if(seen, [](Seen const& each) { return each.place.isEmpty(); });
    return seen;
}

bool isA(QQuickItem const& item, char const* type) {
    for (auto const* meta = item.metaObject(); meta; meta = meta->superClass())
        if (QByteArray(meta->className()).startsWith(type)) return true;
    return false;
}

bool isText(QQuickItem const& item) {
    return (isA(item, "QQuickText") || isA(item, "QQuickTextEdit")) &&
           !item.property("text").toString().trimmed().isEmpty();
}

QRectF lettersOf(QQuickItem const& text) {
    QSizeF const letters(text.property("contentWidth").toDouble(), text.property("contentHeight").toDouble());
    auto const across = text.property("effectiveHorizontalAlignment").toInt();
    auto const down = text.property("verticalAlignment").toInt();
    double const left = (across & Qt::AlignRight)     ? text.width() - letters.width()
                        : (across & Qt::AlignHCenter) ? (text.width() - letters.width()) / 2
                                                      : 0;
    double const top = (down & Qt::AlignBottom)    ? text.height() - letters.height()
                       : (down & Qt::AlignVCenter) ? (text.height() - letters.height()) / 2
                                                   : 0;
    return {QPointF(left, top), letters};
}

QQuickItem* scrollerOf(QQuickItem const& item) {
    for (auto* up = item.parentItem(); up; up = up->parentItem())
        if (isA(*up, "QQuickFlickable")) return up;
    return nullptr;
}

QQuickItem* buttonOf(QQuickItem& item) {
    for (auto* up = &item; up; up = up->parentItem())
        if (isA(*up, "QQuickAbstractButton")) return up;
    return nullptr;
}

QString nameOf(QQuickItem const& item) {
    auto words = item.property("text").toString();
    if (words.isEmpty())
        words = QQmlProperty::read(&item, QStringLiteral("Accessible.name"), qmlContext(&item)).toString();
    auto const type = QString::fromLatin1(item.metaObject()->className()).section(QLatin1Char('_'), 0, 0);
    return type + QStringLiteral(" \"") + words.left(40).simplified() + QLatin1Char('"');
}

} // namespace tests::measures
