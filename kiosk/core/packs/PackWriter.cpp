#include "kiosk/core/packs/PackWriter.h"

#include "kiosk/core/crypto/Hash.h"
#include "kiosk/core/packs/Tar.h"

namespace kiosk::packs {

namespace {

struct TarFile {
    std::string name;
    ByteView content;
};

Result<Bytes> writeTar(std::vector<TarFile> const& files) {
    Bytes tar;
    TarWriter writer([&](ByteView bytes) {
        base::append(tar, bytes);
        return Result<void>{};
    });
    for (auto const& file : files) TRY(writer.add(file.name, file.content));
    TRY(writer.finish());
    return tar;
}

Result<Bytes> assemble(ByteView root, Dsse const& dsse, std::vector<TarFile> const& targets) {
    auto const manifest = dsse.toText();
    std::vector<TarFile> files{{"root.dsse.json", root}, {"pack.dsse.json", asBytes(manifest)}};
    files.insert(files.end(), targets.begin(), targets.end());
    return writeTar(files);
}

} // namespace

Result<Bytes> writeUnsignedPack(PackContent const& content, ByteView rootDsseJson) {
    Manifest manifest{content.name, content.version, content.created, content.expires, {}};
    std::vector<TarFile> targets;
    for (auto const& [path, bytes] : content.targets) {
        manifest.targets.push_back({path, bytes.size(), crypto::sha256(bytes)});
        targets.push_back({path, bytes});
    }
    auto file = TRY(assemble(rootDsseJson, Dsse{std::string(packType), toBytes(manifest.toText()), {}}, targets));
    TRY(Pack::parse(file));
    return file;
}

Result<Bytes> signPack(Pack const& pack, crypto::SigningKey const& key) {
    auto dsse = pack.dsse();
    TRY(dsse.sign(key));
    std::vector<TarFile> targets;
    for (auto const& path : pack.paths()) {
        auto const content = TRY(pack.target(path));
        targets.push_back({path, content});
    }
    return assemble(pack.rootText(), dsse, targets);
}

} // namespace kiosk::packs
