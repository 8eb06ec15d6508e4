#pragma once

#include "kiosk/film/Player.h"

#include <QObject>
#include <memory>

class QThread;

namespace kiosk::film {

/// The one thread on which everything is decoded, so that nobody who touches the screen waits for it. It begins when
/// something is first played, and then loads what plays. GUI thread.
class Booth {
public:
    /// The thread runs until the program ends.
    [[nodiscard]] static QThread& thread();
    /// On that thread. Null: what plays cannot be loaded; `why` says it.
    [[nodiscard]] static std::unique_ptr<Player> make(QByteArray const& data, Sense sense, Watcher watcher,
                                                      QString& why);
};

} // namespace kiosk::film
