#include "kiosk/viewmodels/Catalogue.h"

#include "kiosk/core/media/Media.h"
#include "kiosk/core/media/Picture.h"
#include "kiosk/core/survey/Asking.h"
#include "kiosk/core/survey/Names.h"

#include <algorithm>
#include <iterator>

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

/// A question that must be answered and cannot be asked must not reach a person; others that cannot are left out.
Result<void> checkScreens(survey::Form const& form) {
    for (auto const* item : form.allItems()) {
        if (item->isQuestion() && item->required && !item->hidden && !item->readOnly && !item->isComputed &&
            !survey::hasScreen(form, *item))
            return fail(ErrorKind::Invalid, "item '" + item->linkId + "': is required and has no screen");
    }
    return {};
}

Result<Instrument> readInstrument(packs::Factory const& factory, std::string const& id) {
    auto form = survey::Form::parse(TRY(factory.instrument(id)));
    if (!form) return fail(form.error().in("instruments/" + id + ".json"));
    if (auto checked = checkScreens(*form); !checked) return fail(checked.error().in("instruments/" + id + ".json"));
    auto shared = std::make_shared<const survey::Form>(std::move(*form));
    return Instrument{id, shared, minutesOf(*shared)};
}

using MediaFiles = std::map<std::string, std::shared_ptr<const Bytes>>;

std::vector<std::string> namedMedia(packs::Settings const& settings, std::vector<Instrument> const& forms) {
    auto names = settings.media();
    for (auto const& instrument : forms) std::ranges::copy(instrument.form->media(), std::back_inserter(names));
    return names;
}

Result<MediaFiles> readMedia(packs::Factory const& factory, std::vector<Instrument> const& forms) {
    MediaFiles media;
    for (auto const& name : namedMedia(factory.settings, forms)) {
        if (media.contains(name)) continue;
        auto const content = TRY(factory.media(name));
        if (auto const checked = name == factory.settings.logo ? media::checkLogo(packs::logoType(name), content)
                                                               : media::checkMedia(name, content);
            !checked)
            return fail(checked.error().in("media/" + name));
        media[name] = std::make_shared<const Bytes>(content.begin(), content.end());
    }
    return media;
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::read(packs::Pack const& pack) {
    auto const factory = TRY(packs::Factory::from(pack));
    std::vector<Instrument> forms;
    for (auto const& id : factory.settings.allForms()) forms.push_back(TRY(readInstrument(factory, id)));
    auto media = TRY(readMedia(factory, forms));
    auto catalogue = make(factory.settings, factory.recipients, std::move(forms));
    catalogue->m_version = pack.version();
    catalogue->m_expires = pack.expires();
    catalogue->m_staff = factory.staff;
    catalogue->m_media = std::move(media);
    return catalogue;
}

std::shared_ptr<const Catalogue> Catalogue::of(packs::Settings settings, packs::Recipients recipients,
                                               std::vector<Instrument> forms) {
    return make(std::move(settings), std::move(recipients), std::move(forms));
}

std::shared_ptr<Catalogue> Catalogue::make(packs::Settings settings, packs::Recipients recipients,
                                           std::vector<Instrument> forms) {
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->m_settings = std::move(settings);
    catalogue->m_recipients = std::move(recipients);
    catalogue->m_forms = std::move(forms);
    auto const& offered = catalogue->m_settings.instruments;
    std::ranges::copy_if(catalogue->m_forms, std::back_inserter(catalogue->m_offered), [&](auto const& each) {
        return catalogue->mayBeAsked(each) && std::ranges::find(offered, each.id) != offered.end();
    });
    return catalogue;
}

std::vector<Instrument const*> Catalogue::offeredIn(std::string_view language) const {
    std::vector<Instrument const*> offered;
    for (auto const& instrument : m_offered)
        if (speaks(*instrument.form, language)) offered.push_back(&instrument);
    return offered;
}

bool Catalogue::mayBeAsked(Instrument const& instrument) const {
    return m_settings.safetyContact || !instrument.form->needsSafetyContact();
}

Instrument const* Catalogue::find(std::string_view id, std::string_view language) const {
    auto const found = std::ranges::find_if(m_forms, [&](auto const& each) { return each.id == id; });
    return found != m_forms.end() && mayBeAsked(*found) && speaks(*found->form, language) ? &*found : nullptr;
}

std::vector<Instrument> Catalogue::assigned(std::string_view code, std::string_view language) const {
    std::vector<Instrument> forms;
    auto const* rule = m_settings.visitCodes ? m_settings.visitCodes->ruleOf(code) : nullptr;
    if (!rule) return forms;
    for (auto const& id : rule->instruments)
        if (auto const* instrument = find(id, language)) forms.push_back(*instrument);
    return forms;
}

std::shared_ptr<const Bytes> Catalogue::media(std::string const& name) const {
    auto const found = m_media.find(name);
    return found == m_media.end() ? nullptr : found->second;
}

bool asksForContact(survey::Form const& form) {
    return std::ranges::any_of(form.allItems(), [](auto const* item) {
        return std::ranges::any_of(item->codes, [](auto const& code) {
            return code.system == survey::names::ourCodes && code.code == "contact-request";
        });
    });
}

bool speaks(survey::Form const& form, std::string_view language) {
    auto const primary = language.substr(0, language.find('-'));
    return std::ranges::any_of(form.languages(), [&](auto const& own) { return own == language || own == primary; });
}

Result<std::shared_ptr<const survey::Form>> Catalogue::form(std::string_view questionnaire) const {
    for (auto const& instrument : m_forms)
        if (instrument.form->canonical() == questionnaire) return instrument.form;
    return fail(ErrorKind::NotFound, "no form " + std::string(questionnaire) + " in the pack in force");
}

} // namespace kiosk::viewmodels
