#include "kiosk/app/SafeUrls.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

namespace kiosk::app {

namespace {

class RefusingManager final : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply* createRequest(Operation operation, QNetworkRequest const&, QIODevice* body) override {
        // A request without an address fails inside Qt and opens nothing.
        return QNetworkAccessManager::createRequest(operation, QNetworkRequest(), body);
    }
};

} // namespace

QNetworkAccessManager* NoNetwork::create(QObject* parent) {
    return new RefusingManager(parent);
}

QUrl OnlyFromProgram::intercept(QUrl const& address, DataType type) {
    bool const ours = address.scheme() == QLatin1String("qrc") || type != UrlString;
    return ours ? address : QUrl();
}

} // namespace kiosk::app
