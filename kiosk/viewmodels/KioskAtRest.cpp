// What a Kiosk shows while nobody is there.

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/media/Captions.h"
#include "kiosk/viewmodels/Kiosk.h"
#include "kiosk/viewmodels/Wording.h"

#include <QLocale>
#include <algorithm>

namespace kiosk::viewmodels {

namespace {

QVariantMap slideIn(packs::Slide const& slide, QString const& language) {
    auto const code = toUtf8(language);
    return {{QStringLiteral("language"), language},
            {QStringLiteral("mirrored"), QLocale(language).textDirection() == Qt::RightToLeft},
            {QStringLiteral("title"), spoken(slide.title, code)},
            {QStringLiteral("text"), slide.text ? spoken(*slide.text, code) : QString()},
            {QStringLiteral("picture"), toQt(slide.picture)},
            {QStringLiteral("pictureText"), slide.pictureText ? spoken(*slide.pictureText, code) : QString()},
            {QStringLiteral("film"), toQt(slide.film)},
            {QStringLiteral("captions"), slide.film.empty() ? QString() : spoken(slide.captions, code)}};
}

QString addressOfData(std::string_view type, ByteView content) {
    if (content.empty()) return {};
    return QStringLiteral("data:%1;base64,%2").arg(toQt(type), toQt(base::toBase64(content)));
}

} // namespace

QVariantList Kiosk::slides() const {
    QVariantList all;
    if (!m_catalogue || !m_catalogue->settings().attract) return all;
    for (auto const& slide : m_catalogue->settings().attract->slides)
        for (auto const& language : m_languages) all.append(slideIn(slide, language));
    return all;
}

QString Kiosk::addressOf(QString const& picture) const {
    auto const name = toUtf8(picture);
    auto const content = m_catalogue ? m_catalogue->media(name) : nullptr;
    return content ? addressOfData(packs::pictureType(name), *content) : QString();
}

QString Kiosk::logo() const {
    if (!m_catalogue) return {};
    auto const& name = m_catalogue->settings().logo;
    auto const content = m_catalogue->media(name);
    return content ? addressOfData(packs::logoType(name), *content) : QString();
}

film::Clip Kiosk::clipOf(QString const& film, QString const& captions) const {
    if (!m_catalogue) return {};
    film::Clip clip;
    clip.name = film;
    clip.data = m_catalogue->media(toUtf8(film));
    auto const words = m_catalogue->media(toUtf8(captions));
    if (!clip.data || !words) return {};
    if (auto const read = media::readCaptions(*words)) clip.captions = *read;
    return clip;
}

int Kiosk::slideSeconds() const {
    auto const* attract = m_catalogue ? &m_catalogue->settings().attract : nullptr;
    return attract && *attract ? int((*attract)->each.count()) : 0;
}

int Kiosk::leastMinutes() const {
    if (!m_catalogue || m_catalogue->offered().empty()) return 0;
    return std::ranges::min_element(m_catalogue->offered(), {}, &Instrument::minutes)->minutes;
}

int Kiosk::mostMinutes() const {
    if (!m_catalogue || m_catalogue->offered().empty()) return 0;
    return std::ranges::max_element(m_catalogue->offered(), {}, &Instrument::minutes)->minutes;
}

} // namespace kiosk::viewmodels
