#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/Uuid.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::tools {

/// What an opened envelope says (its format: kiosk/core/survey/Bundle.h).
struct ResponseContent {
    struct ScoreValue {
        std::optional<double> value;
        std::optional<double> standardError;
        std::string band;
        std::string reason; ///< why there is no value
    };
    std::string questionnaire; ///< "url|version"
    std::string status;
    std::string authored;
    std::string language;
    std::string answeredBy = {}; ///< self, assisted, proxy and what they are to the patient; empty: not asked
    std::string visitCode = {};  ///< empty: none
    std::vector<std::pair<std::string, Json>> answers; ///< linkId and its FHIR answers, in reading order
    std::map<std::string, ScoreValue> scores;          ///< by code
};

/// Corrupt: not the Bundle of `record`, or a part of it is not as it must be; the text names the part.
[[nodiscard]] Result<ResponseContent> readBundle(Json const& bundle, Uuid const& record);

} // namespace kiosk::tools
