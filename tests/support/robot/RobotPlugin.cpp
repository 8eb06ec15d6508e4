#include "tests/support/robot/RobotPlugin.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <QtTest/qtesttouch.h>
#include <algorithm>
#include <chrono>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr auto betweenPictures = std::chrono::milliseconds(100); // two alike: nothing moves any more
constexpr auto fingerRests = std::chrono::milliseconds(30);      // a quick tap; controls act on release

QQuickWindow* kioskWindow() {
    for (auto* window : QGuiApplication::topLevelWindows())
        if (auto* quick = qobject_cast<QQuickWindow*>(window); quick != nullptr && quick->isVisible()) return quick;
    return nullptr;
}

QString roleOf(QAccessibleInterface const& control) {
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

/// Whether the middle of the control is scrolled out of the part of a list that is shown.
bool isClipped(QAccessibleInterface const& control) {
    auto const* item = qobject_cast<QQuickItem*>(control.object());
    if (item == nullptr) return false;
    auto const middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    for (auto const* up = item->parentItem(); up != nullptr; up = up->parentItem())
        if (up->clip() && !up->contains(up->mapFromScene(middle))) return true;
    return false;
}

QJsonObject describe(QAccessibleInterface const& control, QPoint origin) {
    auto const state = control.state();
    auto const place = control.rect().translated(-origin);
    return {{"name", control.text(QAccessible::Name)},
            {"description", control.text(QAccessible::Description)},
            {"value", control.text(QAccessible::Value)},
            {"role", roleOf(control)},
            {"checked", bool(state.checked)},
            {"enabled", !state.disabled},
            {"clipped", isClipped(control)},
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

QJsonObject failure(QString const& why) {
    return {{"ok", false}, {"why", why}};
}

bool isMeant(QJsonObject const& control, QJsonObject const& command) {
    if (control["name"] != command["name"]) return false;
    return !command.contains("role") || control["role"] == command["role"];
}

/// Just after a screen has come into view it takes no tap (Slot.qml). Items made later are children of items only.
bool isPaused(QQuickItem const& item) {
    if (!item.isVisible()) return false;
    if (item.objectName() == QLatin1String("tapPause")) return true;
    auto const below = item.childItems();
    return std::any_of(below.begin(), below.end(), [](auto const* child) { return isPaused(*child); });
}

/// The middle of the one enabled control that is meant and lies within the window.
QJsonObject findTarget(QQuickWindow& window, QJsonObject const& command) {
    if (isPaused(*window.contentItem())) return failure("the screen has only just come");
    QJsonArray found;
    for (auto const& each : shownIn(window))
        if (isMeant(each.toObject(), command) && each.toObject()["role"] != "text") found.append(each);
    auto const name = command["name"].toString();
    if (found.isEmpty()) return failure("nothing shown is called \"" + name + "\"");
    auto const index = command["index"].toInt(0);
    if (index >= found.size())
        return failure("there are only " + QString::number(found.size()) + " called \"" + name + "\"");
    auto const control = found[index].toObject();
    if (!control["enabled"].toBool()) return failure("\"" + name + "\" is disabled");
    int const x = control["x"].toInt() + control["width"].toInt() / 2;
    int const y = control["y"].toInt() + control["height"].toInt() / 2;
    if (control["clipped"].toBool() || !QRect(QPoint(0, 0), window.size()).contains(x, y))
        return failure("\"" + name + "\" lies outside what is shown");
    return {{"ok", true}, {"x", x}, {"y", y}};
}

} // namespace

Robot::Robot(QString const& socketPath) : m_path(socketPath), m_finger(QTest::createTouchDevice()) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    auto const path = socketPath.toLocal8Bit();
    if (path.size() >= qsizetype(sizeof address.sun_path)) qFatal("robot: socket path too long");
    std::copy(path.begin(), path.end(), address.sun_path);
    ::unlink(path.constData());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0 ||
        ::listen(m_listener, 1) != 0)
        qFatal("robot: cannot listen on %s", path.constData());
    m_onConnect = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_onConnect.get(), &QSocketNotifier::activated, this, &Robot::acceptClient);
}

/// The client last: when it learns that we are gone, nobody is at the door any more but the next one.
Robot::~Robot() {
    ::unlink(m_path.toLocal8Bit().constData());
    ::close(m_listener);
    if (m_client >= 0) ::close(m_client);
}

void Robot::acceptClient() {
    int const client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
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
    auto const got = ::read(m_client, buffer, sizeof buffer);
    if (got <= 0) {
        m_onData->setEnabled(false);
        return;
    }
    m_pending.append(buffer, got);
    for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        auto const command = QJsonDocument::fromJson(m_pending.left(end)).object();
        m_pending.remove(0, end + 1);
        obey(command, [this](QJsonObject const& reply) { answer(reply); });
    }
}

void Robot::answer(QJsonObject const& reply) const {
    auto const line = QJsonDocument(reply).toJson(QJsonDocument::Compact) + '\n';
    [[maybe_unused]] auto const sent = ::send(m_client, line.constData(), size_t(line.size()), MSG_NOSIGNAL);
}

void Robot::obey(QJsonObject const& command, Reply const& reply) {
    auto const what = command["do"].toString();
    if (what == "see") return see(reply);
    if (what == "tap") return tap(command, reply);
    if (what == "grab") return grab(command, reply);
    reply(failure("unknown command \"" + what + "\""));
}

void Robot::see(Reply const& reply) const {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    reply({{"ok", true}, {"width", window->width()}, {"height", window->height()}, {"controls", shownIn(*window)}});
}

void Robot::tap(QJsonObject const& command, Reply const& reply) {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    auto const target = command.contains("name") ? findTarget(*window, command) : command;
    if (command.contains("name") && !target["ok"].toBool()) return reply(target);
    const QPoint place(target["x"].toInt(), target["y"].toInt());
    QTest::touchEvent(window, m_finger, false).press(0, place, window).commit(false);
    QPointer<QQuickWindow> stillThere(window);
    QTimer::singleShot(fingerRests, this, [this, stillThere, place, reply] {
        if (stillThere) QTest::touchEvent(stillThere, m_finger, false).release(0, place, stillThere).commit(false);
        reply({{"ok", true}, {"x", place.x()}, {"y", place.y()}});
    });
}

void Robot::grab(QJsonObject const& command, Reply const& reply) {
    m_lastPicture = QImage();
    grabWhenStill(command["file"].toString(), reply, 40);
}

void Robot::grabWhenStill(QString const& file, Reply const& reply, int triesLeft) {
    auto* window = kioskWindow();
    if (window == nullptr) return reply(failure("no window is shown"));
    auto const picture = window->grabWindow();
    if (picture != m_lastPicture && triesLeft > 0) {
        m_lastPicture = picture;
        QTimer::singleShot(betweenPictures, this, [=, this] { grabWhenStill(file, reply, triesLeft - 1); });
        return;
    }
    if (!picture.save(file, "PNG")) return reply(failure("cannot write " + file));
    reply({{"ok", true}});
}

QObject* RobotPlugin::create(QString const& name, QString const& specification) {
    if (name.compare("CandorRobot", Qt::CaseInsensitive) != 0) return nullptr;
    return new Robot(specification);
}
