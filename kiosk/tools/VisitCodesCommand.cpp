#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/packs/Settings.h"
#include "kiosk/tools/Commands.h"

#include <charconv>
#include <set>

namespace kiosk::tools {

namespace {

using Need = CommandSpec::Need;

constexpr int mostCodes = 1000;

Result<int> readCount(std::string const& text) {
    int count = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || stop != text.data() + text.size() || count < 1 || count > mostCodes)
        return fail(ErrorKind::Invalid, "--count: '" + text + "' is not from 1 to " + std::to_string(mostCodes));
    return count;
}

Result<packs::VisitCodes> readRules(Path const& file) {
    auto const content = TRY(base::readFile(file, 1U << 20U));
    auto settings = packs::Settings::parse(content);
    if (!settings) return fail(settings.error().in(file.string()));
    if (!settings->visitCodes)
        return fail(ErrorKind::Invalid, file.string() + ": visit_codes: the settings have no rules for codes");
    return std::move(*settings->visitCodes);
}

/// The one asked for, or the only one.
Result<std::string> choosePrefix(packs::VisitCodes const& codes, Arguments const& arguments) {
    if (!arguments.has("--prefix")) {
        if (codes.rules.size() == 1) return codes.rules.front().prefix;
        return fail(ErrorKind::Invalid, "--prefix: which? the settings have several rules");
    }
    for (auto const& rule : codes.rules)
        if (rule.prefix == arguments.text("--prefix")) return rule.prefix;
    return fail(ErrorKind::NotFound, "--prefix: the settings have no rule " + arguments.text("--prefix"));
}

std::uint32_t randomSerial() {
    auto const bytes = SecretBytes::random(4);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) number = number << 8U | bytes.data()[i];
    return number % packs::mostSerials;
}

/// 21 00 04 28, as the screen shows it.
std::string spelled(std::string const& code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); i += 2) text += (i > 0 ? " " : "") + code.substr(i, 2);
    return text;
}

Result<Outcome> runVisitCodes(Arguments const& arguments) {
    auto const count = TRY(readCount(arguments.textOr("--count", "20")));
    auto const codes = TRY(readRules(arguments.text("--settings")));
    auto const prefix = TRY(choosePrefix(codes, arguments));
    std::set<std::uint32_t> serials;
    Outcome outcome;
    outcome.isData = true;
    while (int(serials.size()) < count)
        if (auto const [serial, isNew] = serials.insert(randomSerial()); isNew)
            outcome.text += spelled(packs::makeVisitCode(prefix, *serial)) + "\n";
    return outcome;
}

} // namespace

Command visitCodesCommand() {
    return {{.name = "visit-codes",
             .summary = "Numbers for patients to type in: each says which surveys are asked, and from which visit.",
             .operands = {},
             .options = {{"--settings", "FILE", "settings.json with visit_codes", Need::Required, {}},
                         {"--prefix", "NN", "of which of its rules (the only one)", Need::Optional, {}},
                         {"--count", "N", "how many, 1 to 1000 (20)", Need::Optional, {}}},
             .notes = "Prints one a line. They are drawn at random from 100,000 of each rule and written down nowhere\n"
                      "else: a practice that tells visits apart by them notes which it gave to whom. The last digit\n"
                      "shows a kiosk that one was mistyped."},
            runVisitCodes};
}

} // namespace kiosk::tools
