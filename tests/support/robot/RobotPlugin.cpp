#include "tests/support/robot/RobotPlugin.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickWindow>
#include <QTimer>
#include <QtTest/qtesttouch.h>
#include <chrono>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr auto fingerRests = std::chrono::milliseconds(30); // a quick tap; controls act on release

QQuickWindow* kioskWindow() {
    for (auto* window : QGuiApplication::topLevelWindows())
        if (auto* quick = qobject_cast<QQuickWindow*>(window); quick != nullptr && quick->isVisible()) return quick;
    return nullptr;
}

QString roleOf(const QAccessibleInterface& control) {
    switch (control.role()) {
    case QAccessible::Button: return "button";
    case QAccessible::RadioButton: return "radio";
    case QAccessible::CheckBox: return "check";
    case QAccessible::StaticText: return "text";
    case QAccessible::Heading: return "heading";
    case QAccessible::EditableText: return "edit";
    case QAccessible::ProgressBar: return "progress";
    case QAccessible::Pane: return "pane";
    case QAccessible::AlertMessage: return "alert";
    default: return QString::number(control.role());
    }
}

QJsonObject describe(const QAccessibleInterface& control, QPoint origin) {
    const auto state = control.state();
    const auto place = control.rect().translated(-origin);
    return {{"name", control.text(QAccessible::Name)},
            {"description", control.text(QAccessible::Description)},
            {"value", control.text(QAccessible::Value)},
            {"role", roleOf(control)},
            {"checked", bool(state.checked)},
            {"enabled", !state.disabled},
            {"focused", bool(state.focused)},
            {"x", place.x()},
            {"y", place.y()},
            {"width", place.width()},
            {"height", place.height()}};
}

/// Everything shown that has a name, in reading order of the tree.
void collect(QAccessibleInterface* from, QPoint origin, QJsonArray& into) {
    if (from == nullptr || !from->isValid() || from->state().invisible) return;
    if (!from->text(QAccessible::Name).isEmpty() && !from->rect().isEmpty()) into.append(describe(*from, origin));
    for (int i = 0; i < from->childCount(); ++i) collect(from->child(i), origin, into);
}

QJsonArray shownIn(QQuickWindow& window) {
    QJsonArray controls;
    auto* root = QAccessible::queryAccessibleInterface(&window);
    collect(root, window.mapToGlobal(QPoint(0, 0)), controls);
    return controls;
}

QJsonObject failure(const QString& why) { return {{"ok", false}, {"why", why}}; }

bool isMeant(const QJsonObject& control, const QJsonObject& command) {
    if (control["name"] != command["name"]) return false;
    return !command.contains("role") || control["role"] == command["role"];
}

/// The middle of the one enabled control that is meant and lies within the window.
QJsonObject findTarget(QQuickWindow& window, const QJsonObject& command) {
    QJsonArray found;
    for (const auto& each : shownIn(window))
        if (isMeant(each.toObject(), command) && each.toObject()["role"] != "text") found.append(each);
    const auto name = command["name"].toString();
    if (found.isEmpty()) return failure("nothing shown is called \"" + name + "\"");
    const auto index = command["index"].toInt(0);
    if (index >= found.size()) return failure("there are only " + QString::number(found.size()) + " called \"" + name + "\"");
    const auto control = found[index].toObject();
    if (!control["enabled"].toBool()) return failure("\"" + name + "\" is disabled");
    const int x = control["x"].toInt() + control["width"].toInt() / 2;
    const int y = control["y"].toInt() + control["height"].toInt() / 2;
    if (!QRect(QPoint(0, 0), window.size()).contains(x, y)) return failure("\"" + name + "\" lies outside the screen");
    return {{"ok", true}, {"x", x}, {"y", y}};
}

} // namespace

Robot::Robot(const QString& socketPath) : m_path(socketPath), m_finger(QTest::createTouchDevice()) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = socketPath.toLocal8Bit();
    if (path.size() >= qsizetype(sizeof address.sun_path)) qFatal("robot: socket path too long");
    std::copy(path.begin(), path.end(), address.sun_path);
    ::unlink(path.constData());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(m_listener, 1) != 0)
        qFatal("robot: cannot listen on %s", path.constData());
    m_onConnect = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_onConnect.get(), &QSocketNotifier::activated, this, &Robot::acceptClient);
}

Robot::~Robot() {
    if (m_client >= 0) ::close(m_client);
    ::close(m_listener);
    ::unlink(m_path.toLocal8Bit().constData());
}

void Robot::acceptClient() {
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    m_onData.reset();
    if (m_client >= 0) ::close(m_client);
    m_client = client;
    m_pending.clear();
    m_onData = std::make_unique<QSocketNotifier>(m_client, QSocketNotifier::Read);
    connect(m_onData.get(), &QSocketNotifier::activated, this, &Robot::readClient);
}

void Robot::readClient() {
    char buffer[4096];
    const auto got = ::read(m_client, buffer, sizeof buffer);
    if (got <= 0) {
        m_onData->setEnabled(false);
        return;
    }
    m_pending.append(buffer, got);
    for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        const auto command = QJsonDocument::fromJson(m_pending.left(end)).object();
        m_pending.remove(0, end + 1);
        obey(command, [this](const QJsonObject& reply) { answer(reply); });
    }
}

void Robot::answer(const QJsonObject& reply) const {
    const auto line = QJsonDocument(reply).toJson(QJsonDocument::Compact) + '\n';
    [[maybe_unused]] const auto sent = ::send(m_client, line.constData(), size_t(line.size()), MSG_NOSIGNAL);
}

void Robot::obey(const QJsonObject& command, const Reply& reply) {
    const auto what = command["do"].toString();
    if (what == "see") return see(reply);
    if (what == "tap") return tap(command, reply);
    if (what == "grab") return grab(command, reply);
    reply(failure("unknown command \"" + what + "\""));
}

void Robot::see(const Reply& reply) const {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    reply({{"ok", true}, {"width", window->width()}, {"height", window->height()}, {"controls", shownIn(*window)}});
}

void Robot::tap(const QJsonObject& command, const Reply& reply) {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    const auto target = command.contains("name") ? findTarget(*window, command) : command;
    if (command.contains("name") && !target["ok"].toBool()) return reply(target);
    const QPoint place(target["x"].toInt(), target["y"].toInt());
    QTest::touchEvent(window, m_finger, false).press(0, place, window).commit(false);
    QPointer<QQuickWindow> stillThere(window);
    QTimer::singleShot(fingerRests, this, [this, stillThere, place, reply] {
        if (stillThere) QTest::touchEvent(stillThere, m_finger, false).release(0, place, stillThere).commit(false);
        reply({{"ok", true}, {"x", place.x()}, {"y", place.y()}});
    });
}

void Robot::grab(const QJsonObject& command, const Reply& reply) const {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    const auto file = command["file"].toString();
    if (!window->grabWindow().save(file, "PNG")) return reply(failure("cannot write " + file));
    reply({{"ok", true}});
}

QObject* RobotPlugin::create(const QString& name, const QString& specification) {
    if (name.compare("CandorRobot", Qt::CaseInsensitive) != 0) return nullptr;
    return new Robot(specification);
}
