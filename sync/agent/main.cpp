#include "kiosk/core/base/Log.h"
#include "kiosk/core/crypto/SelfCheck.h"
#include "sync/agent/Agent.h"
#include "sync/agent/Enrolment.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <span>

using kiosk::ErrorKind;
using kiosk::Result;

namespace {

constexpr auto help = R"(kiosk-syncd enrol TOKEN --kiosk FOLDER --name NAME
kiosk-syncd run --kiosk FOLDER [--retry-min-ms N] [--retry-max-ms N] [--heartbeat-ms N]

enrol   makes a kiosk of this machine with the one-line token that "practice-admin enrol" printed. FOLDER must
        not be there yet; it is made whole or not at all. NAME is what the practice calls this kiosk.
run     carries sealed records from FOLDER/outbox to the practice's server and brings receipts and signed packs
        back, until SIGTERM or SIGINT.

  --retry-min-ms, --retry-max-ms   first and longest wait after a failure (1000, 60000)
  --heartbeat-ms                   at the latest after this long the server hears from the kiosk (60000)
  --help                           this text

run reads its TLS key from $CREDENTIALS_DIRECTORY/device-tls.key (set by systemd), else from FOLDER/sync-keys.
)";

using Options = std::map<std::string, std::string>;

tl::unexpected<kiosk::Error> notUnderstood(std::string_view what) {
    return kiosk::fail(ErrorKind::Invalid, "\"" + std::string(what) + "\" is not understood; see kiosk-syncd --help");
}

/// "--name value" pairs, each name one of `known` and at most once.
Result<Options> parseOptions(std::span<char* const> arguments, std::initializer_list<std::string_view> known) {
    Options options;
    for (; !arguments.empty(); arguments = arguments.subspan(2)) {
        std::string_view name = arguments[0];
        bool isKnown = std::find(known.begin(), known.end(), name) != known.end();
        if (!isKnown || arguments.size() < 2) return notUnderstood(name);
        if (!options.emplace(name, arguments[1]).second) return notUnderstood(name);
    }
    return options;
}

Result<std::string> required(Options const& options, std::string const& name) {
    auto found = options.find(name);
    if (found == options.end() || found->second.empty()) return kiosk::fail(ErrorKind::Invalid, name + " is missing");
    return found->second;
}

Result<void> setTime(Options const& options, std::string const& name, std::chrono::milliseconds& time) {
    auto found = options.find(name);
    if (found == options.end()) return {};
    auto const& text = found->second;
    long number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1)
        return kiosk::fail(ErrorKind::Invalid, name + ": \"" + text + "\" is not a number of milliseconds");
    time = std::chrono::milliseconds(number);
    return {};
}

Result<void> enrol(std::span<char* const> arguments) {
    if (arguments.empty()) return kiosk::fail(ErrorKind::Invalid, "TOKEN is missing; see kiosk-syncd --help");
    auto options = TRY(parseOptions(arguments.subspan(1), {"--kiosk", "--name"}));
    auto folder = TRY(required(options, "--kiosk"));
    TRY(sync_agent::enrol(arguments[0], folder, TRY(required(options, "--name")), kiosk::base::SystemClock()));
    kiosk::base::log(kiosk::base::LogLevel::Info, "agent", "enrolled", {{"kiosk", folder}});
    return {};
}

Result<sync_agent::AgentOptions> agentOptions(Options const& options) {
    sync_agent::AgentOptions times;
    TRY(setTime(options, "--retry-min-ms", times.shortestRetry));
    TRY(setTime(options, "--retry-max-ms", times.longestRetry));
    TRY(setTime(options, "--heartbeat-ms", times.heartbeat));
    return times;
}

Result<void> run(std::span<char* const> arguments) {
    auto options = TRY(parseOptions(arguments, {"--kiosk", "--retry-min-ms", "--retry-max-ms", "--heartbeat-ms"}));
    auto times = TRY(agentOptions(options));
    auto const* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    auto folder = TRY(
        sync_agent::KioskFolder::read(TRY(required(options, "--kiosk")), credentials == nullptr ? "" : credentials));
    kiosk::base::SystemClock clock;
    sync_http::EventLoop loop;
    auto signals = loop.onSignals({SIGTERM, SIGINT}, [&] { loop.stop(); });
    auto agent = TRY(sync_agent::Agent::start(loop, std::move(folder), clock, times));
    kiosk::base::log(kiosk::base::LogLevel::Info, "agent", "runs");
    loop.run();
    kiosk::base::log(kiosk::base::LogLevel::Info, "agent", "ends");
    return {};
}

Result<void> dispatch(std::span<char* const> arguments) {
    if (arguments.empty()) return kiosk::fail(ErrorKind::Invalid, "enrol or run? See kiosk-syncd --help");
    std::string_view command = arguments[0];
    if (command != "enrol" && command != "run") return notUnderstood(command);
    TRY(kiosk::crypto::knownAnswerCheck());
    return command == "enrol" ? enrol(arguments.subspan(1)) : run(arguments.subspan(1));
}

} // namespace

int main(int count, char** values) try {
    std::span<char* const> arguments(values + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0));
    if (arguments.size() == 1 && std::string_view(arguments[0]) == "--help") {
        std::fputs(help, stdout);
        return EXIT_SUCCESS;
    }
    auto done = dispatch(arguments);
    if (done) return EXIT_SUCCESS;
    std::fprintf(stderr, "kiosk-syncd: %s\n", done.error().text.c_str());
    return EXIT_FAILURE;
} catch (std::exception const& error) {
    std::fprintf(stderr, "kiosk-syncd: %s\n", error.what());
    return EXIT_FAILURE;
}
