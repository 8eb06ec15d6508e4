#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/tools/Arguments.h"

namespace kiosk::tools {

[[nodiscard]] CommandSpec::Option passphraseOption();

/// Passphrases of people: from the files named on the command line, else from the terminal, unseen. Never from the
/// command line itself, where every user of the machine could read them.
class Passphrases {
public:
    /// From `--passphrase-file NAME=FILE`. Invalid: not of that form, a name twice.
    [[nodiscard]] static Result<Passphrases> from(Arguments const& arguments);

    /// To open what exists. Invalid: no file for the name and no terminal.
    [[nodiscard]] Result<SecretBytes> existing(std::string const& name) const;
    /// To seal something new: at least 12 characters; at the terminal asked twice, and again after a slip. Invalid:
    /// after the third.
    [[nodiscard]] Result<SecretBytes> fresh(std::string const& name) const;

private:
    std::map<std::string, Path> m_files;
};

} // namespace kiosk::tools
