#include "kiosk/core/fhir/Document.h"
#include "kiosk/tools/FhirPathBatch.h"
#include "kiosk/tools/FormTool.h"

#include <iostream>

namespace kiosk::tools {

namespace {

using Need = CommandSpec::Need;

Result<fhirpath::Environment> environmentOf(Arguments const& arguments) {
    fhirpath::Environment environment;
    environment.now = base::SystemClock().now();
    if (arguments.has("--now")) environment.now = TRY(base::parseIsoText(arguments.text("--now")));
    return environment;
}

Result<void> checkWords(Arguments const& arguments) {
    if (arguments.has("--batch") && arguments.operandCount() > 0)
        return fail(ErrorKind::Invalid, "--batch takes no expression and no file");
    if (!arguments.has("--batch") && arguments.operandCount() < 2)
        return fail(ErrorKind::Invalid, "an expression and a file are needed");
    if (arguments.has("--now")) TRY(base::parseIsoText(arguments.text("--now")));
    return {};
}

Result<Outcome> answerRequests(Arguments const& arguments) {
    auto const errors = runBatch(std::cin, std::cout, TRY(environmentOf(arguments)));
    return Outcome{"", errors > 0 ? statusProblems : 0};
}

Result<Outcome> runFhirPath(Arguments const& arguments) {
    if (arguments.has("--batch")) return answerRequests(arguments);
    auto const json = TRY(base::readFile(arguments.operand(1)));
    auto const document = fhir::Document::parse(json);
    if (!document) return fail(document.error().in(arguments.operand(1)));
    auto const values = TRY(evaluateAsJson(arguments.operand(0), arguments.textOr("--context", ""), &document->root(),
                                           TRY(environmentOf(arguments))));
    std::string text;
    for (auto const& value : values) text += value + "\n";
    return Outcome{.text = std::move(text), .isData = true};
}

} // namespace

Command fhirPathCommand() {
    return {
        {.name = "fhirpath",
         .summary = "evaluates FHIRPath over a file of FHIR JSON",
         .operands = {{"EXPR", "the expression", true}, {"FILE.json", "the resource", true}},
         .options =
             {{"--context", "EXPR", "what the expression starts at, instead of the resource", Need::Optional, {}},
              {"--now", "TIME", "what now() is, such as 2026-01-31T12:00:00Z", Need::Optional, {}},
              {"--batch", "", "reads requests from standard input, one JSON object a line", Need::Optional, {}}},
         .notes =
             "Prints each value as JSON on a line of its own.\n\n"
             "With --batch a request is {\"id\", \"expr\", \"resource\", \"context\"?, \"variables\"?}; the answers\n"
             "come in the same order, {\"id\", \"result\": [...]} or {\"id\", \"error\": \"...\"}. Exit status 3 if "
             "one\n"
             "of them is an error."},
        runFhirPath,
        checkWords};
}

} // namespace kiosk::tools
