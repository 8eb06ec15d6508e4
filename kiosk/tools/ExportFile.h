#pragma once

#include "kiosk/tools/ExportManifest.h"

#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Signing.h"
#include "kiosk/core/packs/Tar.h"
#include "kiosk/tools/OutputFile.h"

#include <map>
#include <memory>
#include <span>

namespace kiosk::tools {

/// An export as it was read: what is in its files, measured, not yet compared with what the manifest says.
class ExportFile {
public:
    /// `extractTo`: a folder that each file is put in on the way.
    explicit ExportFile(std::optional<Path> extractTo) : m_extractTo(std::move(extractTo)) {}
    ExportFile(ExportFile const&) = delete;
    ExportFile& operator=(ExportFile const&) = delete;

    /// Reads an age file (opened with `identities`), a tar, or a folder of extracted files. Errors name the file:
    /// Denied: sealed to others; Corrupt: altered or cut; Invalid: not an export.
    [[nodiscard]] Result<void> read(Path const& path, std::span<const crypto::Identity> identities);

    [[nodiscard]] Result<ExportManifest> manifest() const { return ExportManifest::parse(m_manifest); }
    /// Everything in which the files differ from the manifest, each with the file's name.
    [[nodiscard]] std::vector<std::string> faults(ExportManifest const& manifest) const;
    /// Denied, Corrupt: manifest.dsse.json is not the manifest signed by `receiptKey`.
    [[nodiscard]] Result<void> checkSignature(crypto::VerifyKey const& receiptKey) const;

private:
    struct Measured {
        std::uint64_t length = 0;
        crypto::Digest sha256{};
    };
    Result<void> readFolder(Path const& folder);
    Result<void> readTarStream(crypto::Source const& source);
    Result<void> readSealed(crypto::Source const& source, std::span<const crypto::Identity> identities);

    packs::TarReader reader();
    Result<void> begin(std::string const& name);
    Result<void> take(ByteView content);
    Result<void> end();

    std::optional<Path> m_extractTo;
    std::map<std::string, Measured> m_files;
    Bytes m_manifest;
    Bytes m_signature;

    std::string m_name;
    crypto::Sha256 m_hash;
    std::uint64_t m_length = 0;
    std::unique_ptr<OutputFile> m_output;
};

} // namespace kiosk::tools
