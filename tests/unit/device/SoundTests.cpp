#include "kiosk/device/Sound.h"

#include <QTemporaryDir>
#include <fstream>
#include <gtest/gtest.h>

namespace kiosk::device {
namespace {

TEST(Sound, isThereWhereADeviceOfTheListPlays) {
    const QTemporaryDir folder;
    const Path list = folder.filePath(QStringLiteral("pcm")).toStdString();
    auto const says = [&](char const* lines) {
        std::ofstream(list) << lines;
        return canPlaySound(list);
    };
    EXPECT_FALSE(canPlaySound(list)) << "no sound in the kernel at all";
    EXPECT_FALSE(says(""));
    EXPECT_FALSE(says("00-00: USB Audio : USB Audio : capture 1\n")) << "a microphone";
    EXPECT_TRUE(says("00-00: USB Audio : USB Audio : capture 1\n"
                     "01-00: ALC256 Analog : ALC256 Analog : playback 1 : capture 1\n"));
    EXPECT_TRUE(says("01-03: HDMI 0 : HDMI 0 : playback 1\n"));
}

} // namespace
} // namespace kiosk::device
