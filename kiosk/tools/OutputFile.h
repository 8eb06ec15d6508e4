#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::tools {

/// A file that is written as it comes and appears under its name only when complete: until then it has a hidden name
/// beside it, and goes away with this object. Mode 0600. Never replaces a file.
class OutputFile {
public:
    /// Invalid: there is something of that name already.
    [[nodiscard]] static Result<OutputFile> create(Path const& file);
    [[nodiscard]] Result<void> write(ByteView content);
    /// Durable and in place on return. Invalid: something of that name has come in the meantime; it stays.
    [[nodiscard]] Result<void> commit();

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

private:
    OutputFile(Path file, Path hidden, int descriptor) :
        m_file(std::move(file)), m_hidden(std::move(hidden)), m_descriptor(descriptor) {}
    Path m_file;
    Path m_hidden;
    int m_descriptor;
};

/// The same for a folder: filled under a hidden name, renamed when complete, gone with all in it when not. Mode 0700.
class OutputFolder {
public:
    [[nodiscard]] static Result<OutputFolder> create(Path const& folder);
    [[nodiscard]] Path const& path() const { return m_hidden; }
    [[nodiscard]] Result<void> commit();

    OutputFolder(OutputFolder&& other) noexcept;
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();

private:
    OutputFolder(Path folder, Path hidden) : m_folder(std::move(folder)), m_hidden(std::move(hidden)) {}
    Path m_folder;
    Path m_hidden;
};

} // namespace kiosk::tools
