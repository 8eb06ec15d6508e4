#pragma once

#include "kiosk/core/staff/Door.h"
#include "kiosk/viewmodels/PackShelf.h"
#include "kiosk/viewmodels/RecordKeeper.h"
#include "kiosk/viewmodels/StaffDesk.h"
#include "kiosk/viewmodels/SurveyJournal.h"

#include <QObject>
#include <QThread>

namespace kiosk::viewmodels {

/// What one kiosk keeps on its disk, opened and fit for use.
struct Storeroom {
    struct Places {
        Path database;
        Path outbox;
        PackShelf::Places packs;
    };
    /// Opens the store, the outbox and the pack in force; ends drafts an earlier run left open. Any thread; from then
    /// on whoever holds it is the one thread. `uptime`: null for the machine's own. Errors name the file.
    static Result<std::unique_ptr<Storeroom>> open(Places const& places, SecretBytes storeKey, Device device,
                                                   Bytes anchor, Clock const& clock,
                                                   std::unique_ptr<staff::Uptime> uptime = nullptr);
    /// The pack that is in force from now on.
    Result<void> use(PackShelf::Shared pack);
    [[nodiscard]] Result<DeviceStatus> status();
    /// What waits for the server and what the server refused.
    [[nodiscard]] Result<std::shared_ptr<const takeout::Load>> load();

    store::Store store;
    outbox::Outbox outbox;
    Device device;
    PackShelf shelf;
    RecordKeeper keeper;
    PackShelf::Shared catalogue; ///< the pack in force
    std::unique_ptr<staff::Uptime> uptime;
    std::optional<staff::Door> door;

private:
    Clock const& m_clock;
    Places m_places;
    Storeroom(store::Store opened, outbox::Outbox spool, Device identity, Places const& places, Bytes anchor,
              Clock const& clock);
};

/// The one thread that owns store and outbox. Made, called and destroyed on the GUI thread; on destruction what was
/// asked for is still done, results are dropped.
class StoreThread final : public QObject, public SurveyJournal, public StaffDesk {
    Q_OBJECT
public:
    explicit StoreThread(std::unique_ptr<Storeroom> room);
    ~StoreThread() override;

    void begin(store::Draft const& draft, QObject* living, Done done) override;
    void save(Uuid const& record, std::string const& address, std::string const& json, QObject* living,
              Done done) override;
    void finish(Uuid const& record, Ending ending, std::string const& language, QObject* living, Done done) override;
    void discard(Uuid const& record, QObject* living, Done done) override;

    void standing(Uuid const& user, QObject* living, Then<staff::Standing> then) override;
    void withPin(Uuid const& user, SecretBytes pin, QObject* living, Then<staff::Answer> then) override;
    void withCode(Uuid const& user, SecretBytes code, QObject* living, Then<staff::Answer> then) override;
    void choosePin(SecretBytes pin, QObject* living, Then<staff::PinFault> then) override;
    void permit(staff::Action action, QObject* living, Then<void> then) override;
    void report(Uuid const& who, staff::Action action, bool isDone) override;
    void stay() override;
    void signOff(staff::SignOff why) override;
    void status(QObject* living, Then<DeviceStatus> then) override;
    void lastAudit(std::size_t most, QObject* living, Then<std::vector<store::AuditRow>> then) override;
    void load(QObject* living, Then<std::shared_ptr<const takeout::Load>> then) override;

    /// Publishes what is not yet in the outbox, forgets what is proven, ends drafts nobody holds. Nothing waits for it.
    void tidyUp(QObject* living, Done done);
    /// Whether the store has done all that only this process knows of: after what was asked for before.
    void askAtRest(QObject* living, Then<bool> then);
    /// Looks for a newer pack, unless a visit or an unsealed draft needs the forms in force. `taken` gets null if there
    /// is none.
    void takeIncomingPack(QObject* living, std::function<void(Result<PackShelf::Shared> const&)> taken);

private:
    /// Runs `work` there, then `then` with its result here if `living` still is.
    template <typename Work, typename After>
    void ask(QObject* living, Work work, After then);

    std::unique_ptr<Storeroom> m_room;
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread: whatever is posted to it runs there
};

} // namespace kiosk::viewmodels
