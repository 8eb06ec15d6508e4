#pragma once

#include "kiosk/tools/ResponseTable.h"

namespace kiosk::tools {

/// codebook.csv: what each column of the other files means, in every language of the form; a line for each code.
[[nodiscard]] std::string codebookHeader();
[[nodiscard]] std::string codebookLines(std::string const& file, ResponseTable const& table);

} // namespace kiosk::tools
