#include "kiosk/app/SafeUrls.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

namespace kiosk::app {

namespace {

/// A picture that stands in its own address, as those of forms do: nothing is opened for it.
bool isPictureItself(QUrl const& address) {
    return address.scheme() == QLatin1String("data") && address.path().startsWith(QLatin1String("image/"));
}

class RefusingManager final : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply* createRequest(Operation operation, QNetworkRequest const& request, QIODevice* body) override {
        if (operation == GetOperation && isPictureItself(request.url()))
            return QNetworkAccessManager::createRequest(operation, request, body);
        // A request without an address fails inside Qt and opens nothing.
        return QNetworkAccessManager::createRequest(operation, QNetworkRequest(), body);
    }
};

} // namespace

QNetworkAccessManager* NoNetwork::create(QObject* parent) {
    return new RefusingManager(parent);
}

QUrl OnlyFromProgram::intercept(QUrl const& address, DataType type) {
    bool const ours = address.scheme() == QLatin1String("qrc") || isPictureItself(address);
    return ours || type != UrlString ? address : QUrl();
}

} // namespace kiosk::app
