#include "kiosk/viewmodels/SettingsShown.h"

#include "kiosk/viewmodels/Wording.h"

#include <QVariantMap>
#include <algorithm>

namespace kiosk::viewmodels {

namespace {

using packs::Settings;
using Language = std::string const&;

QStringList listOf(std::vector<std::string> const& texts) {
    QStringList list;
    for (auto const& each : texts) list.append(toQt(each));
    return list;
}

QVariant textOrNull(std::string const& text) {
    return text.empty() ? QVariant() : QVariant(toQt(text));
}

QVariant seconds(std::chrono::seconds time) {
    return int(time.count());
}

QVariant presenceOf(Settings const& settings) {
    return settings.presence ? seconds(settings.presence->away) : QVariant();
}

QVariant contactOf(Settings const& settings, Language language) {
    auto const& contact = settings.safetyContact;
    if (!contact) return {};
    return QStringList{spoken(contact->name, language), toQt(contact->phone)};
}

QVariant requestOf(Settings const& settings, Language language) {
    auto const& request = settings.contactRequest;
    if (!request) return {};
    QStringList list{toQt(request->form)};
    if (request->promise) list.append(spoken(*request->promise, language));
    return list;
}

/// "21: phq-9 + activation"
QVariant codesOf(Settings const& settings) {
    if (!settings.visitCodes) return {};
    QStringList list;
    for (auto const& rule : settings.visitCodes->rules)
        list.append(toQt(rule.prefix) + QStringLiteral(": ") + listOf(rule.instruments).join(QStringLiteral(" + ")));
    return list;
}

QVariant slidesOf(Settings const& settings, Language language) {
    if (!settings.attract) return {};
    QStringList list;
    for (auto const& slide : settings.attract->slides) list.append(spoken(slide.title, language));
    return list;
}

QString timeOf(std::chrono::minutes sinceMidnight) {
    auto const two = [](long number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return two(sinceMidnight.count() / 60) + QLatin1Char(':') + two(sinceMidnight.count() % 60);
}

QVariant quietHoursOf(Settings const& settings) {
    auto const& hours = settings.quietHours;
    return hours ? QVariant(timeOf(hours->from) + QStringLiteral(" – ") + timeOf(hours->to)) : QVariant();
}

struct Shown {
    std::string_view name;
    QVariant (*value)(Settings const&, Language);
};

constexpr std::array table{
    Shown{"practice", [](Settings const& s, Language) { return textOrNull(s.practice); }},
    Shown{"logo", [](Settings const& s, Language) { return textOrNull(s.logo); }},
    Shown{"brand_colour", [](Settings const& s, Language) { return textOrNull(s.brandColour); }},
    Shown{"languages", [](Settings const& s, Language) { return QVariant(listOf(s.languages)); }},
    Shown{"instruments", [](Settings const& s, Language) { return QVariant(listOf(s.instruments)); }},
    Shown{"ask_who_answers", [](Settings const& s, Language) { return QVariant(s.asksWhoAnswers); }},
    Shown{"idle_warning_s", [](Settings const& s, Language) { return seconds(s.idleWarning); }},
    Shown{"idle_wipe_s", [](Settings const& s, Language) { return seconds(s.idleWipe); }},
    Shown{"presence", [](Settings const& s, Language) { return presenceOf(s); }},
    Shown{"safety_contact", [](Settings const& s, Language language) { return contactOf(s, language); }},
    Shown{"next_steps",
          [](Settings const& s, Language language) {
              return s.nextSteps ? QVariant(spoken(*s.nextSteps, language)) : QVariant();
          }},
    Shown{"contact_request", [](Settings const& s, Language language) { return requestOf(s, language); }},
    Shown{"visit_codes", [](Settings const& s, Language) { return codesOf(s); }},
    Shown{"attract", [](Settings const& s, Language language) { return slidesOf(s, language); }},
    Shown{"mode", [](Settings const& s, Language) { return textOrNull(s.atBedside ? "bedside" : "waiting-room"); }},
    Shown{"quiet_hours", [](Settings const& s, Language) { return quietHoursOf(s); }},
};
static_assert(std::ranges::equal(table, packs::settingNames, {}, &Shown::name), "a setting is not shown");

} // namespace

QVariantList shown(Settings const& settings, std::string const& language) {
    QVariantList all;
    for (auto const& [name, value] : table)
        all.append(
            QVariantMap{{QStringLiteral("name"), toQt(name)}, {QStringLiteral("value"), value(settings, language)}});
    return all;
}

} // namespace kiosk::viewmodels
