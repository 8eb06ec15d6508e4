"""A keyboard at an X server (XTEST), and what is to be seen of its windows, by Xlib's own functions."""

import ctypes
import itertools

FIRST, LAST = 8, 255  # X11: every key code that there can be
MODIFIERS = ("Control_L", "Alt_L", "Shift_L", "Super_L")


class Attributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)] + [
        (name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")] + [
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("all_event_masks", ctypes.c_long), ("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long),
        ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("room", ctypes.c_long * 24)]


class Keyboard:
    def __init__(self, display):
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XInternAtom", "XGetSelectionOwner", "XStringToKeysym"):
            getattr(self._x, name).restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display, f"no display {display}"
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._modifiers = [self._code(name) for name in MODIFIERS]

    def close(self):
        self._x.XCloseDisplay(self._display)

    def _code(self, name):
        return self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x.XStringToKeysym(name.encode())))

    def _atom(self, name):
        return self._x.XInternAtom(self._display, name.encode(), 0)

    def chords(self):
        """Every key alone and with each combination of modifiers: (modifiers, key) as key codes."""
        for count in range(len(self._modifiers) + 1):
            for held in itertools.combinations(self._modifiers, count):
                yield from ((held, key) for key in range(FIRST, LAST + 1) if key not in self._modifiers)

    def press(self, held, key):
        for code, down in (*((code, 1) for code in held), (key, 1), (key, 0), *((code, 0) for code in reversed(held))):
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def type(self, name):
        self.press((), self._code(name))

    def copied(self):
        """Whether anybody offers something to paste."""
        return any(self._x.XGetSelectionOwner(self._display, self._atom(name)) for name in ("PRIMARY", "SECONDARY", "CLIPBOARD"))

    def windows(self):
        """[(id, x, y, width, height)] of every window on the screen that is shown."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XQueryTree(self._display, self._root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
        shown = []
        for window in children[:count.value]:
            seen = Attributes()
            if self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(seen)) and seen.map_state == 2:
                shown.append((window, seen.x, seen.y, seen.width, seen.height))
        return shown

    def ask_to_close(self, window):
        """What a window manager says on Alt+F4."""
        message = ClientMessage(type=33, display=self._display, window=window, message_type=self._atom("WM_PROTOCOLS"), format=32)
        message.data[0] = self._atom("WM_DELETE_WINDOW")
        self._x.XSendEvent(self._display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        self._x.XSync(self._display, 0)
