#pragma once

#include "kiosk/core/store/Store.h"
#include "kiosk/core/survey/Logic.h"

#include <QPointer>
#include <functional>

class QObject;

namespace kiosk::viewmodels {

/// What the expressions of a form are given: now() and today() are those of the moment the draft was begun, in the
/// kiosk's time zone, so that a draft that is opened again calculates the same.
[[nodiscard]] survey::Launch launchOf(store::Draft const& draft);

/// How a visit that was begun came to an end and is sealed for the practice.
enum class Ending {
    Completed, ///< the person tapped Finish
    Stopped,   ///< nobody there any more, or the kiosk was cut off: what was answered until then
};

/// Where the signature of a draft is saved, beside its answers: a list with one FHIR Signature.
inline constexpr std::string_view signatureAddress = "signature of the person";

using Done = std::function<void(Result<void> const&)>;

/// Where a visit's answers go. Every call returns at once; `done` runs later on the calling (GUI) thread, in the order
/// of the calls, and only if `living` still exists then. A success means: durable.
class SurveyJournal {
public:
    virtual ~SurveyJournal() = default;

    /// NotFound: the form is not in the pack that is now in force.
    virtual void begin(store::Draft const& draft, QObject* living, Done done) = 0;
    /// What survey::Response says is now at an address, exact JSON text. Full, Internal: not saved; asking again is
    /// right.
    virtual void save(Uuid const& record, std::string const& address, std::string const& json, QObject* living,
                      Done done) = 0;
    /// Seals exactly what was saved; the draft is gone afterwards. `language` is the one spoken at the end. A Stopped
    /// visit without an answer is discarded.
    virtual void finish(Uuid const& record, Ending ending, std::string const& language, QObject* living, Done done) = 0;
    /// The person took everything back.
    virtual void discard(Uuid const& record, QObject* living, Done done) = 0;
};

} // namespace kiosk::viewmodels
