#pragma once

#include "kiosk/core/lint/Lint.h"
#include "kiosk/tools/Program.h"

namespace kiosk::tools {

/// `practice-admin lint`, `form-tool lint`
[[nodiscard]] Command lintCommand();

/// All that is to be said of a form that was read from `file`, with the reference vectors that lie beside it
/// (vectors/ID.json, ID being its name without .json) and, in the folder `media` (none: the one beside it), the files
/// of a pack that it names.
[[nodiscard]] lint::Remarks lintForm(Path const& file, ByteView content, survey::Library const& library,
                                     std::vector<std::string> const& languages, Path const& media = {});
/// The same; a file that cannot be read has that as its one remark.
[[nodiscard]] lint::Remarks lintFile(Path const& file, survey::Library const& library,
                                     std::vector<std::string> const& languages);

/// "file:path: severity: reason [rule]", the way a compiler says it.
[[nodiscard]] std::string listed(Path const& file, lint::Remark const& remark);

/// `--with FILE`: resources at hand.
[[nodiscard]] CommandSpec::Option withOption();
[[nodiscard]] Result<survey::Library> readLibrary(Arguments const& arguments);

} // namespace kiosk::tools
