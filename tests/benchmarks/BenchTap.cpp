// Tap to durable: what Store::saveAnswer costs, against a bare write + fdatasync of the same number of bytes on the
// same disk in the same run. The two take turns, so that both meet the same noise. Then, on the real screens with forms
// of three sizes: touch to pixel, and the processor time of a tap, beside those of a bare window.
//
//     bench_tap [FOLDER] [ROUNDS]      (defaults: a folder in the current one, removed afterwards; 2000)

#include "kiosk/app/Heap.h"
#include "kiosk/core/store/Store.h"
#include "tests/benchmarks/Figure.h"
#include "tests/benchmarks/TapToPixel.h"
#include "tests/support/survey/GeneratedForm.h"

#include <QGuiApplication>
#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <unistd.h>

namespace {

using namespace kiosk;
using benchmarks::printFigure;
using Steady = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t questions = 20; // of each visit; then it is sealed, as on the kiosk

Json answerTo(std::size_t round) {
    return Json::array({{{"valueCoding", {{"code", std::to_string(round)}, {"display", "Several days"}}}}});
}

/// Appends what one answer is, without a database: the least that makes anything durable.
class BareFile {
public:
    explicit BareFile(Path const& file) : m_file(::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)) {}
    BareFile(BareFile const&) = delete;
    BareFile& operator=(BareFile const&) = delete;
    ~BareFile() { ::close(m_file); }
    [[nodiscard]] Result<void> append(std::string_view text) {
        auto const size = static_cast<ssize_t>(text.size());
        if (::write(m_file, text.data(), text.size()) == size && ::fdatasync(m_file) == 0) return {};
        return fail(base::systemError("bare file", "cannot be written"));
    }

private:
    int m_file;
};

class Figures {
public:
    template <typename What>
    Result<void> time(What const& what) {
        auto const start = Steady::now();
        TRY(what());
        m_all.push_back(Microseconds(Steady::now() - start).count());
        return {};
    }
    [[nodiscard]] double at(double part) {
        std::sort(m_all.begin(), m_all.end());
        return m_all[static_cast<std::size_t>(part * static_cast<double>(m_all.size() - 1))];
    }

private:
    std::vector<double> m_all;
};

void report(Figures& taps, Figures& bare, std::size_t rounds) {
    for (auto const& [name, part] : {std::pair(" p50", 0.50), std::pair(" p99", 0.99)}) {
        printFigure(std::string("tap to durable") + name, taps.at(part), "us", rounds);
        printFigure(std::string("bare write and fdatasync") + name, bare.at(part), "us", rounds);
        printFigure(std::string("tap over bare") + name, taps.at(part) / bare.at(part), "ratio", rounds);
    }
}

Result<void> measure(Path const& folder, std::size_t rounds) {
    base::SystemClock const clock;
    auto store = TRY(store::Store::open(folder / "kiosk.db", SecretBytes::random(32), clock));
    BareFile bare(folder / "bare");
    Figures taps, bareWrites, seals;
    Uuid record;
    for (std::size_t round = 0; round < rounds; ++round) {
        if (round % questions == 0) {
            if (round > 0) {
                store::SealedRecord const sealed{record, round / questions, {}, Bytes(1000)};
                TRY(seals.time([&] { return store.sealDraft(sealed); }));
            }
            record = Uuid::random();
            TRY(store.beginDraft({record, "http://candor.example/fhir/Questionnaire/q|1", "q", "en", clock.now(), {}}));
        }
        auto const answer = answerTo(round).dump();
        auto const linkId = "q" + std::to_string(round % questions);
        TRY(taps.time([&] { return store.saveAnswer(record, linkId, answer); }));
        TRY(bareWrites.time([&] { return bare.append(linkId + answer); }));
    }
    report(taps, bareWrites, rounds);
    printFigure("seal draft p50", seals.at(0.50), "us", (rounds - 1) / questions);
    return {};
}

void report(std::string const& of, benchmarks::Touch const& touch) {
    printFigure("touch to pixel p50" + of, 1000 * touch.pixelP50, "ms", touch.taps);
    printFigure("touch to pixel p95" + of, 1000 * touch.pixelP95, "ms", touch.taps);
    printFigure("processor time of a tap p50" + of, 1000 * touch.processorP50, "ms", touch.taps);
}

Result<void> measureScreens() {
    report(", bare window", TRY(benchmarks::measureBareTouch()));
    for (int const items : {10, 100, 800, 2000})
        report(" of " + std::to_string(items) + " items", TRY(benchmarks::measureTouch(testing::generatedForm(items))));
    return {};
}

} // namespace

int main(int argc, char** argv) {
    kiosk::app::growHeapInLargeSteps(); // as kiosk-app
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication application(argc, argv);
    Path const folder = Path(argc > 1 ? argv[1] : ".") / ("bench-tap-" + Uuid::random().toString());
    auto const rounds = std::max<std::size_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 2000, 2 * questions);
    std::filesystem::create_directories(folder);
    auto measured = measure(folder, rounds);
    std::filesystem::remove_all(folder);
    if (measured) measured = measureScreens();
    if (measured) return 0;
    std::cerr << "bench_tap: " << measured.error().text << "\n";
    return 1;
}
