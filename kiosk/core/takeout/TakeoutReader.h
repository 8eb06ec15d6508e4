#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/takeout/Manifest.h"

#include <functional>

namespace kiosk::takeout {

/// A takeout as it came to the practice: signed by a kiosk that the practice knows, and whole.
class TakeoutReader {
public:
    /// The key that verifies the signatures of a kiosk. NotFound: no such kiosk.
    using KeyOf = std::function<Result<crypto::VerifyKey>(Uuid const& device)>;

    /// Looks at every file. NotFound: no such folder, or a file of the list is missing. Corrupt: one was altered; or
    /// the takeout was not finished. Denied: not signed by the kiosk that it names. Each names the file.
    [[nodiscard]] static Result<TakeoutReader> open(Path const& folder, KeyOf const& keyOf);

    [[nodiscard]] Manifest const& manifest() const { return m_manifest; }
    /// An envelope, again checked by its hash.
    [[nodiscard]] Result<Bytes> read(Manifest::File const& file) const;

private:
    TakeoutReader(Path folder, Manifest manifest) : m_folder(std::move(folder)), m_manifest(std::move(manifest)) {}

    Path m_folder;
    Manifest m_manifest;
};

} // namespace kiosk::takeout
