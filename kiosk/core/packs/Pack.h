#pragma once

#include "kiosk/core/packs/Trust.h"

#include <memory>
#include <utility>

namespace kiosk::packs {

inline constexpr std::string_view packType = "application/vnd.candor.pack+json";
inline constexpr std::size_t packCapBytes = 32U << 20U;

/// What a pack says it holds: the payload of pack.dsse.json.
struct Manifest {
    struct Target {
        std::string path;
        std::uint64_t length = 0;
        crypto::Digest sha256{};
    };
    std::string name;
    std::uint64_t version = 0;
    Instant created;
    Instant expires;
    std::vector<Target> targets;

    [[nodiscard]] static Result<Manifest> parse(ByteView payload);
    [[nodiscard]] std::string toText() const;
};

/// A pack file taken apart, nothing in it trusted yet. The file is a tar (Tar.h): root.dsse.json, pack.dsse.json, then
/// the targets in the manifest's order. Shared and immutable: copies are cheap, views into it live as long as any copy.
class Pack {
public:
    /// Corrupt or Invalid: the length cap, the tar, an envelope, the manifest; the text names which.
    [[nodiscard]] static Result<Pack> parse(ByteView file);

    [[nodiscard]] Manifest const& manifest() const { return m_parts->manifest; }
    [[nodiscard]] std::string const& name() const { return m_parts->manifest.name; }
    [[nodiscard]] std::uint64_t version() const { return m_parts->manifest.version; }
    [[nodiscard]] Instant expires() const { return m_parts->manifest.expires; }
    [[nodiscard]] Bytes const& file() const { return m_parts->file; }
    [[nodiscard]] ByteView rootText() const { return m_parts->root; }
    [[nodiscard]] Dsse const& dsse() const { return m_parts->dsse; }

    /// In the manifest's order.
    [[nodiscard]] std::vector<std::string> paths() const;
    /// NotFound: the pack has no such target.
    [[nodiscard]] Result<ByteView> target(std::string_view path) const;

    /// Every target of the manifest is there with its length and hash, and nothing else is. Corrupt: names the target.
    [[nodiscard]] Result<void> checkTargets() const;

private:
    friend Result<struct Loaded> loadPack(ByteView file, Trust const& trust, std::string_view name, Instant now);
    struct Parts {
        Bytes file;
        ByteView root;
        Dsse dsse;
        Manifest manifest;
        std::vector<std::pair<std::string, ByteView>> entries;
    };
    explicit Pack(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
    static Result<std::shared_ptr<Parts>> takeApart(ByteView file);
    static Result<Pack> readManifest(std::shared_ptr<Parts> parts);

    std::shared_ptr<const Parts> m_parts;
};

struct Loaded {
    Pack pack;
    Trust trust; ///< to be kept durably before the pack is used
};

/// The one way in. Checks in this order: length cap → root (the trusted one, or the next in the way of Trust::follow) →
/// root not expired → threshold of distinct approver keys → name → version not lower than remembered → not expired →
/// every target's length and hash, none missing, none extra → what a pack of this name must hold (factory: Factory.h).
/// An error names the step; nothing has changed then. `now` should be the best time the caller has.
[[nodiscard]] Result<Loaded> loadPack(ByteView file, Trust const& trust, std::string_view name, Instant now);

/// A pack that loadPack let in before and the caller kept, after a restart: the file must be, to the byte, the one that
/// `trust` remembers as the last accepted of this name. Signatures and expiry are not looked at again, so that neither
/// a wrong clock nor a late renewal stops a kiosk; look at Pack::expires to warn people. Denied: another file.
[[nodiscard]] Result<Pack> reopenPackAcceptedBefore(ByteView file, Trust const& trust, std::string_view name);

} // namespace kiosk::packs
