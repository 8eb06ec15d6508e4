#include "kiosk/viewmodels/StoreThreadAsk.h"

#include "kiosk/core/base/Log.h"

namespace kiosk::viewmodels {

namespace {

/// The upkeep in order; each part is tried even where another fails. The first error is told.
Result<void> tidy(RecordKeeper& keeper) {
    auto recovered = keeper.recover();
    auto published = keeper.publishSealed();
    auto settled = keeper.settle();
    if (!recovered) return recovered;
    if (!published) return published;
    return settled;
}

Result<PackShelf::Shared> takeIncoming(Storeroom& room) {
    if (TRY(room.keeper.needsForms())) return PackShelf::Shared();
    auto taken = room.shelf.takeIncoming();
    if (taken && *taken) TRY(room.use(*taken));
    return taken;
}

/// A clock that was set back or has lost its battery: what is answered now carries a wrong time. Nobody is kept from
/// answering for it, and what must not hang on it (locks, being idle) does not.
void tellIfClockIsBehind(store::Store& store, Clock const& clock) {
    auto const last = store.lastAudit(1);
    if (!last || last->empty() || last->front().at <= clock.now() + std::chrono::minutes(1)) return;
    auto const by = std::chrono::duration_cast<std::chrono::seconds>(last->front().at - clock.now());
    base::log(base::LogLevel::Alarm, "clock", "behind what this kiosk has seen",
              {{"seconds", std::to_string(by.count())}});
}

} // namespace

Storeroom::Storeroom(store::Store opened, outbox::Outbox spool, Device identity, Places const& places, Bytes anchor,
                     Clock const& clock) :
    store(std::move(opened)),
    outbox(std::move(spool)), device(std::move(identity)), shelf(places.packs, std::move(anchor), store, clock),
    keeper(store, outbox, device, clock), m_clock(clock), m_places(places) {}

Result<std::unique_ptr<Storeroom>> Storeroom::open(Places const& places, SecretBytes storeKey, Device device,
                                                   Bytes anchor, Clock const& clock,
                                                   std::unique_ptr<staff::Uptime> uptime) {
    if (!uptime) uptime = std::make_unique<staff::SystemUptime>(TRY(staff::SystemUptime::create()));
    auto store = TRY(store::Store::open(places.database, std::move(storeKey), clock));
    tellIfClockIsBehind(store, clock);
    auto spool = TRY(outbox::Outbox::open(places.outbox));
    std::unique_ptr<Storeroom> room(
        new Storeroom(std::move(store), std::move(spool), std::move(device), places, std::move(anchor), clock));
    room->uptime = std::move(uptime);
    auto const anchorFile = places.database.parent_path() / "audit.anchor";
    room->door.emplace(TRY(staff::Door::open({room->store, clock, *room->uptime, anchorFile})));
    TRY(room->use(TRY(room->shelf.open())));
    return room;
}

Result<void> Storeroom::use(PackShelf::Shared pack) {
    catalogue = std::move(pack);
    keeper.use(catalogue);
    return door->use(catalogue->staff());
}

StoreThread::StoreThread(std::unique_ptr<Storeroom> room) : m_room(std::move(room)) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName("store");
    m_thread.start();
}

StoreThread::~StoreThread() {
    QMetaObject::invokeMethod(
        &m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void StoreThread::begin(store::Draft const& draft, QObject* living, Done done) {
    ask(
        living, [draft](Storeroom& room) { return room.keeper.begin(draft); }, std::move(done));
}

void StoreThread::save(Uuid const& record, std::string const& address, std::string const& json, QObject* living,
                       Done done) {
    auto work = [record, address, json](Storeroom& room) { return room.keeper.save(record, address, json); };
    ask(living, std::move(work), std::move(done));
}

void StoreThread::finish(Uuid const& record, Ending ending, std::string const& language, QObject* living, Done done) {
    auto work = [record, ending, language](Storeroom& room) { return room.keeper.finish(record, ending, language); };
    ask(living, std::move(work), std::move(done));
}

void StoreThread::discard(Uuid const& record, QObject* living, Done done) {
    ask(
        living, [record](Storeroom& room) { return room.keeper.discard(record); }, std::move(done));
}

void StoreThread::tidyUp(QObject* living, Done done) {
    ask(
        living, [](Storeroom& room) { return tidy(room.keeper); }, std::move(done));
}

void StoreThread::askAtRest(QObject* living, Then<bool> then) {
    ask(
        living, [](Storeroom& room) { return Result<bool>(room.keeper.isAtRest()); }, std::move(then));
}

void StoreThread::takeIncomingPack(QObject* living, std::function<void(Result<PackShelf::Shared> const&)> taken) {
    ask(living, &takeIncoming, std::move(taken));
}

} // namespace kiosk::viewmodels
