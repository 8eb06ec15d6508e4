#include "qml/Controls/QrCode.h"

#include <QPainter>
#include <algorithm>
#include <memory>
#include <qrencode.h>

namespace {

constexpr int quietZone = 4;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(false);
}

void QrCode::setText(QString const& text) {
    if (text == m_text) return;
    m_text = text;
    auto const bytes = text.toUtf8();
    const std::unique_ptr<QRcode, FreeCode> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    m_modules = code ? code->width : 0;
    m_dark.clear();
    for (int at = 0; at < m_modules * m_modules; ++at) m_dark.push_back((code->data[at] & 1U) != 0);
    emit textChanged();
    update();
}

void QrCode::paint(QPainter* painter) {
    int const side = m_modules + 2 * quietZone;
    int const pixel = static_cast<int>(std::min(width(), height())) / side;
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    if (!isValid() || pixel == 0) return;
    int const left = (static_cast<int>(width()) - side * pixel) / 2 + quietZone * pixel;
    int const top = (static_cast<int>(height()) - side * pixel) / 2 + quietZone * pixel;
    for (int row = 0; row < m_modules; ++row)
        for (int column = 0; column < m_modules; ++column)
            if (m_dark[static_cast<std::size_t>(row * m_modules + column)])
                painter->fillRect(left + column * pixel, top + row * pixel, pixel, pixel, Qt::black);
}
