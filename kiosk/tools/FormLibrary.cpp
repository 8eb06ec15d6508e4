#include "kiosk/tools/FormLibrary.h"

#include <algorithm>
#include <iterator>

namespace kiosk::tools {

namespace {

Result<std::vector<FormPointer>> formsOf(packs::Factory const& factory) {
    std::vector<FormPointer> forms;
    for (auto const& id : factory.settings.allForms()) {
        auto form = survey::Form::parse(TRY(factory.instrument(id)));
        if (!form) return fail(form.error().in("instruments/" + id + ".json"));
        forms.push_back(std::make_shared<const survey::Form>(std::move(*form)));
    }
    return forms;
}

Result<packs::Factory> factoryIn(Path const& file, packs::Trust const& trust) {
    auto const content = TRY(base::readFile(file, packs::packCapBytes));
    auto const created = TRY(packs::Pack::parse(content)).manifest().created;
    auto const loaded = TRY(packs::loadPack(content, trust, packs::factoryName, created));
    return packs::Factory::from(loaded.pack);
}

} // namespace

FormLibrary::FormLibrary(std::vector<FormPointer> forms) {
    for (auto& form : forms)
        if (find(form->canonical()) == nullptr) m_forms.push_back(std::move(form));
}

Result<FormLibrary> FormLibrary::read(ServerFolder const& server) {
    auto const trust = TRY(readTrust(server.rootFile()));
    auto versions = TRY(packVersions(server.packs(), std::string(packs::factoryName)));
    std::reverse(versions.begin(), versions.end());
    std::vector<FormPointer> all;
    std::vector<crypto::VerifyKey> receiptKeys;
    for (auto const version : versions) {
        auto const file = packFile(server.packs(), std::string(packs::factoryName), version);
        auto const factory = factoryIn(file, trust);
        if (!factory) return fail(factory.error().in(file.string()));
        auto const forms = formsOf(*factory);
        if (!forms) return fail(forms.error().in(file.string()));
        all.insert(all.end(), forms->begin(), forms->end());
        receiptKeys.push_back(factory->recipients.receiptKey);
    }
    FormLibrary library(std::move(all));
    library.m_receiptKeys = std::move(receiptKeys);
    return library;
}

bool FormLibrary::namesReceiptKey(crypto::VerifyKey const& key) const {
    return std::find(m_receiptKeys.begin(), m_receiptKeys.end(), key) != m_receiptKeys.end();
}

survey::Form const* FormLibrary::find(std::string const& canonical) const {
    for (auto const& form : m_forms)
        if (form->canonical() == canonical) return form.get();
    return nullptr;
}

std::vector<FormPointer> FormLibrary::versionsOf(std::string const& id) const {
    std::vector<FormPointer> versions;
    std::copy_if(m_forms.begin(), m_forms.end(), std::back_inserter(versions),
                 [&](FormPointer const& form) { return form->id() == id; });
    return versions;
}

} // namespace kiosk::tools
