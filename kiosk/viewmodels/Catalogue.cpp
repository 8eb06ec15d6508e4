#include "kiosk/viewmodels/Catalogue.h"

#include <algorithm>

namespace kiosk::viewmodels {

namespace {

constexpr std::ptrdiff_t questionsPerMinute = 6;

int minutesOf(survey::Form const& form) {
    if (auto const told = form.estimatedMinutes()) return std::max(1, *told);
    auto const& items = form.allItems();
    auto const questions =
        std::count_if(items.begin(), items.end(), [](auto const* item) { return item->isQuestion(); });
    return std::max(1, int((questions + questionsPerMinute - 1) / questionsPerMinute));
}

Result<Instrument> readInstrument(packs::Factory const& factory, std::string const& id) {
    auto form = survey::Form::parse(TRY(factory.instrument(id)));
    if (!form) return fail(form.error().in("instruments/" + id + ".json"));
    auto shared = std::make_shared<const survey::Form>(std::move(*form));
    return Instrument{id, shared, minutesOf(*shared)};
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::read(packs::Pack const& pack) {
    auto const factory = TRY(packs::Factory::from(pack));
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->m_settings = factory.settings;
    catalogue->m_recipients = factory.recipients;
    for (auto const& id : factory.settings.instruments) {
        auto instrument = TRY(readInstrument(factory, id));
        bool const mayBeOffered = factory.settings.safetyContact || !instrument.form->needsSafetyContact();
        if (mayBeOffered) catalogue->m_offered.push_back(instrument);
        catalogue->m_forms.push_back(std::move(instrument));
    }
    return catalogue;
}

Result<std::shared_ptr<const survey::Form>> Catalogue::form(std::string_view questionnaire) const {
    for (auto const& instrument : m_forms)
        if (instrument.form->canonical() == questionnaire) return instrument.form;
    return fail(ErrorKind::NotFound, "no form " + std::string(questionnaire) + " in the pack in force");
}

} // namespace kiosk::viewmodels
