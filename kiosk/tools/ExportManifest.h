#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/crypto/Hash.h"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::tools {

/// An export: a tar (kiosk/core/packs/Tar.h) inside one age file, with manifest.json, manifest.dsse.json (the same
/// bytes signed by the server's receipt key, DSSE v1), README.txt and the files that the manifest lists.
inline constexpr std::string_view exportType = "application/vnd.candor.export+json";
inline constexpr std::string_view manifestName = "manifest.json", signatureName = "manifest.dsse.json";
inline constexpr std::size_t manifestCapBytes = 64U << 20U;

struct ExportManifest {
    struct File {
        std::string path;
        std::uint64_t length = 0;
        crypto::Digest sha256{};
        std::optional<std::uint64_t> responses; ///< of a file with a line for each
    };
    /// What the server holds of one kiosk. Up to the head no envelope is missing and each follows from the one before.
    struct Chain {
        Uuid device;
        std::string kiosk;
        std::uint64_t envelopes = 0;
        std::uint64_t headNumber = 0;
        crypto::Digest headLink{};
    };
    /// Something that is not as it should be. `exported`: the response is among the lines all the same.
    struct Problem {
        Uuid device;
        std::uint64_t number = 0;
        std::optional<Uuid> record;
        std::string why;
        bool exported = false;
    };
    std::string practice;
    Uuid practiceId;
    Instant created;
    std::uint64_t responses = 0;
    std::vector<File> files;
    std::vector<Chain> chains;
    std::vector<Problem> problems;

    [[nodiscard]] std::string toText() const;
    /// Corrupt, with the member's name.
    [[nodiscard]] static Result<ExportManifest> parse(ByteView text);
};

} // namespace kiosk::tools
