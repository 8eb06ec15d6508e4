#include "kiosk/core/crypto/Password.h"
#include "kiosk/core/packs/Staff.h"
#include "kiosk/core/staff/OneTimeCode.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/PersonalName.h"
#include "kiosk/tools/PracticeFolder.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

using packs::Member;
using packs::Staff;

constexpr std::string_view publishNote = "It counts at the kiosks once a pack with it is published (practice-admin "
                                         "pack, sign by two approvers, publish).\n";

/// The one of that name. NotFound.
Result<std::vector<Member>::iterator> find(Staff& staff, std::string const& name) {
    auto const found = std::ranges::find(staff.members, name, &Member::name);
    if (found == staff.members.end()) return fail(ErrorKind::NotFound, "nobody of the staff is called '" + name + "'");
    return found;
}

Result<std::set<packs::Role>> readRoles(std::vector<std::string> const& words) {
    std::set<packs::Role> roles;
    for (auto const& word : words) {
        auto const role = packs::parseRole(word);
        if (!role) return fail(ErrorKind::Invalid, "--role: '" + word + "' is neither staff nor admin");
        roles.insert(*role);
    }
    return roles;
}

/// 4029 1736 5108
std::string spelled(SecretBytes const& code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += static_cast<char>(code.data()[i]);
    }
    return text;
}

/// Gives the member one code more; of too many the oldest goes. What is printed is the only place where it can be read.
std::string addCode(Member& member) {
    auto const code = staff::newOneTimeCode();
    if (member.codes.size() == packs::mostCodes) member.codes.erase(member.codes.begin());
    member.codes.push_back(crypto::passwordHash(code));
    return spelled(code);
}

/// Nothing that a kiosk would refuse is written.
Result<void> write(PracticeFolder const& practice, Staff const& staff) {
    auto const text = staff.toText();
    TRY(Staff::parse(asBytes(text)));
    return base::writeFileDurably(practice.staffFile(), asBytes(text), 0644);
}

Result<PracticeFolder> openPractice(Arguments const& arguments) {
    PracticeFolder practice{arguments.operand(0)};
    TRY(PracticeFile::read(practice.practiceFile()));
    return practice;
}

Result<Outcome> runAdd(Arguments const& arguments) {
    auto const practice = TRY(openPractice(arguments));
    Member member;
    member.id = Uuid::random();
    member.name = arguments.text("--name");
    TRY(checkName("--name", member.name, 100));
    member.roles = TRY(readRoles(arguments.all("--role")));
    auto staff = TRY(readStaff(practice.staffFile()));
    if (find(staff, member.name))
        return fail(ErrorKind::Invalid, "--name: somebody of the staff is called '" + member.name + "' already");
    auto const code = addCode(member);
    staff.members.push_back(member);
    TRY(write(practice, staff));
    return Outcome{"'" + member.name + "' is among the staff. Start code, for this person alone:\n" + code + "\n" +
                   std::string(publishNote)};
}

Result<Outcome> runRemove(Arguments const& arguments) {
    auto const practice = TRY(openPractice(arguments));
    auto staff = TRY(readStaff(practice.staffFile()));
    staff.members.erase(TRY(find(staff, arguments.text("--name"))));
    TRY(write(practice, staff));
    return Outcome{"'" + arguments.text("--name") + "' is no longer among the staff. " + std::string(publishNote)};
}

Result<Outcome> runRecovery(Arguments const& arguments) {
    auto const practice = TRY(openPractice(arguments));
    auto staff = TRY(readStaff(practice.staffFile()));
    auto const code = addCode(*TRY(find(staff, arguments.text("--name"))));
    TRY(write(practice, staff));
    return Outcome{"Recovery code of '" + arguments.text("--name") + "', to be kept in a safe place:\n" + code + "\n" +
                   std::string(publishNote)};
}

CommandSpec::Operand practiceOperand() {
    return {"DIR", "the practice's folder"};
}
CommandSpec::Option nameOption() {
    return {"--name", "NAME", "as the kiosk shows it", CommandSpec::Need::Required, {}};
}

} // namespace

Result<packs::Staff> readStaff(Path const& file) {
    auto const text = base::readFile(file, 1U << 20U);
    if (!text && text.error().kind == ErrorKind::NotFound) return Staff{};
    if (!text) return fail(text.error());
    auto staff = Staff::parse(*text);
    if (!staff) return fail(staff.error().in(file.string()));
    return staff;
}

Command staffAddCommand() {
    return {{.name = "staff add",
             .summary = "Makes an account for somebody who may sign in at the kiosks: prints a start code.",
             .operands = {practiceOperand()},
             .options = {nameOption(),
                         {"--role",
                          "ROLE",
                          "staff (surveys with patients, status, cleaning) or admin (export, settings, logs, reset)",
                          CommandSpec::Need::RequiredRepeated,
                          {}}},
             .notes = "With the start code the person chooses a PIN, once at each kiosk. Only its hash is kept.\n"
                      "Accounts are in staff.json; 'pack' puts them into the factory pack."},
            runAdd};
}

Command staffRemoveCommand() {
    return {{.name = "staff remove",
             .summary = "Takes away an account.",
             .operands = {practiceOperand()},
             .options = {nameOption()},
             .notes = "A kiosk signs the person off and forgets the PIN when it has the pack."},
            runRemove};
}

Command staffRecoveryCommand() {
    return {{.name = "staff recovery",
             .summary = "Gives somebody one more one-time code, for the day a PIN is forgotten or closed.",
             .operands = {practiceOperand()},
             .options = {nameOption()},
             .notes = "Make it ahead: it works without the server, once at each kiosk that has the pack with it. An\n"
                      "account has the four newest codes."},
            runRecovery};
}

} // namespace kiosk::tools
