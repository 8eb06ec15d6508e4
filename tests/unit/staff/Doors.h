#pragma once

#include "kiosk/core/staff/Door.h"
#include "tests/unit/store/StoreFixture.h"

namespace kiosk::staff {

/// A machine's time that only the test moves.
class FakeUptime final : public Uptime {
public:
    Moment moment{Uuid::random(), std::chrono::hours(1)};
    [[nodiscard]] Moment now() const override { return moment; }
    void pass(std::chrono::milliseconds time) { moment.since += time; }
    void boot() { moment = {Uuid::random(), std::chrono::seconds(20)}; }
};

inline SecretBytes secret(std::string_view digits) {
    return SecretBytes(asBytes(digits));
}

inline constexpr std::string_view goodPin = "482916", startCode = "402917365108", otherCode = "918273640511";

/// A kiosk's store with three members of staff in the pack: nurse, manager, and one who is both.
class Doors : public store::StoreFixture {
protected:
    void SetUp() override {
        StoreFixture::SetUp();
        m_store.emplace(StoreFixture::open());
        staff.members = {{nurse, "Nina", {Role::Staff}, {hashed(startCode), hashed(otherCode)}},
                         {manager, "Max", {Role::Admin}, {hashed(startCode)}},
                         {both, "Bea", {Role::Staff, Role::Admin}, {hashed(otherCode)}}};
    }
    /// A stand-in for Argon2id where it is not the matter: quick.
    static std::string hashed(std::string_view secret) { return "hash of " + std::string(secret); }
    static bool quick(std::string const& hash, SecretBytes const& secret) {
        return hash == hashed(asText(secret.view())) ||
               (crypto::isPasswordHash(hash) && asText(secret.view()) == goodPin &&
                crypto::passwordMatches(hash, secret));
    }

    /// As the program does at its start.
    Door openDoor(Door::Matches matches = &Doors::quick) {
        auto door = Door::open({*m_store, m_clock, uptime, anchorFile()}, std::move(matches));
        EXPECT_TRUE(door) << door.error().text;
        EXPECT_TRUE(door->use(staff));
        return std::move(*door);
    }
    /// The program ends, or the power does, and it starts again.
    void reopenStore() {
        m_store.reset();
        m_store.emplace(StoreFixture::open());
    }
    void choosePin(Door& door, Uuid const& user, std::string_view code = startCode) {
        ASSERT_EQ(door.withCode(user, secret(code)), Answer::Right);
        ASSERT_EQ(door.choosePin(secret(goodPin)), PinFault::None);
        ASSERT_TRUE(door.signOff(SignOff::Asked));
    }
    [[nodiscard]] Path anchorFile() const { return m_folder / "audit.anchor"; }

    /// Newest first.
    std::vector<store::AuditRow> audited() { return m_store->lastAudit(1000).value(); }
    std::vector<std::string> auditedEvents() {
        std::vector<std::string> events;
        for (auto const& row : audited()) events.insert(events.begin(), row.event);
        return events;
    }
    std::string lastDetail() { return audited().front().detail; }

    const Uuid nurse = Uuid::random(), manager = Uuid::random(), both = Uuid::random();
    packs::Staff staff;
    FakeUptime uptime;
    std::optional<store::Store> m_store;
};

} // namespace kiosk::staff
