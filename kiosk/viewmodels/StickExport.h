#pragma once

#include "kiosk/device/UsbStick.h"
#include "kiosk/viewmodels/StaffDesk.h"

#include <QQmlEngine>
#include <atomic>
#include <memory>

namespace kiosk::viewmodels {

/// Sealed records onto a USB stick: somebody plugs one in, starts, waits, and pulls it out. Of whoever is signed in:
/// StaffArea opens and closes it. GUI thread.
class StickExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(Problem problem READ problem NOTIFY changed)
    /// Records that have not reached the server.
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    /// 0 to 1, while it is copied and read back.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    /// Records that are on the stick, once done.
    Q_PROPERTY(int copied READ copied NOTIFY changed)

public:
    enum class State {
        Closed,
        NoStick,
        Ready,
        Copying,
        Releasing, ///< all is on the stick and was read back; the system still holds it
        Finished,  ///< the stick can be pulled out
    };
    Q_ENUM(State)

    /// Why the last try came to nothing; the screen has the words.
    enum class Problem {
        None,
        Full,
        ReadOnly,
        PulledOut, ///< or it gave up
        Altered,   ///< it does not give back what was written
        Kiosk,     ///< the kiosk's own disk
    };
    Q_ENUM(Problem)

    /// Both must outlive it.
    StickExport(StaffDesk& desk, device::UsbStick& stick, QObject* parent = nullptr);
    ~StickExport() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] double progress() const { return m_copying ? m_copying->share.load() : 0; }
    [[nodiscard]] int copied() const { return m_copied; }

    void open();
    /// What is being copied is stopped, and leaves nothing on the stick.
    void close();
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();

signals:
    void changed();
    void progressChanged();
    /// It copies, or does so no longer: nobody touches the screen meanwhile.
    void copyingChanged(bool copying);

private:
    /// Shared with the store's thread.
    struct Copying {
        std::atomic_bool isStopped = false;
        std::atomic<double> share = 0;
    };
    void enter(State state, Problem problem = Problem::None);
    void onStick();
    void onWritten(Result<takeout::Takeout> const& result);

    StaffDesk& m_desk;
    device::UsbStick& m_stick;
    State m_state = State::Closed;
    Problem m_problem = Problem::None;
    std::shared_ptr<Copying> m_copying; ///< null: none is under way
    QTimer m_ticks;
    int m_waiting = 0;
    int m_copied = 0;
};

} // namespace kiosk::viewmodels
