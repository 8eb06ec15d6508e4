// Forms of 100, 800 and 2,000 items with the logic of a long intake form: how long one takes to open and to begin, what
// a tap costs, what a form and a response hold in memory, what a patient waits for on the real screens, and how that
// grows.
//
//     bench_survey [TAPS]      (default 2000)

#include "kiosk/core/survey/Response.h"
#include "tests/benchmarks/Figure.h"
#include "tests/benchmarks/FirstPaint.h"
#include "tests/benchmarks/Stage.h"
#include "tests/support/survey/GeneratedForm.h"

#include <QGuiApplication>
#include <algorithm>
#include <cstdlib>
#include <malloc.h>

namespace {

using namespace kiosk;
using benchmarks::printFigure;
using benchmarks::secondsOf;

struct Cost {
    double open = 0, begin = 0, p50 = 0, p99 = 0, formMemory = 0, responseMemory = 0;
    benchmarks::Paint paint;
};

double megabytesInUse() {
    return static_cast<double>(mallinfo2().uordblks) / (1 << 20);
}

/// The n-th tap: another option of another question, numbers that open and close a follow-up.
std::string tap(survey::Item const& item, std::size_t n) {
    if (item.type == survey::ItemType::Integer) return R"([{"valueInteger":)" + std::to_string(n % 20) + "}]";
    if (item.type != survey::ItemType::Choice) return R"([{"valueString":"words"}])";
    return R"([{"valueCoding":{"system":"http://example.org","code":")" + std::to_string(n % 4) + "\"}}]";
}

Result<Cost> measure(int items, std::size_t taps) {
    Cost cost;
    auto const text = testing::generatedForm(items);
    auto const before = megabytesInUse();
    std::shared_ptr<const survey::Form> form;
    std::optional<Error> failure;
    cost.open = secondsOf([&] {
        auto parsed = survey::Form::parse(asBytes(text));
        if (parsed)
            form = std::make_shared<const survey::Form>(std::move(*parsed));
        else
            failure = parsed.error();
    });
    if (failure) return fail(*failure);
    auto const withForm = megabytesInUse();
    std::optional<survey::Response> response;
    cost.begin = secondsOf([&] { response.emplace(form); });
    cost.formMemory = withForm - before;
    std::vector<survey::Item const*> questions;
    for (auto const* item : form->allItems())
        if (item->isQuestion() && !item->readOnly) questions.push_back(item);
    std::vector<double> all;
    for (std::size_t n = 0; n < taps; ++n) {
        auto const& item = *questions[n * 7919 % questions.size()];
        auto const answers = tap(item, n);
        all.push_back(1000 *
                      secondsOf([&] { static_cast<void>(response->answerText(item.linkId, answers).has_value()); }));
    }
    cost.responseMemory = megabytesInUse() - withForm;
    cost.p50 = benchmarks::percentile(all, .50);
    cost.p99 = benchmarks::percentile(all, .99);
    cost.paint = TRY(benchmarks::measurePaint(text));
    return cost;
}

void report(int items, Cost const& cost, std::size_t taps) {
    auto const of = " of " + std::to_string(items) + " items";
    printFigure("open" + of, 1000 * cost.open, "ms", 1);
    printFigure("begin" + of, 1000 * cost.begin, "ms", 1);
    printFigure("tap p50" + of, cost.p50, "ms", taps);
    printFigure("tap p99" + of, cost.p99, "ms", taps);
    printFigure("form" + of, cost.formMemory, "MB", 1);
    printFigure("response" + of, cost.responseMemory, "MB", 1);
    printFigure("first paint" + of, 1000 * cost.paint.first, "ms", 1);
    printFigure("answer, saved and painted, p50" + of, 1000 * cost.paint.answerP50, "ms", cost.paint.answers);
    printFigure("next question painted p50" + of, 1000 * cost.paint.nextP50, "ms", cost.paint.screens);
    printFigure("next question painted, longest" + of, 1000 * cost.paint.nextMost, "ms", cost.paint.screens);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication application(argc, argv);
    auto const taps = std::max<std::size_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000, 10);
    std::vector<Cost> costs;
    for (int const items : {100, 800, 2000}) {
        auto const cost = measure(items, taps);
        if (!cost) {
            std::cerr << "bench_survey: " << cost.error().text << "\n";
            return 1;
        }
        report(items, *cost, taps);
        costs.push_back(*cost);
    }
    printFigure("open, 2000 over 800 items (2.5 times as many)", costs[2].open / costs[1].open, "ratio", 1);
    printFigure("tap p99, 2000 over 800 items", costs[2].p99 / costs[1].p99, "ratio", taps);
    printFigure("first paint, 2000 over 800 items", costs[2].paint.first / costs[1].paint.first, "ratio", 1);
    printFigure("memory of a form, 2000 over 800 items", costs[2].formMemory / costs[1].formMemory, "ratio", 1);
    return 0;
}
