#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/media/Captions.h"

#include <QQmlEngine>
#include <QString>
#include <memory>

namespace kiosk::film {

/// A film of a pack with its words in one language; empty: none.
class Clip {
    Q_GADGET
    QML_VALUE_TYPE(clip)
    Q_PROPERTY(bool there READ isThere CONSTANT)
    /// The one that takes most room.
    Q_PROPERTY(QString longestCaption READ longestCaption CONSTANT)

public:
    QString name; ///< its file, for the log
    std::shared_ptr<const Bytes> data;
    std::vector<media::Caption> captions;

    [[nodiscard]] bool isThere() const { return data != nullptr; }
    [[nodiscard]] QString longestCaption() const;
    bool operator==(Clip const&) const = default;
};

} // namespace kiosk::film
