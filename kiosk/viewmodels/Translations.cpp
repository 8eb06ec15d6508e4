#include "kiosk/viewmodels/Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlEngine>

namespace kiosk::viewmodels {

namespace {

auto const folder = QStringLiteral(":/i18n");
auto const before = QStringLiteral("candor_");
auto const after = QStringLiteral(".qm");

} // namespace

Translations::Translations(QQmlEngine& engine) : m_engine(engine) {}

Translations::~Translations() {
    QCoreApplication::removeTranslator(&m_translator);
}

QStringList Translations::shipped() {
    QStringList codes{QStringLiteral("en")};
    for (auto const& file : QDir(folder).entryList({before + QLatin1Char('*') + after}))
        codes.append(file.mid(before.size(), file.size() - before.size() - after.size()));
    return codes;
}

void Translations::speak(QString const& language) {
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(before + language, folder)) QCoreApplication::installTranslator(&m_translator);
    m_engine.retranslate();
}

} // namespace kiosk::viewmodels
