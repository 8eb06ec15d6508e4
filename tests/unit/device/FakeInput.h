#pragma once

#include <QTemporaryDir>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::device {

/// An input device that the test speaks for: a pipe that carries the kernel's own records, and the answer to the
/// question for the switch. (This machine has no uinput.)
class FakeInput {
public:
    FakeInput(QTemporaryDir const& folder, char const* name) {
        auto const file = folder.filePath(QString::fromLatin1(name)).toStdString();
        if (::mkfifo(file.c_str(), 0600) == 0) m_pipe = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    }
    ~FakeInput() { ::close(m_pipe); }
    FakeInput(FakeInput const&) = delete;

    void tells(unsigned short type, unsigned short code, int value) const {
        input_event event{};
        event.type = type;
        event.code = code;
        event.value = value;
        ASSERT_EQ(::write(m_pipe, &event, sizeof event), ssize_t(sizeof event));
    }
    void turns(unsigned short type, unsigned short code, bool on) const {
        tells(type, code, on);
        tells(EV_SYN, SYN_REPORT, 0);
    }

private:
    int m_pipe = -1;
};

} // namespace kiosk::device
