#include "sync/server/Ingest.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/envelope/Receipt.h"

#include <limits>

using kiosk::base::LogLevel;
using sync_protocol::BatchItem;
using sync_protocol::Reason;
namespace envelope = kiosk::envelope;

namespace sync_server {

namespace {

using Reasons = std::vector<std::optional<Reason>>;

std::optional<Reason> faultOnSight(BatchItem const& item, Device const& device) {
    constexpr std::uint64_t largestNumber = std::numeric_limits<std::int64_t>::max(); // the database's integers
    if (!item.view || item.view->head.number > largestNumber) return Reason::Malformed;
    if (item.view->head.device != device.id) return Reason::ForeignDevice;
    return std::nullopt;
}

bool chains(BatchItem const& item, BatchItem const& next) {
    return next.view->head.number == item.view->head.number + 1 && next.view->head.previous == item.link;
}

/// One past the last item of the run that begins at `begin`.
std::size_t endOfRun(std::span<const BatchItem> items, Reasons const& reasons, std::size_t begin) {
    auto end = begin + 1;
    while (end < items.size() && !reasons[end] && chains(items[end - 1], items[end])) ++end;
    return end;
}

/// Drops the run's last item until one is rightly signed: it vouches for those before it.
void checkRun(std::span<const BatchItem> run, std::span<std::optional<Reason>> reasons, Device const& device) {
    for (auto last = run.size(); last-- > 0;) {
        if (envelope::verify(*run[last].view, device.signingKey)) return;
        reasons[last] = Reason::Signature;
    }
}

std::optional<Reason> toReason(Outcome outcome) {
    if (outcome == Outcome::Conflict) return Reason::Conflict;
    if (outcome == Outcome::Fork) return Reason::Fork;
    return std::nullopt;
}

std::vector<Arrival> toArrivals(std::span<const BatchItem> items, Reasons const& reasons) {
    std::vector<Arrival> arrivals;
    arrivals.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (reasons[i]) continue;
        auto const& head = items[i].view->head;
        arrivals.push_back({head.record, head.number, head.previous, items[i].link, items[i].bytes});
    }
    return arrivals;
}

void merge(Reasons& reasons, std::vector<Outcome> const& outcomes) {
    auto outcome = outcomes.begin();
    for (auto& reason : reasons)
        if (!reason) reason = toReason(*outcome++);
}

void alarm(Device const& device, BatchItem const& item, Reason reason) {
    auto record = item.view ? item.view->head.record.toString() : std::string("unknown");
    kiosk::base::log(LogLevel::Alarm, "ingest", "envelope refused",
                     {{"device", device.id.toString()}, {"record", record}, {"reason", std::string(toWord(reason))}});
}

void reportGap(Device const& device, Ingested const& ingested) {
    if (ingested.highest == ingested.head.number) return;
    kiosk::base::log(LogLevel::Warning, "ingest", "gap in a kiosk's chain",
                     {{"device", device.id.toString()},
                      {"after", std::to_string(ingested.head.number)},
                      {"highest", std::to_string(ingested.highest)}});
}

} // namespace

Reasons checkItems(std::span<const BatchItem> items, Device const& device) {
    Reasons reasons;
    for (auto const& item : items) reasons.push_back(faultOnSight(item, device));
    for (std::size_t i = 0; i < items.size();) {
        auto end = reasons[i] ? i + 1 : endOfRun(items, reasons, i);
        if (!reasons[i]) checkRun(items.subspan(i, end - i), std::span(reasons).subspan(i, end - i), device);
        i = end;
    }
    return reasons;
}

Result<Taken> takeIn(ServerStore& store, Device const& device, ByteView body, Instant now,
                     std::optional<std::uint64_t> waiting) {
    Taken taken;
    taken.items = TRY(sync_protocol::readBatch(body));
    taken.reasons = checkItems(taken.items, device);
    taken.arrivals = toArrivals(taken.items, taken.reasons);
    auto ingested = store.ingest(device.id, taken.arrivals, now, waiting);
    if (!ingested) return kiosk::fail(kiosk::ErrorKind::Internal, ingested.error().text);
    taken.ingested = std::move(*ingested);
    merge(taken.reasons, taken.ingested.outcomes);
    for (std::size_t i = 0; i < taken.items.size(); ++i)
        if (taken.reasons[i]) alarm(device, taken.items[i], *taken.reasons[i]);
    if (!taken.items.empty()) reportGap(device, taken.ingested);
    return taken;
}

Result<Bytes> Ingest::take(Device const& device, ByteView body, std::uint64_t waiting) {
    return answer(device, TRY(takeIn(m_store, device, body, m_clock.now(), waiting)));
}

Bytes Ingest::answer(Device const& device, Taken const& taken) const {
    auto const& head = taken.ingested.head;
    envelope::Receipt receipt{device.id, m_clock.now(), head.number, head.link, {}};
    for (std::size_t i = 0; i < taken.arrivals.size(); ++i)
        if (!toReason(taken.ingested.outcomes[i]))
            receipt.entries.push_back({taken.arrivals[i].record, taken.arrivals[i].link});
    std::vector<sync_protocol::Refusal> refusals;
    for (std::uint32_t i = 0; i < taken.reasons.size(); ++i)
        if (taken.reasons[i]) refusals.push_back({i, *taken.reasons[i]});
    return sync_protocol::writeAnswer(envelope::signReceipt(receipt, m_receiptKey), refusals);
}

} // namespace sync_server
