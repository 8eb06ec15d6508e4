#include "kiosk/app/Screen.h"

#include <QQuickWindow>

namespace kiosk::app {

namespace {
constexpr qsizetype mostWarnings = 100;
}

Screen::Screen(viewmodels::Kiosk& kiosk, access::Speech& speech) : m_comfort(speech), m_translations(m_engine) {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setNetworkAccessManagerFactory(&m_noNetwork);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_translations,
                     [this](auto const& warnings) { noteWarnings(warnings); });
    QObject::connect(&kiosk, &viewmodels::Kiosk::languageChanged, &m_translations,
                     [this, &kiosk] { m_translations.speak(kiosk.language()); });
    m_translations.speak(kiosk.language());
    m_engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)},
                                   {QStringLiteral("comfort"), QVariant::fromValue(&m_comfort)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Screens/KioskWindow.qml")));
    m_engine.addUrlInterceptor(&m_onlyFromProgram);
    if (!m_engine.rootObjects().isEmpty()) m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (!m_window) return;
    m_guide = std::make_unique<access::Guide>(*m_window, speech);
    m_window->installEventFilter(m_guide.get());
    m_window->setProperty("guide", QVariant::fromValue(m_guide.get()));
    wire(kiosk);
}

void Screen::wire(viewmodels::Kiosk& kiosk) {
    using access::Comfort;
    using access::Guide;
    auto* guide = m_guide.get();
    QObject::connect(&m_comfort, &Comfort::changed, guide, [this] {
        m_guide->setListened(m_comfort.isSpoken());
        m_guide->setScanning(m_comfort.isScanning());
    });
    QObject::connect(&m_comfort, &Comfort::scanSecondsChanged, guide, [this] {
        m_guide->setScanInterval(std::chrono::milliseconds(qRound(m_comfort.scanSeconds() * 1000)));
    });
    QObject::connect(guide, &Guide::switchUsed, &m_comfort, [this] { m_comfort.setScanning(true); });
    QObject::connect(guide, &Guide::touched, &m_comfort, [this] { m_comfort.setScanning(false); });
    QObject::connect(guide, &Guide::keypadUsed, &m_comfort, &Comfort::noticeKeypad);
    QObject::connect(&kiosk, &viewmodels::Kiosk::visitedChanged, &m_comfort,
                     [this, &kiosk] { m_comfort.setVisited(kiosk.isVisited()); });
}

void Screen::noteWarnings(QList<QQmlError> const& warnings) {
    for (auto const& warning : warnings)
        if (m_warnings.size() < mostWarnings) m_warnings.append(warning.toString());
}

} // namespace kiosk::app
