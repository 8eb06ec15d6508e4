#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::tools {

/// A file read in pieces, front to back.
class InputFile {
public:
    /// Invalid: not a regular file.
    [[nodiscard]] static Result<InputFile> open(Path const& file);
    /// How many bytes came; 0 only at the end.
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> to);
    [[nodiscard]] Result<void> rewind();

    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

private:
    InputFile(Path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}
    Path m_file;
    int m_descriptor;
};

} // namespace kiosk::tools
