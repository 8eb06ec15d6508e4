#include "kiosk/core/staff/Pin.h"

#include <gtest/gtest.h>

namespace kiosk::staff {
namespace {

struct Row {
    char const* pin;
    PinFault fault;
};
std::ostream& operator<<(std::ostream& out, Row const& row) {
    return out << row.pin;
}

class Pins : public testing::TestWithParam<Row> {};
TEST_P(Pins, areJudged) {
    EXPECT_EQ(checkPin(GetParam().pin), GetParam().fault);
}
constexpr auto none = PinFault::None, simple = PinFault::TooSimple;
INSTANTIATE_TEST_SUITE_P(Pin, Pins,
                         testing::Values(Row{"482916", none}, Row{"905274", none}, Row{"48291637", none},
                                         Row{"123469", none}, Row{"482916374015", none}, Row{"700142", none},
                                         Row{"48291", PinFault::TooShort}, Row{"", PinFault::TooShort},
                                         Row{"4829163740159", PinFault::TooLong}, Row{"48291a", PinFault::NotDigits},
                                         Row{"-482916", PinFault::NotDigits}, Row{"٤٨٢٩١٦", PinFault::NotDigits},
                                         Row{"000000", simple}, Row{"484848", simple}, Row{"488448", simple},
                                         Row{"739739", simple}, Row{"48294829", simple}, Row{"123456", simple},
                                         Row{"012345", simple}, Row{"890123", simple}, Row{"654321", simple},
                                         Row{"321098", simple}, Row{"123321", simple}, Row{"123789", simple},
                                         Row{"789456", simple}, Row{"456123", simple}, Row{"112233", simple},
                                         Row{"998877", simple}, Row{"12345678", simple}, Row{"170384", simple},
                                         Row{"031784", simple}, Row{"840317", simple}, Row{"17031984", simple},
                                         Row{"19840317", simple}, Row{"147258", simple}, Row{"159753", simple}));

} // namespace
} // namespace kiosk::staff
