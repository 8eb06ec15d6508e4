// practice-admin staff, run as people run it.
#include "tests/integration/export/Practice.h"

#include "kiosk/core/crypto/Password.h"

#include <algorithm>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The digits of the line that is nothing but a code.
std::string codeIn(std::string const& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::erase(line, ' ');
        if (line.size() == 12 && line.find_first_not_of("0123456789") == line.npos) return line;
    }
    return "";
}

class StaffOfPractice : public testing::Test {
protected:
    void SetUp() override { std::filesystem::remove(file()); }
    void TearDown() override { std::filesystem::remove(file()); } // the practice is shared
    [[nodiscard]] Path file() const { return m_practice.practice() / "staff.json"; }
    [[nodiscard]] Ran run(std::string const& command, std::string const& name,
                          std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"staff", command, m_practice.practice().string(), "--name", name};
        std::ranges::move(more, std::back_inserter(words));
        return m_practice.admin(words);
    }
    [[nodiscard]] packs::Staff staff() const { return readStaff(file()).value(); }
    void expectRefused(Ran const& ran, std::string const& what) const {
        EXPECT_EQ(ran.status, 1) << ran.out;
        EXPECT_EQ(ran.out, "");
        EXPECT_THAT(ran.err, HasSubstr(what));
    }
    Practice& m_practice = sharedPractice();
};

TEST_F(StaffOfPractice, tellsHowItIsUsed) {
    for (auto const* command : {"add", "remove", "recovery"}) {
        auto const help = m_practice.admin({"staff", command, "--help"});
        EXPECT_EQ(help.status, 0) << command;
        EXPECT_THAT(help.out, HasSubstr(std::string("usage: practice-admin staff ") + command));
        EXPECT_EQ(m_practice.admin({"staff", command, m_practice.practice().string()}).status, 2) << "no name";
    }
}

TEST_F(StaffOfPractice, addKeepsOnlyTheHashOfTheCodeItPrints) {
    auto const added = run("add", "Nina Ortega", {"--role", "staff", "--role", "admin"});
    ASSERT_EQ(added.status, 0) << added.err;
    auto const code = codeIn(added.out);
    ASSERT_EQ(code.size(), 12U) << added.out;
    auto const members = staff().members;
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].roles, (std::set{packs::Role::Staff, packs::Role::Admin}));
    ASSERT_EQ(members[0].codes.size(), 1U);
    EXPECT_TRUE(crypto::passwordMatches(members[0].codes[0], SecretBytes(asBytes(code))));
    EXPECT_THAT(readText(file()), Not(HasSubstr(code)));
}

TEST_F(StaffOfPractice, recoveryAddsACodeAndKeepsTheFourNewest) {
    ASSERT_EQ(run("add", "Nina", {"--role", "staff"}).status, 0);
    auto const first = staff().members[0].codes[0];
    for (int i = 0; i < 4; ++i) {
        auto const made = run("recovery", "Nina");
        ASSERT_EQ(made.status, 0) << made.err;
        EXPECT_TRUE(crypto::passwordMatches(staff().members[0].codes.back(), SecretBytes(asBytes(codeIn(made.out)))));
    }
    auto const codes = staff().members[0].codes;
    EXPECT_EQ(codes.size(), 4U);
    EXPECT_EQ(std::ranges::count(codes, first), 0);
}

TEST_F(StaffOfPractice, removeTakesOnlyThatOne) {
    for (auto const* name : {"Nina", "Max"}) ASSERT_EQ(run("add", name, {"--role", "staff"}).status, 0);
    ASSERT_EQ(run("remove", "Nina").status, 0);
    ASSERT_EQ(staff().members.size(), 1U);
    EXPECT_EQ(staff().members[0].name, "Max");
}

TEST_F(StaffOfPractice, refusesWithoutChangingAnything) {
    ASSERT_EQ(run("add", "Nina", {"--role", "staff"}).status, 0);
    auto const before = readText(file());
    expectRefused(run("add", "Nina", {"--role", "admin"}), "already");
    expectRefused(run("add", "Max", {"--role", "root"}), "--role: 'root'");
    expectRefused(run("add", "a\nb", {"--role", "staff"}), "--name");
    expectRefused(run("add", "a\u202Eb", {"--role", "staff"}), "control or direction");
    expectRefused(run("remove", "Max"), "nobody of the staff is called 'Max'");
    expectRefused(run("recovery", "Max"), "nobody of the staff is called 'Max'");
    expectRefused(m_practice.admin({"staff", "remove", (m_practice / "missing").string(), "--name", "Nina"}),
                  "practice.json");
    EXPECT_EQ(readText(file()), before);
    ASSERT_TRUE(base::writeFileDurably(file(), asBytes("{}")));
    expectRefused(run("add", "Max", {"--role", "staff"}), "staff.json: staff: a list");
}

TEST_F(StaffOfPractice, goesIntoThePackThatApproversSign) {
    auto const pack = m_practice / "with-staff.pack";
    ASSERT_EQ(run("add", "Nina", {"--role", "staff"}).status, 0);
    auto const made = m_practice.pack(pack);
    ASSERT_EQ(made.status, 0) << made.err;
    auto const signedOnce = m_practice.sign(pack, "alice");
    EXPECT_THAT(signedOnce.out, HasSubstr("staff        Nina: staff, 1 codes"));
    auto const factory = packs::Factory::from(packs::Pack::parse(base::readFile(pack).value()).value());
    EXPECT_EQ(factory->staff.toText(), staff().toText());
    std::filesystem::remove(pack);
}

} // namespace
} // namespace kiosk::tools
