#pragma once

#include <QObject>
#include <QTranslator>
#include <memory>
#include <vector>

class QQmlEngine;

namespace kiosk::viewmodels {

/// The user interface's own words, in the languages compiled into the program (`:/i18n/<module>_<language>.qm`; English
/// is the source). GUI thread.
class Translations : public QObject {
    Q_OBJECT
public:
    explicit Translations(QQmlEngine& engine);
    ~Translations() override;

    /// Codes that the screens themselves are translated to, English first.
    [[nodiscard]] static QStringList shipped();
    /// Every text on the screen changes at once. A language that is not shipped gives English.
    void speak(QString const& language);

private:
    QQmlEngine& m_engine;
    std::vector<std::unique_ptr<QTranslator>> m_translators; ///< one for each module with words
};

} // namespace kiosk::viewmodels
