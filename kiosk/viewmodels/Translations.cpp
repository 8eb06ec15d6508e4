#include "kiosk/viewmodels/Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlEngine>

namespace kiosk::viewmodels {

namespace {

auto const folder = QStringLiteral(":/i18n");
auto const screens = QStringLiteral("screens_");
auto const ending = QStringLiteral(".qm");

} // namespace

Translations::Translations(QQmlEngine& engine) : m_engine(engine) {}

Translations::~Translations() = default; // a translator takes itself out of the application

QStringList Translations::shipped() {
    QStringList codes{QStringLiteral("en")};
    for (auto const& file : QDir(folder).entryList({screens + QLatin1Char('*') + ending}))
        codes.append(file.mid(screens.size(), file.size() - screens.size() - ending.size()));
    return codes;
}

void Translations::speak(QString const& language) {
    m_translators.clear();
    for (auto const& file : QDir(folder).entryList({QStringLiteral("*_") + language + ending})) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(folder + QLatin1Char('/') + file)) continue;
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
    m_engine.retranslate();
}

} // namespace kiosk::viewmodels
