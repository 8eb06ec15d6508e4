#pragma once

#include "kiosk/tools/Arguments.h"
#include "kiosk/tools/ExportFile.h"

namespace kiosk::tools {

[[nodiscard]] std::vector<CommandSpec::Option> trustOptions();
[[nodiscard]] CommandSpec::Option identityOption(CommandSpec::Need need);

/// From `--practice DIR`, or `--root FILE` with `--pack FILE`; none if neither is given.
struct TrustSource {
    Path root;
    std::vector<Path> packs; ///< newest first
};
[[nodiscard]] Result<std::optional<TrustSource>> trustSource(Arguments const& arguments);

/// Follows the signatures: root → approvers → pack → the receipt key it names → manifest. With several packs one of
/// them must lead there. The text says who signed; errors name the file where the way ends.
[[nodiscard]] Result<std::string> checkProvenance(ExportFile const& file, ExportManifest const& manifest,
                                                  TrustSource const& source);

/// The manifest, when every file is as it says. Corrupt: names every file that is not.
[[nodiscard]] Result<ExportManifest> checkFiles(ExportFile const& file, Path const& path);

[[nodiscard]] Result<std::vector<crypto::Identity>> identitiesFrom(Arguments const& arguments);
/// One line on what is in an export, and one for each problem that its manifest names.
[[nodiscard]] std::string summaryOf(ExportManifest const& manifest);

} // namespace kiosk::tools
