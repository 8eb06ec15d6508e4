#include "kiosk/film/FilmView.h"

#include "kiosk/core/base/File.h"
#include "tests/support/films/Webm.h"

#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <gtest/gtest.h>

namespace kiosk::film {

namespace {

using namespace std::chrono_literals;

constexpr int patience = 30000;

std::shared_ptr<const Bytes> made(char const* name) {
    return std::make_shared<const Bytes>(*base::readFile(Path(CANDOR_FILMS) / name));
}

std::shared_ptr<const Bytes> shared(std::string const& text) {
    return std::make_shared<const Bytes>(toBytes(text));
}

Clip ball() {
    Clip clip;
    clip.name = QStringLiteral("ball.webm");
    clip.data = made("ball.webm");
    clip.captions = {{0ms, 1000ms, "One"}, {2000ms, 3000ms, "Three"}};
    return clip;
}

bool isMapped(std::string const& library) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find(library) != std::string::npos) return true;
    return false;
}

struct View : testing::Test {
    View() {
        window.resize(200, 100);
        view.setParentItem(window.contentItem());
        view.setSize(QSizeF(200, 100));
    }
    QQuickWindow window;
    FilmView view;
};

} // namespace

/// The first in the file: what was loaded once stays.
TEST_F(View, loadsWhatPlaysWhenItFirstPlays) {
    view.setClip(ball());
    QCoreApplication::processEvents();
    EXPECT_FALSE(isMapped("libQt6Multimedia"));
    EXPECT_FALSE(isMapped("candor-film"));
    view.setPlaying(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.isSeen(); }, patience));
    EXPECT_TRUE(isMapped("libQt6Multimedia"));
}

TEST_F(View, saysWhatIsSaidAtEachTimeAndEnds) {
    view.setClip(ball());
    QStringList said;
    QObject::connect(&view, &FilmView::captionChanged, &view, [&] { said.append(view.caption()); });
    QSignalSpy const ended(&view, &FilmView::ended);
    view.setPlaying(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ended.count() == 1; }, patience));
    EXPECT_EQ(said, QStringList({"One", "", "Three", ""}));
    EXPECT_TRUE(view.isAtEnd());
    EXPECT_FALSE(view.isPlaying());
    view.again();
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.caption() == "One"; }, patience)) << "from the beginning";
}

TEST_F(View, haltsAndGoesOnWhereItWas) {
    view.setClip(ball());
    view.setPlaying(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.caption() == "One"; }, patience));
    view.setPlaying(false);
    FilmView meanwhile;
    meanwhile.setClip(ball());
    meanwhile.setPlaying(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return meanwhile.isAtEnd(); }, patience));
    EXPECT_EQ(view.caption(), "One") << "while another one was shown to its end";
    view.setPlaying(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.caption() == "Three"; }, patience));
    view.stop();
    EXPECT_EQ(view.caption(), "");
    EXPECT_TRUE(view.isSeen()) << "its last picture stays";
}

/// Qt 6.4 took a decoder apart after the player that it tells of it: once in some dozens of times, that was the end.
TEST_F(View, oneThatIsTakenAwayInTheMiddleIsGone) {
    for (int i = 0; i < 40; ++i) {
        FilmView left;
        left.setClip(ball());
        left.setPlaying(true);
        ASSERT_TRUE(QTest::qWaitFor([&] { return left.isSeen(); }, patience)) << i;
        if (i % 2 == 0) left.setPlaying(false);
    }
}

TEST_F(View, paintsThePictureWholeAndInTheMiddle) {
    window.setColor(Qt::red);
    view.setClip(ball());
    view.setPlaying(true);
    window.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.isSeen(); }, patience));
    view.setPlaying(false);
    auto const shown = window.grabWindow();
    EXPECT_EQ(shown.pixelColor(5, 50), QColor(Qt::red)) << "640 by 360 in 200 by 100 leaves 11 at each side";
    EXPECT_EQ(shown.pixelColor(195, 50), QColor(Qt::red));
    EXPECT_NE(shown.pixelColor(15, 2), QColor(Qt::red));
    EXPECT_NE(shown.pixelColor(185, 97), QColor(Qt::red));
}

TEST_F(View, whatIsNoFilmForADecoderFails) {
    namespace films = tests::films;
    auto const noPicture = films::film(films::times(1000) + films::tracks(films::picture()) + films::frame(0));
    for (auto const& data : {shared("not a film"), made("tone.opus"), shared(noPicture)}) {
        Clip clip;
        clip.name = QStringLiteral("broken.webm");
        clip.data = data;
        view.setClip(clip);
        QSignalSpy const failed(&view, &FilmView::failed);
        view.setPlaying(true);
        ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }, patience));
        EXPECT_TRUE(view.isBroken());
        view.again();
        EXPECT_FALSE(view.isPlaying());
    }
}

TEST_F(View, noClipIsNoFilm) {
    view.setPlaying(true);
    EXPECT_FALSE(view.isPlaying());
    EXPECT_EQ(Clip().longestCaption(), "");
    EXPECT_EQ(ball().longestCaption(), "Three");
}

} // namespace kiosk::film
