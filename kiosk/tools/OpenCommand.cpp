#include "kiosk/tools/Commands.h"
#include "kiosk/tools/ExportTrust.h"

namespace kiosk::tools {

namespace {

Result<Outcome> runOpen(Arguments const& arguments) {
    const Path file = arguments.operand(0);
    auto const identities = TRY(identitiesFrom(arguments));
    auto const source = TRY(trustSource(arguments));
    auto output = TRY(OutputFolder::create(arguments.text("--output")));
    ExportFile opened(output.path());
    TRY(opened.read(file, identities));
    auto const manifest = TRY(checkFiles(opened, file));
    std::string provenance =
        "Every file is as its manifest says. Who signed was not asked: see practice-admin verify.\n";
    if (source) provenance = "Signed: " + TRY(checkProvenance(opened, manifest, *source)) + "\n";
    TRY(output.commit());
    return Outcome{summaryOf(manifest) + provenance + "Opened into " + arguments.text("--output") + "\n",
                   manifest.problems.empty() ? 0 : statusProblems};
}

} // namespace

Command openCommand() {
    using Need = CommandSpec::Need;
    CommandSpec spec{
        .name = "open",
        .summary = "Opens an export into a folder, if every file in it is as its manifest says.",
        .operands = {{"FILE", "the export"}},
        .options = {identityOption(Need::Required), {"--output", "DIR", "the folder to make", Need::Required, "-o"}},
        .notes =
            "With --practice, or --root and --pack, also checks who signed. From then on the data lies open in DIR."};
    for (auto const& option : trustOptions()) spec.options.push_back(option);
    return {std::move(spec), runOpen};
}

} // namespace kiosk::tools
