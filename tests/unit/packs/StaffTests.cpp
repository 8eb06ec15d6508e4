#include "kiosk/core/packs/Staff.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/crypto/Password.h"
#include "tests/unit/packs/PackFixtures.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;

const std::string hash = crypto::passwordHash(SecretBytes(asBytes("402917365108")));

Json goodStaff() {
    return {{"staff", Json::array({Json{{"id", "0b63a44c-1a6e-4f1c-9a4e-7a3ce54f3f11"},
                                        {"name", "Nina Ortega"},
                                        {"roles", {"staff", "admin"}},
                                        {"codes", {hash}}},
                                   Json{{"id", "4e6f1c2d-77aa-4b60-8d4e-0f4f5a3d2c1b"},
                                        {"name", "Max"},
                                        {"roles", {"admin"}},
                                        {"codes", Json::array()}}})}};
}

TEST(Staff, isReadAndWritten) {
    auto const staff = Staff::parse(asBytes(goodStaff().dump()));
    ASSERT_TRUE(staff) << staff.error().text;
    auto const* nina = staff->find(*Uuid::parse("0b63a44c-1a6e-4f1c-9a4e-7a3ce54f3f11"));
    ASSERT_NE(nina, nullptr);
    EXPECT_EQ(nina->roles, (std::set{Role::Staff, Role::Admin}));
    EXPECT_EQ(nina->codes, std::vector{hash});
    EXPECT_EQ(staff->find(Uuid::random()), nullptr);
    EXPECT_EQ(Staff::parse(asBytes(staff->toText()))->toText(), staff->toText());
    EXPECT_EQ(Json::parse(staff->toText()), goodStaff());
}

struct Bad {
    char const* name;
    char const* pointer;
    Json value;
    char const* why;
};
std::ostream& operator<<(std::ostream& out, Bad const& bad) {
    return out << bad.name;
}

class BadStaff : public testing::TestWithParam<Bad> {};
TEST_P(BadStaff, isRefusedByMember) {
    auto json = goodStaff();
    json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
    auto const staff = Staff::parse(asBytes(json.dump()));
    ASSERT_FALSE(staff);
    EXPECT_EQ(staff.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(staff.error().text, HasSubstr(GetParam().why));
}
INSTANTIATE_TEST_SUITE_P(
    Staff, BadStaff,
    testing::Values(
        Bad{"listMissing", "/staff", 5, "staff: a list"}, Bad{"idWrong", "/staff/0/id", "7", "number 1: id"},
        Bad{"idTwice", "/staff/1/id", "0b63a44c-1a6e-4f1c-9a4e-7a3ce54f3f11", "twice"},
        Bad{"nameTwice", "/staff/1/name", "Nina Ortega", "twice"},
        Bad{"nameEmpty", "/staff/1/name", "", "number 2: name"},
        Bad{"nameTurned", "/staff/1/name", "a\u202Eb", "name: holds a control"},
        Bad{"noRole", "/staff/0/roles", Json::array(), "roles"},
        Bad{"unknownRole", "/staff/0/roles", Json::array({"root"}), "neither staff nor admin"},
        Bad{"codeTwice", "/staff/1/codes", Json::array({hash}), "twice"},
        Bad{"codePlain", "/staff/1/codes", Json::array({"402917365108"}), "codes: holds what"},
        Bad{"codeDear", "/staff/1/codes",
            Json::array({"$argon2id$v=19$m=4194304,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8A"}),
            "codes: holds what"},
        Bad{"unknownMember", "/staff/0/pin", "1", "pin: is not"}),
    [](auto const& each) { return each.param.name; });

TEST(Staff, ofAFactoryPackIsCheckedWithIt) {
    People people;
    auto content = People::content();
    content.name = "factory";
    content.targets = {
        {"settings.json",
         toBytes(R"({"practice":"P","languages":["en"],"instruments":["a"],"idle_warning_s":60,"idle_wipe_s":20})")},
        {"recipients.json", toBytes(Recipients{{crypto::Identity::generate().recipient()},
                                               {crypto::Identity::generate().recipient()},
                                               people.alice.verifyKey()}
                                        .toText())},
        {"instruments/a.json", toBytes("{}")},
        {"staff.json", toBytes(goodStaff().dump())}};
    auto const load = [&] {
        return loadPack(people.pack(content, {&people.alice, &people.bert}), people.trust(), "factory",
                        at("2026-06-01T00:00:00Z"));
    };
    auto const loaded = load();
    ASSERT_TRUE(loaded) << loaded.error().text;
    EXPECT_EQ(Factory::from(loaded->pack)->staff.members.size(), 2U);
    content.targets.back().second = toBytes("{}");
    EXPECT_THAT(load().error().text, HasSubstr("staff.json: staff: a list"));
    content.targets.pop_back();
    EXPECT_TRUE(Factory::from(load()->pack)->staff.members.empty()) << "a pack of before";
}

} // namespace
} // namespace kiosk::packs
