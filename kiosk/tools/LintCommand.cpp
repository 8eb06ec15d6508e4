#include "kiosk/core/base/Json.h"
#include "kiosk/core/survey/Text.h"
#include "kiosk/tools/FormLint.h"

#include <sstream>

namespace kiosk::tools {

namespace {

using Need = CommandSpec::Need;

std::vector<std::string> splitAtCommas(std::string const& text) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        if (!part.empty()) parts.push_back(part);
    return parts;
}

std::string asJson(Path const& file, lint::Remark const& remark) {
    const Json line{{"file", file.string()},
                    {"path", remark.path},
                    {"severity", lint::toString(remark.severity)},
                    {"rule", remark.rule},
                    {"reason", remark.reason}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> checkLanguages(Arguments const& arguments) {
    if (!arguments.has("--languages")) return {};
    auto const languages = splitAtCommas(arguments.text("--languages"));
    if (languages.empty()) return fail(ErrorKind::Invalid, "--languages: needs languages such as en,es");
    for (auto const& language : languages)
        if (!survey::isLanguageTag(language))
            return fail(ErrorKind::Invalid, "--languages: '" + language + "' is not a language such as en or pt-BR");
    return {};
}

Result<Outcome> runLint(Arguments const& arguments) {
    auto const library = TRY(readLibrary(arguments));
    auto const languages = splitAtCommas(arguments.textOr("--languages", ""));
    Outcome outcome;
    outcome.isData = arguments.has("--json");
    for (std::size_t i = 0; i < arguments.operandCount(); ++i) {
        const Path file = arguments.operand(i);
        auto const remarks = lintFile(file, library, languages);
        for (auto const& remark : remarks)
            outcome.text += (outcome.isData ? asJson(file, remark) : listed(file, remark)) + "\n";
        if (lint::hasErrors(remarks)) outcome.status = statusProblems;
    }
    return outcome;
}

} // namespace

Command lintCommand() {
    return {
        {.name = "lint",
         .summary = "All that is wrong with a form before patients see it, as a compiler says it.",
         .operands = {{"FORM.json", "a FHIR R4 Questionnaire", false, true}},
         .options =
             {{"--languages", "en,es", "in which it is to be offered (those it has begun with)", Need::Optional, {}},
              {"--json", "", "an object for each finding, one a line", Need::Optional, {}},
              withOption()},
         .notes =
             "Prints FILE:PATH: SEVERITY: REASON [RULE]; kiosk/core/lint/README.md tells of each rule. Reference\n"
             "values of scores are read from vectors/NAME.json beside the form. Exit status 3 if there is an error,\n"
             "0 if there are only warnings and notes."},
        runLint,
        checkLanguages};
}

} // namespace kiosk::tools
