#include "tests/qml/screens/Sheet.h"

#include <QPainter>
#include <algorithm>

namespace tests::screens {

namespace {

constexpr int longSide = 480; // of a screen
constexpr int gap = 24;
constexpr int caption = 30;
constexpr int head = 64;
constexpr int width = 3600; // of the sheet
QColor const ground("#E9E6E1");
QColor const ink("#12303A");

void write(QPainter& painter, QRect const& place, QString const& words, int size, bool bold) {
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(size);
    font.setBold(bold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, words);
}

} // namespace

void Sheet::add(QString const& name, QImage const& screen) {
    m_prints.push_back({name, screen.scaled(longSide, longSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)});
}

QImage Sheet::picture() const {
    if (m_prints.empty()) return {};
    auto const print = m_prints.front().image.size();
    int const columns = (width - gap) / (print.width() + gap);
    int const rows = (int(m_prints.size()) + columns - 1) / columns;
    int const step = print.height() + caption + gap;
    QImage sheet(width, head + rows * step + gap, QImage::Format_RGB32);
    sheet.fill(ground);
    QPainter painter(&sheet);
    write(painter, {gap, gap / 2, width, head - gap / 2}, m_title, 28, true);
    for (int at = 0; auto const& [name, image] : m_prints) {
        QPoint const corner(gap + at % columns * (print.width() + gap), head + at / columns * step);
        painter.drawImage(corner, image);
        write(painter, {corner + QPoint(0, print.height()), QSize(print.width(), caption)}, name, 16, false);
        ++at;
    }
    return sheet;
}

} // namespace tests::screens
