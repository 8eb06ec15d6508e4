"""A machine with a running systemd, for a test: namespaces of its own over this system's files. Nothing that happens in it
reaches the disk, except in the folders that are shared with it."""

import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

BOOT_DEADLINE_S = 120

# Everything that changes lies in a tmpfs that only these namespaces see. /proc/sys and /sys are the kernel's, not the
# machine's: read only.
BOOT = r"""
set -eu
machine=$1; shift
mount -t tmpfs -o mode=755 tmpfs "$machine"
mkdir "$machine/upper" "$machine/work" "$machine/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$machine/upper,workdir=$machine/work" "$machine/root"
cd "$machine/root"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for folder in run tmp var/lib/candor; do
    mkdir -p "$folder"
    mount -t tmpfs -o mode=755 tmpfs "$folder"
done
mount -t tmpfs -o mode=755 tmpfs dev
for node in null:3 zero:5 full:7 random:8 urandom:9; do mknod -m 666 "dev/${node%:*}" c 1 "${node#*:}"; done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=666,mode=620 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for shared; do
    mkdir -p ".$shared"
    mount --rbind "$shared" ".$shared"
done
rm -rf etc/systemd/system/*.target.wants
: >etc/machine-id
mkdir before
pivot_root . before
umount -l /before
mount --make-rshared /
exec env -i container=test PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin /lib/systemd/systemd --unit=basic.target \
    --show-status=no
"""
NAMESPACES = ("--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup")


class Machine:
    """`shared`: folders that are the same inside and outside."""

    def __init__(self, *shared):
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="candor-machine-"))
        self._log = (self._folder.parent / (self._folder.name + ".log")).open("w+", encoding="utf-8", errors="replace")
        self._unshare = subprocess.Popen(["unshare", *NAMESPACES, "--fork", "--kill-child", "--propagation", "private", "bash", "-c",
                                          BOOT, "boot", str(self._folder), *map(str, shared)],
                                         stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT)
        end = time.monotonic() + BOOT_DEADLINE_S
        while self.run("systemctl", "is-active", "basic.target").stdout.strip() != "active":
            if self._unshare.poll() is not None or time.monotonic() > end:
                self.stop()
                self._log.seek(0)
                raise unittest.SkipTest("no systemd can be started in namespaces here: " + self._log.read()[-300:])
            time.sleep(0.2)

    def run(self, *words, **options):
        """As root, inside."""
        first = pathlib.Path(f"/proc/{self._unshare.pid}/task/{self._unshare.pid}/children").read_text(encoding="ascii").split()
        if not first:
            return subprocess.CompletedProcess(words, 1, "", "the machine is not running")
        return subprocess.run(["nsenter", "--target", first[0], *NAMESPACES, *map(str, words)], capture_output=True, text=True,
                              check=False, timeout=120, stdin=subprocess.DEVNULL, **options)

    def stop(self):
        self._unshare.send_signal(signal.SIGKILL)
        self._unshare.wait()
        pathlib.Path(self._log.name).unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)
