#include "kiosk/core/packs/Factory.h"

namespace kiosk::packs {

namespace {

Result<Staff> staffOf(Pack const& pack) {
    auto const text = pack.target(staffFile);
    if (!text) return Staff{};
    auto staff = Staff::parse(*text);
    if (!staff) return fail(staff.error().in(staffFile));
    return staff;
}

} // namespace

Result<Factory> Factory::from(Pack const& pack) {
    auto settings = Settings::parse(TRY(pack.target("settings.json")));
    if (!settings) return fail(settings.error().in("settings.json"));
    auto recipients = Recipients::parse(TRY(pack.target("recipients.json")));
    if (!recipients) return fail(recipients.error().in("recipients.json"));
    auto staff = TRY(staffOf(pack));
    Factory factory{std::move(*settings), std::move(*recipients), std::move(staff), pack};
    for (auto const& id : factory.settings.allForms()) TRY(factory.instrument(id));
    for (auto const& name : factory.settings.media()) TRY(factory.media(name));
    return factory;
}

Result<ByteView> Factory::instrument(std::string const& id) const {
    return pack.target("instruments/" + id + ".json");
}

Result<ByteView> Factory::media(std::string const& name) const {
    return pack.target("media/" + name);
}

} // namespace kiosk::packs
