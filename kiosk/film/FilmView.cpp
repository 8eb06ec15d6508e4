#include "kiosk/film/FilmView.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/film/Reel.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <algorithm>
#include <set>
#include <utility>

namespace kiosk::film {

namespace {

void noteOnce(QString const& film, QString const& why) {
    static std::set<QString> noted;
    if (!noted.insert(film).second) return;
    base::log(base::LogLevel::Alarm, "film", "cannot be played",
              {{"file", film.toStdString()}, {"why", why.toStdString()}});
}

QString captionAt(std::vector<media::Caption> const& captions, std::chrono::milliseconds at) {
    auto const now =
        std::ranges::find_if(captions, [&](media::Caption const& each) { return each.from <= at && at < each.until; });
    return now == captions.end() ? QString() : QString::fromStdString(now->text);
}

} // namespace

FilmView::FilmView(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

FilmView::~FilmView() = default;

void FilmView::setClip(Clip const& clip) {
    if (m_clip == clip) return;
    m_clip = clip;
    m_reel.reset();
    m_picture = {};
    m_isNewPicture = true;
    m_playing = m_atEnd = m_broken = m_begunAgain = false;
    say({});
    update();
    emit clipChanged();
    emit playingChanged();
}

void FilmView::load() {
    m_reel = std::make_unique<Reel>(m_clip.data, Sense::Seen);
    connect(m_reel.get(), &Reel::frame, this, &FilmView::onFrame);
    connect(m_reel.get(), &Reel::ended, this, &FilmView::onEnded);
    connect(m_reel.get(), &Reel::failed, this, &FilmView::onFailed);
}

void FilmView::setPlaying(bool playing) {
    if (m_playing == playing || m_broken || !m_clip.isThere()) return;
    m_playing = playing;
    if (playing && !m_reel) load();
    if (playing) {
        m_atEnd = false;
        m_reel->play();
    } else {
        m_reel->pause();
    }
    emit playingChanged();
}

/// With a new reel: to wind one back is what decoders are worst at.
void FilmView::again() {
    stop();
    setPlaying(true);
}

void FilmView::stop() {
    if (!m_reel) return;
    m_reel.reset();
    m_playing = m_atEnd = false;
    say({});
    emit playingChanged();
}

void FilmView::onFrame(QImage const& picture, std::chrono::milliseconds at) {
    bool const isFirst = m_picture.isNull();
    m_picture = picture;
    m_isNewPicture = true;
    say(captionAt(m_clip.captions, at));
    update();
    if (isFirst) emit playingChanged();
}

void FilmView::onEnded() {
    m_playing = false;
    m_atEnd = true;
    say({});
    emit playingChanged();
    emit ended();
}

/// The reel that says so is not taken away under itself. One that was seen begins once more: GStreamer does not always
/// go on after a pause on a machine that is busy.
void FilmView::onFailed(QString const& why) {
    m_reel.release()->deleteLater();
    m_playing = false;
    if (isSeen() && !std::exchange(m_begunAgain, true)) return setPlaying(true);
    noteOnce(m_clip.name, why);
    m_broken = true;
    say({});
    emit playingChanged();
    emit failed();
}

void FilmView::say(QString const& caption) {
    if (std::exchange(m_caption, caption) != caption) emit captionChanged();
}

QRectF FilmView::place() const {
    QRectF room(QPointF(), QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatio));
    room.moveCenter(boundingRect().center());
    return room;
}

QSGNode* FilmView::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<QSGImageNode*>(old);
    if (m_picture.isNull() || width() <= 0 || height() <= 0) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_isNewPicture = true;
    }
    if (std::exchange(m_isNewPicture, false))
        node->setTexture(window()->createTextureFromImage(m_picture, QQuickWindow::TextureIsOpaque));
    node->setRect(place());
    node->setSourceRect(QRectF(QPointF(), QSizeF(m_picture.size())));
    return node;
}

void FilmView::geometryChange(QRectF const& now, QRectF const& before) {
    QQuickItem::geometryChange(now, before);
    update();
}

} // namespace kiosk::film
