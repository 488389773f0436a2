"""A school's computer in the virtual machine: the daemon as installed, its readers, and the people who ask."""
import collections, contextlib, functools, json, operator, threading, time, traceback
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = "/var/lib/dutyclock"
EVERYTHING = "--last 1000000 --format json"


class Checks:
    """What was looked at, one line each; a failed check does not end the run, a scenario that breaks does fail."""

    def __init__(self):
        self.failed = 0
        self.began = time.monotonic()

    def __call__(self, passed, what, seen=""):
        self.failed += not passed
        line = f"{'PASS' if passed else 'FAIL'} {time.monotonic() - self.began:5.0f} s  {what}"
        print(f"{line}: {seen}" if seen != "" else line, flush=True)
        return passed

    def same(self, found, expected, what):
        return self(found == expected, what, found if found == expected else f"{found!r}, expected {expected!r}")

    @contextlib.contextmanager
    def part(self, name):
        print(f"---- {name}", flush=True)
        try:
            yield
        except Exception as error:
            traceback.print_exc()
            self(False, name, f"broke off: {error}")


@functools.cache
def vector(name):
    """The bytes of a captured frame of the wire format tests."""
    lines = (REPOSITORY / "Tests/WireFormatsTests/Vectors/rdm6300.jsonl").read_text().splitlines()
    return next(bytes.fromhex(v["hex"]) for v in map(json.loads, lines) if v["name"] == name)


def frame(number, version=0x0A):
    """The 14 bytes that an RDM6300 sends for a card of 32 bits: STX, ten hex digits, their XOR, ETX."""
    data = bytes([version]) + number.to_bytes(4, "big")
    return b"\x02" + f"{data.hex()}{functools.reduce(operator.xor, data):02x}".upper().encode() + b"\x03"


assert frame(0x004D7603) == vector("rdm6300-0A004D7603")
assert frame(0xE3086CED, version=0x62) == vector("rdm6300-seeed-62E3086CED")


def readme(heading):
    """The commands of a section, one each line."""
    section = (REPOSITORY / "README.md").read_text().split(f"\n{heading}\n")[1].split("\n## ")[0]
    return [line.strip() for line in section.splitlines() if line.startswith("    ")]


class School:
    """The machine with dutyclock installed by the README, one reader in one place."""

    PLACE = 1                               # the USB port that the reader belongs in
    READER = "gate"
    MEMBER, OUTSIDER = "wangfang", "outsider"
    EXAMPLE = "pci-0000:00:14.0-usb-0:2:1.0"    # the place that the README talks of

    def __init__(self, vm, release, check):
        self.vm, self.release, self.check = vm, Path(release), check

    # ---- installation ----------------------------------------------------------

    def install(self):
        """Follows the README, word for word but for the place of the reader, up to the start."""
        vm = self.vm
        for program in ("dutyclockd", "dutyclock"):
            vm.copy_in(self.release / program, f"/root/dutyclock/.build/release/{program}")
        for file in (*REPOSITORY.glob("systemd/*.*"), *REPOSITORY.glob("udev/*.rules")):
            vm.copy_in(file, f"/root/dutyclock/{file.relative_to(REPOSITORY)}", "644")
        controller = vm.run("cd /sys/bus/pci/drivers/xhci_hcd && echo 0000:*").out.strip()
        self.path = f"pci-{controller}-usb-0:{self.PLACE}:1.0"
        vm.run(f"useradd {self.MEMBER}; useradd {self.OUTSIDER}")
        self.configure()
        *preparing, self.starting = readme("## As a service")
        for command in preparing:
            vm.run(f"cd /root/dutyclock && {command.replace(self.EXAMPLE, self.path)}")

    def configure(self, text=None):
        self.write("/etc/dutyclock/dutyclock.json5", text or f"""
            // One reader, named by the socket that it is plugged into.
            {{
              zone: "Asia/Shanghai",
              devices: {{
                {self.READER}: {{ driver: "rdm6300", port: "/dev/serial/by-path/{self.path}-port0", place: "gate" }},
              }},
            }}
            """)

    def write(self, path, text):
        self.vm.run(f"mkdir -p $(dirname {path}) && cat >{path}", input=text)

    # ---- the service -----------------------------------------------------------

    def systemctl(self, words, check=True):
        return self.vm.run(f"systemctl {words}", check=check, timeout=60 * self.vm.slow)

    def shown(self, *properties):
        """What systemd says of the service."""
        lines = self.vm.run(f"systemctl show dutyclockd -p {','.join(properties)}").out.splitlines()
        found = dict(line.split("=", 1) for line in lines)
        return [found[name] for name in properties]

    @property
    def pid(self):
        return int(self.shown("MainPID")[0])

    @contextlib.contextmanager
    def no_restart(self):
        """A killed daemon stays dead meanwhile."""
        folder = "/run/systemd/system/dutyclockd.service.d"
        self.write(f"{folder}/stay-dead.conf", "[Service]\nRestart=no\n")
        self.systemctl("daemon-reload")
        try:
            yield
        finally:
            self.vm.run(f"rm -r {folder}")
            self.systemctl("daemon-reload")

    def kill(self):
        self.systemctl("kill --kill-whom=main --signal=SIGKILL dutyclockd")

    # ---- the reader ------------------------------------------------------------

    def plug(self):
        self.vm.plug(self.READER, port=self.PLACE, serial="A10GATE")

    def unplug(self):
        self.vm.unplug(self.READER)

    def send(self, *frames):
        """Lets the reader say these bytes; it is there and its session is up."""
        with self.vm.wire(self.READER) as wire:
            wire.sendall(b"".join(frames))

    # ---- questions -------------------------------------------------------------

    def cli(self, words, user="root", check=True, input=None):
        as_user = "" if user == "root" else f"runuser -u {user} -- "
        return self.vm.run(f"LC_ALL=C.UTF-8 {as_user}dutyclock {words}", check=check, input=input)

    def facts(self, kind=None, user="root"):
        """Lines of `dutyclock log`, oldest first, as they are printed."""
        which = f" --kind {kind}" if kind else ""
        return self.cli(f"log {EVERYTHING}{which}", user).out.splitlines()

    def says(self, kind):
        return [json.loads(line)["says"] for line in self.facts(kind)]

    def raw(self):
        """The bytes on the wire of every punch in the log."""
        return self.vm.run(f"sqlite3 -readonly {DATA}/events.db "
                           "'SELECT hex(raw) FROM fact WHERE kind = 1 ORDER BY seq'").out.split()

    def wait(self, question, answer, seconds=10):
        """Asks until the answer is as wanted, or the time is over; the last answer."""
        end = time.monotonic() + seconds * self.vm.slow
        while (found := question()) != answer and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def status(self):
        """The state of the reader, by `dutyclock status`."""
        lines = self.cli("status --format json", check=False).out.splitlines()
        return json.loads(lines[0]).get("state") if lines else None

    def journal(self, lines=40):
        return self.vm.run(f"journalctl -u dutyclockd -o short-monotonic --no-pager -n {lines}", check=False).out


class Queue(threading.Thread):
    """Cards held to the reader one after the other, each once, until told to stop."""

    def __init__(self, school, first):
        super().__init__(daemon=True)
        self.school, self.first, self.sent, self.ended = school, first, 0, threading.Event()

    def run(self):
        with self.school.vm.wire(self.school.READER) as wire:
            while not self.ended.wait(0.05):
                try:
                    wire.sendall(frame(self.first + self.sent))
                except OSError:             # nobody reads any more
                    return
                self.sent += 1

    def stop(self):
        self.ended.set()
        self.join(15)


def missing_or_doubled(shown, kept):
    """The lines of `shown` that are not in `kept` exactly once."""
    count = collections.Counter(kept)
    return [line for line in shown if count[line] != 1]
