#include "sync/agent/Agent.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/Log.h"
#include "sync/protocol/Routes.h"

using kiosk::ErrorKind;
using kiosk::Json;
using kiosk::Result;
using kiosk::base::LogLevel;
using sync_http::Request;
using sync_http::Response;
using sync_protocol::Named;
namespace protocol = sync_protocol;

namespace sync_agent {

namespace {

constexpr std::size_t filesAtOnce = 64; // read between two looks at the sockets

bool isSpoolEntry(kiosk::envelope::EnvelopeView const& view, kiosk::outbox::SpoolEntry const& entry) {
    return view.head.record == entry.record && view.head.number == entry.number;
}

std::uint64_t sentSoFar(kiosk::Path const& status) {
    auto text = kiosk::base::readFile(status);
    auto json = text ? kiosk::base::parseJson(*text) : Result<Json>(kiosk::fail(text.error()));
    auto sent = json ? kiosk::base::integerMember(*json, "sent") : Result<std::int64_t>(kiosk::fail(json.error()));
    return sent ? static_cast<std::uint64_t>(*sent) : 0; // a count for people: nothing hangs on it
}

kiosk::Error unexpectedStatus(unsigned status) {
    if (status == 403) return {ErrorKind::Denied, "the server does not know this kiosk's certificate"};
    return {ErrorKind::Offline, "the server answered with HTTP status " + std::to_string(status)};
}

bool isRevocation(Response const& response) {
    auto const* reason = response.header(protocol::reasonHeader);
    return response.status == 403 && reason != nullptr && *reason == protocol::revokedReason;
}

} // namespace

Result<std::unique_ptr<Agent>> Agent::start(sync_http::EventLoop& loop, KioskFolder folder, kiosk::Clock const& clock,
                                            AgentOptions options) {
    auto outbox = TRY(kiosk::outbox::OutboxReader::open(folder.outbox()));
    auto packs = TRY(PackInbox::open({folder.packs(), folder.root(), folder.packTrust()}, clock));
    auto client = TRY(sync_http::Client::create(
        loop, folder.device.host, folder.device.port,
        {folder.authorityPem, {}, folder.certificatePem, std::move(folder.keyPem)}, options.limits));
    auto spool = folder.outbox() / "new";
    std::unique_ptr<Agent> agent(
        new Agent(loop, std::move(folder), std::move(outbox), std::move(packs), std::move(client), clock, options));
    agent->m_watch.emplace(TRY(SpoolWatch::start(loop, spool, [raw = agent.get()] { raw->rescan(); })));
    agent->restartHeartbeat();
    agent->pumpSoon();
    return agent;
}

Agent::Agent(sync_http::EventLoop& loop, KioskFolder&& folder, kiosk::outbox::OutboxReader&& outbox, PackInbox&& packs,
             sync_http::Client&& client, kiosk::Clock const& clock, AgentOptions options) :
    m_loop(loop),
    m_folder(std::move(folder)), m_outbox(std::move(outbox)), m_delivered(m_folder.outbox() / "receipts"),
    m_packs(std::move(packs)), m_clock(clock), m_options(options),
    m_backoff(options.shortestRetry, options.longestRetry),
    m_packBackoff(2 * options.heartbeat, options.longestPackRetry), m_sent(sentSoFar(m_folder.status())),
    m_client(std::move(client)) {}

/// Does what can be done now: lists, prepares the next batch (also while an answer is waited for), sends. So a batch is
/// as large as what could be read while the one before was under way.
void Agent::pump() {
    m_pumpPosted = false;
    if (m_queue.empty() && m_spoolChanged && !m_exchanging)
        if (auto listed = listSpool(); !listed) return failed(listed.error());
    if (!m_sending) prepareSome();
    if (!m_exchanging && !m_resting) exchange();
    if (!m_sending && !m_nextIsFull && !m_queue.empty()) pumpSoon();
}

void Agent::exchange() {
    if (m_packsDue) return askForPacks();
    if (m_heartbeatDue || !m_next.envelopes().empty()) sendBatch();
}

void Agent::pumpSoon() {
    if (std::exchange(m_pumpPosted, true)) return;
    m_loop.post([this] { pump(); });
}

void Agent::rescan() {
    m_spoolChanged = true;
    pumpSoon();
}

/// Runs only when nothing is prepared or under way, so nothing can be listed twice.
Result<void> Agent::listSpool() {
    if (!m_next.envelopes().empty()) return {};
    m_spoolChanged = false;
    TRY(m_delivered.refresh());
    for (auto& entry : TRY(m_outbox.waiting()))
        if (!m_delivered.contains(entry.record) && !m_notWanted.contains(entry.record))
            m_queue.push_back(std::move(entry));
    return {};
}

void Agent::prepareSome() {
    for (std::size_t i = 0; i < filesAtOnce && !m_queue.empty() && !m_nextIsFull; ++i) {
        m_nextIsFull = m_next.envelopes().size() >= m_limit || !prepare(m_queue.front());
        if (!m_nextIsFull) m_queue.pop_front();
    }
}

/// False if the batch has no room for it. What cannot be read stays for the next listing; what is no envelope is
/// refused here, in the server's words, so that kiosk-app sets it aside.
bool Agent::prepare(kiosk::outbox::SpoolEntry const& entry) {
    auto bytes = m_outbox.read(entry);
    if (!bytes) {
        if (bytes.error().kind != ErrorKind::NotFound) // NotFound: settled in the meantime
            kiosk::base::log(LogLevel::Alarm, "agent", "envelope not readable", {{"reason", bytes.error().text}});
        return true;
    }
    auto view = kiosk::envelope::parse(*bytes);
    if (view && isSpoolEntry(*view, entry)) {
        if (!m_next.takes(bytes->size())) return false;
        m_next.add(*bytes, *view);
        return true;
    }
    kiosk::base::log(LogLevel::Alarm, "agent", "malformed envelope", {{"number", std::to_string(entry.number)}});
    auto refused = m_outbox.deliverRefusal(entry.record, toWord(protocol::Reason::Malformed));
    if (!refused) kiosk::base::log(LogLevel::Alarm, "agent", refused.error().text);
    return true;
}

std::size_t Agent::waiting() const {
    return m_queue.size() + m_next.envelopes().size() + m_inFlight;
}

void Agent::sendBatch() {
    auto batch = std::exchange(m_next, {});
    m_nextIsFull = false;
    m_heartbeatDue = false;
    m_exchanging = true;
    m_sending = !batch.envelopes().empty();
    m_inFlight = batch.envelopes().size();
    Request request{"POST", std::string(protocol::envelopesPath), {}, {}, batch.takeBytes(), {}, {}};
    request.headers = {{"Content-Type", std::string(protocol::batchType)},
                       {std::string(protocol::waitingHeader), std::to_string(m_queue.size())}};
    auto done = [this, sent = batch.envelopes()](Result<Response> response) {
        m_exchanging = m_sending = false;
        m_inFlight = 0;
        if (!response || response->status != 200) m_limit = std::max<std::size_t>(sent.size() / 2, 1);
        onAnswer(sent, std::move(response));
    };
    m_client.send(std::move(request), std::move(done), [this] {
        m_sending = false;
        pumpSoon();
    });
}

void Agent::onAnswer(std::vector<Named> const& sent, Result<Response> response) {
    if (!response) return failed(response.error());
    if (response->status == 400 || response->status == 413) return onBatchRefused(sent, response->status);
    if (response->status != 200) return refused(*response);
    auto answer = protocol::readAnswer(response->body, m_folder.device.device, sent);
    if (!answer) return failed(answer.error());
    m_limit = std::min(m_limit * 2, protocol::batchEnvelopes);
    succeeded();
    if (!m_resting && !m_next.envelopes().empty()) sendBatch(); // is on its way while this receipt goes to the disk
    deliver(*answer, sent);
    writeStatus();
    pumpSoon();
}

/// The server takes batches of good shape whole, so this should not be. After each failure the next batch is half as
/// large, which finds the one envelope that is in the way; it stays in the outbox and the others go on.
void Agent::onBatchRefused(std::vector<Named> const& sent, unsigned status) {
    if (sent.size() == 1) {
        m_notWanted.insert(sent.front().record);
        kiosk::base::log(LogLevel::Alarm, "agent", "the server takes no batch with this envelope",
                         {{"status", std::to_string(status)}});
    }
    failed(unexpectedStatus(status));
}

void Agent::deliver(protocol::Answer const& answer, std::vector<Named> const& sent) {
    auto delivered = answer.refusals.size() < sent.size() ? m_outbox.deliverReceipt(answer.receipt) : Result<void>();
    for (auto const& [index, reason] : answer.refusals) {
        if (!delivered) break;
        delivered = m_outbox.deliverRefusal(sent[index].record, toWord(reason));
    }
    if (!delivered) return failed(delivered.error()); // all of it is sent again, which does no harm
    m_sent += sent.size() - answer.refusals.size();
}

void Agent::askForPacks() {
    m_packsDue = false;
    m_exchanging = true;
    auto have = m_packs.have();
    Request request{"GET", std::string(protocol::packsPath), protocol::packsQuery(have), {}, {}, {}, {}};
    m_client.send(std::move(request), [this, asked = std::move(have)](Result<Response> response) {
        m_exchanging = false;
        onPack(asked, std::move(response));
    });
}

/// A pack that cannot be taken must keep neither envelopes from going out nor other packs from coming in.
void Agent::onPack(protocol::PackVersions const& asked, Result<Response> response) {
    if (!response) return failed(response.error());
    if (isRevocation(*response)) return refused(*response);
    auto taken = response->status == 200   ? m_packs.put(response->body)
                 : response->status == 204 ? Result<void>()
                                           : kiosk::fail(unexpectedStatus(response->status));
    if (!taken) kiosk::base::log(LogLevel::Warning, "agent", "no pack taken", {{"reason", taken.error().text}});
    m_packRefused |= response->status == 200 && !taken;
    m_packsDue = m_packs.have() != asked; // there may be another; the same question would bring the same answer
    if (!m_packsDue) endPackRound();
    succeeded();
    pumpSoon();
}

void Agent::endPackRound() {
    m_packs.endRound();
    m_packsPaused = std::exchange(m_packRefused, false);
    if (!m_packsPaused) return m_packBackoff.reset();
    m_packTimer = m_loop.after(m_packBackoff.next(), [this] { m_packsPaused = false; });
}

/// A revoked kiosk keeps what it has, for the people who will find it. It asks now and then, with the smallest question
/// there is, whether it is heard again.
void Agent::refused(Response const& response) {
    if (!isRevocation(response)) return failed(unexpectedStatus(response.status));
    m_packsDue = true;
    rest({ErrorKind::Denied, "the practice has revoked this kiosk: nothing is sent, everything is kept"},
         m_options.revokedRetry);
}

/// Back to the start: what was prepared is listed and read again after a rest.
void Agent::rest(kiosk::Error const& error, std::chrono::milliseconds time) {
    if (m_problem != error.text) kiosk::base::log(LogLevel::Warning, "agent", error.text);
    m_problem = error.text;
    m_queue.clear();
    m_next = {};
    m_nextIsFull = false;
    m_spoolChanged = true;
    m_heartbeatDue = true;
    m_resting = true;
    m_retryTimer = m_loop.after(time, [this] {
        m_resting = false;
        pump();
    });
    writeStatus();
}

void Agent::succeeded() {
    if (!m_problem.empty()) kiosk::base::log(LogLevel::Info, "agent", "the server answers again");
    m_problem.clear();
    m_backoff.reset();
    m_lastContact = m_clock.now();
    restartHeartbeat();
}

void Agent::restartHeartbeat() {
    m_heartbeatTimer = m_loop.after(m_options.heartbeat, [this] {
        m_heartbeatDue = true;
        m_packsDue |= !m_packsPaused;
        m_notWanted.clear(); // the server may have changed its mind
        rescan();            // also in case inotify missed something
    });
}

void Agent::writeStatus() {
    Json status{{"sent", m_sent},
                {"waiting", waiting()},
                {"last_contact", m_lastContact ? Json(kiosk::base::toIsoText(*m_lastContact)) : Json(nullptr)},
                {"problem", m_problem}};
    auto written = kiosk::base::writeFileDurably(m_folder.status(), kiosk::asBytes(status.dump() + "\n"), 0644);
    if (!written && m_statusWorks)
        kiosk::base::log(LogLevel::Warning, "agent", "status not written", {{"reason", written.error().text}});
    m_statusWorks = written.has_value();
}

} // namespace sync_agent
