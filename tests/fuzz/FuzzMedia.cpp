#include "kiosk/core/media/Captions.h"
#include "kiosk/core/media/Film.h"
#include "kiosk/core/media/Sound.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>

using namespace kiosk;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    const ByteView input(data, size);
    if (auto const film = media::readFilm(input)) {
        REQUIRE_HOLDS(film->wide > 0 && film->high > 0);
        REQUIRE_HOLDS(std::uint64_t(film->wide) * film->high <= media::mostFilmPixels);
        REQUIRE_HOLDS(film->length.count() >= 0 && film->length <= media::longestFilm);
    }
    if (auto const length = media::readSound(input))
        REQUIRE_HOLDS(length->count() >= 0 && *length <= media::longestSound);
    if (auto const captions = media::readCaptions(input)) {
        REQUIRE_HOLDS(!captions->empty() && captions->size() <= media::mostCaptions);
        for (auto const& caption : *captions) REQUIRE_HOLDS(caption.from < caption.until && !caption.text.empty());
        REQUIRE_HOLDS(std::ranges::is_sorted(*captions, {}, &media::Caption::from));
    }
    return 0;
}
