#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/lint/Robot.h"
#include "kiosk/core/survey/Extraction.h"
#include "kiosk/core/survey/Validation.h"
#include "kiosk/tools/FormLint.h"
#include "kiosk/tools/FormTool.h"
#include "kiosk/tools/Printable.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <malloc.h>

namespace kiosk::tools {

namespace {

using Need = CommandSpec::Need;
using Steady = std::chrono::steady_clock;
using lint::Robot;
using survey::Finding;
using survey::Form;
using survey::Response;

Result<std::shared_ptr<const Form>> openForm(Arguments const& arguments) {
    auto const& file = arguments.operand(0);
    auto form = Form::open(TRY(base::readFile(file)), TRY(readLibrary(arguments)));
    if (!form) return fail(form.error().in(file));
    return std::make_shared<const Form>(std::move(*form));
}

/// The way a compiler says it.
std::string listed(std::string const& file, std::vector<Finding> const& findings) {
    std::string text;
    for (auto const& finding : findings)
        text += file + ": " + std::string(lint::toString(finding.severity)) + ": " + finding.text() + "\n";
    return text;
}

Outcome outcomeOf(std::string text, std::vector<Finding> const& findings) {
    return {std::move(text), hasErrors(findings) ? statusProblems : 0};
}

std::string milliseconds(Steady::duration duration) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f ms", std::chrono::duration<double, std::milli>(duration).count());
    return text;
}

std::string kilobytes(std::size_t bytes) {
    return std::to_string(bytes / 1024) + " kB";
}

Result<std::uint64_t> numberOption(Arguments const& arguments, std::string const& option, std::uint64_t otherwise,
                                   std::uint64_t least) {
    if (!arguments.has(option)) return otherwise;
    auto const& text = arguments.text(option);
    std::uint64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorKind::Invalid, option + ": not a number");
    if (number < least) return fail(ErrorKind::Invalid, option + ": at least " + std::to_string(least));
    return number;
}

Result<Outcome> runOpen(Arguments const& arguments) {
    auto const before = mallinfo2().uordblks;
    auto const start = Steady::now();
    auto const form = TRY(openForm(arguments));
    auto const took = Steady::now() - start;
    auto const& items = form->allItems();
    auto const questions =
        std::count_if(items.begin(), items.end(), [](auto const* item) { return item->isQuestion(); });
    std::string text = "form        " + form->canonical() + "\ntitle       " + form->title().in({}) + "\nitems       " +
                       std::to_string(items.size()) + ", " + std::to_string(questions) +
                       " of them questions\nexpressions " + std::to_string(form->expressions().size()) +
                       "\nlanguages  ";
    for (auto const& language : form->languages()) text += " " + language;
    text += "\nopened in   " + milliseconds(took) + ", " + kilobytes(mallinfo2().uordblks - before) + "\n";
    return outcomeOf(text + listed(arguments.operand(0), form->findings()), form->findings());
}

Result<Outcome> runValidate(Arguments const& arguments) {
    auto const form = TRY(openForm(arguments));
    auto const response = fhir::Document::parse(TRY(base::readFile(arguments.operand(1))));
    if (!response) return fail(response.error().in(arguments.operand(1)));
    auto const findings = survey::validate(form, response->root());
    return outcomeOf(listed(arguments.operand(1), findings), findings);
}

/// The resources that the form wants handed in, among those at hand.
survey::Launch launchOf(Form const& form, survey::Library const& library) {
    survey::Launch launch;
    launch.now = base::SystemClock().now();
    launch.resources = library;
    for (auto const& context : form.launchContexts())
        for (auto const* resource : library.resources()) {
            auto const type = std::string(resource->textOf("resourceType"));
            if (std::find(context.types.begin(), context.types.end(), type) == context.types.end()) continue;
            auto copy = fhir::Document::parse(asBytes(toJson(*resource)));
            if (copy) launch.contexts.emplace(context.name, std::make_shared<const fhir::Document>(std::move(*copy)));
        }
    return launch;
}

Result<Outcome> runExtract(Arguments const& arguments) {
    auto const form = TRY(openForm(arguments));
    auto const& file = arguments.operand(1);
    auto const response = fhir::Document::parse(TRY(base::readFile(file)));
    if (!response) return fail(response.error().in(file));
    if (auto const findings = survey::validate(form, response->root()); hasErrors(findings))
        return outcomeOf(listed(file, findings), findings);
    survey::ExtractionInput input;
    input.launch = launchOf(*form, TRY(readLibrary(arguments)));
    std::vector<Finding> findings;
    auto const bundle = survey::extract(form, response->root(), input, findings);
    if (!bundle.root().child("entry"))
        findings.push_back({survey::Severity::Information, "", "the form makes nothing of this response"});
    std::cerr << printable(listed(arguments.operand(0), findings));
    auto outcome = outcomeOf(toJson(bundle.root()) + "\n", findings);
    outcome.isData = true;
    return outcome;
}

Result<void> checkFillWords(Arguments const& arguments) {
    TRY(numberOption(arguments, "--seed", 1, 0));
    TRY(numberOption(arguments, "--sessions", 1, 1));
    return {};
}

/// With errors in it, what a robot answers says nothing.
Result<void> refuseBroken(Form const& form) {
    for (auto const& finding : form.findings())
        if (finding.severity == survey::Severity::Error)
            return fail(ErrorKind::Invalid, finding.text() + "; 'open' tells all");
    return {};
}

/// A FHIR Signature with a name typed in; its type is ASTM E1762's "author".
std::string robotsSignature(base::Instant when) {
    auto const type = Json::array({{{"system", "urn:iso-astm:E1762-95:2013"}, {"code", "1.2.840.10065.1.12.1.1"}}});
    return Json{{"type", type},
                {"when", base::toIsoText(when)},
                {"who", {{"display", "form-tool fill"}}},
                {"sigFormat", "text/plain"},
                {"data", base::toBase64(asBytes("form-tool fill"))}}
        .dump();
}

Result<Outcome> runFill(Arguments const& arguments) {
    auto const form = TRY(openForm(arguments));
    TRY(refuseBroken(*form));
    auto const seed = TRY(numberOption(arguments, "--seed", 1, 0));
    auto const sessions = TRY(numberOption(arguments, "--sessions", 1, 1));
    survey::Completion completion;
    completion.authored = base::SystemClock().now();
    for (std::uint64_t session = 0; session < sessions; ++session) {
        Response response(form);
        if (auto filled = Robot(static_cast<std::uint32_t>(seed + session)).fill(response); !filled)
            return fail(filled.error().in("session " + std::to_string(session)));
        completion.signature = response.needsSignature() ? robotsSignature(completion.authored) : std::string();
        std::cout << toJson(response.toDocument(completion).root()) << "\n";
    }
    return Outcome{};
}

std::string percentile(std::vector<Steady::duration>& taps, double part) {
    if (taps.empty()) return "-";
    std::sort(taps.begin(), taps.end());
    return milliseconds(taps[static_cast<std::size_t>(part * static_cast<double>(taps.size() - 1))]);
}

Result<Outcome> runBench(Arguments const& arguments) {
    auto const json = TRY(base::readFile(arguments.operand(0)));
    auto const library = TRY(readLibrary(arguments));
    std::vector<Steady::duration> opens, taps;
    for (int i = 0; i < 20; ++i) {
        auto const start = Steady::now();
        TRY(Form::open(json, library));
        opens.push_back(Steady::now() - start);
    }
    auto const form = TRY(openForm(arguments));
    TRY(refuseBroken(*form));
    for (std::uint32_t seed = 1; taps.size() < 1000 && seed <= 50; ++seed) {
        Response response(form);
        Robot robot(seed);
        robot.onAnswered = [&](Steady::duration took) { taps.push_back(took); };
        TRY(robot.fill(response));
    }
    return Outcome{"open p50  " + percentile(opens, .5) + "\ntap p50   " + percentile(taps, .5) + "\ntap p99   " +
                   percentile(taps, .99) + "\ntaps      " + std::to_string(taps.size()) + "\n"};
}

const CommandSpec::Operand formOperand{"FORM.json", "a FHIR R4 Questionnaire"};

} // namespace

std::vector<Command> formCommands() {
    return {
        {{.name = "open",
          .summary = "what is understood of a form and what is not, time and memory",
          .operands = {formOperand},
          .options = {withOption()},
          .notes = {}},
         runOpen},
        {{.name = "validate",
          .summary = "what is wrong with a response to a form",
          .operands = {formOperand, {"RESPONSE.json", "a QuestionnaireResponse"}},
          .options = {withOption()},
          .notes = "Exit status 3 if there is an error."},
         runValidate},
        {{.name = "extract",
          .summary = "the resources that a form makes of a response, as a transaction Bundle",
          .operands = {formOperand, {"RESPONSE.json", "a QuestionnaireResponse"}},
          .options = {withOption()},
          .notes = "By template, definition and observation, as the form asks. What --with hands in is also what the\n"
                   "form's launch contexts are. A response with errors is not extracted; what could not be extracted\n"
                   "is said on standard error. Exit status 3 if there is an error."},
         runExtract},
        {{.name = "fill",
          .summary = "fills a form in at random, within its rules",
          .operands = {formOperand},
          .options = {{"--seed", "N", "where the random numbers begin (1)", Need::Optional, {}},
                      {"--sessions", "K", "how often (1)", Need::Optional, {}},
                      withOption()},
          .notes = "Prints a QuestionnaireResponse on each line; the same seed gives the same answers."},
         runFill,
         checkFillWords},
        {{.name = "bench",
          .summary = "how long a form takes to open, and a tap",
          .operands = {formOperand},
          .options = {withOption()},
          .notes = {}},
         runBench}};
}

} // namespace kiosk::tools
