#include "kiosk/device/Sound.h"

#include <fstream>

namespace kiosk::device {

bool canPlaySound(Path const& list) {
    std::ifstream file(list);
    for (std::string line; std::getline(file, line);)
        if (line.find(": playback ") != std::string::npos) return true;
    return false;
}

} // namespace kiosk::device
