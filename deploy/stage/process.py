"""Programs that run beside us: started as a given user, logged to a file, ended only by their own id."""

import os
import pathlib
import signal
import subprocess
import time


class StageError(Exception):
    """Something the stage needs did not work; the text says what and shows the program's own words."""


class Program:
    """One running program. `user` is a name of the system's users, or None to stay who we are."""

    def __init__(self, arguments, log, user=None, environment=None):
        self.log = pathlib.Path(log)
        self._name = pathlib.Path(arguments[0]).name
        self._stream = open(self.log, "ab")
        self._process = subprocess.Popen(
            [str(part) for part in arguments], stdin=subprocess.DEVNULL, stdout=self._stream, stderr=self._stream,
            env={**clean_environment(), **(environment or {})}, **identity(user))

    @property
    def pid(self):
        return self._process.pid

    def running(self):
        return self._process.poll() is None

    def kill(self):
        """SIGKILL: the power cut of a single program."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._stream.close()

    def stop(self, deadline_s=15):
        """SIGTERM, and the exit status it ends with."""
        if self.running():
            self._process.send_signal(signal.SIGTERM)
        try:
            status = self._process.wait(deadline_s)
        except subprocess.TimeoutExpired:
            self.kill()
            raise StageError(f"{self._name} did not end within {deadline_s} s of SIGTERM\n{self.tail()}") from None
        self._stream.close()
        return status

    def wait(self, deadline_s=15):
        """The exit status with which it ends by itself."""
        status = self._process.wait(deadline_s)
        self._stream.close()
        return status

    def wait_for_line(self, text, deadline_s=20):
        """Waits until the log holds `text` (written since this program started or before)."""
        end = time.monotonic() + deadline_s
        while True:
            for line in self.log.read_text(errors="replace").splitlines():
                if text in line:
                    return line
            if not self.running():
                raise StageError(f"{self._name} ended with {self._process.returncode}\n{self.tail()}")
            if time.monotonic() > end:
                raise StageError(f"{self._name} did not say \"{text}\" within {deadline_s} s\n{self.tail()}")
            time.sleep(0.02)

    def tail(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def clean_environment():
    keep = ("PATH", "HOME", "LANG", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "TMPDIR", "TZ",
            "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS")
    return {name: os.environ[name] for name in keep if name in os.environ}


def identity(user):
    """The Popen arguments to become `user` with all its groups."""
    if user is None:
        return {}
    import grp
    import pwd
    entry = pwd.getpwnam(user)
    groups = [group.gr_gid for group in grp.getgrall() if user in group.gr_mem]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": groups, "cwd": "/"}


def run(arguments, user=None, environment=None, input_bytes=None):
    """Runs to the end; returns its standard output as bytes. A failure carries what it said."""
    done = subprocess.run([str(part) for part in arguments], input=input_bytes, capture_output=True,
                          env={**clean_environment(), **(environment or {})}, check=False, **identity(user))
    if done.returncode != 0:
        words = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise StageError(f"{pathlib.Path(arguments[0]).name} {arguments[1] if len(arguments) > 1 else ''} ended with "
                         f"{done.returncode}: {words}")
    return done.stdout
