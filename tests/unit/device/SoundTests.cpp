#include "kiosk/device/Sound.h"

#include <QTemporaryDir>
#include <fstream>
#include <gtest/gtest.h>

namespace kiosk::device {
namespace {

TEST(Sound, isThereWhereADevicePlaysAndMayBeUsed) {
    const QTemporaryDir place;
    const Path folder = place.path().toStdString();
    EXPECT_FALSE(canPlaySound(folder / "none")) << "no sound in the kernel at all";
    EXPECT_FALSE(canPlaySound(folder));
    std::ofstream(folder / "controlC0") << "";
    std::ofstream(folder / "pcmC0D0c") << "";
    EXPECT_FALSE(canPlaySound(folder)) << "a microphone";
    std::filesystem::create_symlink(folder / "gone", folder / "pcmC1D0p");
    EXPECT_FALSE(canPlaySound(folder)) << "it cannot be opened";
    std::ofstream(folder / "pcmC0D3p") << "";
    EXPECT_TRUE(canPlaySound(folder));
}

} // namespace
} // namespace kiosk::device
