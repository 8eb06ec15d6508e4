#include "kiosk/access/Voice.h"
#include "tests/integration/voice/Ear.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <optional>

namespace tests::voice {
namespace {

using kiosk::access::Voice;

constexpr int patience = 60'000; // ms

/// Lets events happen for a moment, without keeping the machine busy: the voice needs it.
void moment() {
    QEventLoop loop;
    QTimer::singleShot(10, &loop, &QEventLoop::quit);
    loop.exec();
}

bool comes(std::function<bool()> const& wanted, int within = patience) {
    QElapsedTimer passed;
    passed.start();
    while (!wanted() && passed.elapsed() < within) moment();
    return wanted();
}

/// What this program has mapped.
bool isLoaded(std::string const& library) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find(library) != std::string::npos) return true;
    return false;
}

/// The dispatcher writes its number into the folder of the session.
std::optional<int> dispatcher(std::filesystem::path const& session) {
    std::ifstream file(session / "speech-dispatcher/pid/speech-dispatcher.pid");
    int number = 0;
    bool const runs = bool(file >> number) && std::filesystem::exists("/proc/" + std::to_string(number));
    return runs ? std::optional(number) : std::nullopt;
}

/// One place for the sound of all tests: GLib remembers a session's folder for as long as a program runs.
struct Place {
    Place() {
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", CANDOR_SOURCE_DIR "/firmware-config/session");
        qputenv("ALSA_CONFIG_PATH", QByteArray::fromStdString(ear.alsaConfiguration().string()));
        leaveVariantsOut();
    }
    [[nodiscard]] std::filesystem::path path() const { return folder.path().toStdString(); }
    /// espeak-ng's voices without their hundred variants ("whisper", "robot"): the dispatcher reads their names letter
    /// by letter, half a million system calls, for which this kind of machine can take ten seconds.
    void leaveVariantsOut() const {
        namespace fs = std::filesystem;
        auto const own = path() / "voices/espeak-ng-data";
        fs::create_directories(own / "voices");
        for (auto const& machine : fs::directory_iterator("/usr/lib"))
            if (std::error_code none; fs::is_directory(machine.path() / "espeak-ng-data", none))
                for (auto const& part : fs::directory_iterator(machine.path() / "espeak-ng-data"))
                    if (part.path().filename() != "voices")
                        fs::create_symlink(part.path(), own / part.path().filename());
        qputenv("ESPEAK_DATA_PATH", QByteArray::fromStdString(own.parent_path().string()));
    }

    QTemporaryDir folder;
    Ear ear{path()};
};

class Spoken : public ::testing::Test {
protected:
    static Place& place() {
        static Place the;
        return the;
    }
    Spoken() { ear.forget(); }
    ~Spoken() override {
        EXPECT_TRUE(comes([] { return !dispatcher(place().path()); })) << "it outlives the voice";
    }
    /// Says it, and what was heard of it once all was said.
    std::vector<std::int16_t> hear(Voice& voice, char const* text, char const* language) {
        ear.forget();
        bool silent = false;
        auto const told = QObject::connect(&voice, &Voice::fellSilent, [&] { silent = true; });
        voice.say(QString::fromUtf8(text), QString::fromLatin1(language));
        EXPECT_TRUE(comes([&] { return silent; })) << text;
        QObject::disconnect(told);
        settle();
        return ear.heard();
    }
    /// Until nothing more comes out of the pipe.
    void settle() {
        auto last = ear.count();
        QElapsedTimer still;
        still.start();
        while (still.elapsed() < 300) {
            moment();
            if (std::exchange(last, ear.count()) != ear.count()) still.restart();
        }
    }
    Ear& ear = place().ear;
};

bool always() {
    return true;
}

char const* const sentence = "How was your visit today? Your answers are locked away and go to the practice only.";

TEST_F(Spoken, nothingIsLoadedBeforeTheFirstWordsAndNothingRunsAfterTheLast) {
    EXPECT_FALSE(isLoaded("texttospeech_speechd"));
    {
        Voice voice(always);
        EXPECT_TRUE(voice.isThere());
        voice.setPace(0);
        EXPECT_FALSE(isLoaded("texttospeech_speechd"));
        EXPECT_FALSE(dispatcher(place().path()));
        hear(voice, sentence, "en");
        EXPECT_TRUE(isLoaded("texttospeech_speechd"));
        EXPECT_TRUE(dispatcher(place().path()));
        EXPECT_GT(ear.loud(), 10'000u) << "it is speech and not silence";
        voice.rest();
        EXPECT_TRUE(comes([&] { return !dispatcher(place().path()); }));
        hear(voice, sentence, "en"); // the next person
        EXPECT_GT(ear.loud(), 10'000u);
    }
}

/// Headphones that are pulled and plugged in again: nobody waits for the engine before, and its end is no loss.
TEST_F(Spoken, wordsRightAfterARestAreSaidAndNobodyWaitsForThem) {
    Voice voice(always);
    bool lost = false;
    QObject::connect(&voice, &Voice::lost, [&] { lost = true; });
    hear(voice, "One", "en");
    ear.forget();
    QElapsedTimer passed;
    passed.start();
    for (int time = 0; time < 3; ++time) {
        voice.say(QString::fromUtf8(sentence), QStringLiteral("en"));
        voice.rest();
    }
    EXPECT_LT(passed.elapsed(), 100) << "milliseconds of the screens' own thread";
    hear(voice, sentence, "en");
    EXPECT_GT(ear.loud(), 10'000u);
    EXPECT_FALSE(lost);
    EXPECT_TRUE(voice.isThere());
}

TEST_F(Spoken, eachLanguageHasItsOwnVoice) {
    Voice voice(always);
    hear(voice, "One", "en"); // the engine is awake
    auto const english = hear(voice, "Muchas gracias", "en");
    auto const again = hear(voice, "Muchas gracias", "en");
    auto const spanish = hear(voice, "Muchas gracias", "es");
    EXPECT_GT(english.size(), 10'000u);
    auto const apart = [](auto const& one, auto const& other) {
        return std::abs(double(one.size()) - double(other.size()));
    };
    EXPECT_LT(10 * apart(english, again), apart(english, spanish)) << "so the difference is the language's";
    EXPECT_TRUE(hear(voice, "Sawubona", "zu").empty()) << "rather nothing than Zulu read as Spanish";
    EXPECT_FALSE(hear(voice, "Muchas gracias", "es").empty());
}

TEST_F(Spoken, thePaceIsFollowed) {
    Voice voice(always);
    auto const normal = hear(voice, sentence, "en").size();
    voice.setPace(0.6);
    auto const fast = hear(voice, sentence, "en").size();
    voice.setPace(-0.6);
    auto const slow = hear(voice, sentence, "en").size();
    std::cout << "seconds of speech, slow, normal, fast: " << double(slow) / 22050 << ", " << double(normal) / 22050
              << ", " << double(fast) / 22050 << "\n";
    EXPECT_GT(double(slow), 1.25 * double(normal));
    EXPECT_GT(double(normal), 1.4 * double(fast));
}

TEST_F(Spoken, theVolumeIsFollowed) {
    Voice voice(always);
    auto const peakAt = [&](double volume) {
        voice.setVolume(volume);
        auto const heard = hear(voice, sentence, "en");
        return heard.empty() ? 0 : std::ranges::max(heard);
    };
    auto const quiet = peakAt(0.3);
    auto const usual = peakAt(0.6);
    auto const loud = peakAt(1);
    std::cout << "loudest sample, quiet, usual, loud: " << quiet << ", " << usual << ", " << loud << "\n";
    EXPECT_GT(quiet, 0);
    EXPECT_GT(usual, quiet);
    EXPECT_GT(loud, usual);
}

/// How soon a loudspeaker falls silent is the sound card's doing: what is in the pipe already is heard to the end of
/// its sentence.
TEST_F(Spoken, newWordsCutTheOldAndWhatWaited) {
    Voice voice(always);
    hear(voice, "One", "en");
    auto const whole = hear(voice, sentence, "en").size();
    ear.forget();
    for (int i = 0; i < 5; ++i) voice.say(QString::fromUtf8(sentence), QStringLiteral("en"));
    ASSERT_TRUE(comes([&] { return ear.count() > whole / 4; }));
    bool silent = false;
    QObject::connect(&voice, &Voice::fellSilent, [&] { silent = true; });
    voice.stop();
    EXPECT_TRUE(comes([&] { return silent; }));
    settle();
    auto const cut = ear.count();
    EXPECT_LT(double(cut), 1.1 * double(whole)) << "of five sentences";
    hear(voice, sentence, "en");
    EXPECT_TRUE(comes([&] { return double(ear.count()) > 0.9 * double(whole); })) << "the new words are all said";
}

TEST_F(Spoken, severalAreSaidOneAfterTheOther) {
    Voice voice(always);
    hear(voice, "One", "en");
    auto const whole = hear(voice, sentence, "en").size();
    ear.forget();
    voice.say(QString::fromUtf8(sentence), QStringLiteral("en"));
    auto const both = hear(voice, sentence, "en").size();
    EXPECT_GT(double(both), 1.0 * double(whole));
    settle();
    EXPECT_TRUE(comes([&] { return double(ear.count()) > 1.8 * double(whole); }));
}

TEST_F(Spoken, aKioskWithoutSoundIsFoundOutAndNothingWaits) {
    ear.unplug();
    Voice voice(always, std::chrono::seconds(10));
    bool lost = false;
    QObject::connect(&voice, &Voice::lost, [&] { lost = true; });
    voice.say(QStringLiteral("Hello"), QStringLiteral("en"));
    EXPECT_TRUE(comes([&] { return lost; }));
    EXPECT_FALSE(voice.isThere());
    EXPECT_EQ(ear.count(), 0u);
    if (auto const hangs = dispatcher(place().path())) ::kill(*hangs, SIGKILL);
    ear.plug();
}

TEST_F(Spoken, withoutASoundCardItIsNotTried) {
    bool hasSound = false;
    Voice voice([&] { return hasSound; });
    EXPECT_FALSE(voice.isThere());
    hasSound = true;
    EXPECT_TRUE(voice.isThere());
}

} // namespace
} // namespace tests::voice
