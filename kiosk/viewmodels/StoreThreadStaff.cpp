#include "kiosk/viewmodels/StoreThreadAsk.h"

#include "kiosk/core/base/Log.h"

namespace kiosk::viewmodels {

namespace {

/// The word that was laid beside a refused envelope.
std::string reasonOf(outbox::SpoolEntry const& entry) {
    auto const text = base::readFile(entry.file.string() + ".reason", 64);
    if (!text) return "unknown";
    auto const word = asText(*text);
    return std::string(word.substr(0, word.find('\n')));
}

/// Nobody waits for it; trouble is for the log.
Result<void> told(Result<void> const& done) {
    if (!done) base::log(base::LogLevel::Alarm, "staff", "not kept", {{"why", done.error().text}});
    return done;
}

} // namespace

Result<DeviceStatus> Storeroom::status() {
    auto const counts = TRY(store.counts());
    auto const spool = TRY(outbox.counts());
    std::error_code error;
    auto const space = std::filesystem::space(m_places.database.parent_path(), error);
    DeviceStatus status;
    status.sealed = counts.sealed;
    status.receipted = counts.receipted;
    for (auto const& entry : TRY(outbox.quarantined())) status.refused.push_back({entry.number, reasonOf(entry)});
    status.waiting = spool.waiting + (counts.sealed - counts.published);
    status.freeBytes = error ? 0 : space.available;
    status.now = m_clock.now();
    status.packVersion = catalogue->version();
    status.packExpires = catalogue->expires();
    status.device = device.id;
    return status;
}

Result<takeout::Takeout> Storeroom::takeOut(Path const& medium, takeout::Progress const& progress) {
    TRY(keeper.publishSealed());
    auto entries = TRY(outbox.waiting());
    std::ranges::move(TRY(outbox.quarantined()), std::back_inserter(entries));
    return takeout::writeTakeout(medium, entries, {device.id, device.signingKey}, m_clock.now(), progress);
}

void StoreThread::standing(Uuid const& user, QObject* living, Then<staff::Standing> then) {
    ask(
        living, [user](Storeroom& room) { return room.door->standing(user); }, std::move(then));
}

void StoreThread::withPin(Uuid const& user, SecretBytes pin, QObject* living, Then<staff::Answer> then) {
    auto const held = std::make_shared<const SecretBytes>(std::move(pin));
    ask(
        living, [user, held](Storeroom& room) { return room.door->withPin(user, *held); }, std::move(then));
}

void StoreThread::withCode(Uuid const& user, SecretBytes code, QObject* living, Then<staff::Answer> then) {
    auto const held = std::make_shared<const SecretBytes>(std::move(code));
    ask(
        living, [user, held](Storeroom& room) { return room.door->withCode(user, *held); }, std::move(then));
}

void StoreThread::choosePin(SecretBytes pin, QObject* living, Then<staff::PinFault> then) {
    auto const held = std::make_shared<const SecretBytes>(std::move(pin));
    ask(
        living, [held](Storeroom& room) { return room.door->choosePin(*held); }, std::move(then));
}

void StoreThread::permit(staff::Action action, QObject* living, Then<void> then) {
    ask(
        living, [action](Storeroom& room) { return room.door->permit(action); }, std::move(then));
}

void StoreThread::report(staff::Action action, bool isDone) {
    ask(
        this, [action, isDone](Storeroom& room) { return told(room.door->report(action, isDone)); },
        Then<void>([](auto const&) {}));
}

void StoreThread::stay() {
    auto const work = [](Storeroom& room) {
        room.door->stay();
        return Result<void>();
    };
    ask(this, work, Then<void>([](auto const&) {}));
}

void StoreThread::signOff(staff::SignOff why) {
    ask(
        this, [why](Storeroom& room) { return told(room.door->signOff(why)); }, Then<void>([](auto const&) {}));
}

void StoreThread::status(QObject* living, Then<DeviceStatus> then) {
    ask(
        living, [](Storeroom& room) { return room.status(); }, std::move(then));
}

void StoreThread::lastAudit(std::size_t most, QObject* living, Then<std::vector<store::AuditRow>> then) {
    ask(
        living, [most](Storeroom& room) { return room.store.lastAudit(most); }, std::move(then));
}

void StoreThread::takeOut(Path const& medium, takeout::Progress progress, QObject* living,
                          Then<takeout::Takeout> then) {
    ask(
        living, [medium, progress = std::move(progress)](Storeroom& room) { return room.takeOut(medium, progress); },
        std::move(then));
}

} // namespace kiosk::viewmodels
