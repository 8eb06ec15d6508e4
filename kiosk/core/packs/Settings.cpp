#include "kiosk/core/packs/Settings.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/packs/Ids.h"
#include "kiosk/core/packs/Members.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostLanguages = 16, mostInstruments = 64;
constexpr std::size_t longestPractice = 200, longestLogoName = 60;
constexpr std::int64_t mostKeyCode = 767; // KEY_MAX of the kernel

bool consistsOf(std::string_view text, std::string_view letters) {
    return text.find_first_not_of(letters) == text.npos;
}

bool isLanguage(std::string_view text) {
    return text.size() >= 2 && text.size() <= 16 &&
           consistsOf(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}
bool isPhone(std::string_view text) {
    return text.size() <= 40 && consistsOf(text, "0123456789+-() ");
}

Result<std::vector<std::string>> readLanguages(Json const& json) {
    auto list = TRY(textList(json, "languages", mostLanguages));
    for (auto const& one : list)
        if (!isLanguage(one)) return fail(ErrorKind::Invalid, "languages: '" + one + "' cannot be one");
    return list;
}

Result<std::chrono::seconds> readSeconds(Json const& json, std::string_view name, std::int64_t least,
                                         std::int64_t most) {
    auto const value = TRY(base::integerMember(json, name));
    if (value < least || value > most)
        return fail(ErrorKind::Invalid,
                    std::string(name) + ": must be from " + std::to_string(least) + " to " + std::to_string(most));
    return std::chrono::seconds(value);
}

Result<SafetyContact> readContact(Json const& json, std::vector<std::string> const& languages) {
    TRY(knownMembersOnly(json, {"name", "phone", "text"}));
    SafetyContact contact;
    contact.name = TRY(readTranslated(json, "name", languages));
    contact.phone = TRY(base::textMember(json, "phone"));
    if (contact.phone.empty() || !isPhone(contact.phone))
        return fail(ErrorKind::Invalid, "phone: must be 1 to 40 of 0-9 + - ( ) and spaces");
    contact.text = TRY(readTranslated(json, "text", languages));
    return contact;
}

Result<ContactRequest> readContactRequest(Json const& json, std::vector<std::string> const& languages) {
    TRY(knownMembersOnly(json, {"form", "promise"}));
    ContactRequest request;
    request.form = TRY(base::textMember(json, "form"));
    if (!isInstrumentId(request.form)) return fail(ErrorKind::Invalid, "form: '" + request.form + "' cannot be one");
    if (json.contains("promise")) request.promise = TRY(readTranslated(json, "promise", languages));
    return request;
}

/// "#RRGGBB".
Result<std::string> readColour(Json const& json, std::string_view name) {
    auto text = TRY(base::textMember(json, name));
    if (text.size() == 7 && text.front() == '#' &&
        consistsOf(std::string_view(text).substr(1), "0123456789abcdefABCDEF"))
        return text;
    return fail(ErrorKind::Invalid, std::string(name) + ": '" + text + "' is not a colour as #0A545F");
}

/// A name of the pack's media folder.
Result<std::string> readLogo(Json const& json) {
    auto name = TRY(base::textMember(json, "logo"));
    auto const dot = name.rfind('.');
    bool const isName = dot != name.npos && dot > 0 && dot <= longestLogoName &&
                        consistsOf(std::string_view(name).substr(0, dot), "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (!isName || logoType(name).empty())
        return fail(ErrorKind::Invalid,
                    "logo: '" + name + "' is not the name of a .png or .svg file of a-z, 0-9 and -");
    return name;
}

Result<Presence> readPresence(Json const& json) {
    TRY(knownMembersOnly(json, {"away_s", "key"}));
    Presence presence;
    presence.away = TRY(readSeconds(json, "away_s", 2, 60));
    if (!json.contains("key")) return presence;
    auto const key = TRY(base::integerMember(json, "key"));
    if (key < 1 || key > mostKeyCode) return fail(ErrorKind::Invalid, "key: must be from 1 to 767");
    presence.key = int(key);
    return presence;
}

Result<void> readMode(Json const& json, Settings& settings) {
    if (json.contains("mode")) {
        auto const mode = TRY(base::textMember(json, "mode"));
        if (mode != "waiting-room" && mode != "bedside")
            return fail(ErrorKind::Invalid, "mode: is neither waiting-room nor bedside");
        settings.atBedside = mode == "bedside";
    }
    if (!json.contains("quiet_hours")) return {};
    if (!settings.atBedside) return fail(ErrorKind::Invalid, "quiet_hours: only with mode bedside");
    auto const hours = QuietHours::parse(json["quiet_hours"]);
    if (!hours) return fail(hours.error().in("quiet_hours"));
    settings.quietHours = *hours;
    return {};
}

/// What a kiosk can do without.
Result<void> readOptional(Json const& json, Settings& settings) {
    if (json.contains("safety_contact")) {
        auto contact = readContact(json["safety_contact"], settings.languages);
        if (!contact) return fail(contact.error().in("safety_contact"));
        settings.safetyContact = std::move(*contact);
    }
    if (json.contains("logo")) settings.logo = TRY(readLogo(json));
    if (json.contains("presence")) {
        auto presence = readPresence(json["presence"]);
        if (!presence) return fail(presence.error().in("presence"));
        settings.presence = *presence;
    }
    if (json.contains("brand_colour")) settings.brandColour = TRY(readColour(json, "brand_colour"));
    if (json.contains("next_steps")) settings.nextSteps = TRY(readTranslated(json, "next_steps", settings.languages));
    if (json.contains("contact_request")) {
        auto request = readContactRequest(json["contact_request"], settings.languages);
        if (!request) return fail(request.error().in("contact_request"));
        settings.contactRequest = std::move(*request);
    }
    if (json.contains("visit_codes")) {
        auto codes = VisitCodes::parse(json["visit_codes"]);
        if (!codes) return fail(codes.error().in("visit_codes"));
        settings.visitCodes = std::move(*codes);
    }
    if (json.contains("attract")) {
        auto attract = Attract::parse(json["attract"], settings.languages);
        if (!attract) return fail(attract.error().in("attract"));
        settings.attract = std::move(*attract);
    }
    if (json.contains("ask_who_answers")) {
        if (!json["ask_who_answers"].is_boolean())
            return fail(ErrorKind::Invalid, "ask_who_answers: is neither true nor false");
        settings.asksWhoAnswers = json["ask_who_answers"].get<bool>();
    }
    return readMode(json, settings);
}

} // namespace

Result<Settings> Settings::parse(ByteView text) {
    auto const json = TRY(base::parseJson(text, {.bytes = 256U << 10U, .depth = 6}));
    TRY(knownMembersOnly(json, settingNames));
    Settings settings;
    settings.practice = TRY(base::textMember(json, "practice"));
    TRY(checkText(settings.practice, "practice", longestPractice));
    settings.languages = TRY(readLanguages(json));
    settings.instruments = TRY(readIds(json, "instruments", mostInstruments));
    settings.idleWarning = TRY(readSeconds(json, "idle_warning_s", 15, 600));
    settings.idleWipe = TRY(readSeconds(json, "idle_wipe_s", 20, 120)); // WCAG 2.2.1: at least 20 s to answer a warning
    TRY(readOptional(json, settings));
    return settings;
}

std::vector<std::string> Settings::media() const {
    auto names = attract ? attract->media() : std::vector<std::string>{};
    if (!logo.empty() && std::ranges::find(names, logo) == names.end()) names.push_back(logo);
    return names;
}

std::string_view logoType(std::string_view name) {
    if (name.ends_with(".png")) return "image/png";
    return name.ends_with(".svg") ? "image/svg+xml" : "";
}

std::vector<std::string> Settings::allForms() const {
    auto all = instruments;
    auto const add = [&](std::string const& id) {
        if (std::ranges::find(all, id) == all.end()) all.push_back(id);
    };
    if (visitCodes)
        for (auto const& rule : visitCodes->rules) std::ranges::for_each(rule.instruments, add);
    if (contactRequest) add(contactRequest->form);
    return all;
}

} // namespace kiosk::packs
