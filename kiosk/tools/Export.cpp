#include "kiosk/tools/Export.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/packs/Dsse.h"
#include "kiosk/core/packs/Tar.h"
#include "kiosk/tools/Codebook.h"
#include "kiosk/tools/ExportReadme.h"
#include "kiosk/tools/Interruption.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

constexpr std::string_view codebookName = "codebook.csv", otherName = "other-answers.csv",
                           bundlesName = "bundles.ndjson";

/// An instrument's file; its name must be one that a tar takes and that no other file has.
std::string fileOf(survey::Form const& form) {
    auto const name = form.id() + ".csv";
    bool const own =
        packs::isSafeName(name) && name != codebookName && name != otherName && name.find('/') == name.npos;
    return own ? name : "instrument-" + base::toHex(crypto::sha256(asBytes(form.id()))).substr(0, 16) + ".csv";
}

ExportManifest::File describe(std::string const& path, ByteView content) {
    return {path, content.size(), crypto::sha256(content), std::nullopt};
}

Result<std::string> signedText(std::string const& manifest, crypto::SigningKey const& key) {
    packs::Dsse dsse{std::string(exportType), toBytes(manifest), {}};
    TRY(dsse.sign(key));
    return dsse.toText();
}

} // namespace

Export::Export(Setting setting) : m_setting(std::move(setting)), m_manifest(m_setting.begin) {
    for (auto const& device : m_setting.devices)
        m_manifest.chains.push_back({.device = device.id, .kiosk = device.name});
}

sync_server::Device const* Export::deviceOf(Uuid const& id) const {
    for (auto const& device : m_setting.devices)
        if (device.id == id) return &device;
    return nullptr;
}

ExportManifest::Chain& Export::chainOf(Uuid const& device) {
    for (auto& chain : m_manifest.chains)
        if (chain.device == device) return chain;
    return m_manifest.chains.emplace_back(ExportManifest::Chain{.device = device, .kiosk = {}});
}

void Export::note(Stored const& stored, std::optional<Uuid> record, std::string why, bool exported) {
    m_manifest.problems.push_back({stored.device, stored.number, record, std::move(why), exported});
}

Result<void> Export::take(Stored const& stored) {
    TRY(notInterrupted());
    auto const* device = deviceOf(stored.device);
    auto const view = envelope::parse(stored.bytes);
    auto& chain = chainOf(stored.device);
    ++chain.envelopes;
    if (!view || device == nullptr) {
        note(stored, std::nullopt, view ? "its kiosk is not known" : view.error().text, false);
        m_tails[stored.device] = {stored.number, std::nullopt};
        return {};
    }
    auto const opened = open(stored, *view, *device);
    auto const breach = breachBefore(stored, *view);
    if (!breach.empty()) note(stored, view->head.record, breach, opened.has_value());
    if (!opened) note(stored, view->head.record, opened.error().text, false);
    if (opened && breach.empty() && stored.number == chain.headNumber + 1) {
        chain.headNumber = stored.number;
        chain.headLink = view->link();
    }
    m_tails[stored.device] = {stored.number, view->link()};
    return opened ? add(stored, *opened, *device) : Result<void>{};
}

/// How it fails to follow from the one before; empty if it does.
std::string Export::breachBefore(Stored const& stored, envelope::EnvelopeView const& view) {
    auto const& tail = m_tails[stored.device];
    if (stored.number > tail.number + 1)
        return "missing before it: number " + std::to_string(tail.number + 1) + " to " +
               std::to_string(stored.number - 1);
    if (tail.link && view.head.previous != *tail.link) return "does not follow from the envelope before it";
    return "";
}

Result<Export::Opened> Export::open(Stored const& stored, envelope::EnvelopeView const& view,
                                    sync_server::Device const& device) const {
    TRY(envelope::verify(view, device.signingKey));
    if (view.head.device != stored.device || view.head.number != stored.number)
        return fail(ErrorKind::Corrupt, "envelope: was stored under another kiosk or number than it says");
    auto const plain = TRY(envelope::openPayload(view.payload, m_setting.ingest));
    auto bundle = TRY(base::parseJson(plain, {.bytes = 64U << 20U, .depth = 64}));
    auto content = TRY(readBundle(bundle, view.head.record));
    return Opened{view.head.record, std::move(bundle), std::move(content)};
}

Result<void> Export::add(Stored const& stored, Opened const& opened, sync_server::Device const& device) {
    const LineHead head{opened.record, device.name};
    ++m_manifest.responses;
    if (m_setting.formats.contains(ExportFormat::Ndjson)) {
        auto* bundles = TRY(part(std::string(bundlesName), ""));
        ++bundles->responses;
        TRY(bundles->spool.write(asBytes(opened.bundle.dump() + "\n")));
    }
    if (!m_setting.formats.contains(ExportFormat::Csv)) return {};
    auto const* form = m_setting.forms.find(opened.content.questionnaire);
    if (form != nullptr)
        TRY(addLine(head, opened.content, *form));
    else
        note(stored, opened.record, "no published pack has its questionnaire; answers are in " + std::string(otherName),
             true);
    return addOther(head, opened.content, form);
}

Result<void> Export::addLine(LineHead const& head, ResponseContent const& content, survey::Form const& form) {
    auto* const to = TRY(table(form));
    auto* const file = TRY(part(to->file, to->table.header()));
    ++file->responses;
    return file->spool.write(asBytes(to->table.line(head, content, form)));
}

/// What has no column, one line for each answer; a response to an unknown form without any answer gets one too.
Result<void> Export::addOther(LineHead const& head, ResponseContent const& content, survey::Form const* form) {
    std::vector<std::pair<std::string, std::string>> lines;
    for (auto const& [linkId, answers] : content.answers) {
        auto const* item = form == nullptr ? nullptr : form->find(linkId);
        if (item != nullptr && item->isQuestion()) continue;
        for (auto const& answer : answers) lines.emplace_back(linkId, valueText(answer));
    }
    if (form == nullptr && lines.empty()) lines.emplace_back();
    if (lines.empty()) return {};
    std::vector<Cell> names(headColumns().begin(), headColumns().end());
    names.insert(names.end(), {std::string("linkId"), std::string("value")});
    auto* const file = TRY(part(std::string(otherName), csvLine(names)));
    if (form == nullptr) ++file->responses;
    for (auto const& [linkId, value] : lines) {
        auto cells = headCells(head, content);
        cells.insert(cells.end(), {linkId, value});
        TRY(file->spool.write(asBytes(csvLine(cells))));
    }
    return {};
}

Result<Export::Part*> Export::part(std::string const& file, std::string const& firstLine) {
    auto found = m_parts.find(file);
    if (found != m_parts.end()) return &found->second;
    auto spool = TRY(SealedSpool::create(m_setting.spoolFolder));
    if (!firstLine.empty()) TRY(spool.write(asBytes(std::string(utf8Mark) + firstLine)));
    return &m_parts.emplace(file, Part{std::move(spool)}).first->second;
}

Result<Export::Table*> Export::table(survey::Form const& form) {
    auto found = m_tables.find(form.id());
    if (found == m_tables.end())
        found = m_tables.emplace(form.id(), Table{ResponseTable(m_setting.forms.versionsOf(form.id())), fileOf(form)})
                    .first;
    return &found->second;
}

std::string Export::codebook() const {
    auto text = std::string(utf8Mark) + codebookHeader();
    for (auto const& [id, table] : m_tables) text += codebookLines(table.file, table.table);
    return text;
}

Result<ExportManifest> Export::write(crypto::SigningKey const& receiptKey, crypto::Sink const& sink) {
    bool const csv = m_setting.formats.contains(ExportFormat::Csv);
    auto const codebookText = codebook();
    if (csv) m_manifest.files.push_back(describe(std::string(codebookName), asBytes(codebookText)));
    for (auto& [file, part] : m_parts) {
        TRY(part.spool.close());
        m_manifest.files.push_back({file, part.spool.length(), part.spool.sha256(), part.responses});
    }
    auto const readme = exportReadme(m_manifest);
    m_manifest.files.insert(m_manifest.files.begin(), describe("README.txt", asBytes(readme)));
    auto const manifest = m_manifest.toText();

    packs::TarWriter tar(sink);
    TRY(tar.add(std::string(manifestName), asBytes(manifest)));
    TRY(tar.add(std::string(signatureName), asBytes(TRY(signedText(manifest, receiptKey)))));
    TRY(tar.add("README.txt", asBytes(readme)));
    if (csv) TRY(tar.add(std::string(codebookName), asBytes(codebookText)));
    for (auto const& [file, part] : m_parts) {
        TRY(tar.begin(file, part.spool.length()));
        TRY(part.spool.replay([&](ByteView piece) { return tar.write(piece); }));
    }
    TRY(tar.finish());
    return m_manifest;
}

} // namespace kiosk::tools
