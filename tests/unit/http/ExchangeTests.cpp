#include "tests/unit/http/HttpFixtures.h"

using namespace tests::http;

TEST_F(Exchange, carriesBodiesHeadersAndTheClientsName) {
    Running server(authority, {"localhost"});
    Bytes body(cap, 'b');
    auto response = ask(server, showing(clientOf(authority)), post(body, "/path", "a=b")).value();
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.body, body);
    EXPECT_EQ(*response.header("x-NAME"), "kiosk-7");
    EXPECT_EQ(*response.header("X-Query"), "a=b");
}

TEST_F(Exchange, knowsThatNoCertificateWasShown) {
    Running server(authority, {"localhost"});
    EXPECT_EQ(*ask(server, trusting(authority)).value().header("X-Name"), "nobody");
}

TEST_F(Exchange, keepsTheConnectionBetweenRequests) {
    Running server(authority, {"localhost"});
    auto client = Client::create(loop, "localhost", server.port(), trusting(authority)).value();
    ASSERT_TRUE(sendAndWait(loop, client, post(Bytes(10, 'x'))));
    auto once = client.traffic();
    ASSERT_TRUE(sendAndWait(loop, client, post(Bytes(10, 'x'))));
    auto twice = client.traffic();
    EXPECT_GT(once.received, 500U) << "the handshake counts";
    EXPECT_LT(twice.received - once.received, 300U) << "no second handshake";
}

TEST_F(Exchange, replacesAKeptConnectionThatTheServerClosed) {
    ServerLimits impatient;
    impatient.idle = 50ms;
    Running server(authority, {"localhost"}, impatient);
    auto client = Client::create(loop, "localhost", server.port(), trusting(authority)).value();
    ASSERT_TRUE(sendAndWait(loop, client, post({'1'})));
    auto wait = loop.after(300ms, [&] { loop.stop(); });
    loop.run();
    EXPECT_TRUE(sendAndWait(loop, client, post({'2'})));
}

TEST_F(Exchange, clientRefusesAServerOfAnotherAuthority) {
    Running server(newAuthority(), {"localhost"});
    auto response = ask(server, trusting(authority));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Denied);
    EXPECT_NE(response.error().text.find("certificate"), std::string::npos) << response.error().text;
}

TEST_F(Exchange, clientRefusesAServerOfAnotherName) {
    Running server(authority, {"other.example", "10.1.1.1"});
    auto response = ask(server, trusting(authority));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Denied);
}

TEST_F(Exchange, clientRefusesAKioskThatPlaysServer) {
    auto kiosk = clientOf(authority);
    EventLoop serverLoop;
    ServerTls tls{kiosk.certificatePem + authority.certificatePem, std::move(kiosk.keyPem), authority.certificatePem};
    auto server = Server::listen(serverLoop, {"127.0.0.1", 0}, tls, Running::handler()).value();
    std::thread thread([&] { serverLoop.run(); });
    auto client = Client::create(loop, "localhost", server.port(), trusting(authority)).value();
    auto response = sendAndWait(loop, client, post({}));
    EXPECT_FALSE(response);
    serverLoop.stop();
    thread.join();
}

TEST_F(Exchange, aPinnedAuthorityIsEnough) {
    Running server(authority, {"localhost"});
    EXPECT_TRUE(ask(server, {{}, fingerprint(authority.certificatePem).value()}));
}

TEST_F(Exchange, aPinThatTheServerCannotMeetIsRefused) {
    Running server(authority, {"localhost"});
    auto response = ask(server, {{}, Fingerprint{}});
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Denied);
    EXPECT_NE(response.error().text.find("certificate"), std::string::npos);
}

TEST_F(Exchange, thePinnedCertificateAloneProvesNothing) {
    auto impostor = newAuthority(); // of the same name; brings the real authority's certificate along
    const std::vector<std::string> hosts{"localhost"};
    auto own = makeServerCertificate(hosts, impostor.certificatePem, impostor.keyPem, now).value();
    ServerTls tls{own.certificatePem + authority.certificatePem, std::move(own.keyPem), authority.certificatePem};
    EventLoop serverLoop;
    auto server = Server::listen(serverLoop, {"127.0.0.1", 0}, tls, Running::handler()).value();
    std::thread thread([&] { serverLoop.run(); });
    auto client =
        Client::create(loop, "localhost", server.port(), {{}, fingerprint(authority.certificatePem).value()}).value();
    auto response = sendAndWait(loop, client, post({}));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Denied);
    serverLoop.stop();
    thread.join();
}

TEST_F(Exchange, serverRefusesACertificateOfAnotherAuthority) {
    Running server(authority, {"localhost"});
    auto response = ask(server, showing(clientOf(newAuthority())));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Denied) << response.error().text;
}

TEST_F(Exchange, serverSpeaksNothingOlderThanTls13) {
    Running server(authority, {"localhost"});
    for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        Raw raw(server.port());
        SSL_CTX* context = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(context, version);
        SSL_CTX_set_max_proto_version(context, version);
        SSL* tls = SSL_new(context);
        SSL_set_fd(tls, raw.socketNumber());
        EXPECT_EQ(SSL_connect(tls) == 1, version == TLS1_3_VERSION);
        SSL_free(tls);
        SSL_CTX_free(context);
    }
}

TEST_F(Exchange, aBodyOverTheCapIsAnsweredBeforeItIsRead) {
    Running server(authority, {"localhost"});
    EXPECT_EQ(ask(server, trusting(authority), post(Bytes(cap + 1, 'x'))).value().status, 413U);
    EXPECT_EQ(ask(server, trusting(authority), post(Bytes(8'000'000, 'x'))).value().status, 413U);
    EXPECT_EQ(ask(server, trusting(authority), post({'x'}, "/none")).value().status, 413U);
    EXPECT_EQ(ask(server, trusting(authority), post({}, "/none")).value().status, 200U);
}

TEST_F(Exchange, aRequestThatIsNotWantedIsAnsweredBeforeItsBodyIsRead) {
    Running server(authority, {"localhost"});
    auto refused = ask(server, trusting(authority), post(Bytes(8'000'000, 'x'), "/forbidden")).value();
    EXPECT_EQ(refused.status, 403U);
    EXPECT_EQ(*refused.header("X-Why"), "on purpose");
    EXPECT_EQ(ask(server, trusting(authority), post({}, "/forbidden")).value().status, 403U);
}

TEST_F(Exchange, aHandlersExceptionIsAnAnswerAndNotTheEnd) {
    Running server(authority, {"localhost"});
    EXPECT_EQ(ask(server, trusting(authority), post({}, "/throw")).value().status, 500U);
    EXPECT_EQ(ask(server, trusting(authority), post({})).value().status, 200U);
}

TEST_F(Exchange, clientFollowsNoRedirect) {
    Running server(authority, {"localhost"});
    EXPECT_EQ(ask(server, trusting(authority), post({}, "/redirect")).value().status, 302U);
}

TEST_F(Exchange, clientTakesNoAnswerOverItsCap) {
    Running server(authority, {"localhost"});
    auto client = Client::create(loop, "localhost", server.port(), trusting(authority), {2s, 2s, cap / 2}).value();
    auto response = sendAndWait(loop, client, post({}, "/large"));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Corrupt) << response.error().text;
}

TEST_F(Exchange, clientSaysThatNobodyIsThere) {
    auto client = Client::create(loop, "localhost", 1, trusting(authority)).value();
    auto response = sendAndWait(loop, client, post({}));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Offline);
    EXPECT_EQ(response.error().text, "localhost:1: Connection refused");
}

TEST_F(Exchange, clientDoesNotWaitForASilentServer) {
    int listening = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(listen(listening, 1), 0);
    getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size);
    auto client =
        Client::create(loop, "localhost", ntohs(address.sin_port), trusting(authority), {100ms, 100ms, cap}).value();
    auto response = sendAndWait(loop, client, post({}));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::Offline);
    close(listening);
}

TEST_F(Exchange, credentialsThatDoNotFitAreNotTaken) {
    auto other = clientOf(authority);
    auto mixed = showing(clientOf(authority));
    mixed.keyPem = other.keyPem.copy();
    EXPECT_FALSE(Client::create(loop, "localhost", 1, mixed));
    EXPECT_FALSE(Client::create(loop, "localhost", 1, {"rubbish"}));
    ServerTls tls{"rubbish", other.keyPem.copy(), authority.certificatePem};
    EXPECT_FALSE(Server::listen(loop, {"127.0.0.1", 0}, tls, Running::handler()));
}

TEST(PlainServer, listensOnLoopbackOnly) {
    EventLoop loop;
    for (auto const* host : {"0.0.0.0", "192.0.2.1", "::", "localhost"}) {
        auto server = Server::listenOnLoopback(loop, {host, 0}, Running::handler());
        ASSERT_FALSE(server) << host;
        EXPECT_EQ(server.error().kind, ErrorKind::Invalid);
    }
    EXPECT_TRUE(Server::listenOnLoopback(loop, {"::1", 0}, Running::handler()));
}

TEST(PlainServer, saysThatAnAddressIsTaken) {
    EventLoop loop;
    auto first = Server::listenOnLoopback(loop, {"127.0.0.1", 0}, Running::handler()).value();
    auto second = Server::listenOnLoopback(loop, {"127.0.0.1", first.port()}, Running::handler());
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().text.find("127.0.0.1:"), std::string::npos);
}

TEST(PlainServer, answersRequestsOneAfterTheOther) {
    Running server(ServerLimits{});
    Raw raw(server.port());
    raw.send("GET /?first HTTP/1.1\r\nHost: x\r\n\r\nGET /?second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    auto answer = raw.readToEnd();
    EXPECT_LT(answer.find("X-Query: first"), answer.find("X-Query: second"));
    EXPECT_NE(answer.find("X-Query: second"), std::string::npos);
}

TEST(PlainServer, sendsABodyToNobodyWhoAskedForHeadersOnly) {
    Running server(ServerLimits{});
    Raw raw(server.port());
    raw.send("HEAD /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    auto answer = raw.readToEnd();
    EXPECT_EQ(answer.find("HTTP/1.1 200"), 0U);
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST(PlainServer, endsWithThoseWhoSendTooSlowlyOrTooMuch) {
    ServerLimits limits;
    limits.idle = limits.exchange = 100ms;
    Running server(limits);
    for (auto const& sent :
         {std::string("GET / HT"), std::string("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab"),
          "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x'), std::string("\x16\x03\x01 nonsense\r\n\r\n")}) {
        Raw raw(server.port());
        raw.send(sent);
        auto answer = raw.readToEnd(); // ends, rather than blocks
        EXPECT_EQ(answer.find("HTTP/1.1 200"), std::string::npos);
    }
    Raw raw(server.port());
    raw.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(raw.readToEnd().find("HTTP/1.1 200"), 0U);
}

TEST(PlainServer, refusesTargetsThatAreNoPaths) {
    Running server(ServerLimits{});
    for (auto const* target : {"http://elsewhere.example/", "*", "x"}) {
        Raw raw(server.port());
        raw.send(std::string("GET ") + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(raw.readToEnd().find("HTTP/1.1 400"), 0U) << target;
    }
}

TEST(PlainServer, tellsAClientToGoOnWithItsBody) {
    Running server(ServerLimits{});
    Raw raw(server.port());
    raw.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
    std::array<char, 25> goOn{};
    ASSERT_EQ(recv(raw.socketNumber(), goOn.data(), goOn.size(), MSG_WAITALL), ssize_t(goOn.size()));
    EXPECT_EQ(std::string_view(goOn.data(), 21), "HTTP/1.1 100 Continue");
    raw.send("ok");
    EXPECT_TRUE(raw.readToEnd().ends_with("ok"));
}

TEST(PlainServer, holdsNoMoreConnectionsThanItMay) {
    ServerLimits limits;
    limits.connections = 2;
    Running server(limits);
    Raw first(server.port());
    Raw second(server.port());
    first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    char byte = 0;
    ASSERT_EQ(recv(first.socketNumber(), &byte, 1, 0), 1);
    ASSERT_EQ(recv(second.socketNumber(), &byte, 1, 0), 1);
    EXPECT_EQ(Raw(server.port()).readToEnd(), "");
}
