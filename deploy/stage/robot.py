"""Fingers and eyes on the real kiosk-app: speaks to the plugin of tests/support/robot over its socket."""

import json
import socket
import time


class RobotError(Exception):
    """The screen did not show what the script expected; the text tells what it showed instead."""


class Robot:
    def __init__(self, path, deadline_s=20.0, is_alive=lambda: True):
        self._path, self._is_alive = path, is_alive
        self._open(deadline_s)

    def _open(self, deadline_s):
        self._socket = _connect(self._path, deadline_s, self._is_alive)
        self._lines = self._socket.makefile("r", encoding="utf-8")

    def close(self):
        self._lines.close()
        self._socket.close()

    def follow(self, deadline_s=20.0):
        """A visit is over, and its process ends with it: waits for that, and turns to the next one."""
        self._socket.settimeout(deadline_s)
        try:
            left = self._lines.readline()
        except TimeoutError as error:
            raise RobotError(f"the process of the visit did not end; shown: {self.names()}") from error
        except OSError:
            left = ""
        if left:
            raise RobotError(f"the kiosk said what nobody asked: {left}")
        self.reopen(deadline_s)

    def reopen(self, deadline_s=20.0):
        self.close()
        self._open(deadline_s)

    def ask(self, **command):
        try:
            self._socket.sendall((json.dumps(command) + "\n").encode())
            line = self._lines.readline()
        except OSError as error:
            raise RobotError(f"the kiosk is gone ({error})") from error
        if not line.endswith("\n"):
            raise RobotError("the kiosk is gone")
        return json.loads(line)

    def see(self):
        """Every named thing on the screen, as a screen reader would find it, top to bottom in the tree."""
        reply = self.ask(do="see")
        if not reply["ok"]:
            raise RobotError(reply["why"])
        return reply["controls"]

    def names(self):
        return [control["name"] for control in self.see()]

    def shows(self, name):
        return name in self.names()

    def wait_for(self, *names, deadline_s=15.0):
        """Waits until one of the names is shown; returns it."""
        return self.wait_until(lambda seen: next((n for n in names if n in seen), None), " or ".join(names), deadline_s)

    def wait_until(self, condition, what, deadline_s=15.0):
        """Waits until condition(names shown) is true; returns its value."""
        end = time.monotonic() + deadline_s
        while True:
            seen = self.names()
            value = condition(seen)
            if value:
                return value
            if time.monotonic() > end:
                raise RobotError(f"waited {deadline_s:.0f} s for {what}; shown: {seen}")
            time.sleep(0.02)

    def tap(self, name, deadline_s=15.0, **which):
        """Touches and lets go the control of that name; waits for it to be there and enabled first."""
        end = time.monotonic() + deadline_s
        while True:
            reply = self.ask(do="tap", name=name, **which)
            if reply["ok"]:
                return
            if time.monotonic() > end:
                raise RobotError(f"{reply['why']}; shown: {self.names()}")
            time.sleep(0.02)

    def grab(self, file):
        reply = self.ask(do="grab", file=str(file))
        if not reply["ok"]:
            raise RobotError(reply["why"])


def _connect(path, deadline_s, is_alive):
    end = time.monotonic() + deadline_s
    while True:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
            connection.settimeout(30)
            return connection
        except OSError as error:
            connection.close()
            if time.monotonic() > end or not is_alive():
                raise RobotError(f"the kiosk does not answer at {path} ({error})") from error
            time.sleep(0.02)
