#pragma once

#include "kiosk/core/packs/QuietHours.h"
#include "kiosk/core/packs/Slides.h"
#include "kiosk/core/packs/VisitCodes.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::packs {

/// Whom a person in need is told to call. Without one, an instrument that needs it is not offered.
struct SafetyContact {
    Translated name;
    std::string phone;
    Translated text;
};

/// The form with which a person asks to be called, offered once answers are handed in.
struct ContactRequest {
    std::string form;                  ///< an id, as those of the instruments
    std::optional<Translated> promise; ///< when somebody will call
};

/// settings.json of the factory pack; each member is described in firmware-config/schema/README.md.
struct Settings {
    std::string practice;
    std::string brandColour;              ///< "#RRGGBB"; empty: the kiosk's own
    std::vector<std::string> languages;   ///< in the order they are offered
    std::vector<std::string> instruments; ///< ids, in the order they are offered: target instruments/<id>.json
    std::chrono::seconds idleWarning{60};
    std::chrono::seconds idleWipe{20};
    std::optional<SafetyContact> safetyContact;
    std::optional<Translated> nextSteps; ///< what happens with the answers now, said at the end
    std::optional<ContactRequest> contactRequest;
    std::optional<VisitCodes> visitCodes;
    std::optional<Attract> attract;
    bool atBedside = false; ///< mode: else in a waiting room
    std::optional<QuietHours> quietHours;
    bool asksWhoAnswers = false; ///< before the first question: the person, or somebody in their place

    /// Each id once: the instruments on offer, what codes ask, what is asked at the end.
    [[nodiscard]] std::vector<std::string> allForms() const;

    /// Invalid, with the member's name: missing, of another type or out of range, an unknown member, a text with
    /// control or direction-changing characters, a language without its text.
    [[nodiscard]] static Result<Settings> parse(ByteView json);
};

} // namespace kiosk::packs
