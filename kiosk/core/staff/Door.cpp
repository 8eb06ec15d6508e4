#include "kiosk/core/staff/Door.h"

#include <algorithm>

namespace kiosk::staff {

namespace {

/// Of nothing that anybody could find; compared where there is nothing to compare, at the same cost.
std::string const nobodysHash = "$argon2id$v=19$m=32768,t=3,p=1$bm9ib2R5IGNhbiBzYXkgaQ$"
                                "VGhlcmUgaXMgbm8gcGFzc3dvcmQgb2YgdGhpcyBvbmU";

store::Tries& triesOf(store::SignIn& signIn, bool isPin) {
    return isPin ? signIn.pinTries : signIn.codeTries;
}

std::string_view toString(SignOff why) {
    switch (why) {
    case SignOff::Asked: return "asked";
    case SignOff::Idle: return "idle";
    case SignOff::Removed: return "removed";
    }
    return "";
}

store::Store::Event eventOf(std::string name, Uuid const& who, Json detail = Json::object()) {
    detail["who"] = who.toString();
    return {std::move(name), std::move(detail)};
}

Error nobody() {
    return {ErrorKind::Denied, "nobody is signed in"};
}

} // namespace

std::string_view toString(Answer answer) {
    switch (answer) {
    case Answer::Right: return "right";
    case Answer::Wrong: return "wrong";
    case Answer::Wait: return "wait";
    case Answer::Closed: return "closed";
    }
    return "";
}

Door::Door(Parts const& parts, Matches matches) :
    m_parts(parts), m_matches(std::move(matches)), m_rollback(parts.store, parts.anchorFile, parts.clock) {}

Result<Door> Door::open(Parts const& parts, Matches matches) {
    Door door(parts, std::move(matches));
    TRY(door.m_rollback.check());
    TRY(door.restartWaits());
    return door;
}

Result<void> Door::restartWaits() {
    auto const now = m_parts.uptime.now();
    for (auto signIn : TRY(m_parts.store.signIns())) {
        auto const before = std::pair(signIn.pinTries, signIn.codeTries);
        signIn.pinTries = restarted(signIn.pinTries, now);
        signIn.codeTries = restarted(signIn.codeTries, now);
        if (before == std::pair(signIn.pinTries, signIn.codeTries)) continue;
        TRY(m_parts.store.keepSignIn(signIn, eventOf("staff-wait-restarted", signIn.user)));
    }
    return {};
}

Result<void> Door::use(packs::Staff staff) {
    TRY(spendWhatIsDoubted(m_staff.members.empty() ? staff : m_staff)); // of before: what the new pack brings is good
    m_staff = std::move(staff);
    if (m_in && !who()) TRY(signOff(SignOff::Removed));
    if (m_chooser && !m_staff.find(m_chooser->user)) m_chooser.reset();
    for (auto const& known : TRY(m_parts.store.signIns()))
        if (!m_staff.find(known.user))
            TRY(m_parts.store.forgetSignIn(known.user, eventOf("staff-forgotten", known.user)));
    return {};
}

/// An old copy was put back and the server was reached since: nobody knows any more what was used and tried here.
Result<void> Door::spendWhatIsDoubted(packs::Staff const& staff) {
    if (!TRY(m_rollback.isDoubted())) return {};
    for (auto const& member : staff.members) TRY(spend(member));
    TRY(m_rollback.spent());
    return m_rollback.anchor();
}

/// The codes of the pack are used up; a PIN has one more try, after the longest wait.
Result<void> Door::spend(packs::Member const& member) {
    auto signIn = TRY(signInOf(member.id));
    auto const now = m_parts.uptime.now();
    signIn.pinTries = {std::max(signIn.pinTries.count, mostTries - 1), now.boot, now.since};
    auto const event = eventOf("staff-secrets-spent", member.id);
    TRY(m_parts.store.keepSignIn(signIn, event));
    for (auto const& code : member.codes)
        if (!TRY(m_parts.store.isCodeUsed(code))) TRY(m_parts.store.keepSignIn(signIn, event, code));
    return {};
}

Result<store::SignIn> Door::signInOf(Uuid const& user) const {
    auto const known = TRY(m_parts.store.signIn(user));
    if (known) return *known;
    store::SignIn fresh;
    fresh.user = user;
    return fresh;
}

Result<Standing> Door::standing(Uuid const& user) {
    TRY(spendWhatIsDoubted(m_staff));
    auto const signIn = TRY(signInOf(user));
    auto const now = m_parts.uptime.now();
    Standing standing;
    standing.hasPin = !signIn.pin.empty();
    standing.isClosed = TRY(m_rollback.isClosed());
    standing.pinIsClosed = signIn.pinTries.count >= mostTries;
    standing.pinWait = waitLeft(signIn.pinTries, now);
    standing.codeWait = waitLeft(signIn.codeTries, now);
    return standing;
}

Result<std::optional<Answer>> Door::refusal(Uuid const& user, Secret secret) {
    auto const standing = TRY(this->standing(user));
    bool const isPin = secret == Secret::Pin;
    if (standing.isClosed || (isPin && standing.pinIsClosed)) return Answer::Closed;
    auto const wait = isPin ? standing.pinWait : standing.codeWait;
    return wait > std::chrono::seconds(0) ? std::optional(Answer::Wait) : std::nullopt;
}

/// Of somebody who is not there no count is kept: there would be no end of them.
Result<void> Door::count(Uuid const& user, Secret secret) {
    if (!m_staff.find(user)) return {};
    auto signIn = TRY(signInOf(user));
    auto const now = m_parts.uptime.now();
    auto& tries = triesOf(signIn, secret == Secret::Pin);
    tries = {tries.count + 1, now.boot, now.since};
    auto const* what = secret == Secret::Pin ? "pin" : "code";
    TRY(m_parts.store.keepSignIn(signIn, eventOf("staff-try", user, {{"secret", what}, {"number", tries.count}})));
    return m_rollback.anchor();
}

Result<Answer> Door::answered(Uuid const& user, Secret secret, Answer answer) {
    auto const event = eventOf("staff-answer", user,
                               {{"secret", secret == Secret::Pin ? "pin" : "code"}, {"outcome", toString(answer)}});
    if (answer == Answer::Right) {
        auto signIn = TRY(signInOf(user));
        triesOf(signIn, secret == Secret::Pin) = {};
        TRY(m_parts.store.keepSignIn(signIn, event));
    } else {
        TRY(m_parts.store.audit(event.name, event.detail));
    }
    return answer;
}

Result<Answer> Door::withPin(Uuid const& user, SecretBytes const& pin) {
    TRY(signOff(SignOff::Asked));
    if (auto const refused = TRY(refusal(user, Secret::Pin))) return answered(user, Secret::Pin, *refused);
    TRY(count(user, Secret::Pin));
    auto const kept = TRY(signInOf(user)).pin;
    auto const matches = m_matches(kept.empty() ? nobodysHash : kept, pin);
    if (!matches || kept.empty() || !m_staff.find(user)) return answered(user, Secret::Pin, Answer::Wrong);
    TRY(answered(user, Secret::Pin, Answer::Right));
    enter(user);
    return Answer::Right;
}

Result<std::vector<std::string>> Door::openCodes(Uuid const& user) const {
    std::vector<std::string> open;
    auto const* member = m_staff.find(user);
    if (!member) return open;
    for (auto const& code : member->codes)
        if (!TRY(m_parts.store.isCodeUsed(code))) open.push_back(code);
    return open;
}

Result<Answer> Door::withCode(Uuid const& user, SecretBytes const& code) {
    TRY(signOff(SignOff::Asked));
    if (auto const refused = TRY(refusal(user, Secret::Code))) return answered(user, Secret::Code, *refused);
    TRY(count(user, Secret::Code));
    auto hashes = TRY(openCodes(user));
    auto const open = hashes.size();
    hashes.resize(packs::mostCodes, nobodysHash); // as many for everybody
    std::optional<std::string> right;
    for (std::size_t i = 0; i < hashes.size(); ++i)
        if (m_matches(hashes[i], code) && i < open) right = hashes[i];
    if (!right) return answered(user, Secret::Code, Answer::Wrong);
    TRY(answered(user, Secret::Code, Answer::Right));
    m_chooser = Chooser{user, *right};
    touch();
    return Answer::Right;
}

Result<PinFault> Door::choosePin(SecretBytes const& pin) {
    if (isIdle()) m_chooser.reset();
    if (!m_chooser) return fail(ErrorKind::Denied, "no one-time code was accepted just before");
    touch();
    auto const fault = checkPin(asText(pin));
    if (fault != PinFault::None) return fault;
    auto signIn = TRY(signInOf(m_chooser->user));
    signIn.pin = crypto::passwordHash(pin);
    signIn.pinTries = {};
    TRY(m_parts.store.keepSignIn(signIn, eventOf("staff-pin-chosen", signIn.user), m_chooser->code));
    enter(signIn.user);
    return PinFault::None;
}

void Door::enter(Uuid const& user) {
    m_chooser.reset();
    m_in = user;
    touch();
}

bool Door::isIdle() const {
    return m_parts.uptime.now().since - m_lastSign.since >= idleLimit;
}

void Door::stay() {
    if (!isIdle()) touch();
}

Result<void> Door::permit(Action action) {
    if (isIdle()) TRY(signOff(SignOff::Idle));
    auto const* member = who();
    if (!member) return fail(nobody());
    touch();
    bool const may = mayDo(member->roles, action);
    TRY(m_parts.store.audit(
        "staff-action",
        Json{{"who", member->id.toString()}, {"what", toString(action)}, {"outcome", may ? "permitted" : "refused"}}));
    if (!may) return fail(ErrorKind::Denied, std::string(toString(action)) + ": not with these roles");
    return {};
}

Result<void> Door::report(Uuid const& who, Action action, bool isDone) {
    return m_parts.store.audit(
        "staff-action",
        Json{{"who", who.toString()}, {"what", toString(action)}, {"outcome", isDone ? "done" : "failed"}});
}

Result<void> Door::signOff(SignOff why) {
    m_chooser.reset();
    if (!m_in) return {};
    auto const user = *m_in;
    m_in.reset();
    return m_parts.store.audit("staff-sign-off", eventOf("", user, {{"outcome", toString(why)}}).detail);
}

} // namespace kiosk::staff
