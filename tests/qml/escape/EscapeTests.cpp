#include "tests/qml/escape/Hands.h"
#include "tests/qml/escape/Rules.h"
#include "tests/qml/screens/Bench.h"

#include <QElapsedTimer>
#include <QGenericPlugin>
#include <QGenericPluginFactory>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::escape {
namespace {

/// By the environment, so that a longer run, or one that went wrong, can be had again.
unsigned long numberOf(char const* variable, unsigned long otherwise) {
    char const* given = std::getenv(variable);
    return given ? std::strtoul(given, nullptr, 10) : otherwise;
}

/// What the kiosk's unit tells Qt's reader of keyboards.
QString keyboardParameters() {
    std::ifstream unit(CANDOR_SOURCE_DIR "/firmware-config/session/kiosk-app.service");
    const std::string wanted = "Environment=QT_QPA_EVDEV_KEYBOARD_PARAMETERS=";
    for (std::string line; std::getline(unit, line);)
        if (line.starts_with(wanted)) return QString::fromStdString(line.substr(wanted.size()));
    return {};
}

/// A keyboard as the kernel shows it, plugged in now and read by Qt itself: a pipe that carries the kernel's records.
/// (Making a device takes uinput, which not every machine has: how Qt finds a new one is not tried here.)
class KernelKeyboard {
public:
    explicit KernelKeyboard(Path const& file) {
        if (::mkfifo(file.c_str(), 0600) == 0) m_pipe = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
        // Qt takes only what is below /dev for a device.
        auto const specification =
            QStringLiteral("/dev/..") + QString::fromStdString(file.string()) + QLatin1Char(':') + keyboardParameters();
        m_reader.reset(QGenericPluginFactory::create(QStringLiteral("evdevkeyboard"), specification));
    }
    ~KernelKeyboard() { ::close(m_pipe); }
    KernelKeyboard(KernelKeyboard const&) = delete;
    [[nodiscard]] bool isRead() const { return m_pipe >= 0 && m_reader; }

    void strike(std::vector<unsigned short> const& chord) const {
        for (auto const key : chord) tell(EV_KEY, key, 1);
        for (auto key = chord.rbegin(); key != chord.rend(); ++key) tell(EV_KEY, *key, 0);
        QCoreApplication::processEvents();
    }

private:
    void tell(unsigned short type, unsigned short code, int value) const {
        for (auto const& event : {input_event{{}, type, code, value}, input_event{{}, EV_SYN, SYN_REPORT, 0}})
            ASSERT_EQ(::write(m_pipe, &event, sizeof event), ssize_t(sizeof event));
    }
    int m_pipe = -1;
    std::unique_ptr<QObject> m_reader;
};

/// What systems, windows and browsers are known to answer to, alone or in chords.
constexpr std::array<unsigned short, 40> systemKeys{
    KEY_ESC, KEY_TAB, KEY_ENTER, KEY_SPACE,   KEY_BACKSPACE, KEY_DELETE, KEY_SYSRQ, KEY_PAUSE, KEY_F1,   KEY_F2,
    KEY_F3,  KEY_F4,  KEY_F5,    KEY_F6,      KEY_F7,        KEY_F10,    KEY_F11,   KEY_F12,   KEY_C,    KEY_V,
    KEY_X,   KEY_A,   KEY_D,     KEY_F,       KEY_L,         KEY_N,      KEY_O,     KEY_P,     KEY_Q,    KEY_R,
    KEY_S,   KEY_T,   KEY_W,     KEY_COMPOSE, KEY_POWER,     KEY_SLEEP,  KEY_WWW,   KEY_MAIL,  KEY_CALC, KEY_HOMEPAGE};

/// Counts the keys that come to the application.
struct KeyCount : QObject {
    int pressed = 0;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::KeyPress) ++pressed;
        return QObject::eventFilter(watched, event);
    }
};

struct Escape : ::testing::Test {
    QQmlEngine noEngine;
    tests::screens::Bench bench{noEngine};
    access::Silence silence;
    std::unique_ptr<app::Screen> screen;

    Escape() {
        bench.open(QStringLiteral("staffed"));
        screen = std::make_unique<app::Screen>(*bench.kiosk(), silence);
        auto& window = *screen->window();
        window.setProperty("staff", QVariant::fromValue(bench.staff()));
        window.resize(1280, 800);
        window.show();
        set("Theme.motion = false");
        set("Theme.tapPause = 0");
    }
    /// Theme is reached through a screen that uses it.
    void set(char const* wish) {
        auto* flow = screen->window()->contentItem()->childItems().constFirst();
        QQmlExpression theme(qmlContext(flow), flow, QString::fromLatin1(wish));
        theme.evaluate();
        ASSERT_FALSE(theme.hasError()) << theme.error().toString().toStdString();
    }
    /// Whoever comes next can use it.
    void checkThatItServes(Hands& hands) {
        bench.pass(600);
        bench.kiosk()->leave();
        ASSERT_TRUE(tests::support::eventually([&] {
            hands.tapOn(QStringLiteral("Start"));
            return bench.kiosk()->isVisited();
        }));
    }
};

TEST_F(Escape, byAnyGestureIsImpossible) {
    auto const seed = std::uint32_t(numberOf("CANDOR_SEED", 20261126));
    auto const gestures = numberOf("CANDOR_GESTURES", 20'000);
    std::cout << "CANDOR_SEED=" << seed << " CANDOR_GESTURES=" << gestures << std::endl;
    Hands hands(*screen->window(), seed);
    const Rules rules(*screen, *bench.staff());
    std::map<QString, int> seen;
    QElapsedTimer passed;
    passed.start();
    for (unsigned long i = 1; i <= gestures; ++i) {
        hands.tryAnything();
        auto const broken = i % 100 == 0 ? rules.brokenClosely() : rules.broken();
        ASSERT_EQ(broken, "") << "after gesture " << i << " at " << rules.place().toStdString();
        ++seen[rules.place().section(QLatin1Char(' '), 0, 0)];
        if (i % 400 == 0) bench.pass(200); // nobody is there any more
    }
    checkThatItServes(hands);
    for (auto const& [gesture, times] : hands.done()) std::cout << gesture.toStdString() << ": " << times << '\n';
    for (auto const& [place, times] : seen) std::cout << "at " << place.toStdString() << ": " << times << '\n';
    std::cout << gestures << " gestures in " << double(passed.elapsed()) / 1000 << " s, 0 escapes" << std::endl;
}

TEST_F(Escape, byKnownGesturesAndChordsIsImpossibleFromAnyScreen) {
    Hands hands(*screen->window(), 1);
    const Rules rules(*screen, *bench.staff());
    std::map<QString, int> tried;
    // By chance to screens that were not tried yet.
    for (int steps = 0; steps < 2000 && tried.size() < 11; ++steps) {
        if (++tried[rules.place().section(QLatin1Char(' '), 0, 0)] == 1) {
            hands.tryWhatIsKnown();
            ASSERT_EQ(rules.brokenClosely(), "") << rules.place().toStdString();
            hands.tryKnownChords();
            ASSERT_EQ(rules.brokenClosely(), "") << rules.place().toStdString();
        }
        hands.tryAnything();
        if (steps % 400 == 0) bench.pass(200);
    }
    checkThatItServes(hands);
    for (auto const& [gesture, times] : hands.done()) std::cout << gesture.toStdString() << ": " << times << '\n';
    EXPECT_GE(tried.size(), 6U);
}

TEST_F(Escape, byAKeyboardThatIsPluggedInIsImpossible) {
    const tests::support::TempFolder folder;
    const KernelKeyboard keyboard(folder.path() / "event7");
    ASSERT_TRUE(keyboard.isRead());
    screen->window()->requestActivate();
    ASSERT_TRUE(tests::support::eventually([&] { return screen->window()->isActive(); }));
    Hands hands(*screen->window(), 1);
    const Rules rules(*screen, *bench.staff());
    KeyCount count;
    qApp->installEventFilter(&count);
    using Keys = std::vector<unsigned short>;
    for (auto const& held : {Keys{}, Keys{KEY_LEFTCTRL}, Keys{KEY_LEFTALT}, Keys{KEY_LEFTMETA},
                             Keys{KEY_LEFTCTRL, KEY_LEFTALT}, Keys{KEY_LEFTCTRL, KEY_LEFTSHIFT}}) {
        for (unsigned short const key : systemKeys) {
            auto chord = held;
            chord.push_back(key);
            keyboard.strike(chord);
            ASSERT_EQ(rules.broken(), "") << "key " << key << " with " << held.size() << " others";
        }
        ASSERT_EQ(rules.brokenClosely(), "");
    }
    EXPECT_GT(count.pressed, int(6 * systemKeys.size())) << "they did come";
    checkThatItServes(hands);

    bool endsByItself = true; // the chord that Qt answers to where it is not told otherwise
    QTimer::singleShot(0, [&] { keyboard.strike({KEY_LEFTCTRL, KEY_LEFTALT, KEY_BACKSPACE}); });
    QTimer::singleShot(500, [&] {
        endsByItself = false;
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    EXPECT_FALSE(endsByItself);
}

TEST_F(Escape, byChordsAtTheStaffsCodeIsImpossible) {
    using Place = viewmodels::StaffArea::Place;
    Hands hands(*screen->window(), 1);
    const Rules rules(*screen, *bench.staff());
    bench.staff()->open();
    bench.staff()->chooseName(0);
    ASSERT_TRUE(tests::support::eventually([&] { return bench.staff()->place() == Place::Code; }));
    hands.tryKnownChords();
    hands.tryWhatIsKnown();
    EXPECT_EQ(rules.brokenClosely(), "");
    checkThatItServes(hands);
}

} // namespace
} // namespace kiosk::escape
