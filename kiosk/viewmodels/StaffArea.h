#pragma once

#include "kiosk/device/IdleMonitor.h"
#include "kiosk/viewmodels/Kiosk.h"
#include "kiosk/viewmodels/StickExport.h"

#include <QTimer>

namespace kiosk::viewmodels {

/// The way of a member of staff: name, PIN (or a one-time code, and then a PIN of their own), menu, and what is behind
/// it. One person at a time, never during a visit. Digits typed stay here, in guarded memory; the screens only know how
/// many there are. GUI thread.
class StaffArea : public QObject {
    Q_OBJECT
    Q_CLASSINFO("RegisterEnumClassesUnscoped", "false") // several have a Closed
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool available READ isAvailable NOTIFY staffChanged)
    Q_PROPERTY(QStringList names READ names NOTIFY staffChanged)
    Q_PROPERTY(Place place READ place NOTIFY placeChanged)
    Q_PROPERTY(QString name READ name NOTIFY placeChanged)
    Q_PROPERTY(QList<int> tasks READ tasks NOTIFY placeChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(int typed READ typed NOTIFY typedChanged)
    Q_PROPERTY(int most READ most NOTIFY placeChanged)
    Q_PROPERTY(Problem problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY problemChanged)
    Q_PROPERTY(QVariantMap status READ status NOTIFY statusChanged)
    Q_PROPERTY(QVariantList settings READ settings NOTIFY placeChanged)
    Q_PROPERTY(QVariantList events READ events NOTIFY eventsChanged)
    Q_PROPERTY(QStringList log READ log NOTIFY placeChanged)
    Q_PROPERTY(kiosk::viewmodels::StickExport* takeout READ takeout CONSTANT)

public:
    enum class Place {
        Closed,
        Names,
        Pin,
        Code,
        ChoosePin,
        RepeatPin,
        Menu,
        Status,
        Cleaning,
        Settings,
        Audit,
        Log,
        Export,
        Reset,
        ResetAgain,
        Erasing
    };
    Q_ENUM(Place)

    /// Why it does not go on; the screen has the words.
    enum class Problem {
        None,
        Wrong,     ///< PIN or code
        Wait,      ///< for waitSeconds
        PinClosed, ///< a one-time code is needed
        Closed,    ///< nobody may sign in until the server was reached
        TooShort,
        TooSimple,
        NotSame,   ///< the second time another PIN was typed
        NotKept,   ///< the disk refuses
        NotErased, ///< the system takes no requests
    };
    Q_ENUM(Problem)

    /// What the menu offers; others of staff::Action have no screen yet.
    enum class Task {
        StartSurvey = int(staff::Action::StartSurvey),
        AssistedMode = int(staff::Action::AssistedMode),
        CleaningMode = int(staff::Action::CleaningMode),
        DeviceStatus = int(staff::Action::DeviceStatus),
        Language = int(staff::Action::LanguageAndVolume),
        Restart = int(staff::Action::Restart),
        ShowSettings = int(staff::Action::ShowSettings),
        ViewAudit = int(staff::Action::ViewAudit),
        Log = int(staff::Action::ShowLogs),
        Export = int(staff::Action::ExportSealedData),
        Reset = int(staff::Action::FactoryReset),
    };
    Q_ENUM(Task)

    /// What of the machine is within reach of its admins.
    struct System {
        device::UsbStick& stick;
        device::Requests const& requests;
    };
    /// All must outlive it. `idle` is the kiosk's: one person at a time.
    StaffArea(StaffDesk& desk, Kiosk& kiosk, device::IdleMonitor& idle, System const& system,
              QObject* parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return !m_kiosk.staff().members.empty(); }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] QString name() const;
    /// Of the menu, in its order: what the signed-in person may do here and now.
    [[nodiscard]] QList<int> tasks() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] int typed() const { return int(m_typed); }
    /// So many digits fit in.
    [[nodiscard]] int most() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] int waitSeconds() const { return int(m_wait.count()); }
    /// waiting, sealed, receipted, refused (a list of "number reason"), freeBytes, clock, version, packVersion,
    /// packExpires, device.
    [[nodiscard]] QVariantMap status() const { return m_status; }
    /// As shown() of SettingsShown.h gives them.
    [[nodiscard]] QVariantList settings() const;
    /// Newest first: {when, what, detail}.
    [[nodiscard]] QVariantList events() const { return m_events; }
    /// Newest first.
    [[nodiscard]] QStringList log() const;
    [[nodiscard]] StickExport* takeout() { return &m_takeout; }

    /// From the attract screen, or that of a kiosk out of service: nobody can be served then, all else is there.
    Q_INVOKABLE void open();
    Q_INVOKABLE void chooseName(int index);
    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void erase();
    /// PIN, code, or the PIN to be: what `place` asks for.
    Q_INVOKABLE void enter();
    /// Instead of the PIN, which is forgotten or closed.
    Q_INVOKABLE void useCode();
    Q_INVOKABLE void choose(int task);
    Q_INVOKABLE void chooseLanguage(QString const& language);
    /// One screen back; from the menu: sign-off.
    Q_INVOKABLE void back();
    /// The screen is clean.
    Q_INVOKABLE void cleaned();
    /// The kiosk is to be erased: asks once more, then does it.
    Q_INVOKABLE void confirmReset();
    Q_INVOKABLE void leave();

signals:
    void staffChanged();
    void placeChanged();
    void busyChanged();
    void typedChanged();
    void problemChanged();
    void statusChanged();
    void eventsChanged();
    /// The program should end with a status that has it started anew.
    void restartWanted();

private:
    [[nodiscard]] packs::Member const* member() const;
    void go(Place place);
    void leaveFor(staff::SignOff why);
    void onStaff();
    void setBusy(bool busy);
    void tell(Problem problem, std::chrono::seconds wait = {});
    void forgetTyped();
    [[nodiscard]] SecretBytes takeTyped();
    void askStanding();
    void onStanding(Result<staff::Standing> const& result);
    void tryPin();
    void tryCode();
    void onAnswer(Result<staff::Answer> const& result, Place next);
    void firstPin();
    void secondPin();
    void onChosen(Result<staff::PinFault> const& result);
    void perform(Task task);
    void startVisit(store::Mode mode);
    void showStatus(Place place);
    void eraseKiosk();
    void showEvents();
    void tick();

    StaffDesk& m_desk;
    Kiosk& m_kiosk;
    device::IdleMonitor& m_idle;
    device::Requests const& m_requests;
    StickExport m_takeout;
    QTimer m_ticks;
    Place m_place = Place::Closed;
    Problem m_problem = Problem::None;
    std::chrono::seconds m_wait{};
    std::optional<Uuid> m_user;
    SecretBytes m_digits;
    std::size_t m_typed = 0;
    std::optional<SecretBytes> m_firstPin;
    QVariantMap m_status;
    QVariantList m_events;
    bool m_busy = false;
    quint64 m_round = 0; ///< counts openings, so that a late answer does not count for the next person
};

} // namespace kiosk::viewmodels
