#pragma once

#include <QImage>
#include <QString>
#include <vector>

namespace tests::screens {

/// Many screens on one picture, each with its name below.
class Sheet {
public:
    explicit Sheet(QString title) : m_title(std::move(title)) {}

    void add(QString const& name, QImage const& screen);
    [[nodiscard]] QImage picture() const;

private:
    struct Print {
        QString name;
        QImage image;
    };
    QString m_title;
    std::vector<Print> m_prints;
};

} // namespace tests::screens
