#pragma once

#include <QQmlAbstractUrlInterceptor>
#include <QQmlNetworkAccessManagerFactory>

namespace kiosk::app {

/// QML gets no network: every request fails at once, but for a picture that stands in its own data: address.
class NoNetwork : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager* create(QObject* parent) override;
};

/// Images, fonts and whatever else an address in QML names come from inside the program only, or are data: pictures of
/// a form. To be added once all QML is loaded: while Qt 6.4 has an interceptor it finds modules only the first time
/// they are imported.
class OnlyFromProgram : public QQmlAbstractUrlInterceptor {
public:
    QUrl intercept(QUrl const& address, DataType type) override;
};

} // namespace kiosk::app
