#pragma once

#include "kiosk/core/packs/Factory.h"
#include "kiosk/core/packs/PackWriter.h"

#include <gtest/gtest.h>

namespace kiosk::packs {

inline Instant at(std::string_view iso) {
    return *base::parseIsoText(iso);
}

/// Three people of whom two must sign, and packs of theirs.
struct People {
    crypto::SigningKey alice = crypto::SigningKey::generate();
    crypto::SigningKey bert = crypto::SigningKey::generate();
    crypto::SigningKey carla = crypto::SigningKey::generate();
    Uuid practiceId = Uuid::random();

    static void add(Root& root, crypto::SigningKey const& key, std::string const& name) {
        auto const keyId = key.verifyKey().keyId();
        root.people.insert({keyId, {name, key.verifyKey()}});
        root.root.keyIds.push_back(keyId);
        root.approver.keyIds.push_back(keyId);
    }
    [[nodiscard]] Root root(std::uint64_t version = 1) const {
        Root root;
        root.version = version;
        root.practiceId = practiceId;
        root.practice = "Maple Street";
        root.expires = at("2030-01-01T00:00:00Z");
        add(root, alice, "Alice");
        add(root, bert, "Bert");
        add(root, carla, "Carla");
        root.root.threshold = root.approver.threshold = 2;
        return root;
    }
    using Signers = std::vector<crypto::SigningKey const*>;
    static std::string signedText(std::string_view type, std::string const& payload, Signers const& signers) {
        Dsse dsse{std::string(type), toBytes(payload), {}};
        for (auto const* signer : signers) EXPECT_TRUE(dsse.sign(*signer));
        return dsse.toText();
    }
    [[nodiscard]] std::string rootText() const { return signedText(rootType, root().toText(), {&alice, &bert}); }
    [[nodiscard]] Trust trust() const { return *Trust::anchor(asBytes(rootText())); }

    static PackContent content() {
        return {"words",
                3,
                at("2026-01-01T00:00:00Z"),
                at("2027-01-01T00:00:00Z"),
                {{"a.txt", toBytes("alpha")}, {"b/empty", {}}}};
    }
    [[nodiscard]] Bytes pack(PackContent const& content, Signers const& signers) const {
        auto file = *writeUnsignedPack(content, asBytes(rootText()));
        for (auto const* signer : signers) file = *signPack(*Pack::parse(file), *signer);
        return file;
    }
    [[nodiscard]] Bytes pack() const { return pack(content(), {&alice, &bert}); }
};

inline const Instant today = at("2026-06-01T12:00:00Z");

inline std::string whyRefused(ByteView file, Trust const& trust, Instant now = today) {
    auto const loaded = loadPack(file, trust, "words", now);
    return loaded ? "not refused" : loaded.error().text;
}

} // namespace kiosk::packs
