#include "kiosk/tools/Commands.h"
#include "kiosk/tools/ExportTrust.h"

namespace kiosk::tools {

namespace {

Result<Outcome> runVerify(Arguments const& arguments) {
    const Path path = arguments.operand(0);
    auto const source = TRY(trustSource(arguments));
    if (!source)
        return fail(ErrorKind::Invalid, "--practice, or --root and --pack, is missing: whose signature should it be?");
    ExportFile opened(std::nullopt);
    TRY(opened.read(path, TRY(identitiesFrom(arguments))));
    auto const manifest = opened.manifest();
    if (!manifest) return fail(manifest.error().in(path.string()));
    auto const provenance = checkProvenance(opened, *manifest, *source);
    if (!provenance) return fail(provenance.error().in(path.string()));
    TRY(checkFiles(opened, path));
    return Outcome{summaryOf(*manifest) + "Signed: " + *provenance + "\nEvery file is as it was signed.\n",
                   manifest->problems.empty() ? 0 : statusProblems};
}

} // namespace

Command verifyCommand() {
    CommandSpec spec{
        .name = "verify",
        .summary = "Follows an export's signatures from the practice's root to each of its files.",
        .operands = {{"EXPORT", "the sealed file (with --identity), a tar, or the folder it was opened into"}},
        .options = trustOptions(),
        .notes = {}};
    spec.options.push_back(identityOption(CommandSpec::Need::Optional));
    return {std::move(spec), runVerify};
}

} // namespace kiosk::tools
