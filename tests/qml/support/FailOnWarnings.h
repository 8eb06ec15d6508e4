#pragma once

#include <QQmlEngine>
#include <QTest>

namespace tests {

/// From now on the test function that runs fails with every warning of the engine: a binding that reads of null, a name
/// that is not there.
inline void failOnWarnings(QQmlEngine& engine) {
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [](QList<QQmlError> const& warnings) {
        for (auto const& warning : warnings) QTest::qFail(qPrintable(warning.toString()), __FILE__, __LINE__);
    });
}

} // namespace tests
