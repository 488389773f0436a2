"""What must hold of the installed daemon. Called by `run`: scenarios.py FOLDER-WITH-BINARIES short|long..."""
import json, sys, time
from rig import VM
from school import DATA, EVERYTHING, Checks, Queue, School, frame, missing_or_doubled, vector
import endurance

MONDAY = "2026-11-23T07:40:00"


def session_words(school):
    """What became of the reader, without reasons."""
    return [word.split(":")[0] for word in school.says("session")]


def starts(school, check):
    before = "ttyUSB" in school.vm.run("cat /proc/devices").out
    result = school.vm.run(school.starting, check=False, timeout=60 * school.vm.slow)
    active, sub, status = school.shown("ActiveState", "SubState", "StatusText")
    check.same((result.code, active, sub), (0, "active", "running"), "the service told systemd that it is ready")
    check(status != "", "systemctl status has a line of the daemon's own", status)
    check.same((before, "ttyUSB" in school.vm.run("cat /proc/devices").out), (False, True),
               "the kernel learnt of USB serial ports before the daemon was confined")
    check.same(school.vm.run(f"stat -c '%A %U %G' {DATA}").out.strip(), "drwxr-s--- dutyclockd dutyclock",
               "the data directory belongs to those who may read it")
    check.same(school.wait(lambda: session_words(school), ["lost"]), ["lost"], "a reader that is not there is a fact")
    check.same(school.status(), "lost", "dutyclock status says so")


def plugged_in_later(school, check):
    school.plug()
    expected = ["lost", "connected"]
    check.same(school.wait(lambda: session_words(school), expected), expected,
               "a reader plugged in after the start is taken into service")
    node = school.vm.run("stat -Lc '%A %U %G' /dev/dutyclockd/*-port0").out.strip()
    check.same(node, "crw-rw---- root dutyclockd", "its port belongs to the service alone and has a name by place")
    refused = school.vm.run(f"runuser -u {school.MEMBER} -- cat /dev/dutyclockd/*-port0", check=False)
    check("Permission denied" in refused.err, "others cannot open it", refused.err.strip())


def punches(school, check):
    card = vector("rdm6300-seeed-62E3086CED")
    school.send(card, card, card)           # as the module repeats itself while the card lies there
    school.wait(lambda: len(school.facts("punch")), 1)
    time.sleep(school.vm.slow)              # long enough for a second one to show
    check.same(len(school.facts("punch")), 1, "a card held to the reader is one punch")
    check.same(school.raw(), [card.hex().upper()], "the punch keeps the bytes of the wire")


def pulled_out(school, check):
    school.send(frame(0x1001)[:7])
    time.sleep(0.2 * school.vm.slow)
    school.unplug()
    expected = ["lost", "connected", "lost"]
    check.same(school.wait(lambda: session_words(school), expected), expected, "a surprise removal is a fact")
    check.same(len(school.facts("punch")), 1, "half a frame is no punch")
    check.same(school.status(), "lost", "dutyclock status says so")


def plugged_in_again(school, check):
    school.plug()
    expected = ["lost", "connected", "lost", "connected"]
    check.same(school.wait(lambda: session_words(school), expected), expected, "the reader is back")
    school.send(frame(0x1001)[7:], frame(0x1002))
    check.same(school.wait(lambda: len(school.facts("punch")), 2), 2,
               "the other half of the old frame is no punch, the next card is")
    check.same(school.raw()[-1], frame(0x1002).hex().upper(), "it is the second card")
    check.same(school.status(), "up", "dutyclock status says up")


def killed(school, check):
    shown, sessions, pid = school.facts(), len(school.facts("session")), school.pid
    school.kill()
    check(school.wait(lambda: school.pid not in (0, pid), True, 15), "systemd starts a killed daemon again", school.pid)
    check.same(school.wait(lambda: len(school.says("session")) > sessions, True), True, "its reader is taken up again")
    check.same(missing_or_doubled(shown, school.facts()), [], "everything shown before is there once")
    school.send(frame(0x1003))
    check.same(school.wait(lambda: len(school.facts("punch")), 3), 3, "and the next punch comes in")


def asked_by_others(school, check, when):
    expected = school.facts()
    found = school.cli(f"log {EVERYTHING}", school.MEMBER, check=False)
    check(found.code == 0 and found.out.splitlines() == expected != [], f"{when}: a member of the group reads the log",
          found.err.strip() or f"{len(found.out.splitlines())} facts")
    refused = school.cli("log --format json", school.OUTSIDER, check=False)
    check((refused.code, refused.out) == (77, ""), f"{when}: an outsider does not",
          f"exit {refused.code}, {refused.err.strip() or refused.out[:80]}")


def others(school, check):
    asked_by_others(school, check, "daemon running")
    with school.no_restart():
        school.kill()
        school.wait(lambda: school.shown("ActiveState"), ["failed"])
        asked_by_others(school, check, "daemon killed")
    school.systemctl("reset-failed dutyclockd")
    school.systemctl("start dutyclockd")
    school.systemctl("stop dutyclockd")
    asked_by_others(school, check, "daemon stopped")
    school.systemctl("start dutyclockd")


def written_by_others(school, check):
    before = len(school.facts())
    refused = school.cli("record closure --date 2026-11-24 --reason typhoon", school.OUTSIDER, check=False)
    check(refused.code == 77 and len(school.facts()) == before, "an outsider records nothing",
          f"exit {refused.code}, {refused.err.strip()}")
    done = school.cli("record closure --date 2026-11-24 --reason typhoon", school.MEMBER, check=False)
    check(done.code == 0, "a member of the group records that the school stays closed",
          f"exit {done.code}, {(done.err or done.out).strip()}")
    authors = [json.loads(line)["author"] for line in school.facts("closure")]
    uid = school.vm.run(f"id -u {school.MEMBER}").out.strip()
    check(len(authors) == 1 and school.MEMBER in authors[0] and uid in authors[0], "the log names its author", authors)


def written_without_daemon(school, check):
    school.systemctl("stop dutyclockd")
    refused = school.cli("record closure --date 2026-11-25 --reason flood", school.MEMBER, check=False)
    check(refused.code == 77 and "dutyclockd has to run" in refused.err,
          "without the daemon a member of the group writes nothing", f"exit {refused.code}, {refused.err.strip()}")
    done = school.cli("record closure --date 2026-11-25 --reason flood", check=False)
    check(done.code == 0, "root does, as the owner of the log for that moment", (done.err or done.out).strip())
    started = school.systemctl("start dutyclockd", check=False)
    before = len(school.facts("punch"))
    check.same((started.code, school.wait(school.status, "up")), (0, "up"), "the daemon takes the log over again")
    school.send(frame(0x1004))
    check.same(school.wait(lambda: len(school.facts("punch")), before + 1), before + 1, "and writes into it")


def stopped_in_a_queue(school, check):
    vm, first = school.vm, 0x2000
    school.wait(school.status, "up")
    vm.run("systemd-run -q --unit=watcher -p StandardOutput=truncate:/run/shown "
           "dutyclock log --follow --kind punch --format json")
    before = school.facts("punch")
    queue = Queue(school, first)
    queue.start()
    vm.until("test $(wc -l </run/shown) -ge 10", 20)
    took = float(vm.run("a=$(date +%s%N); systemctl stop dutyclockd; b=$(date +%s%N); echo $(((b - a) / 1000000))").out)
    queue.stop()
    time.sleep(1)
    vm.run("systemctl stop watcher")
    check(took < 5000, "systemctl stop takes less than 5 s while cards come", f"{took / 1000:.2f} s")
    check.same(school.shown("ActiveState", "Result"), ["inactive", "success"], "it ended in order")
    shown, kept = vm.run("cat /run/shown").out.splitlines(), school.facts("punch")
    check(len(shown) >= 10 and missing_or_doubled(shown, kept) == [], "every punch shown before is in the log once",
          f"{len(shown)} shown, {len(kept) - len(before)} kept, {queue.sent} cards")
    raw = school.raw()[len(before):]
    check(raw == [frame(first + n).hex().upper() for n in range(len(raw))], "and none between them is missing",
          f"{len(raw)} in a row")
    school.systemctl("start dutyclockd")


def confined(school, check):
    exposure = school.vm.run("systemd-analyze security --no-pager --threshold=10 dutyclockd.service", check=False)
    check(exposure.code == 0, "the running unit is confined", exposure.out.strip().splitlines()[-1].strip())
    maps = school.vm.run(f"awk '$2 ~ /w/ && $2 ~ /x/' /proc/{school.pid}/maps").out
    check.same(maps, "", "no memory is both writable and executable")
    threads = school.vm.run(f"cat /proc/{school.pid}/task/*/comm").out.split()
    check(len(threads) <= 5, "few threads", " ".join(threads))


def misconfigured(school, check):
    school.configure("{ zone: 'Asia/Shanghai',\n  devices: { gate: { driver: 'telepathy', port: '/dev/null' } } }\n")
    school.systemctl("reload dutyclockd")
    check(school.vm.until("journalctl -u dutyclockd | grep 'json5:2.*telepathy'") != "" and school.status() == "up",
          "a faulty configuration read again changes nothing, and the journal says why")
    school.systemctl("stop dutyclockd")
    school.systemctl("start dutyclockd", check=False)
    time.sleep(7)                           # longer than RestartSec=
    state = school.shown("ActiveState", "ExecMainStatus", "NRestarts")
    check.same(state, ["failed", "78", "0"], "a start with it is not tried again and again")
    journal = school.journal(10)
    check("dutyclock.json5:2" in journal, "the journal says where the fault is",
          next((line for line in journal.splitlines() if "json5" in line), journal))
    school.configure()
    school.systemctl("start dutyclockd")


def verified(school, check):
    result = school.cli("verify", check=False)
    check(result.code == 0, "the log verifies", " ".join((result.out + result.err).split()))


SHORT = (starts, plugged_in_later, punches, pulled_out, plugged_in_again, killed, others, written_by_others,
         written_without_daemon, stopped_in_a_queue, confined, misconfigured, verified)


def main(release, *names):
    check = Checks()
    with VM(rtc=MONDAY) as vm:
        school = School(vm, release, check)
        with check.part("installation"):
            school.install()
        for scenario in (*SHORT, *(endurance.LONG if "long" in names else ())):
            with check.part(scenario.__name__.replace("_", " ")):
                scenario(school, check)
        if check.failed and vm.pid():
            print("---- the journal of the daemon", school.journal(), sep="\n")
    print(f"---- {check.failed} checks failed, {time.monotonic() - check.began:.0f} s", flush=True)
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
