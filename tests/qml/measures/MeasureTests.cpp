#include "kiosk/access/Piece.h"
#include "tests/qml/measures/Contrast.h"
#include "tests/qml/measures/Measures.h"
#include "tests/qml/screens/Tour.h"

#include <QFile>
#include <gtest/gtest.h>
#include <iostream>
#include <set>

namespace tests::measures {
namespace {

using screens::Tour;

constexpr double cssPixel = 25.4 / 96; // mm

struct Look {
    QSize size;
    double textScale;
    bool highContrast;

    [[nodiscard]] QString name() const {
        return QStringLiteral("%1x%2 %3 %%4")
            .arg(size.width())
            .arg(size.height())
            .arg(100 * textScale)
            .arg(highContrast ? " high contrast" : "");
    }
};

std::vector<Look> looks() {
    std::vector<Look> all;
    for (auto const size : {QSize(1280, 800), QSize(800, 1280)}) {
        for (bool const highContrast : {false, true}) all.push_back({size, 1, highContrast});
        for (double const scale : {2.0, 3.0}) all.push_back({size, scale, false});
    }
    return all;
}

QImage asLooked(Tour& tour, Look const& look) {
    tour.comfort().setTextScale(look.textScale);
    tour.comfort().setHighContrast(look.highContrast);
    tour.window().resize(look.size);
    return tour.picture().convertToFormat(QImage::Format_RGB32);
}

/// A control of each kind gets the focus, and loses it: the two pictures are compared. A field opens the keyboard with
/// it, which moves everything; its edge while one types is measured among the edges.
std::vector<Reading> measureFocus(Tour& tour, Glass const& glass) {
    std::vector<Reading> readings;
    std::set<QByteArray> kinds;
    for (auto const& piece : kiosk::access::piecesOf(tour.window())) {
        if (!piece.item || !piece.isControl() || !piece.isEnabled || piece.role == QAccessible::EditableText) continue;
        if (!kinds.insert(piece.item->metaObject()->className()).second) continue;
        auto const name = piece.name;
        piece.item->forceActiveFocus(Qt::TabFocusReason);
        auto const focused = tour.picture().convertToFormat(QImage::Format_RGB32);
        if (!piece.item) continue;
        piece.item->setFocus(false, Qt::OtherFocusReason);
        auto const plain = tour.picture().convertToFormat(QImage::Format_RGB32);
        auto const place = kiosk::access::placeOf(piece).toAlignedRect();
        readings.push_back({Measure::Focus, name, focusContrast(plain, focused, place, glass.density * cssPixel)});
    }
    return readings;
}

bool isBlack(QImage const& picture) {
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if ((picture.pixel(x, y) & 0xffffff) != 0) return false;
    return true;
}

class Measuring {
public:
    explicit Measuring(QString language) : m_language(std::move(language)) {}

    void measure(Tour& tour, QString const& screen) {
        for (auto const& look : looks()) {
            if (Tour::isForNobody(screen) && look.textScale > 1) continue;
            auto const picture = asLooked(tour, look);
            auto const name = m_language + QLatin1Char(' ') + look.name();
            if (screen == QLatin1String("curtain")) {
                if (!isBlack(picture)) ledger().noteFaults(screen, name, {QStringLiteral("something is to be seen")});
                continue;
            }
            Glass const glass{tour.density(), look.highContrast};
            if (look.textScale == 1) {
                ledger().note(screen, name, measureColours(tour.window(), picture, glass));
                ledger().note(screen, name, measureSizes(tour.window(), glass));
            }
            ledger().noteFaults(screen, name, misfits(tour.window()));
        }
        // The keys of the keyboard are those of the pads; it goes when the focus does.
        bool const hasControls = !screen.endsWith(QLatin1String("-keyboard")) && screen != QLatin1String("curtain");
        if (m_language == QLatin1String("en") && hasControls) measureFocusOf(tour, screen);
    }

    static Ledger& ledger() {
        static Ledger all;
        return all;
    }

private:
    static void measureFocusOf(Tour& tour, QString const& screen) {
        for (bool const highContrast : {false, true}) {
            Look const look{{1280, 800}, 1, highContrast};
            (void)asLooked(tour, look);
            ledger().note(screen, look.name(), measureFocus(tour, {tour.density(), highContrast}));
        }
    }

    QString m_language;
};

TEST(Screens, areLegibleAndWithinReachAsMeasured) {
    for (auto const* language : {"en", "es", "ar"}) {
        Measuring measuring{QString::fromLatin1(language)};
        screens::tourAll(QString::fromLatin1(language), 0, [&](Tour& tour) {
            tour.haltWith([&](QString const& screen) { measuring.measure(tour, screen); });
        });
    }
    auto const table = Measuring::ledger().table();
    std::cout << table;
    QFile file(QStringLiteral(CANDOR_REPORTS "/measures.txt"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(table.c_str());
    for (auto const& failure : Measuring::ledger().failures()) ADD_FAILURE() << failure;
}

} // namespace
} // namespace tests::measures
