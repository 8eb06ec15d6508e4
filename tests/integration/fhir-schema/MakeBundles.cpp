#include "kiosk/core/base/File.h"
#include "kiosk/core/survey/Bundle.h"
#include "kiosk/core/survey/Reading.h"

#include <algorithm>
#include <iostream>

// MakeBundles INSTRUMENTS FOLDER: answers each instrument in several ways and writes the Bundles as they get sealed.

using namespace kiosk;
using survey::Form;
using survey::Item;
using survey::Response;

namespace {

Json freeAnswer(Item const& item) {
    switch (item.type) {
    case survey::ItemType::Boolean: return {{"valueBoolean", true}};
    case survey::ItemType::Integer:
        return item.maxValue ? survey::compactValue(*item.maxValue) : Json{{"valueInteger", 3}};
    case survey::ItemType::Decimal: return {{"valueDecimal", 2.5}};
    case survey::ItemType::Date: return {{"valueDate", "2026-11"}};
    case survey::ItemType::String: return {{"valueString", "Palabras, \"words\" and 1 < 2"}};
    default: return {{"valueString", "Palabras, \"words\"\nand 1 < 2"}};
    }
}

/// The n-th way: option n of each question, or a free answer. Screens that open on the way are answered too.
Result<void> answerAll(Response& response, std::size_t way) {
    for (std::size_t screen = 0; screen < response.questions().size(); ++screen) {
        auto const& item = *response.questions()[screen];
        if (!item.isQuestion()) continue;
        auto const answer =
            item.options.empty() ? freeAnswer(item) : item.options[std::min(way, item.options.size() - 1)].value;
        TRY(response.answer(item.linkId, Json::array({answer})));
    }
    return {};
}

Result<void> write(Response const& response, survey::CompletionStatus status, char const* language, Path const& file) {
    const survey::Completion completion{Uuid::random(), base::SystemClock().now(), status, language};
    return base::writeFileDurably(file, asBytes(toBundle(response, completion).dump()));
}

Result<void> writeAll(Path const& instrument, Path const& folder) {
    auto const text = TRY(base::readFile(instrument));
    auto const form = std::make_shared<const Form>(TRY(Form::parse(text)));
    TRY(write(Response(form), survey::CompletionStatus::Stopped, "en", folder / (form->id() + "-stopped.json")));
    for (std::size_t way = 0; way < 5; ++way) {
        Response response(form);
        TRY(answerAll(response, way));
        TRY(write(response, survey::CompletionStatus::Completed, way % 2 ? "es" : "en",
                  folder / (form->id() + "-" + std::to_string(way) + ".json")));
    }
    return {};
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    for (auto const& entry : std::filesystem::directory_iterator(argv[1])) {
        if (entry.path().extension() != ".json") continue;
        if (auto written = writeAll(entry.path(), argv[2]); !written) {
            std::cerr << entry.path() << ": " << written.error().text << '\n';
            return 1;
        }
    }
    return 0;
}
