#include "kiosk/core/base/Log.h"
#include "kiosk/core/crypto/SelfCheck.h"
#include "sync/server/PracticeServer.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

using kiosk::ErrorKind;
using kiosk::Result;

namespace {

constexpr auto help = R"(practice-server --practice FOLDER

Takes sealed records from the practice's kiosks, answers with signed receipts and shows a status page.

  --practice FOLDER   the server's folder, made by "practice-admin init" (PRACTICE/server)
  --help              this text

Keys are read from $CREDENTIALS_DIRECTORY (set by systemd), else from FOLDER/keys. The addresses are in
FOLDER/server.json: "listen" for kiosks (TLS), "page" for the status page (loopback only; user "practice",
password in keys/page.password). Ends on SIGTERM or SIGINT. Everything it has confirmed is on the disk.
)";

Result<kiosk::Path> folderFrom(std::span<char* const> arguments) {
    if (arguments.size() == 2 && std::string_view(arguments[0]) == "--practice") return kiosk::Path(arguments[1]);
    std::string given;
    for (auto const* argument : arguments) given += std::string(given.empty() ? "" : " ") + argument;
    return kiosk::fail(ErrorKind::Invalid, "\"" + given + "\" is not understood; see practice-server --help");
}

kiosk::Path credentials() {
    auto const* folder = std::getenv("CREDENTIALS_DIRECTORY");
    return folder == nullptr ? kiosk::Path() : kiosk::Path(folder);
}

Result<void> serve(kiosk::Path const& folder) {
    TRY(kiosk::crypto::knownAnswerCheck());
    kiosk::base::SystemClock clock;
    sync_http::EventLoop loop;
    auto signals = loop.onSignals({SIGTERM, SIGINT}, [&] { loop.stop(); });
    auto given = TRY(sync_server::PracticeFolder::read(folder, credentials()));
    auto host = given.listen.host;
    auto pageHost = given.page.host;
    auto server = TRY(sync_server::PracticeServer::start(std::move(given), clock));
    kiosk::base::log(kiosk::base::LogLevel::Info, "server", "listening",
                     {{"kiosks", sync_http::Address{host, server->port()}.toString()},
                      {"page", sync_http::Address{pageHost, server->pagePort()}.toString()}});
    loop.run();
    kiosk::base::log(kiosk::base::LogLevel::Info, "server", "ends");
    return {};
}

} // namespace

int main(int count, char** values) try {
    std::span<char* const> arguments(values + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0));
    if (arguments.size() == 1 && std::string_view(arguments[0]) == "--help") {
        std::fputs(help, stdout);
        return EXIT_SUCCESS;
    }
    auto folder = folderFrom(arguments);
    auto served = folder ? serve(*folder) : Result<void>(kiosk::fail(folder.error()));
    if (served) return EXIT_SUCCESS;
    std::fprintf(stderr, "practice-server: %s\n", served.error().text.c_str());
    return EXIT_FAILURE;
} catch (std::exception const& error) {
    std::fprintf(stderr, "practice-server: %s\n", error.what());
    return EXIT_FAILURE;
}
