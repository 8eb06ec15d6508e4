#pragma once

#include "kiosk/core/crypto/Password.h"
#include "kiosk/core/staff/Actions.h"
#include "kiosk/core/staff/LockOut.h"
#include "kiosk/core/staff/Pin.h"
#include "kiosk/core/staff/Rollback.h"

#include <functional>
#include <optional>

namespace kiosk::staff {

enum class Answer {
    Right,
    Wrong,
    Wait,   ///< not looked at: too soon after wrong ones
    Closed, ///< not looked at: a PIN after too many wrong ones; anything after the store was rolled back
};
[[nodiscard]] std::string_view toString(Answer answer);

/// Before somebody types: how it stands with them.
struct Standing {
    bool hasPin = false;   ///< no: a one-time code is needed first
    bool isClosed = false; ///< nobody may sign in: see Rollback
    bool pinIsClosed = false;
    std::chrono::seconds pinWait{};
    std::chrono::seconds codeWait{};
};

enum class SignOff { Asked, Idle, Removed };

/// The way into the staff and admin areas, for one person at a time. One thread: the one that owns the store.
///
/// A try is counted, durably and in the audit log, before the secret is compared: a power cut in between has used it
/// up. A user that is not there takes as long as one that is. Nothing typed is kept, logged or told.
class Door {
public:
    /// Whether the secret is the one of that hash; tests put their own in.
    using Matches = std::function<bool(std::string const& hash, SecretBytes const& secret)>;
    struct Parts {
        store::Store& store;
        Clock const& clock;
        Uptime const& uptime;
        Path anchorFile;
    };
    static constexpr std::chrono::minutes idleLimit{2};

    /// What `parts` refers to must outlive the door. Looks for a roll back; waits begin anew in a new run of the
    /// machine.
    [[nodiscard]] static Result<Door> open(Parts const& parts, Matches matches = &crypto::passwordMatches);

    /// From now on these are the staff. Who is no longer among them is signed off, and their PIN forgotten.
    [[nodiscard]] Result<void> use(packs::Staff staff);
    [[nodiscard]] packs::Staff const& staff() const { return m_staff; }

    [[nodiscard]] Result<Standing> standing(Uuid const& user);
    /// Right: the user is signed in.
    [[nodiscard]] Result<Answer> withPin(Uuid const& user, SecretBytes const& pin);
    /// Right: choosePin() is awaited.
    [[nodiscard]] Result<Answer> withCode(Uuid const& user, SecretBytes const& code);
    /// After a right code: uses it up, keeps the PIN and signs in, all or nothing. Denied: no right code just before.
    [[nodiscard]] Result<PinFault> choosePin(SecretBytes const& pin);

    /// Null: nobody is signed in.
    [[nodiscard]] packs::Member const* who() const { return m_in ? m_staff.find(*m_in) : nullptr; }
    /// May whoever is signed in do that? Written to the audit log either way. Denied: no, nobody is, or nobody touched
    /// the kiosk for idleLimit, in which case they are signed off.
    [[nodiscard]] Result<void> permit(Action action);
    /// How what was permitted to them came out; they may have left meanwhile.
    [[nodiscard]] Result<void> report(Uuid const& who, Action action, bool isDone);
    /// The person is still there; too late after idleLimit.
    void stay();
    /// Nobody signed in: fine.
    [[nodiscard]] Result<void> signOff(SignOff why);

private:
    enum class Secret { Pin, Code };
    struct Chooser {
        Uuid user;
        std::string code;
    };
    Door(Parts const& parts, Matches matches);
    [[nodiscard]] Result<void> restartWaits();
    [[nodiscard]] Result<store::SignIn> signInOf(Uuid const& user) const;
    [[nodiscard]] Result<std::optional<Answer>> refusal(Uuid const& user, Secret secret);
    [[nodiscard]] Result<void> spendWhatIsDoubted(packs::Staff const& staff);
    [[nodiscard]] Result<void> spend(packs::Member const& member);
    [[nodiscard]] Result<void> count(Uuid const& user, Secret secret);
    [[nodiscard]] Result<Answer> answered(Uuid const& user, Secret secret, Answer answer);
    [[nodiscard]] Result<std::vector<std::string>> openCodes(Uuid const& user) const;
    void enter(Uuid const& user);
    [[nodiscard]] bool isIdle() const;
    void touch() { m_lastSign = m_parts.uptime.now(); }

    Parts m_parts;
    Matches m_matches;
    Rollback m_rollback;
    packs::Staff m_staff;
    std::optional<Chooser> m_chooser;
    std::optional<Uuid> m_in;
    Moment m_lastSign;
};

} // namespace kiosk::staff
