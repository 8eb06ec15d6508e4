#include "kiosk/device/UsbStick.h"

#include "kiosk/core/base/Uuid.h"

#include <QCoreApplication>
#include <gtest/gtest.h>

namespace kiosk::device {
namespace {

class Stick : public testing::Test {
protected:
    Stick() { std::filesystem::create_directories(m_folder / "requests"); }
    ~Stick() override { std::filesystem::remove_all(m_folder); }

    Path m_folder = Path(testing::TempDir()) / ("candor-usb-" + Uuid::random().toString());
    Requests m_requests{m_folder / "requests"};
};

TEST_F(Stick, isWhatIsMountedInItsPlace) {
    EXPECT_TRUE(UsbStick::isMountPoint("/proc"));
    EXPECT_FALSE(UsbStick::isMountPoint(m_folder / "requests"));
    EXPECT_FALSE(UsbStick::isMountPoint(m_folder / "nothing"));
}

TEST_F(Stick, isTakenAndMissedWhileSomebodyWatches) {
    bool mounted = false;
    UsbStick stick(m_folder / "stick", m_requests, [&](Path const&) { return mounted; });
    int changes = 0;
    QObject::connect(&stick, &UsbStick::thereChanged, [&] { ++changes; });
    stick.watch(true);
    EXPECT_FALSE(stick.isThere());
    mounted = true;
    stick.watch(true); // looks at once
    EXPECT_TRUE(stick.isThere());
    EXPECT_EQ(changes, 1);
    stick.watch(false);
    mounted = false;
    EXPECT_TRUE(stick.isThere()) << "nobody asked since";
}

TEST_F(Stick, isReleasedByARequestToTheSystem) {
    const UsbStick stick(m_folder / "stick", m_requests);
    ASSERT_TRUE(stick.release());
    EXPECT_TRUE(std::filesystem::exists(m_folder / "requests" / "release-stick"));
    std::filesystem::remove_all(m_folder / "requests");
    auto const refused = stick.release();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotFound);
}

} // namespace
} // namespace kiosk::device
