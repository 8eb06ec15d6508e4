"""The systemd units, users and install scripts: accepted by systemd's own tools, and true to the programs they start."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = pathlib.Path(os.environ["CANDOR_BUILD"]) / "bin"
REQUESTS = ROOT / "firmware-config" / "session" / "requests"
UNITS = sorted([*(ROOT / "firmware-config" / "session").glob("*.service"), *(ROOT / "deploy" / "server").glob("*.service")],
               key=lambda unit: unit.name)
# What each program reads from its credentials folder.
CREDENTIALS = {
    "kiosk-app": {"store.key", "device-signing.key"},
    "kiosk-syncd": {"device-tls.key"},
    "practice-server": {"ingest.key", "receipt.key", "ca.key", "tls.key", "store.key", "page.password"},
}


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=60, **options)


def settings(unit):
    """name -> values, in order."""
    found = {}
    for line in unit.read_text().splitlines():
        name, separator, value = line.partition("=")
        if separator and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


class Units(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def with_built_programs(self, unit):
        """A copy that starts the programs of this build."""
        copy = self.folder / unit.name
        copy.write_text(re.sub(r"/usr/local/bin/", f"{PROGRAMS}/", unit.read_text()))
        return copy

    def test_there_is_a_unit_for_each_program(self):
        self.assertEqual([unit.stem for unit in UNITS], ["kiosk-app", "kiosk-syncd", "practice-server"])

    def test_systemd_accepts_every_unit(self):
        for unit in UNITS:
            with self.subTest(unit=unit.name):
                verdict = run("systemd-analyze", "verify", "--man=no", self.with_built_programs(unit))
                self.assertEqual((verdict.returncode, verdict.stdout + verdict.stderr), (0, ""))

    def test_systemd_accepts_the_units_that_act_on_requests(self):
        for name in ("candor-mount-stick.service", "candor-release-stick.service", "candor-factory-reset.service"):
            copy = self.folder / name
            copy.write_text((REQUESTS / name).read_text().replace("/usr/local/lib/candor", str(REQUESTS)))
        for path in REQUESTS.glob("*.path"):
            (self.folder / path.name).write_text(path.read_text())
        for copy in sorted(self.folder.iterdir()):
            with self.subTest(unit=copy.name):
                verdict = run("systemd-analyze", "verify", "--man=no", copy)
                self.assertEqual((verdict.returncode, verdict.stdout + verdict.stderr), (0, ""))

    def test_every_request_of_the_screen_has_a_unit_that_takes_it_away(self):
        asked = set(re.findall(r'ask\("([a-z-]+)"\)', (ROOT / "kiosk/device/Requests.h").read_text()))
        self.assertEqual(asked, {path.stem.removeprefix("candor-") for path in REQUESTS.glob("*.path")})
        for name in asked:
            request = f"/run/candor/requests/{name}"
            self.assertEqual(settings(REQUESTS / f"candor-{name}.path")["PathExists"], [request])
            actions = "".join(file.read_text() for file in (REQUESTS / f"candor-{name}.service", REQUESTS / name) if file.exists())
            self.assertIn(f"rm -rf {request}", actions, "else it would be acted on for ever")

    def mounted(self, disks):
        """What mount-stick mounts where lsblk tells of these disks: {name: (transport, removable, mount points, [(part, kind)])}."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        for stale in tools.iterdir():
            stale.unlink()
        lines = [f"{name} {transport} {removable}" for name, (transport, removable, _, _) in disks.items()]
        cases = ""
        for name, (_, _, points, parts) in disks.items():
            listed = "\\n".join(" ".join(part) for part in parts)
            cases += f'*MOUNTPOINTS\\ {name}) printf "{points}\\n" ;;\n*NAME,FSTYPE\\ {name}) printf "{name}\\n{listed}\\n" ;;\n'
        scripts = {
            "lsblk": f'case "$*" in\n{cases}*) printf "%s\\n" {" ".join(repr(line) for line in lines)} ;;\nesac\n',
            "mountpoint": f'[ -e "{self.folder}/is-mounted" ]\n',
            "mount": f'echo "$*" >"{self.folder}/is-mounted"\n',
            "rm": ":\n",
        }
        for name, text in scripts.items():
            (tools / name).write_text("#!/bin/sh\n" + text)
            (tools / name).chmod(0o755)
        (self.folder / "is-mounted").unlink(missing_ok=True)
        run("sh", REQUESTS / "mount-stick", env={"PATH": f"{tools}:{os.environ['PATH']}"})
        mark = self.folder / "is-mounted"
        return mark.read_text().split()[-2] if mark.exists() else None

    def test_only_a_removable_usb_disk_that_nothing_uses_is_mounted(self):
        stick = ("usb", 1, "", [("/dev/sdb1", "vfat")])
        self.assertEqual(self.mounted({"/dev/sda": ("sata", 0, "/", [("/dev/sda1", "vfat")]), "/dev/sdb": stick}), "/dev/sdb1")
        self.assertEqual(self.mounted({"/dev/sdb": ("usb", 1, "", [("/dev/sdb1", "ext4"), ("/dev/sdb2", "exfat")])}), "/dev/sdb2")
        self.assertIsNone(self.mounted({"/dev/sdb": ("usb", 1, "/boot/efi", [("/dev/sdb1", "vfat")])}), "the kiosk runs from it")
        self.assertIsNone(self.mounted({"/dev/sdb": ("usb", 0, "", [("/dev/sdb1", "vfat")])}), "a fixed disk in a USB case")
        self.assertIsNone(self.mounted({"/dev/sdb": ("usb", 1, "", [("/dev/sdb1", "ext4")])}))
        self.assertIsNone(self.mounted({"/dev/sda": ("sata", 1, "", [("/dev/sda1", "vfat")])}))

    def test_systemd_would_not_accept_a_unit_with_a_slip(self):
        copy = self.with_built_programs(UNITS[0])
        copy.write_text(copy.read_text().replace("ProtectSystem=strict", "ProtectSystem=strickt"))
        verdict = run("systemd-analyze", "verify", "--man=no", copy)
        self.assertRegex(verdict.stdout + verdict.stderr, "(?i)protect ?system")  # 252 and 257 say it in their own ways

    def test_little_of_the_system_is_exposed(self):
        for unit in UNITS:
            with self.subTest(unit=unit.name):
                verdict = run("systemd-analyze", "security", "--offline=true", "--threshold=20", unit)
                self.assertEqual(verdict.returncode, 0, verdict.stdout.splitlines()[-1:])

    def test_every_program_runs_as_its_own_user(self):
        users = [settings(unit)["User"][0] for unit in UNITS]
        self.assertEqual(users, ["kiosk", "kiosk-sync", "practice"])

    def test_each_unit_loads_the_keys_of_its_program_encrypted_and_no_others(self):
        for unit in UNITS:
            with self.subTest(unit=unit.name):
                lines = settings(unit)
                names = set()
                for value in lines["LoadCredentialEncrypted"]:
                    name, _, path = value.partition(":")
                    self.assertEqual(path, f"/var/lib/candor/credentials/{unit.stem}/{name}")
                    names.add(name)
                self.assertEqual(names, CREDENTIALS[unit.stem])
                self.assertNotIn("LoadCredential", lines)
                self.assertNotIn("SetCredential", lines)

    def test_no_secret_reaches_core_files_or_swap(self):
        for unit in UNITS:
            with self.subTest(unit=unit.name):
                self.assertEqual(settings(unit)["LimitCORE"], ["0"])
                self.assertEqual(settings(unit)["MemorySwapMax"], ["0"])

    def test_a_screen_that_ends_or_hangs_is_back_soon_for_ever(self):
        unit = settings(UNITS[0])
        wanted = {"Restart": "always", "RestartSec": "500ms", "StartLimitIntervalSec": "0", "Type": "notify",
                  "WatchdogSec": "20s", "NotifyAccess": "main"}
        self.assertEqual({name: unit[name][0] for name in wanted}, wanted)

    def test_no_camera_is_open_to_the_screen(self):
        app = settings(UNITS[0])
        self.assertEqual(app["DevicePolicy"], ["closed"])
        self.assertEqual(app["DeviceAllow"], ["char-drm rw", "char-input rw", "char-alsa rw", "/dev/tty1 rw"])

    def test_the_screen_has_no_internet_sockets_and_the_agent_no_store(self):
        app, agent, _ = map(settings, UNITS)
        self.assertEqual(app["RestrictAddressFamilies"], ["AF_UNIX AF_NETLINK"])
        self.assertIn("-/var/lib/candor/kiosk/app ", agent["InaccessiblePaths"][0] + " ")
        writable = agent["ReadWritePaths"][0].split()
        self.assertEqual([pathlib.Path(path).name for path in writable], ["receipts", "incoming", "sync"])


class Users(unittest.TestCase):
    def test_sysusers_makes_every_user_and_group_the_units_name(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "etc").mkdir()
            made = run("systemd-sysusers", f"--root={folder}", ROOT / "firmware-config/session/candor-kiosk.sysusers.conf",
                       ROOT / "deploy/server/candor-server.sysusers.conf")
            if made.returncode != 0 and os.geteuid() != 0:
                self.skipTest("systemd-sysusers needs root here: " + made.stderr.strip())
            self.assertEqual(made.returncode, 0, made.stderr)
            users = [line.split(":") for line in (pathlib.Path(folder) / "etc/passwd").read_text().splitlines()]
            groups = {line.split(":")[0]: line.split(":")[3] for line in (pathlib.Path(folder) / "etc/group").read_text().splitlines()}
        shells = {user[0]: user[6] for user in users}
        for unit in UNITS:
            self.assertEqual(shells[settings(unit)["User"][0]], "/usr/sbin/nologin")
            named = [settings(unit)["Group"][0], *settings(unit).get("SupplementaryGroups", [""])[0].split()]
            self.assertLessEqual(set(named), set(groups), f"{unit.name} would fail with status 216/GROUP")
        self.assertEqual(set(groups["candor-spool"].split(",")), {"kiosk", "kiosk-sync"})


class Installation(unittest.TestCase):
    def install(self, script, *programs):
        with tempfile.TemporaryDirectory() as folder:
            done = run(ROOT / script, "--programs", PROGRAMS, "--root", folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            files = {str(path.relative_to(folder)): path.stat().st_mode & 0o777
                     for path in pathlib.Path(folder).rglob("*") if path.is_file()}
        for name in programs:
            self.assertEqual(files[f"usr/local/bin/{name}"], 0o755)
        return files

    def test_kiosk_gets_programs_units_users_and_folders(self):
        files = self.install("deploy/kiosk/install", "kiosk-app", "kiosk-syncd")
        for name in ("etc/systemd/system/kiosk-app.service", "etc/systemd/system/kiosk-syncd.service",
                     "usr/local/lib/sysusers.d/candor-kiosk.conf", "usr/local/lib/tmpfiles.d/candor-kiosk.conf",
                     "usr/local/lib/candor/candor-film.so", "usr/local/lib/candor/speech-dispatcher/speechd.conf",
                     "usr/local/lib/candor/speech-dispatcher/modules/espeak-ng.conf"):
            self.assertEqual(files[name], 0o644)

    def test_the_voice_writes_nothing_down(self):
        lines = (ROOT / "firmware-config/session/speech-dispatcher/speechd.conf").read_text().splitlines()
        self.assertIn("LogLevel 0", lines, "what is said may be somebody's answers")

    def test_server_gets_programs_unit_user_and_folders(self):
        files = self.install("deploy/server/install", "practice-server", "practice-admin")
        for name in ("etc/systemd/system/practice-server.service", "usr/local/lib/sysusers.d/candor-server.conf",
                     "usr/local/lib/tmpfiles.d/candor-server.conf"):
            self.assertEqual(files[name], 0o644)

    def test_scripts_refuse_what_they_do_not_understand_and_change_nothing(self):
        for script in ("deploy/kiosk/install", "deploy/kiosk/users", "deploy/server/install", "deploy/enrol/enrol"):
            with self.subTest(script=script):
                done = run(ROOT / script, "--no-such-option")
                self.assertEqual(done.returncode, 2)
                self.assertIn("--no-such-option", done.stderr)
                self.assertEqual(run(ROOT / script, "--help").returncode, 0)

    def test_install_without_programs_names_what_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(ROOT / "deploy/kiosk/install", "--programs", folder, "--root", folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("kiosk-app is missing", done.stderr)

    def test_keys_are_sealed_for_the_folder_of_the_services_only(self):
        done = run(ROOT / "deploy/enrol/enrol", "candor1.rubbish", "--kiosk", "/somewhere/else", "--programs", PROGRAMS, "--seal")
        self.assertEqual(done.returncode, 1)
        self.assertIn("/var/lib/candor/kiosk", done.stderr)

    def test_enrolment_that_fails_leaves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            kiosk = pathlib.Path(folder) / "kiosk"
            done = run(ROOT / "deploy/enrol/enrol", "candor1.rubbish", "--kiosk", kiosk, "--programs", PROGRAMS, "--one-user")
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("token", done.stderr)
            self.assertFalse(kiosk.exists())


if __name__ == "__main__":
    unittest.main()
