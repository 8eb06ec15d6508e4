#include "tests/integration/export/Practice.h"

#include <cstdlib>
#include <sys/wait.h>

namespace kiosk::tools {

namespace {

std::string shellWord(std::string const& word) {
    std::string quoted = "'";
    for (char const c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace

std::string readText(Path const& file) {
    auto const content = base::readFile(file);
    return content ? std::string(asText(*content)) : "";
}

Practice::Practice() : m_folder(Path(testing::TempDir()) / ("candor-export-" + Uuid::random().toString())) {
    std::filesystem::create_directories(m_folder);
    for (auto const* name : {"alice", "bert", "escrow", "custodian"})
        EXPECT_TRUE(base::writeFileDurably(m_folder / name, asBytes(std::string(name) + " sings in the rain\n")));
    writeSettings(goodSettings());
}

Practice::~Practice() {
    std::filesystem::remove_all(m_folder);
}

Ran Practice::run(std::vector<std::string> const& words, std::string const& redirect) const {
    auto const out = m_folder / "out", err = m_folder / "err";
    std::string command = "setsid -w"; // no terminal: a prompt would hang the test
    for (auto const& word : words) command += " " + shellWord(word);
    command += redirect.empty() ? " </dev/null >" + shellWord(out.string()) : redirect;
    int const status = std::system((command + " 2>" + shellWord(err.string())).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), redirect.empty() ? readText(out) : "",
            readText(err)};
}

Ran Practice::admin(std::vector<std::string> const& words) const {
    std::vector<std::string> all{std::string(CANDOR_BIN_DIR) + "/practice-admin"};
    all.insert(all.end(), words.begin(), words.end());
    return run(all);
}

std::string Practice::passphraseFile(std::string const& name) const {
    return name + "=" + (m_folder / name).string();
}

std::vector<std::string> Practice::initWords(Path const& folder) const {
    std::vector<std::string> words{"init",      folder.string(), "--practice", "Maple Street", "--host",
                                   "localhost", "--approver",    "alice",      "--approver",   "bert"};
    for (auto const* name : {"alice", "bert", "escrow", "custodian"})
        words.insert(words.end(), {"--passphrase-file", passphraseFile(name)});
    return words;
}

Ran Practice::pack(Path const& file, std::vector<std::string> const& more) const {
    std::vector<std::string> words{"pack",
                                   practice().string(),
                                   "--name",
                                   "factory",
                                   "--settings",
                                   (m_folder / "settings.json").string(),
                                   "--instruments",
                                   std::string(CANDOR_SOURCE_DIR) + "/kiosk/instruments",
                                   "-o",
                                   file.string()};
    words.insert(words.end(), more.begin(), more.end());
    return admin(words);
}

Ran Practice::sign(Path const& file, std::string const& name) const {
    return admin({"sign", file.string(), "--as", name, "--practice", practice().string(), "--passphrase-file",
                  passphraseFile(name)});
}

Ran Practice::publish(Path const& file) const {
    return admin({"publish", file.string(), "--practice", practice().string()});
}

void Practice::writeSettings(std::string const& text) const {
    EXPECT_TRUE(base::writeFileDurably(m_folder / "settings.json", asBytes(text)));
}

std::string Practice::goodSettings() {
    return R"({"practice":"Maple Street","languages":["en","es"],"instruments":["visit-experience","phq-9","activation"],
"idle_warning_s":60,"idle_wipe_s":20,"safety_contact":{"name":{"en":"the front desk","es":"la recepción"},"phone":"988",
"text":{"en":"Call now.","es":"Llame ahora."}}})";
}

Practice& sharedPractice() {
    static Practice practice;
    static bool const ready = [] {
        auto const pack = practice / "first.pack";
        for (auto const& ran : {practice.init(practice.practice()), practice.pack(pack), practice.sign(pack, "alice"),
                                practice.sign(pack, "bert"), practice.publish(pack)})
            EXPECT_EQ(ran.status, 0) << ran.err;
        return true;
    }();
    EXPECT_TRUE(ready);
    return practice;
}

} // namespace kiosk::tools
