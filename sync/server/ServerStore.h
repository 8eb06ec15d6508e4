#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/envelope/Envelope.h"

#include <optional>

namespace sync_server {

using kiosk::Bytes;
using kiosk::ByteView;
using kiosk::Instant;
using kiosk::Result;
using kiosk::Uuid;
using kiosk::crypto::Digest;

/// A kiosk that was enrolled.
struct Device {
    Uuid id;
    std::string name;
    kiosk::crypto::VerifyKey signingKey;
    Digest certificate{}; ///< SHA-256 of its TLS certificate
    Instant enrolled;
    std::optional<Instant> revoked{}; ///< since then it is not heard
};

struct ChainHead {
    std::uint64_t number = 0;
    Digest link{};
    bool operator==(ChainHead const&) const = default;
};

/// A checked envelope that came in. Views into the caller's bytes.
struct Arrival {
    Uuid record;
    std::uint64_t number = 0;
    Digest previous{};
    Digest link{};
    ByteView bytes;
};

enum class Outcome {
    Stored,
    Known,    ///< was here before, the same to the byte
    Conflict, ///< the record id is here with other content
    Fork,     ///< the chain number is here with another record
};

struct Ingested {
    std::vector<Outcome> outcomes; ///< one for each arrival, in order
    ChainHead head;
    std::uint64_t highest = 0; ///< number; above head.number there is a gap, or a link that does not fit
};

/// What a page tells of a kiosk.
struct DeviceStatus {
    Device device;
    std::optional<Instant> seen;
    std::uint64_t waiting = 0; ///< as the kiosk said
    ChainHead head;
    std::uint64_t highest = 0;
};

struct Totals {
    std::uint64_t stored = 0;
    std::uint64_t doubled = 0; ///< rows less distinct records: 0 unless the store is broken
    std::uint64_t projected = 0;
    std::uint64_t failed = 0;
};

struct Answer {
    std::string linkId;
    std::optional<std::string> system;
    std::optional<std::string> code;
    std::optional<std::string> text;
    std::optional<double> ordinal;
};

struct Score {
    std::string code;
    std::optional<double> value;
    std::optional<double> standardError;
    std::optional<std::string> band;
    std::optional<std::string> title{};     ///< in words; nothing: the form is not at hand
    std::optional<std::string> bandTitle{}; ///< the same
};

struct Response {
    std::string questionnaire;
    std::string version;
    std::string authored;
    std::string status;
    std::string language;
    std::vector<Answer> answers;
    std::vector<Score> scores;
    std::optional<std::string> safety{}; ///< linkId of an answer that called for the safety text
};

/// An envelope that was not looked into yet.
struct Unprojected {
    std::int64_t arrival = 0;
    Bytes bytes;
};

/// What was found in one, or why nothing was.
struct Projected {
    std::int64_t arrival = 0;
    Result<Response> response;
};

/// The practice's data at rest. Each instance belongs to one thread; several instances may work on the same data at a
/// time. Every change is durable on return and happens whole or not at all. Locked: others write for more than 5 s.
class ServerStore {
public:
    virtual ~ServerStore() = default;

    /// Invalid: a device of that id is there.
    [[nodiscard]] virtual Result<void> addDevice(Device const& device) = 0;
    /// NotFound.
    [[nodiscard]] virtual Result<Device> device(Uuid const& id) = 0;
    /// One that is revoked already stays so since then. NotFound.
    [[nodiscard]] virtual Result<void> revokeDevice(Uuid const& id, Instant now) = 0;

    /// Takes envelopes of one device, in one transaction, and notes that it was seen and how many wait there. Without
    /// `waiting` they came another way: the device was not seen. What is refused (Conflict, Fork) changes nothing.
    /// NotFound: no such device.
    [[nodiscard]] virtual Result<Ingested> ingest(Uuid const& device, std::span<const Arrival> arrivals, Instant now,
                                                  std::optional<std::uint64_t> waiting) = 0;

    /// The oldest envelopes that have no projection.
    [[nodiscard]] virtual Result<std::vector<Unprojected>> unprojected(std::size_t most) = 0;
    /// One that is there already stays as it is.
    [[nodiscard]] virtual Result<void> saveProjections(std::span<const Projected> projections) = 0;

    [[nodiscard]] virtual Result<Totals> totals() = 0;
    /// In order of enrolment.
    [[nodiscard]] virtual Result<std::vector<DeviceStatus>> devices() = 0;
    /// The newest of each questionnaire, newest first; without the answers.
    [[nodiscard]] virtual Result<std::vector<Response>> latestResponses(std::size_t ofEach) = 0;
};

} // namespace sync_server
