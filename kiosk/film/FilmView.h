#pragma once

#include "kiosk/film/Clip.h"

#include <QImage>
#include <QQuickItem>

namespace kiosk::film {

class Reel;

/// Shows a film, without a sound, as large as it fits and in its own proportions, with nothing beside it; its words are
/// `caption`, for whoever draws them. Nothing is loaded or decoded before `playing`. Not VideoOutput, which paints
/// nothing where there is no graphics card. GUI thread.
class FilmView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kiosk::film::Clip clip READ clip WRITE setClip NOTIFY clipChanged)
    Q_PROPERTY(bool playing READ isPlaying WRITE setPlaying NOTIFY playingChanged)
    /// What is said or heard now; empty: nothing.
    Q_PROPERTY(QString caption READ caption NOTIFY captionChanged)
    /// It was shown to its end: playing begins again.
    Q_PROPERTY(bool atEnd READ isAtEnd NOTIFY playingChanged)
    /// It cannot be played here.
    Q_PROPERTY(bool broken READ isBroken NOTIFY playingChanged)
    /// Its first picture is there.
    Q_PROPERTY(bool seen READ isSeen NOTIFY playingChanged)

public:
    explicit FilmView(QQuickItem* parent = nullptr);
    ~FilmView() override;

    [[nodiscard]] Clip const& clip() const { return m_clip; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] QString const& caption() const { return m_caption; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    [[nodiscard]] bool isBroken() const { return m_broken; }
    [[nodiscard]] bool isSeen() const { return !m_picture.isNull(); }

    /// Another one is not played yet.
    void setClip(Clip const& clip);
    void setPlaying(bool playing);
    /// From the beginning.
    Q_INVOKABLE void again();
    /// What decodes it is let go; its last picture stays.
    Q_INVOKABLE void stop();

signals:
    void clipChanged();
    void playingChanged();
    void captionChanged();
    void ended();
    /// Noted in the log, once for each film.
    void failed();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(QRectF const& now, QRectF const& before) override;

private:
    void load();
    void onFrame(QImage const& picture, std::chrono::milliseconds at);
    void onEnded();
    void onFailed(QString const& why);
    void say(QString const& caption);
    [[nodiscard]] QRectF place() const;

    Clip m_clip;
    std::unique_ptr<Reel> m_reel;
    QImage m_picture;
    QString m_caption;
    bool m_playing = false;
    bool m_atEnd = false;
    bool m_broken = false;
    bool m_begunAgain = false;
    bool m_isNewPicture = false;
};

} // namespace kiosk::film
