#include "kiosk/app/SafeUrls.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace kiosk::app {
namespace {

char const* const picture = "data:image/svg+xml;base64,PHN2Zy8+";
char const* const others[] = {"http://127.0.0.1:9/a.png", "file:///etc/passwd", "data:text/html;base64,PHN2Zy8+",
                              "ftp://127.0.0.1/a", ""};

TEST(SafeUrls, onlyWhatIsInTheProgramAndPicturesThemselvesAreAddresses) {
    OnlyFromProgram only;
    using Type = QQmlAbstractUrlInterceptor::DataType;
    for (auto const* address : {picture, "qrc:/qt/qml/Kiosk/Controls/images/check.svg"})
        EXPECT_EQ(only.intercept(QUrl(QString::fromLatin1(address)), Type::UrlString).toString().toStdString(),
                  address);
    for (auto const* address : others)
        EXPECT_TRUE(only.intercept(QUrl(QString::fromLatin1(address)), Type::UrlString).isEmpty()) << address;
}

TEST(SafeUrls, theNetworkGivesAPictureItselfAndNothingElse) {
    NoNetwork network;
    std::unique_ptr<QNetworkAccessManager> const manager(network.create(nullptr));
    auto const get = [&](char const* address) {
        std::unique_ptr<QNetworkReply> const reply(manager->get(QNetworkRequest(QUrl(QString::fromLatin1(address)))));
        if (!reply->isFinished()) QSignalSpy(reply.get(), &QNetworkReply::finished).wait(30000);
        return reply->error() == QNetworkReply::NoError ? reply->readAll().toStdString() : "refused";
    };
    EXPECT_EQ(get(picture), "<svg/>");
    for (auto const* address : others) EXPECT_EQ(get(address), "refused") << address;
}

} // namespace
} // namespace kiosk::app
