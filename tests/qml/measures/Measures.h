#pragma once

#include "tests/qml/measures/Ledger.h"

#include <QImage>

class QQuickWindow;

namespace tests::measures {

/// What `picture` is of.
struct Glass {
    double density; ///< pixels for each millimetre
    bool highContrast;
};

/// Contrast of words, signs and edges as they are drawn; of words that are partly scrolled away what is in sight
/// counts. What cannot be used now has the contrast of words, as if it could, but no edge.
[[nodiscard]] std::vector<Reading> measureColours(QQuickWindow& window, QImage const& picture, Glass const& glass);

/// Size of letters and of what can be tapped, and the room between.
[[nodiscard]] std::vector<Reading> measureSizes(QQuickWindow& window, Glass const& glass);

/// What is cut off, covers something else, or cannot be reached: a sentence for each.
[[nodiscard]] std::vector<QString> misfits(QQuickWindow& window);

} // namespace tests::measures
