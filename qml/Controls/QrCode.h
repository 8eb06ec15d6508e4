#pragma once

#include <QQmlEngine>
#include <QQuickPaintedItem>
#include <vector>

/// A QR code of `text` (error correction M), black on white with the quiet zone of four modules that ISO/IEC 18004 asks
/// for, in whole pixels. Empty, and `valid` false, where the text is too long for one.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool valid READ isValid NOTIFY textChanged)
    Q_PROPERTY(int modules READ modules NOTIFY textChanged)

public:
    explicit QrCode(QQuickItem* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(QString const& text);
    [[nodiscard]] bool isValid() const { return !m_dark.empty(); }
    [[nodiscard]] int modules() const { return m_modules; } ///< along a side, without the quiet zone

    void paint(QPainter* painter) override;

signals:
    void textChanged();

private:
    QString m_text;
    std::vector<bool> m_dark; ///< row by row
    int m_modules = 0;
};
