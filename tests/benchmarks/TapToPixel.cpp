#include "tests/benchmarks/TapToPixel.h"

#include "kiosk/core/base/File.h"
#include "tests/benchmarks/Stage.h"

#include <QEventLoop>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest/qtesttouch.h>
#include <ctime>

namespace benchmarks {

namespace {

using namespace kiosk;
using Steady = std::chrono::steady_clock;
using viewmodels::Question;
using viewmodels::SurveySession;

constexpr std::size_t tapsOfEach = 40;
constexpr std::chrono::milliseconds calm{120}; // no frame for so long: nothing moves any more
constexpr std::chrono::milliseconds restingFinger{60};

double processorSeconds() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

/// A finger on a window, and an eye that sees when it changes.
class Finger {
public:
    explicit Finger(QQuickWindow& window) : m_window(window), m_touch(QTest::createTouchDevice()) {
        m_calm.setSingleShot(true);
        QObject::connect(&window, &QQuickWindow::frameSwapped, &m_calm, [this] {
            m_lastFrame = Steady::now();
            m_isNew = true;
            if (m_calm.isActive()) m_calm.start(calm);
        });
    }

    /// Seconds until a pixel is another. What looking at the pixels takes does not count.
    [[nodiscard]] Result<double> pixel(QPoint at) {
        settle();
        auto const before = m_window.grabWindow();
        m_isNew = false;
        auto looking = Steady::duration::zero();
        auto const start = Steady::now();
        QTest::touchEvent(&m_window, m_touch).press(0, at, &m_window);
        bool const seen = waitFor([&] {
            if (!std::exchange(m_isNew, false)) return false;
            auto const frame = m_lastFrame;
            bool const isOther = m_window.grabWindow() != before;
            if (!isOther) looking += Steady::now() - frame;
            return isOther;
        });
        auto const taken = m_lastFrame - start - looking;
        QTest::touchEvent(&m_window, m_touch).release(0, at, &m_window);
        if (!seen) return fail(ErrorKind::Internal, "nothing changes when it is touched");
        return std::chrono::duration<double>(taken).count();
    }

    /// Seconds of processor time until `isDone` and nothing moves.
    [[nodiscard]] Result<double> processor(QPoint at, std::function<bool()> const& isDone) {
        settle();
        auto const before = processorSeconds();
        QTest::touchEvent(&m_window, m_touch).press(0, at, &m_window);
        QEventLoop rest;
        QTimer::singleShot(restingFinger, &rest, &QEventLoop::quit);
        rest.exec();
        QTest::touchEvent(&m_window, m_touch).release(0, at, &m_window);
        do settle();
        while (!isDone());
        return processorSeconds() - before;
    }

private:
    /// Sleeps until no frame has come for a while.
    void settle() {
        QEventLoop loop;
        QObject::connect(&m_calm, &QTimer::timeout, &loop, &QEventLoop::quit);
        m_calm.start(calm);
        loop.exec();
    }

    QQuickWindow& m_window;
    QPointingDevice* m_touch;
    Steady::time_point m_lastFrame;
    bool m_isNew = false;
    QTimer m_calm;
};

QQuickItem* find(QQuickItem* root, std::function<bool(QQuickItem*)> const& isIt) {
    if (!root->isVisible()) return nullptr;
    if (isIt(root)) return root;
    for (auto* child : root->childItems())
        if (auto* found = find(child, isIt)) return found;
    return nullptr;
}

/// The middle of an option that is not chosen.
std::optional<QPoint> optionIn(QQuickWindow& window) {
    auto const* option = find(window.contentItem(), [](QQuickItem* item) {
        return item->inherits("QQuickAbstractButton") && item->property("selected").isValid() &&
               !item->property("selected").toBool();
    });
    if (!option) return std::nullopt;
    return option->mapToScene(QPointF(option->width() / 2, option->height() / 2)).toPoint();
}

Touch summary(std::vector<double>& pixels, std::vector<double>& processor) {
    return {percentile(pixels, 0.50), percentile(pixels, 0.95), percentile(processor, 0.50), pixels.size()};
}

} // namespace

Result<Touch> measureTouch(std::string const& form) {
    QTemporaryDir const folder;
    auto const file = folder.filePath(QStringLiteral("form.json"));
    TRY(base::writeFileDurably(file.toStdString(), asBytes(form)));
    Stage stage(file);
    TRY(stage.until([&] { return stage.session() && stage.session()->question(); },
                    [&] { stage.kiosk().startSurvey(QStringLiteral("public")); }));
    auto& session = *stage.session();
    while (session.question()->kind() != Question::Kind::OneOf) {
        auto const page = session.pageId();
        session.skip();
        TRY(stage.until([&] { return session.pageId() != page; }, [] {}));
    }
    Finger finger(stage.window());
    std::vector<double> pixels, processor;
    for (std::size_t n = 0; n < tapsOfEach; ++n) {
        auto at = optionIn(stage.window());
        if (!at) return fail(ErrorKind::Internal, "there is no option to tap on");
        pixels.push_back(TRY(finger.pixel(*at)));
        if (!waitFor([&] { return !session.isBusy(); })) return fail(ErrorKind::Internal, "an answer is not kept");
        at = optionIn(stage.window());
        if (!at) return fail(ErrorKind::Internal, "there is no option to tap on");
        processor.push_back(TRY(finger.processor(*at, [&] { return !session.isBusy(); })));
    }
    return summary(pixels, processor);
}

Result<Touch> measureBareTouch() {
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { width: 1280; height: 800; visible: true\n"
                    "Rectangle { width: 600; height: 80; color: touch.pressed ? \"gray\" : \"white\"\n"
                    "MouseArea { id: touch; anchors.fill: parent } } }");
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window) return fail(ErrorKind::Internal, "there is no bare window");
    Finger finger(*window);
    std::vector<double> pixels, processor;
    for (std::size_t n = 0; n < tapsOfEach; ++n) {
        pixels.push_back(TRY(finger.pixel({100, 40})));
        processor.push_back(TRY(finger.processor({100, 40}, [] { return true; })));
    }
    return summary(pixels, processor);
}

} // namespace benchmarks
