#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/crypto/Age.h"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace kiosk::packs {

/// The tar files of packs and exports: POSIX ustar (IEEE Std 1003.1, pax, "ustar Interchange Format"), regular files
/// only, and of the many spellings that format allows exactly one: mode 0644, owner 0, time 0, no prefix, two zero
/// blocks at the end. So the same content is always the same bytes, `tar` opens what we write, and a reader can
/// refuse every byte that is not as it must be.
inline constexpr std::size_t tarBlock = 512;

/// A name that may stand in a tar or a pack: relative, at most 100 bytes of A-Z a-z 0-9 . _ - and /, no part of it
/// empty or beginning with a dot. Such a name cannot leave the folder it is put in.
[[nodiscard]] bool isSafeName(std::string_view name);

/// Writes a tar as it comes, in constant memory. Any error of the sink ends the tar: nothing more may be written.
class TarWriter {
public:
    explicit TarWriter(crypto::Sink sink) : m_sink(std::move(sink)) {}

    /// Starts a file of exactly `length` bytes. Invalid: name not safe, there already, or the last file is not full.
    [[nodiscard]] Result<void> begin(std::string const& name, std::uint64_t length);
    /// Invalid: more than was announced.
    [[nodiscard]] Result<void> write(ByteView content);
    [[nodiscard]] Result<void> add(std::string const& name, ByteView content);
    /// Invalid: the last file is not full.
    [[nodiscard]] Result<void> finish();

private:
    Result<void> pad();

    crypto::Sink m_sink;
    std::set<std::string> m_names;
    std::uint64_t m_left = 0;
    std::size_t m_padding = 0;
};

struct TarLimits {
    std::size_t entries = 1024;
    std::uint64_t entryBytes = 64U << 20U;
    std::uint64_t totalBytes = 64U << 20U;
};

/// Reads a tar as it comes, in constant memory, and hands each file on: `begin`, any number of `data`, `end`. Every
/// error names the byte of the tar and, once known, the file: Corrupt (not as TarWriter writes it, cut short),
/// Invalid (a link, a folder or device, an unsafe name, a name twice, over a limit), or what a callback returned.
class TarReader {
public:
    struct Callbacks {
        std::function<Result<void>(std::string const& name, std::uint64_t length)> begin;
        std::function<Result<void>(ByteView)> data;
        std::function<Result<void>()> end;
    };
    TarReader(TarLimits const& limits, Callbacks callbacks) : m_limits(limits), m_callbacks(std::move(callbacks)) {}

    [[nodiscard]] Result<void> write(ByteView input);
    /// Call at the end of the input. Corrupt: the tar was cut.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class Part { Header, Content, Padding, LastBlock, Done };

    Result<ByteView> step(ByteView input);
    Result<ByteView> takeHeader(ByteView input);
    Result<ByteView> takeContent(ByteView input);
    Result<ByteView> takePadding(ByteView input);
    void startEnd();
    Result<void> openEntry();
    Result<void> closeEntry();
    Error errorHere(ErrorKind kind, std::string_view what) const;

    TarLimits m_limits;
    Callbacks m_callbacks;
    Part m_part = Part::Header;
    std::array<std::uint8_t, tarBlock> m_block{};
    std::size_t m_filled = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_left = 0;
    std::size_t m_padding = 0;
    std::uint64_t m_total = 0;
    std::string m_name;
    std::set<std::string> m_names;
};

struct TarEntry {
    std::string name;
    ByteView content; ///< of the bytes given to readTar
};
/// A whole tar that is in memory already.
[[nodiscard]] Result<std::vector<TarEntry>> readTar(ByteView tar, TarLimits const& limits = {});

} // namespace kiosk::packs
