#pragma once

#include <QQmlAbstractUrlInterceptor>
#include <QQmlNetworkAccessManagerFactory>

namespace kiosk::app {

/// QML gets no network: every request fails at once.
class NoNetwork : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager* create(QObject* parent) override;
};

/// Images, fonts and whatever else an address in QML names come from inside the program only; QML modules also from
/// where Qt itself is installed.
class OnlyFromProgram : public QQmlAbstractUrlInterceptor {
public:
    QUrl intercept(QUrl const& address, DataType type) override;
};

} // namespace kiosk::app
