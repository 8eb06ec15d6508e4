#pragma once

#include "kiosk/core/packs/QuietHours.h"
#include "kiosk/core/packs/Slides.h"
#include "kiosk/core/packs/VisitCodes.h"

#include <array>
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

/// A sensor that feels whether somebody stands before the kiosk: it shows as a switch (SW_FRONT_PROXIMITY) of an input
/// device, or as a key of it.
struct Presence {
    std::chrono::seconds away{3}; ///< so long without anybody means: gone
    std::optional<int> key;       ///< code of the kernel's input-event-codes.h
};

/// The members of settings.json, in the order in which the staff's screen shows them. Others are refused.
inline constexpr std::array<std::string_view, 16> settingNames{
    "practice",       "logo",        "brand_colour", "languages",      "instruments", "ask_who_answers",
    "idle_warning_s", "idle_wipe_s", "presence",     "safety_contact", "next_steps",  "contact_request",
    "visit_codes",    "attract",     "mode",         "quiet_hours"};

/// settings.json of the factory pack; each member is described in firmware-config/schema/README.md.
struct Settings {
    std::string practice;
    std::string logo;                     ///< a file of the pack's media folder; empty: none
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
    std::optional<Presence> presence;
    bool asksWhoAnswers = false; ///< before the first question: the person, or somebody in their place

    /// The pictures and whatever else the settings name of the pack's media folder, each once.
    [[nodiscard]] std::vector<std::string> media() const;
    /// Each id once: the instruments on offer, what codes ask, what is asked at the end.
    [[nodiscard]] std::vector<std::string> allForms() const;

    /// Invalid, with the member's name: missing, of another type or out of range, an unknown member, a text with
    /// control or direction-changing characters, a language without its text.
    [[nodiscard]] static Result<Settings> parse(ByteView json);
};

/// The media type of a logo, by its name.
[[nodiscard]] std::string_view logoType(std::string_view name);

} // namespace kiosk::packs
