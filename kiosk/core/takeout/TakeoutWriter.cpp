#include "kiosk/core/takeout/TakeoutWriter.h"

#include "kiosk/core/base/File.h"
#include "kiosk/core/envelope/Envelope.h"

#include <algorithm>
#include <cerrno>

namespace kiosk::takeout {

namespace {

constexpr std::string_view readme =
    "Sealed records of a Candor kiosk, for the practice that runs it.\n"
    "Nobody can read them without the practice's keys. The practice takes them in with\n"
    "    practice-admin receive FOLDER --practice DIR\n"
    "Records that have reached the server already are taken once only.\n"
    "If you found this: please give it back to the practice. It holds nothing that you could read.\n";

/// "candor-1b4e28ba-20261122T100000Z": what FAT takes as a name too.
std::string folderName(Uuid const& device, Instant now) {
    auto time = base::toIsoText(now);
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    return "candor-" + device.toString().substr(0, 8) + "-" + time;
}

/// One takeout in the making; what is not finished goes with it.
class Writer {
public:
    Writer(Path const& medium, std::string const& name, std::size_t records, Progress const& progress) :
        m_medium(medium), m_final(medium / name), m_part(medium / (name + ".part")), m_steps(2 * records),
        m_progress(progress) {}
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;
    ~Writer() {
        std::error_code gone; // with the medium itself, perhaps
        std::filesystem::remove_all(m_part, gone);
    }

    Result<void> begin() {
        std::error_code error;
        if (std::filesystem::exists(m_final, error))
            return fail(ErrorKind::Locked, m_final.string() + ": is there already; try again in a second");
        std::filesystem::remove_all(m_part, error);
        // Never the medium's own folder: where it is gone, nothing may be written in its place.
        if (std::filesystem::create_directory(m_part, error)) return {};
        errno = error.value();
        return fail(base::systemError(m_part, "cannot be made"));
    }

    Result<void> copy(outbox::SpoolEntry const& entry) {
        auto const bytes = base::readFile(entry.file, envelope::maximumSize);
        if (!bytes && bytes.error().kind == ErrorKind::NotFound) return step(2);
        if (!bytes) return fail(bytes.error());
        auto const name = entry.file.filename().string();
        TRY(base::writeNewFile(m_part / name, *bytes));
        m_files.push_back({name, bytes->size(), crypto::sha256(*bytes)});
        return step(1);
    }

    Result<void> check(Manifest::File const& file) {
        auto const copy = m_part / file.name;
        TRY(base::dropFromCache(copy));
        auto const bytes = TRY(base::readFile(copy, envelope::maximumSize));
        if (crypto::sha256(bytes) != file.sha256)
            return fail(ErrorKind::Corrupt, copy.string() + ": reads otherwise than it was written");
        return step(1);
    }

    Result<void> finish(std::string_view manifest) {
        TRY(base::writeNewFile(m_part / "README.txt", asBytes(readme)));
        TRY(base::writeNewFile(m_part / manifestName, asBytes(manifest)));
        TRY(base::syncFolder(m_part));
        return base::renameDurably(m_part, m_final);
    }

    [[nodiscard]] std::vector<Manifest::File> const& files() const { return m_files; }
    [[nodiscard]] Path const& folder() const { return m_final; }

private:
    Result<void> step(std::size_t by) {
        m_done += by;
        if (m_progress(m_done, m_steps)) return {};
        return fail(ErrorKind::Locked, "stopped");
    }

    Path m_medium, m_final, m_part;
    std::vector<Manifest::File> m_files;
    std::size_t m_done = 0, m_steps;
    Progress const& m_progress;
};

} // namespace

Result<Takeout> writeTakeout(Path const& medium, std::span<const outbox::SpoolEntry> entries, Carrier const& carrier,
                             Instant now, Progress const& progress) {
    Writer writer(medium, folderName(carrier.device, now), entries.size(), progress);
    TRY(writer.begin());
    for (auto const& entry : entries) TRY(writer.copy(entry));
    Takeout takeout{writer.folder(), writer.files().size(), 0};
    for (auto const& file : writer.files()) {
        TRY(writer.check(file));
        takeout.bytes += file.size;
    }
    const Manifest manifest{carrier.device, now, writer.files()};
    TRY(writer.finish(TRY(manifest.signedText(carrier.key))));
    return takeout;
}

} // namespace kiosk::takeout
