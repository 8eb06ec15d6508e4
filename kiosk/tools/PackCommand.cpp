#include "kiosk/core/media/Media.h"
#include "kiosk/core/media/Picture.h"
#include "kiosk/core/packs/PackWriter.h"
#include "kiosk/core/survey/Form.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/FormLint.h"
#include "kiosk/tools/OutputFile.h"
#include "kiosk/tools/PracticeFolder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace kiosk::tools {

namespace {

constexpr std::size_t largestInstrument = 8U << 20U;

struct Instruments {
    std::vector<std::pair<std::string, Bytes>> targets;
    std::vector<std::string> media; ///< files that the forms name
    std::string notes;              ///< for the person who makes the pack
    std::string errors;             ///< what keeps it from being made
};

/// Checks the questionnaire as the kiosk will; errors begin with the file's name.
Result<survey::Form> checkForm(Path const& file, std::string const& id, ByteView content) {
    auto form = survey::Form::parse(content);
    if (!form) return fail(form.error().in(file.string()));
    if (form->id() != id)
        return fail(ErrorKind::Invalid, file.string() + ": id: is '" + form->id() + "', not '" + id + "'");
    return form;
}

/// In which the kiosk's own words (the _ar.ts files) are a draft.
constexpr std::array<std::string_view, 1> unreviewedOwnWords{"ar"};

/// Words that no person has reviewed go to patients only where that was asked for, language by language. A note for the
/// person who asked; Denied: nobody did.
Result<std::string> askedFor(std::string const& language, std::vector<std::string> const& allowed,
                             std::string const& whose) {
    auto const fault = "no person has reviewed " + whose + " in " + language;
    if (std::find(allowed.begin(), allowed.end(), language) == allowed.end())
        return fail(ErrorKind::Denied, fault + " (to try them out: --unreviewed " + language + ")");
    return "note: " + fault + ": for trying out, not for patients\n";
}

Result<std::string> checkReviews(survey::Form const& form, packs::Settings const& settings,
                                 std::vector<std::string> const& allowed) {
    std::string notes;
    for (auto const& language : settings.languages)
        if (form.awaitsReview(language)) notes += TRY(askedFor(language, allowed, "the words of " + form.id()));
    return notes;
}

Result<std::string> checkOwnWords(packs::Settings const& settings, std::vector<std::string> const& allowed) {
    std::string notes;
    for (auto const& language : settings.languages) {
        auto const primary = language.substr(0, language.find('-'));
        if (std::ranges::find(unreviewedOwnWords, primary) != unreviewedOwnWords.end())
            notes += TRY(askedFor(language, allowed, "the kiosk's own words"));
    }
    return notes;
}

/// The gate's errors and warnings.
void checkGate(Path const& file, ByteView content, packs::Settings const& settings, Path const& media,
               Instruments& instruments) {
    for (auto const& remark : lintForm(file, content, {}, settings.languages, media)) {
        if (remark.severity == lint::Severity::Error) instruments.errors += "\n" + listed(file, remark);
        if (remark.severity == lint::Severity::Warning) instruments.notes += listed(file, remark) + "\n";
    }
}

Result<Instruments> readInstruments(packs::Settings const& settings, Path const& folder,
                                    std::vector<std::string> const& unreviewed, Path const& media) {
    Instruments instruments;
    instruments.notes += TRY(checkOwnWords(settings, unreviewed));
    for (auto const& id : settings.allForms()) {
        auto const file = folder / (id + ".json");
        auto content = TRY(base::readFile(file, largestInstrument));
        auto const form = TRY(checkForm(file, id, content));
        instruments.notes += TRY(checkReviews(form, settings, unreviewed));
        checkGate(file, content, settings, media, instruments);
        std::ranges::copy(form.media(), std::back_inserter(instruments.media));
        if (form.needsSafetyContact() && !settings.safetyContact)
            instruments.notes += "note: " + id + " will not be offered: the settings name no safety_contact\n";
        instruments.targets.emplace_back("instruments/" + id + ".json", std::move(content));
    }
    if (!instruments.errors.empty())
        return fail(ErrorKind::Invalid, "the forms have errors; nothing was made" + instruments.errors);
    return instruments;
}

std::vector<std::string> namedMedia(packs::Settings const& settings, Instruments const& instruments) {
    auto names = settings.media();
    for (auto const& name : instruments.media)
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    return names;
}

/// The pictures and films of slides and forms, each looked at as every kiosk will.
Result<std::vector<std::pair<std::string, Bytes>>>
readMedia(packs::Settings const& settings, Instruments const& instruments, Arguments const& arguments) {
    auto const names = namedMedia(settings, instruments);
    std::vector<std::pair<std::string, Bytes>> targets;
    if (!names.empty() && !arguments.has("--media"))
        return fail(ErrorKind::Invalid, "--media is missing: the settings or the forms name pictures or films");
    for (auto const& name : names) {
        auto const file = Path(arguments.text("--media")) / name;
        bool const isLogo = name == settings.logo;
        auto content = TRY(base::readFile(file, isLogo ? media::mostLogoBytes : media::mostBytesOf(name)));
        if (auto const checked =
                isLogo ? media::checkLogo(packs::logoType(name), content) : media::checkMedia(name, content);
            !checked)
            return fail(checked.error().in(file.string()));
        targets.emplace_back("media/" + name, std::move(content));
    }
    return targets;
}

/// The version asked for, else the one after the newest that was published.
Result<std::uint64_t> chooseVersion(Arguments const& arguments, PracticeFolder const& practice,
                                    std::string const& name) {
    if (!arguments.has("--version")) {
        auto const published = packVersions(practice.server() / "packs", name);
        if (!published)
            return fail(ErrorKind::Invalid, "--version is missing, and which packs were published cannot be seen: " +
                                                published.error().text);
        return published->empty() ? 1 : published->back() + 1;
    }
    auto const& text = arguments.text("--version");
    std::int64_t version = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc{} || stop != text.data() + text.size() || version < 1)
        return fail(ErrorKind::Invalid, "--version: '" + text + "' is not a whole number from 1 that JSON holds");
    return static_cast<std::uint64_t>(version);
}

Result<packs::Settings> readSettings(Path const& file, Bytes const& content) {
    auto settings = packs::Settings::parse(content);
    if (!settings) return fail(settings.error().in(file.string()));
    return settings;
}

Result<Outcome> runPack(Arguments const& arguments) {
    auto const name = arguments.text("--name");
    if (name != packs::factoryName)
        return fail(ErrorKind::Invalid, "--name: '" + name + "': only packs named 'factory' are known");
    const PracticeFolder practice{arguments.operand(0)};
    auto const practiceFile = TRY(PracticeFile::read(practice.practiceFile()));
    auto const trust = TRY(readTrust(practice.rootFile()));
    const Path settingsFile = arguments.text("--settings");
    auto settingsText = TRY(base::readFile(settingsFile, 1U << 20U));
    auto const settings = TRY(readSettings(settingsFile, settingsText));
    auto instruments = TRY(readInstruments(settings, arguments.text("--instruments"), arguments.all("--unreviewed"),
                                           arguments.textOr("--media", "")));
    auto media = TRY(readMedia(settings, instruments, arguments));
    auto const staff = TRY(readStaff(practice.staffFile()));
    auto const now = base::SystemClock().now();

    packs::PackContent content;
    content.name = name;
    content.version = TRY(chooseVersion(arguments, practice, name));
    content.created = now;
    content.expires = TRY(parseExpiry(arguments.textOr("--expires", "365d"), now));
    content.targets.emplace_back("settings.json", std::move(settingsText));
    content.targets.emplace_back("recipients.json", toBytes(practiceFile.recipients.toText()));
    if (!staff.members.empty()) content.targets.emplace_back(packs::staffFile, toBytes(staff.toText()));
    std::move(instruments.targets.begin(), instruments.targets.end(), std::back_inserter(content.targets));
    std::move(media.begin(), media.end(), std::back_inserter(content.targets));
    auto const file = TRY(packs::writeUnsignedPack(content, asBytes(trust.rootText())));

    auto output = TRY(OutputFile::create(arguments.text("--output")));
    TRY(output.write(file));
    TRY(output.commit());
    return Outcome{instruments.notes + "Pack '" + name + "' version " + std::to_string(content.version) +
                   ", good until " + base::toIsoText(content.expires) + ", is in " + arguments.text("--output") +
                   "; now two approvers sign it (practice-admin sign)\n"};
}

} // namespace

Command packCommand() {
    using Need = CommandSpec::Need;
    return {
        {.name = "pack",
         .summary = "Builds a pack for the kiosks (settings, recipients, staff, instruments), not signed yet.",
         .operands = {{"DIR", "the practice's folder"}},
         .options = {{"--name", "NAME", "factory", Need::Required, {}},
                     {"--settings", "FILE", "settings.json (firmware-config/schema/README.md)", Need::Required, {}},
                     {"--instruments", "FOLDER", "where the questionnaires are, one ID.json each", Need::Required, {}},
                     {"--media", "FOLDER", "where the logo, pictures, films and captions are", Need::Optional, {}},
                     {"--output", "FILE", "the pack to write; must not be there", Need::Required, "-o"},
                     {"--expires", "WHEN", "90d, 2027-01-31 (365d)", Need::Optional, {}},
                     {"--version", "N", "else the one after the newest published", Need::Optional, {}},
                     {"--unreviewed",
                      "LANGUAGE",
                      "offers words that no person has reviewed, to try them out",
                      Need::Repeated,
                      {}}},
         .notes = {}},
        runPack};
}

} // namespace kiosk::tools
