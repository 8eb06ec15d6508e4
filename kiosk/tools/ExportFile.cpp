#include "kiosk/tools/ExportFile.h"

#include "kiosk/core/packs/Dsse.h"
#include "kiosk/tools/InputFile.h"

#include <algorithm>
#include <set>

namespace kiosk::tools {

namespace {

constexpr std::string_view ageMagic = "age-encryption.org/";
constexpr packs::TarLimits exportLimits{
    .entries = 1024, .entryBytes = std::uint64_t{8} << 30U, .totalBytes = std::uint64_t{64} << 30U};
constexpr std::size_t pieceBytes = 64U << 10U;

crypto::Source sourceOf(InputFile& file) {
    return [&file](std::span<std::uint8_t> to) { return file.read(to); };
}

Result<void> pump(crypto::Source const& source, crypto::Sink const& sink) {
    Bytes piece(pieceBytes);
    for (;;) {
        auto const got = TRY(source(piece));
        if (got == 0) return {};
        TRY(sink(ByteView(piece).first(got)));
    }
}

Result<bool> isSealed(InputFile& file) {
    std::array<std::uint8_t, ageMagic.size()> start{};
    auto const got = TRY(file.read(start));
    TRY(file.rewind());
    return asText(ByteView(start).first(got)) == ageMagic;
}

Result<std::vector<Path>> filesIn(Path const& folder) {
    std::vector<Path> files;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator(folder, error)) files.push_back(entry.path());
    if (error) return fail(ErrorKind::NotFound, "cannot be listed: " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

Result<void> ExportFile::read(Path const& path, std::span<const crypto::Identity> identities) {
    auto const result = [&]() -> Result<void> {
        std::error_code unreadable;
        if (std::filesystem::is_directory(path, unreadable)) return readFolder(path);
        auto file = TRY(InputFile::open(path));
        return TRY(isSealed(file)) ? readSealed(sourceOf(file), identities) : readTarStream(sourceOf(file));
    }();
    // Those of the operating system name the path already.
    if (!result && !result.error().text.starts_with(path.string())) return fail(result.error().in(path.string()));
    return result;
}

Result<void> ExportFile::readFolder(Path const& folder) {
    for (auto const& path : TRY(filesIn(folder))) {
        auto file = TRY(InputFile::open(path));
        TRY(begin(path.filename().string()));
        TRY(pump(sourceOf(file), [&](ByteView piece) { return take(piece); }));
        TRY(end());
    }
    return {};
}

packs::TarReader ExportFile::reader() {
    return {exportLimits,
            {.begin = [this](std::string const& name, std::uint64_t) { return begin(name); },
             .data = [this](ByteView content) { return take(content); },
             .end = [this] { return end(); }}};
}

Result<void> ExportFile::readTarStream(crypto::Source const& source) {
    auto tar = reader();
    TRY(pump(source, [&](ByteView piece) { return tar.write(piece); }));
    return tar.finish();
}

Result<void> ExportFile::readSealed(crypto::Source const& source, std::span<const crypto::Identity> identities) {
    if (identities.empty()) return fail(ErrorKind::Invalid, "is sealed: --identity is missing");
    auto tar = reader();
    TRY(crypto::openStream(source, identities, [&](ByteView piece) { return tar.write(piece); }));
    return tar.finish();
}

Result<void> ExportFile::begin(std::string const& name) {
    if (name.find('/') != name.npos) return fail(ErrorKind::Invalid, name + ": an export has no folders");
    m_name = name;
    m_hash = crypto::Sha256();
    m_length = 0;
    if (!m_extractTo) return {};
    m_output = std::make_unique<OutputFile>(TRY(OutputFile::create(*m_extractTo / name)));
    return {};
}

Result<void> ExportFile::take(ByteView content) {
    m_hash.update(content);
    m_length += content.size();
    if (m_name == manifestName || m_name == signatureName) {
        auto& kept = m_name == manifestName ? m_manifest : m_signature;
        if (kept.size() + content.size() > 2 * manifestCapBytes)
            return fail(ErrorKind::Invalid, m_name + ": is too large");
        base::append(kept, content);
    }
    return m_output ? m_output->write(content) : Result<void>{};
}

Result<void> ExportFile::end() {
    m_files[m_name] = {m_length, m_hash.finish()};
    if (m_output) TRY(m_output->commit());
    m_output.reset();
    return {};
}

std::vector<std::string> ExportFile::faults(ExportManifest const& manifest) const {
    std::vector<std::string> faults;
    std::set<std::string> known{std::string(manifestName), std::string(signatureName)};
    for (auto const& file : manifest.files) {
        known.insert(file.path);
        auto const found = m_files.find(file.path);
        if (found == m_files.end())
            faults.push_back(file.path + ": is missing");
        else if (found->second.length != file.length)
            faults.push_back(file.path + ": has not the length in the manifest");
        else if (found->second.sha256 != file.sha256)
            faults.push_back(file.path + ": was altered: its SHA-256 is not the one in the manifest");
    }
    for (auto const& [name, measured] : m_files)
        if (!known.contains(name)) faults.push_back(name + ": is not in the manifest");
    return faults;
}

Result<void> ExportFile::checkSignature(crypto::VerifyKey const& receiptKey) const {
    const std::string name(signatureName);
    if (!m_files.contains(name)) return fail(ErrorKind::Corrupt, name + ": is missing");
    auto const dsse = packs::Dsse::parse(m_signature, 2 * manifestCapBytes);
    if (!dsse) return fail(dsse.error().in(name));
    if (dsse->payloadType != exportType)
        return fail(ErrorKind::Corrupt, name + ": the type is not " + std::string(exportType));
    auto const signers = dsse->signers({{receiptKey.keyId(), receiptKey}});
    if (!signers) return fail(signers.error().in(name));
    if (signers->empty()) return fail(ErrorKind::Denied, name + ": is not signed");
    if (dsse->payload != m_manifest)
        return fail(ErrorKind::Corrupt, std::string(manifestName) + ": was altered: it is not what was signed");
    return {};
}

} // namespace kiosk::tools
