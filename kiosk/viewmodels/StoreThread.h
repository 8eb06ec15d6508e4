#pragma once

#include "kiosk/viewmodels/PackShelf.h"
#include "kiosk/viewmodels/RecordKeeper.h"
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
    /// on whoever holds it is the one thread. Errors name the file.
    static Result<std::unique_ptr<Storeroom>> open(Places const& places, SecretBytes storeKey, Device device,
                                                   Bytes anchor, Clock const& clock);

    store::Store store;
    outbox::Outbox outbox;
    Device device;
    PackShelf shelf;
    RecordKeeper keeper;
    PackShelf::Shared catalogue; ///< the pack in force when it was opened

private:
    Storeroom(store::Store opened, outbox::Outbox spool, Device identity, PackShelf::Places packs, Bytes anchor,
              Clock const& clock);
};

/// The one thread that owns store and outbox. Made, called and destroyed on the GUI thread; on destruction what was
/// asked for is still done, results are dropped.
class StoreThread final : public QObject, public SurveyJournal {
    Q_OBJECT
public:
    explicit StoreThread(std::unique_ptr<Storeroom> room);
    ~StoreThread() override;

    void begin(store::Draft const& draft, QObject* living, Done done) override;
    void save(Uuid const& record, std::string const& address, std::string const& json, QObject* living,
              Done done) override;
    void finish(Uuid const& record, Ending ending, std::string const& language, QObject* living, Done done) override;
    void discard(Uuid const& record, QObject* living, Done done) override;

    /// Publishes what is not yet in the outbox, forgets what is proven, ends drafts nobody holds. Nothing waits for it.
    void tidyUp(QObject* living, Done done);
    /// Looks for a newer pack, unless a visit or an unsealed draft needs the forms in force. `taken` gets null if there
    /// is none.
    void takeIncomingPack(QObject* living, std::function<void(Result<PackShelf::Shared> const&)> taken);

private:
    /// Runs `work` there, then `then` with its result here if `living` still is.
    template <typename Work, typename Then>
    void ask(QObject* living, Work work, Then then);

    std::unique_ptr<Storeroom> m_room;
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread: whatever is posted to it runs there
};

} // namespace kiosk::viewmodels
