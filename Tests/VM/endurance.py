"""What takes longer: power cuts, a clock that jumps, a daemon that hangs, and what it does while nothing happens."""
import contextlib, json, os, random, socket, threading, time
from school import Queue, frame, missing_or_doubled

CUTS = int(os.environ.get("DUTYCLOCK_VM_CUTS", "5"))
IDLE_MINUTES = float(os.environ.get("DUTYCLOCK_VM_IDLE_MINUTES", "10"))


class Screen(threading.Thread):
    """A screen on the RS-232 port that shows punches as they come, and outlives the machine's power."""

    def __init__(self, vm, old):
        super().__init__(daemon=True)
        self.old, self.text = old, b""
        self.line = vm.wire("ttyS1")
        self.line.settimeout(None)
        vm.run("stty -F /dev/ttyS1 raw -echo; systemd-run -q --unit=screen "
               "sh -c 'exec dutyclock log --follow --kind punch --format json >/dev/ttyS1'")
        self.start()

    def run(self):
        with contextlib.suppress(OSError):
            while data := self.line.recv(1 << 16):
                self.text += data

    @property
    def lines(self):
        """What was shown in full and is not old."""
        return [line for line in self.text.decode(errors="replace").split("\n")[:-1] if line not in self.old]

    def wait(self, count, seconds):
        end = time.monotonic() + seconds
        while len(self.lines) < count and time.monotonic() < end:
            time.sleep(0.05)

    def close(self):
        """Switches it off; what it has shown."""
        with contextlib.suppress(OSError):
            self.line.shutdown(socket.SHUT_RDWR)
        self.join(10)
        self.line.close()
        return self.lines


def power_cuts(school, check):
    vm, first = school.vm, 0x10000
    for cut in range(1, CUTS + 1):
        before = set(school.facts("punch"))
        screen = Screen(vm, before)
        queue = Queue(school, first)
        queue.start()
        screen.wait(5, 20 * vm.slow)
        time.sleep(random.uniform(0, 2 * vm.slow))
        if cut < CUTS:
            vm.power_cut()
        else:                               # the last time by the reset button: the reader stays plugged in
            vm.reset(wait=False)
        queue.stop()
        shown = screen.close()
        if cut < CUTS:
            vm.boot()
            school.plug()
        else:
            time.sleep(1)
            vm.wait_ready()
        check.same(school.wait(school.status, "up", 20), "up", f"power cut {cut}: the reader is back by itself")
        kept = school.facts("punch")
        lost = missing_or_doubled([*before, *shown], kept)
        check(len(shown) >= 5 and lost == [], f"power cut {cut}: every punch shown before is in the log once",
              lost or f"{len(shown)} shown, {len(kept) - len(before)} kept, {queue.sent} cards")
        first += queue.sent
        result = school.cli("verify", check=False)
        check(result.code == 0, f"power cut {cut}: the log verifies", " ".join((result.out + result.err).split()))


def clock_jumps(school, check):
    vm, pid = school.vm, school.pid
    for number, (jump, date) in enumerate((("+3 days", "2026-11-26"), ("-10 days", "2026-11-16"))):
        before = len(school.facts("punch"))
        vm.set_time(f"{date} 02:00:00")
        school.send(frame(0x9000 + number))
        found = school.wait(lambda: len(school.facts("punch")), before + 1)
        last = json.loads(max(school.facts("punch"), key=lambda line: json.loads(line)["fact"]))
        check(found == before + 1 and last["time"].startswith(f"{date} 10:0"),
              f"clock {jump}: a punch carries the time that the computer shows", last["time"])
    time.sleep(90)                          # more than WatchdogSec=
    check.same(school.pid, pid, "the daemon lives through both jumps")
    check.same(school.status(), "up", "its reader too")


def hangs(school, check):
    """SIGSTOP stands for a deadlock: the beat stops, and systemd must notice."""
    shown, pid = school.facts(), school.pid
    school.vm.run(f"kill -STOP {pid}")
    time.sleep(60)                          # WatchdogSec=
    check(school.wait(lambda: school.pid not in (0, pid), True, 30), "a daemon that hangs is started again")
    reason = school.vm.run("journalctl -b -u dutyclockd | grep -c Watchdog.timeout", check=False).out.strip()
    check.same(reason, "1", "because the watchdog missed its beat")
    check.same(school.wait(school.status, "up"), "up", "its reader is taken up again")
    check.same(missing_or_doubled(shown, school.facts()), [], "everything shown before is there once")


def switches(school):
    """Per thread of the daemon: name, and how often it went to sleep by itself or was put aside."""
    text = school.vm.run(f"cd /proc/{school.pid}/task; for t in *; do cat $t/comm; "
                         "awk '/ctxt_switches/ {print $2}' $t/status; done").out.split()
    return [(text[n], int(text[n + 1]), int(text[n + 2])) for n in range(0, len(text), 3)]


def idle(school, check):
    """A silent reader: nothing but the watchdog's round, every 30 s, may wake a thread."""
    time.sleep(30)
    before = switches(school)
    time.sleep(IDLE_MINUTES * 60)
    after = switches(school)
    check.same([name for name, *_ in after], [name for name, *_ in before], "the same threads all the time")
    total = 0
    for (name, voluntary, involuntary), (_, v, i) in zip(after, before):
        total += voluntary - v
        check(True, f"idle {IDLE_MINUTES:g} min, thread {name}", f"{voluntary - v} voluntary, {involuntary - i} forced")
    rounds = IDLE_MINUTES * 2
    quiet = [name for (name, *old), (_, *new) in zip(before, after) if new[0] - old[0] < rounds - 1]
    check.same(quiet, [], "the watchdog's round goes through every thread")
    check(total <= (rounds + 1) * len(after) * 2, "an idle daemon sleeps",
          f"{total / IDLE_MINUTES:.1f} wake-ups a minute of {len(after)} threads together")


LONG = (power_cuts, clock_jumps, hangs, idle)
