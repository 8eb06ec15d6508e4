#pragma once

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace kiosk::viewmodels {

/// The user interface's own words, in the languages compiled into the program (`:/i18n/candor_<language>.qm`; English
/// is the source). GUI thread.
class Translations : public QObject {
    Q_OBJECT
public:
    explicit Translations(QQmlEngine& engine);
    ~Translations() override;

    /// Codes, English first.
    [[nodiscard]] static QStringList shipped();
    /// Every text on the screen changes at once. A language that is not shipped gives English.
    void speak(QString const& language);

private:
    QQmlEngine& m_engine;
    QTranslator m_translator;
};

} // namespace kiosk::viewmodels
