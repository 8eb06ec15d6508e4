#pragma once

#include "kiosk/core/packs/PackWriter.h"
#include "kiosk/tools/ExportManifest.h"
#include "kiosk/tools/PracticeFolder.h"
#include "sync/server/SqlcipherServerStore.h"

#include <gmock/gmock.h>

namespace kiosk::tools {

/// What a program said and how it ended.
struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};

/// A folder with a practice that the real practice-admin made, and whose passphrases we know. Making one costs some
/// seconds of scrypt: tests share it, or take a copy.
class Practice {
public:
    Practice();
    ~Practice();
    Practice(Practice const&) = delete;
    Practice& operator=(Practice const&) = delete;

    [[nodiscard]] Path operator/(std::string_view name) const { return m_folder / name; }
    [[nodiscard]] Path practice() const { return m_folder / "practice"; }
    [[nodiscard]] Path server() const { return practice() / "server"; }

    /// Runs the built practice-admin; no terminal to ask at.
    [[nodiscard]] Ran admin(std::vector<std::string> const& words) const;
    /// Runs any program; a word is not seen by a shell.
    [[nodiscard]] Ran run(std::vector<std::string> const& words, std::string const& redirect = "") const;

    [[nodiscard]] std::vector<std::string> initWords(Path const& folder) const;
    [[nodiscard]] Ran init(Path const& folder) const { return admin(initWords(folder)); }
    [[nodiscard]] Ran pack(Path const& file, std::vector<std::string> const& more = {}) const;
    [[nodiscard]] Ran sign(Path const& file, std::string const& name) const;
    [[nodiscard]] Ran publish(Path const& file) const;
    /// The text of settings.json that pack() uses.
    void writeSettings(std::string const& text) const;
    [[nodiscard]] static std::string goodSettings();

    [[nodiscard]] std::string passphraseFile(std::string const& name) const;

private:
    Path m_folder;
};

/// The practice that all tests of this program share; only to be read and added to. Has a published pack.
[[nodiscard]] Practice& sharedPractice();

[[nodiscard]] std::string readText(Path const& file);

} // namespace kiosk::tools
