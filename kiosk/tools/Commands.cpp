#include "kiosk/tools/Commands.h"

#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/tools/FormLint.h"

namespace kiosk::tools {

int runPracticeAdmin(std::span<const std::string> words) {
    return run({.name = "practice-admin",
                .purpose = "Keys, packs, kiosks and exports of a practice.",
                .commands = {initCommand(), lintCommand(), packCommand(), signCommand(), publishCommand(),
                             enrolCommand(), kioskListCommand(), kioskRevokeCommand(), staffAddCommand(),
                             staffRemoveCommand(), staffRecoveryCommand(), visitCodesCommand(), receiveCommand(),
                             exportCommand(), openCommand(), verifyCommand()},
                .check = [] { return crypto::knownAnswerCheck(); }},
               words);
}

} // namespace kiosk::tools
