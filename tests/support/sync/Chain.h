#pragma once

#include "kiosk/core/envelope/Envelope.h"

#include <optional>

namespace tests::support {

/// What a kiosk seals, one after the other.
class Chain {
public:
    explicit Chain(kiosk::Uuid device = kiosk::Uuid::random(),
                   kiosk::crypto::SigningKey key = kiosk::crypto::SigningKey::generate()) :
        m_device(device),
        m_key(std::move(key)) {}

    struct Link {
        kiosk::envelope::Head head;
        kiosk::crypto::Digest link{};
        kiosk::Bytes bytes;
    };
    /// The next envelope, with a payload that is sealed to a key nobody kept.
    Link next() { return next(sealedToNobody()); }
    Link next(kiosk::ByteView payload);
    /// Leaves out a number, as if its envelope had got lost.
    void skip() { next(); }

    [[nodiscard]] kiosk::Uuid const& device() const { return m_device; }
    [[nodiscard]] kiosk::crypto::SigningKey const& key() const { return m_key; }
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] kiosk::crypto::Digest const& link() const { return m_link; }
    /// Back to an earlier state, as a restored disk.
    void rewindTo(Link const& link);

    [[nodiscard]] static kiosk::Bytes sealedToNobody();

private:
    kiosk::Uuid m_device;
    kiosk::crypto::SigningKey m_key;
    std::uint64_t m_number = 0;
    kiosk::crypto::Digest m_link{};
};

/// A completed PHQ-9 as kiosk-app writes it: the real form, random answers.
[[nodiscard]] std::string phq9Bundle(kiosk::Uuid const& record);

} // namespace tests::support
