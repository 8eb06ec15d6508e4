#pragma once

#include "kiosk/core/packs/Factory.h"
#include "kiosk/core/survey/Form.h"

namespace kiosk::viewmodels {

struct Instrument {
    std::string id;
    std::shared_ptr<const survey::Form> form;
    int minutes = 1; ///< about how long it takes: what the form says, else from its number of questions
};

/// Whether a person who reads that language can read all of the form.
[[nodiscard]] bool speaks(survey::Form const& form, std::string_view language);

/// Whether one of its questions is the one that offers to be called (item code `contact-request`).
[[nodiscard]] bool asksForContact(survey::Form const& form);

/// What the pack in force says: practice, languages, forms, recipients. Immutable and shared by the threads.
class Catalogue {
public:
    /// Invalid, NotFound: the first target that is wrong, by its path. One bad form refuses the pack.
    static Result<std::shared_ptr<const Catalogue>> read(packs::Pack const& pack);

    /// Of parts that are at hand (the self-test's own form). `forms`: all of the settings' forms, those on offer in
    /// their order.
    static std::shared_ptr<const Catalogue> of(packs::Settings settings, packs::Recipients recipients,
                                               std::vector<Instrument> forms);

    /// Of the pack it was read from; 0 and none for parts that were at hand.
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    [[nodiscard]] Instant expires() const { return m_expires; }
    [[nodiscard]] packs::Staff const& staff() const { return m_staff; }

    [[nodiscard]] packs::Settings const& settings() const { return m_settings; }
    [[nodiscard]] packs::Recipients const& recipients() const { return m_recipients; }
    /// In the order of offer. A form that needs a safety contact is there only when the settings name one.
    [[nodiscard]] std::vector<Instrument> const& offered() const { return m_offered; }
    /// Of those, the ones that every text is there of in this language (BCP 47; its primary language will do).
    [[nodiscard]] std::vector<Instrument const*> offeredIn(std::string_view language) const;
    /// What a code asks of a person who reads that language, in its order: without what is not there in it, or needs a
    /// safety contact that there is not. Empty: no code of this pack, or nothing of it can be asked.
    [[nodiscard]] std::vector<Instrument> assigned(std::string_view code, std::string_view language) const;
    /// A picture, the logo, a film, recording or captions, checked when the pack was read; null: none of that name.
    [[nodiscard]] std::shared_ptr<const Bytes> media(std::string const& name) const;
    /// Of any form of the pack that may be asked here, on offer or not; null: there is none, or not in this language.
    [[nodiscard]] Instrument const* find(std::string_view id, std::string_view language) const;
    /// By "url|version", offered or not. NotFound.
    [[nodiscard]] Result<std::shared_ptr<const survey::Form>> form(std::string_view questionnaire) const;

private:
    static std::shared_ptr<Catalogue> make(packs::Settings settings, packs::Recipients recipients,
                                           std::vector<Instrument> forms);
    [[nodiscard]] bool mayBeAsked(Instrument const& instrument) const;

    std::uint64_t m_version = 0;
    Instant m_expires{};
    packs::Staff m_staff;
    std::map<std::string, std::shared_ptr<const Bytes>> m_media;
    packs::Settings m_settings;
    packs::Recipients m_recipients;
    std::vector<Instrument> m_forms;
    std::vector<Instrument> m_offered;
};

} // namespace kiosk::viewmodels
