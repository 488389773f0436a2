"""rig: a real Debian 12 in QEMU, with serial adapters to plug in and pull out. See README.md.

    with VM() as vm:                        # boots on a fresh overlay disk
        vm.plug("gate", port=1)             # /dev/ttyUSB0, driven by ftdi_sio
        wire = vm.wire("gate")              # a socket: the other end of that cable
        print(vm.run("ls -l /dev/serial/by-id").out)
"""
import atexit, base64, contextlib, datetime, fcntl, json, os, random
import shutil, signal, socket, subprocess, tempfile, threading, time, zlib
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
QEMU = "qemu-system-x86_64"


class RigError(Exception):
    pass


class Result(NamedTuple):
    code: int
    out: str
    err: str


def kvm_works():
    """True if KVM can run Debian's kernel here. A software KVM (pvm) makes VMs too,
    but emulates such a kernel instruction by instruction, far slower than TCG does."""
    if not any(Path("/sys/module", name).exists() for name in ("kvm_intel", "kvm_amd")):
        return False
    try:
        with open("/dev/kvm", "rb+", buffering=0) as kvm:
            os.close(fcntl.ioctl(kvm, 0xAE01, 0))           # KVM_CREATE_VM
        return True
    except OSError:
        return False


class JSONSocket:
    """The framing that QMP and the guest agent share: one JSON object a line."""

    def __init__(self, path, timeout=10):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(timeout)
        self.sock.connect(str(path))
        self.buffer = b""

    def send(self, execute, **arguments):
        self.sock.sendall(json.dumps({"execute": execute, "arguments": arguments}).encode() + b"\n")

    def receive(self, timeout):
        end = time.monotonic() + timeout
        while b"\n" not in self.buffer:
            self.sock.settimeout(max(0.001, end - time.monotonic()))
            data = self.sock.recv(1 << 16)
            if not data:
                raise ConnectionError("QEMU closed the connection")
            self.buffer += data
        line, self.buffer = self.buffer.split(b"\n", 1)
        return json.loads(line.rpartition(b"\xff")[2] or b"{}")

    def close(self):
        self.sock.close()


class VM:
    """One virtual machine in one folder; a second VM object on the same folder drives
    the same running machine."""

    def __init__(self, folder=None, *, base=None, warm=True, rtc=None, memory=512, cpus=2, lifetime=3600, accel=None):
        self.temporary = folder is None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="rig-")).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.base, self.warm = base, warm
        self.rtc, self.memory, self.cpus, self.lifetime = rtc, memory, cpus, lifetime
        self.accel = accel or os.environ.get("DUTYCLOCK_VM_ACCEL") or ("kvm" if kvm_works() else "tcg")
        self.slow = 1 if self.accel == "kvm" else 4         # stretches our own waits under TCG
        self.process = self._qmp = self._agent = None
        self.started = 0.0
        self.lock = threading.RLock()

    # ---- power ---------------------------------------------------------------

    def boot(self, rtc=None, timeout=None):
        """Start the machine; returns the seconds until systemd had started everything.

        A new folder's first start is warm: it goes on from a saved state, of `base`
        (a folder that save() made) or of an idle machine of this shape, which is made
        when first needed. Every other start is a real one, from the kernel on.
        """
        if self.pid():
            raise RigError(f"already running in {self.folder}")
        image = Path(subprocess.run([HERE / "build-image"], check=True, text=True,
                                    stdout=subprocess.PIPE).stdout.strip())
        self.rtc = rtc or self.rtc
        disk, base = self.folder / "disk.qcow2", None
        if not disk.exists():
            base = Path(self.base).resolve() if self.base else self._idle(image) if self.warm else None
            backing = ["qcow2", base / "disk.qcow2"] if base else ["raw", image / "root.img"]
            subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", *backing[:1], "-b", *backing[1:], disk],
                           check=True)
        for old in (*self.folder.glob("*.sock"), self.folder / "qemu.pid"):
            old.unlink(missing_ok=True)
        (self.folder / "share").mkdir(exist_ok=True)
        self.disconnect()
        incoming = ["-incoming", f"exec:cat '{base / 'state'}'"] if base else []
        self.started = time.monotonic()
        with open(self.folder / "qemu.log", "wb") as log:
            self.process = subprocess.Popen(
                ["timeout", "-k", "5", str(self.lifetime), *self.command(image), *incoming],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        if base:
            self._resume()
        self.wait_ready(timeout)
        if base:                                            # it woke up at the time it was saved
            self.set_time(self.rtc or f"@{time.time():.3f}")
            self.run("hwclock --systohc --utc")
        return time.monotonic() - self.started

    def _resume(self):
        end = time.monotonic() + 30 * self.slow
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError):
                if self.qmp("query-status")["status"] == "paused":
                    return self.qmp("cont")
            time.sleep(0.05)
        raise RigError("QEMU did not resume: " + (self.folder / "qemu.log").read_text()[-2000:])

    def _idle(self, image):
        """The folder with the saved state of an idle machine of this shape."""
        shape = [subprocess.run([QEMU, "--version"], stdout=subprocess.PIPE).stdout,
                 *(word for word in self.command(image) if not word.startswith("base="))]
        folder = image / f"idle-{zlib.crc32(repr(shape).encode()):08x}"
        with open(image / ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                with tempfile.TemporaryDirectory(prefix="rig-", dir=image) as making:
                    vm = VM(making, warm=False, rtc="2026-01-01T00:00:00", lifetime=600,
                            memory=self.memory, cpus=self.cpus, accel=self.accel)
                    with vm:
                        vm.save(f"{making}/saved")
                    os.rename(f"{making}/saved", folder)
        return folder

    def save(self, folder):
        """Save the running machine and its disk for VM(base=folder), and end it. Unplug everything first."""
        if self.plugged():
            raise RigError(f"still plugged in: {', '.join(self.plugged())}")
        Path(folder).mkdir(parents=True)
        self.run("umount -q /mnt/rig; sync", check=False)
        self.qmp("stop")
        self.qmp("migrate", uri=f"exec:cat > '{Path(folder).resolve() / 'state'}'")
        while (status := self.qmp("query-migrate")["status"]) in ("setup", "active", "device"):
            time.sleep(0.05)
        if status != "completed":
            raise RigError(f"could not save: {status}")
        self.qmp("quit")
        self._wait_end(20)
        self.disconnect()
        os.rename(self.folder / "disk.qcow2", Path(folder, "disk.qcow2"))

    def command(self, image):
        def chardev(name, *more):
            return ["-chardev", ",".join([f"socket,id={name},path={name}.sock,server=on,wait=off", *more])]
        rtc = self.rtc
        if isinstance(rtc, datetime.datetime):
            rtc = rtc.strftime("%Y-%m-%dT%H:%M:%S")
        return [
            QEMU, "-nodefaults", "-no-user-config", "-display", "none", "-vga", "none",
            "-name", "dutyclock-rig", "-pidfile", "qemu.pid",
            "-machine", "q35,i8042=off,vmport=off,sata=off,smbus=off", "-accel", self.accel,
            "-cpu", "max,kvmclock=off" if self.accel == "kvm" else "qemu64",
            "-smp", str(self.cpus), "-m", str(self.memory),
            "-kernel", str(image / "vmlinuz"), "-initrd", str(image / "initrd.img"),
            "-append", "root=/dev/vda rw console=ttyS0 quiet",
            "-rtc", f"base={rtc},clock=vm" if rtc else "base=utc",
            "-drive", "file=disk.qcow2,if=none,id=disk,cache=writeback",
            "-device", "virtio-blk-pci,drive=disk", "-device", "virtio-rng-pci", "-device", "vmgenid,guid=auto",
            "-virtfs", "local,path=share,mount_tag=rig,security_model=none",
            "-chardev", "socket,id=qmp,path=qmp.sock,server=on,wait=off", "-mon", "qmp,mode=control",
            *chardev("agent"), "-device", "virtio-serial-pci",
            "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            *chardev("ttyS0", "logfile=console.log", "logappend=on"),
            "-device", "isa-serial,chardev=ttyS0,index=0",
            *chardev("ttyS1"), "-device", "isa-serial,chardev=ttyS1,index=1",
            "-device", "qemu-xhci,id=xhci,p2=15,p3=15",
        ]

    def wait_ready(self, timeout=None):
        """Wait until the guest agent answers and systemd has started everything."""
        end = time.monotonic() + (timeout or 60 * self.slow)
        while time.monotonic() < end:
            if self.process and self.process.poll() is not None:
                raise RigError("QEMU ended: " + (self.folder / "qemu.log").read_text()[-2000:])
            with contextlib.suppress(OSError, ConnectionError):
                if self._sync(0.2 * self.slow):
                    self.run("systemctl is-system-running --wait", check=False, timeout=end - time.monotonic())
                    return
            time.sleep(0.05)
        console = self.folder / "console.log"
        raise RigError("the guest did not start: " + console.read_text(errors="replace")[-2000:])

    def pid(self):
        """QEMU's process id while it runs in this folder, else None."""
        try:
            pid = int((self.folder / "qemu.pid").read_text())
            ours = os.path.realpath(f"/proc/{pid}/cwd") == str(self.folder)
            return pid if ours and QEMU.encode() in Path(f"/proc/{pid}/cmdline").read_bytes() else None
        except (OSError, ValueError):
            return None

    def _wait_end(self, timeout):
        end = time.monotonic() + timeout
        while self.pid():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        if self.process:
            self.process.wait(10)
            self.process = None
        return True

    def power_cut(self, after=0.0):
        """Pull the mains plug: what the guest had not flushed to its disk is lost.
        boot() starts it again from the same disk, its battery clock having gone on."""
        time.sleep(after)
        pid = self.pid()
        if pid:
            os.kill(pid, signal.SIGKILL)
            self._wait_end(10)
        if self.rtc and self.started:
            base = datetime.datetime.fromisoformat(str(self.rtc))
            self.rtc = base + datetime.timedelta(seconds=int(time.monotonic() - self.started))
        self.disconnect()

    def reset(self, wait=True):
        """Press the reset button; plugged devices stay plugged."""
        self.qmp("system_reset")
        if self._agent:
            self._agent.close()
            self._agent = None
        if wait:
            time.sleep(0.5)
            self.wait_ready()

    def disconnect(self):
        for connection in (self._qmp, self._agent):
            if connection:
                connection.close()
        self._qmp = self._agent = None

    def __enter__(self):
        try:
            self.boot()
        except BaseException:
            self.__exit__()
            raise
        atexit.register(self.power_cut)
        return self

    def __exit__(self, *_):
        self.power_cut()
        atexit.unregister(self.power_cut)
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    # ---- the guest -------------------------------------------------------------

    def _sync(self, timeout):
        """Open or resynchronise the agent's channel; True if the agent answered."""
        if not self._agent:
            self._agent = JSONSocket(self.folder / "agent.sock")
        mark = random.getrandbits(30)
        self._agent.sock.sendall(b"\xff")                   # drops a half-read command
        self._agent.send("guest-sync", id=mark)
        end = time.monotonic() + timeout
        try:
            while time.monotonic() < end:
                if self._agent.receive(end - time.monotonic()).get("return") == mark:
                    return True
        except ConnectionError:
            self._agent.close()
            self._agent = None
        except (TimeoutError, ValueError):
            pass
        return False

    def agent(self, execute, **arguments):
        with self.lock:
            if not self._agent and not self._sync(5 * self.slow):
                raise RigError("the guest agent does not answer")
            self._agent.send(execute, **arguments)
            try:
                reply = self._agent.receive(15 * self.slow)
            except (TimeoutError, ConnectionError):
                self._agent.close()
                self._agent = None
                raise RigError("the guest agent stopped answering") from None
        if "error" in reply:
            raise RigError(reply["error"]["desc"])
        return reply["return"]

    def run(self, command, *, timeout=60, check=True, input=None):
        """Run a bash command as root in the guest; code 124 when it took too long."""
        given = {"input-data": base64.b64encode(input.encode()).decode()} if input is not None else {}
        pid = self.agent("guest-exec", path="/usr/bin/timeout", **given, **{"capture-output": True},
                         arg=["-k", "2", str(max(1, timeout)), "/bin/bash", "-c", command])["pid"]
        wait, end = 0.005, time.monotonic() + timeout + 10 * self.slow
        while not (status := self.agent("guest-exec-status", pid=pid))["exited"]:
            if time.monotonic() > end:
                raise RigError(f"no end of: {command}")
            time.sleep(wait)
            wait = min(wait * 1.5, 0.1)
        out, err = (base64.b64decode(status.get(key, "")).decode(errors="replace")
                    for key in ("out-data", "err-data"))
        result = Result(status.get("exitcode", 128 + status.get("signal", 0)), out, err)
        if check and result.code:
            raise RigError(f"exit {result.code} of: {command}\n{out}{err}")
        return result

    def until(self, command, timeout=10):
        """Repeat a guest command until it succeeds; its output."""
        end = time.monotonic() + timeout * self.slow
        while (result := self.run(command, check=False)).code:
            if time.monotonic() > end:
                raise RigError(f"never true in {timeout} s: {command}\n{result.out}{result.err}")
            time.sleep(0.05)
        return result.out

    def _shared(self, command, timeout):
        self.run("mountpoint -q /mnt/rig || mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000 "
                 f"rig /mnt/rig; {command}", timeout=timeout)

    def copy_in(self, source, target, mode="755", timeout=120):
        """Copy a file from the host, flushed to the guest's disk."""
        with tempfile.TemporaryDirectory(dir=self.folder / "share") as passing:
            shutil.copyfile(source, Path(passing, "file"))
            self._shared(f"install -D -m {mode} /mnt/rig/{Path(passing).name}/file '{target}' && sync '{target}'",
                         timeout)

    def set_time(self, when):
        """Step the guest's clock (a datetime or what date(1) reads), not its battery clock."""
        self.run(f"date -s '{when}' >/dev/null")

    # ---- devices ---------------------------------------------------------------

    def qmp(self, execute, timeout=15, event=None, **arguments):
        """A QMP command; with event=(name, device), also wait for that event."""
        with self.lock:
            if not self._qmp:
                self._qmp = JSONSocket(self.folder / "qmp.sock")
                self._qmp.receive(timeout)                  # the greeting
                self.qmp("qmp_capabilities")
            self._qmp.send(execute, **arguments)
            reply = None
            while reply is None or event:
                message = self._qmp.receive(timeout)
                if "error" in message:
                    raise RigError(f"{execute}: {message['error']['desc']}")
                if "return" in message:
                    reply = message["return"]
                elif event and (message.get("event"), message.get("data", {}).get("device")) == event:
                    event = None
            return reply

    def plugged(self):
        """What was plugged in, as {id: QEMU device type}."""
        return {item["name"]: item["type"][6:-1] for item in self.qmp("qom-list", path="/machine/peripheral")
                if item["type"].startswith("child<usb-")}

    def _chardev(self, name):
        (self.folder / f"{name}.sock").unlink(missing_ok=True)
        address = {"type": "unix", "data": {"path": f"{name}.sock"}}
        self.qmp("chardev-add", id=name, backend={"type": "socket", "data": {
            "addr": address, "server": True, "wait": False}})

    def plug(self, id, *, port, serial=None):
        """Plug an FTDI adapter into a port of the USB controller; `wire(id)` is its other end."""
        self._chardev(id)
        named = {"serial": serial} if serial else {}
        try:
            self.qmp("device_add", driver="usb-serial", id=id, bus="xhci.0", port=str(port), chardev=id,
                     **{"always-plugged": True}, **named)
        except RigError:
            self._forget(id)
            raise

    def unplug(self, id):
        """Pull the device out, as a hand does: the guest gets no warning."""
        self.qmp("device_del", id=id, event=("DEVICE_DELETED", id))
        self._forget(id)

    def _forget(self, id):
        with contextlib.suppress(RigError):
            self.qmp("chardev-remove", id=id)
        (self.folder / f"{id}.sock").unlink(missing_ok=True)

    def wire(self, id):
        """The other end of a serial line ("gate", "ttyS1"), as a connected socket."""
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(10)
        line.connect(str(self.folder / f"{id}.sock"))
        return line
