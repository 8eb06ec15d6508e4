"""A machine to install on: this one's own systemd as PID 1 of namespaces of its own, over a view of / that keeps nothing.

Network, processes, mounts and control groups are the machine's own. What systemd and what the scripts of `deploy` do there
reaches neither this machine's files nor its services, and ends with the machine.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Everything that may be refused where we are not allowed to do this comes before the last line.
BOOT = r"""
set -eu
view=$1 layers=$2; shift 2
mount -t tmpfs tmpfs "$layers"
mkdir "$layers/upper" "$layers/work"
mount -t overlay overlay -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" "$view"
mount -t proc proc "$view/proc"
mount -t sysfs sysfs "$view/sys"
mount -t cgroup2 cgroup2 "$view/sys/fs/cgroup"
mount -t tmpfs -o mode=0755,nosuid,nodev tmpfs "$view/run"
mount -t tmpfs -o mode=1777 tmpfs "$view/tmp"
mount -t tmpfs -o mode=0755 tmpfs "$view/dev"
for name in null zero full random urandom tty; do cp -a "/dev/$name" "$view/dev/"; done
mkdir "$view/dev/pts" "$view/dev/shm"
ln -s /proc/self/fd "$view/dev/fd"
ln -s pts/ptmx "$view/dev/ptmx"
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$view/dev/pts"
for folder in "$@"; do mkdir -p "$view$folder"; mount --rbind "$folder" "$view$folder"; done
mkdir -p "$view/etc/systemd/system" "$view/var/log/journal"
rm -f "$view/etc/machine-id"
: >"$view/etc/machine-id"
# The kernel's settings are not the machine's own; nothing else of this machine is to start.
ln -sf /dev/null "$view/etc/systemd/system/systemd-sysctl.service"
printf '[Unit]\nRequires=sysinit.target dbus.socket\nAfter=sysinit.target dbus.socket\n' >"$view/etc/systemd/system/machine.target"
cd "$view"
mkdir -p .outside
pivot_root . .outside
umount -l /.outside
mount --make-rshared /
echo boots >&2
exec env -i container=candor PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=journal --show-status=no systemd.unit=machine.target
"""

# What a machine with a console has, and namespaces have not: holds a terminal open as /dev/tty1.
CONSOLE = """
import os, subprocess
ours, theirs = os.openpty()
open("/dev/tty1", "w").close()
subprocess.run(["mount", "--bind", os.ttyname(theirs), "/dev/tty1"], check=True)
print("ready", flush=True)
while True:
    os.read(ours, 4096)
"""


class Machine:
    """`folders` of this machine are in the other at the same places, writable. SkipTest where the system lets nobody do this."""

    def __init__(self, folders):
        if os.geteuid() != 0:
            raise unittest.SkipTest("namespaces with a systemd of their own need root")
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="candor-machine-"))
        self._group = _control_groups() / self._folder.name
        self._group.mkdir()
        for name in ("view", "layers"):
            (self._folder / name).mkdir()
        self._log = open(self._folder / "log", "w+", encoding="utf-8")
        self._console = None
        self._outer = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--net", "--cgroup", "bash", "-c", BOOT, "boot",
             self._folder / "view", self._folder / "layers", *folders],
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            preexec_fn=lambda: (self._group / "cgroup.procs").write_text(str(os.getpid())))
        self._wait_for_boot()

    def close(self):
        if self._console:
            self._console.kill()
            self._console.wait()
        self._outer.kill()  # --kill-child: PID 1 goes with it, and all that is in its namespace
        self._outer.wait()
        self._log.close()
        _until(lambda: "populated 0" in (self._group / "cgroup.events").read_text(), 30, "the machine's processes to end")
        for group in sorted((path for path in self._group.rglob("*") if path.is_dir()), reverse=True):
            group.rmdir()
        self._group.rmdir()
        shutil.rmtree(self._folder)

    def run(self, *words, check=True):
        """Runs to its end as root; the words it said on standard output."""
        done = subprocess.run(self.inside(words), capture_output=True, text=True, check=False, timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, words))} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def path(self, inside):
        """Where a file of the machine is for us."""
        return pathlib.Path(f"/proc/{self._first}/root{inside}")

    def give_console(self):
        self._console = subprocess.Popen(self.inside(["python3", "-c", CONSOLE]), stdin=subprocess.DEVNULL,
                                         stdout=subprocess.PIPE, text=True)
        assert self._console.stdout.readline() == "ready\n"

    def wait_for(self, condition, what, deadline_s=30):
        _until(condition, deadline_s, what)

    def inside(self, words):
        """The command that runs these words in the machine."""
        return ["nsenter", "-t", str(self._first), "--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup", "env", "-i", "HOME=/root",
                "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", *map(str, words)]

    def _wait_for_boot(self):
        def booted():
            said = (self._folder / "log").read_text(encoding="utf-8")
            if self._outer.poll() is not None and "boots" not in said:
                raise unittest.SkipTest(f"this system does not let us: {said.strip()}")
            return "boots" in said
        _until(booted, 30, "namespaces")
        self._first = int(pathlib.Path(f"/proc/{self._outer.pid}/task/{self._outer.pid}/children").read_text())
        _until(lambda: self.run("systemctl", "is-active", "machine.target", check=False) == "active\n", 60, "systemd")


def _control_groups():
    """Where version 2 is mounted, alone or beside version 1."""
    mounts = [line.split() for line in pathlib.Path("/proc/mounts").read_text().splitlines()]
    found = [pathlib.Path(place) for _, place, kind, *_ in mounts if kind == "cgroup2"]
    if not found:
        raise unittest.SkipTest("this system has no control groups of version 2")
    return found[0]


def _until(condition, deadline_s, what):
    end = time.monotonic() + deadline_s
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited {deadline_s} s for {what}")
        time.sleep(0.05)
