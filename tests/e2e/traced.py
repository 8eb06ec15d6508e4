"""kiosk-app under strace: which files it writes, which sockets it opens, which programs it starts."""

import os
import pathlib
import re
import signal
import time

TRACED = "%network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,execve,execveat"
WRITES = re.compile(r'(?:open|openat)\((?:AT_FDCWD, )?"([^"\n]*)", [^)\n]*O_(?:WRONLY|RDWR|CREAT)[^)\n]*\) += \d')
MAKES = re.compile(r'\b(?:creat|mkdir|mkdirat|rename|renameat|renameat2|link|linkat|symlink|symlinkat)\((?:AT_FDCWD, )?"([^"]*)".*\) = 0')
STARTS = re.compile(r'execve(?:at)?\((?:\d+, )?"([^"]*)".*\) = 0')
SOCKETS = re.compile(r"socket\((\w+),")


class Traced:
    """`before`: words of a command that runs another, as unshare does."""

    def __init__(self, stage, display, before=()):
        self.log = stage.logs / "strace.log"
        self._program, self.robot = stage.start_kiosk(display, before=[*before, "strace", "-f", "-qq", "-o", self.log, "-e", f"trace={TRACED}", "--seccomp-bpf"])
        self.pid = self._traced()

    def _traced(self):
        """The kiosk's process: the one that strace started."""
        children = pathlib.Path(f"/proc/{self._program.pid}/task/{self._program.pid}/children")
        end = time.monotonic() + 10
        while not (found := children.read_text().split()):
            assert time.monotonic() < end, "strace started nothing"
            time.sleep(0.02)
        return int(found[-1])

    def running(self):
        return self._program.running()

    def stop(self):
        """The exit status, which strace passes on."""
        os.kill(self.pid, signal.SIGTERM)
        return self._program.wait()

    def found(self, pattern):
        return set(pattern.findall("\n".join(whole_calls(self.log.read_text(errors="replace")))))


def whole_calls(trace):
    """Of each call its line, also where strace wrote it in two because another thread called in between."""
    begun = {}
    for line in trace.splitlines():
        thread, _, call = line.partition(" ")
        if call.endswith("<unfinished ...>"):
            begun[thread] = call.removesuffix("<unfinished ...>")
        elif call.lstrip().startswith("<... ") and "resumed>" in call:
            yield begun.pop(thread, "") + call.partition("resumed>")[2]
        else:
            yield call
