"""Where the kiosk shows itself: the display that is there, or a virtual one."""

import os
import subprocess

from .process import StageError, clean_environment


def has_display():
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class VirtualDisplay:
    """An X server without a screen. It picks its own free number; local clients only."""

    def __init__(self, width, height, log):
        reader, writer = os.pipe()
        self._stream = open(log, "ab")
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-ac", "-dpi", "96"],
            pass_fds=[writer], stdin=subprocess.DEVNULL, stdout=self._stream, stderr=self._stream, env=clean_environment())
        os.close(writer)
        with os.fdopen(reader) as announced:
            number = announced.readline().strip()
        if not number:
            raise StageError(f"the virtual display did not start; see {log}")
        self.environment = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._stream.close()
