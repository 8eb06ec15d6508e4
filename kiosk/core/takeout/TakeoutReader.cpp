#include "kiosk/core/takeout/TakeoutReader.h"

#include "kiosk/core/envelope/Envelope.h"

namespace kiosk::takeout {

Result<TakeoutReader> TakeoutReader::open(Path const& folder, KeyOf const& keyOf) {
    auto const list = folder / manifestName;
    if (folder.filename().string().ends_with(".part"))
        return fail(ErrorKind::Corrupt,
                    folder.string() + ": the kiosk did not finish it; take the records out once more");
    auto const text = TRY(base::readFile(list));
    auto const manifest = [&]() -> Result<Manifest> {
        auto const key = TRY(keyOf(TRY(Manifest::claimedDevice(text))));
        return Manifest::open(text, key);
    }();
    if (!manifest) return fail(manifest.error().in(list.string()));
    TakeoutReader reader(folder, *manifest);
    for (auto const& file : manifest->files) TRY(reader.read(file));
    return reader;
}

Result<Bytes> TakeoutReader::read(Manifest::File const& file) const {
    auto const path = m_folder / file.name;
    auto bytes = TRY(base::readFile(path, envelope::maximumSize));
    if (bytes.size() != file.size || crypto::sha256(bytes) != file.sha256)
        return fail(ErrorKind::Corrupt, path.string() + ": is not what the kiosk wrote");
    return bytes;
}

} // namespace kiosk::takeout
