#include "kiosk/core/packs/Factory.h"

namespace kiosk::packs {

Result<Factory> Factory::from(Pack const& pack) {
    auto settings = Settings::parse(TRY(pack.target("settings.json")));
    if (!settings) return fail(settings.error().in("settings.json"));
    auto recipients = Recipients::parse(TRY(pack.target("recipients.json")));
    if (!recipients) return fail(recipients.error().in("recipients.json"));
    Factory factory{std::move(*settings), std::move(*recipients), pack};
    for (auto const& id : factory.settings.instruments) TRY(factory.instrument(id));
    return factory;
}

Result<ByteView> Factory::instrument(std::string const& id) const {
    return pack.target("instruments/" + id + ".json");
}

} // namespace kiosk::packs
