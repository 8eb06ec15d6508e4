#pragma once

#include <QByteArray>
#include <QImage>
#include <chrono>
#include <functional>

namespace kiosk::film {

/// What a player tells, on the thread on which it was made.
struct Watcher {
    std::function<void(QImage const& picture, std::chrono::milliseconds at)> frame; ///< of a film only
    std::function<void()> ended;
    std::function<void(QString const& why)> failed; ///< it says nothing more then
};

/// Plays a film or a recording from its beginning. A film is never heard, a recording has nothing to see. Made, called
/// and destroyed on one thread with an event loop.
class Player {
public:
    virtual ~Player() = default;
    /// At the end: once more.
    virtual void play() = 0;
    virtual void pause() = 0;
    /// 0 to 1.
    virtual void setVolume(double volume) = 0;
};

enum class Sense { Seen, Heard };

/// What the library `candor-film` has to offer by this name: loaded when something is first played, as a kiosk that
/// plays nothing need not carry what plays. `data` must outlive the player, which the caller deletes.
using MakePlayer = Player* (*)(QByteArray const& data, Sense sense, Watcher watcher);
inline constexpr char makePlayerName[] = "candorMakePlayer";

} // namespace kiosk::film
