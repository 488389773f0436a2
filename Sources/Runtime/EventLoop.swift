import CLinux
import Glibc
import Synchronization

/// One thread's loop: it runs the jobs of the actors and tasks bound to it, and waits in epoll for everything else.
///
/// The only thing in the program that waits. Dispatch's thread pool is never started: tasks begin in
/// `runToCompletion(of:)` and stay on owned threads through actors pinned to a loop and executor preferences.
package final class EventLoop: SerialExecutor, TaskExecutor {
    /// What ended a wait.
    package enum Wakeup: Sendable, Hashable {
        /// The descriptor can be read or written, or has an error or hang-up that the next call will report.
        case ready
        case timedOut
        /// The waiting task was cancelled.
        case cancelled
    }

    package enum Direction: Sendable, Hashable { case reading, writing }

    private enum Waiter {
        case announced
        case cancelledEarly
        case waiting(CheckedContinuation<Wakeup, Never>, descriptor: Int32?)
    }

    private struct Timer {
        let deadline: UInt64
        let waiter: UInt64
    }

    private struct State {
        var jobs: [UnownedJob] = []
        /// Whether the thread is in epoll_wait, or about to be, and must be woken for a new job.
        var isAsleep = false
        var isStopping = false
        var waiters: [UInt64: Waiter] = [:]
        var lastWaiter: UInt64 = 0
        /// In rising order of deadline.
        var timers: [Timer] = []
        var thread: pthread_t?
    }

    private let state = Mutex(State())
    private let threadID = Atomic<Int32>(0)
    private let poll: FileDescriptor
    private let bell: FileDescriptor
    private let timer: FileDescriptor

    private static let bellToken: UInt64 = .max
    private static let timerToken: UInt64 = .max - 1

    /// Makes a loop that nobody runs yet.
    package init() throws(Errno) {
        poll = FileDescriptor(owning: try retrying { epoll_create1(Int32(EPOLL_CLOEXEC)) })
        bell = FileDescriptor(owning: try retrying { eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK)) })
        timer = FileDescriptor(
            owning: try retrying { timerfd_create(CLOCK_BOOTTIME, Int32(TFD_CLOEXEC | TFD_NONBLOCK)) }
        )
        try watch(bell.number, EPOLLIN.rawValue, token: Self.bellToken)
        try watch(timer.number, EPOLLIN.rawValue, token: Self.timerToken)
    }

    // MARK: Executor

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = state.withLock { state in
            state.jobs.append(job)
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if mustWake { ring() }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    package func isIsolatingCurrentContext() -> Bool? {
        threadID.load(ordering: .relaxed) == cl_thread_id()
    }

    package func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "code of an owned thread runs on another thread")
    }

    // MARK: Running

    /// Runs jobs and reports events on the calling thread until `stop()`.
    package func run() {
        threadID.store(cl_thread_id(), ordering: .relaxed)
        defer { threadID.store(0, ordering: .relaxed) }
        while true {
            let (jobs, stopping) = state.withLock { state in
                let jobs = state.jobs
                state.jobs.removeAll(keepingCapacity: true)
                state.isAsleep = jobs.isEmpty && !state.isStopping
                return (jobs, state.isStopping)
            }
            for job in jobs {
                unsafe job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
            if stopping && jobs.isEmpty {
                state.withLock { $0.isStopping = false }
                return
            }
            report(atOnce: !jobs.isEmpty || stopping)
        }
    }

    /// Ends `run()` once the jobs that wait have run.
    package func stop() {
        state.withLock {
            $0.isStopping = true
            $0.isAsleep = false
        }
        ring()
    }

    /// Runs `body` as a task on this loop, with the calling thread as the loop's own, and returns when it is done.
    package func runToCompletion<Value: Sendable>(of body: @escaping @Sendable () async -> Value) -> Value {
        let result = Box<Value>()
        Task(executorPreference: self) {
            let value = await body()
            result.value.withLock { $0 = value }
            self.stop()
        }
        run()
        guard let value = result.value.withLock({ $0 }) else {
            preconditionFailure("a loop was stopped before its task was done")
        }
        return value
    }

    private func ring() {
        var one: UInt64 = 1
        // SAFETY: an eventfd takes eight bytes; a full counter (EAGAIN) means that the bell rings already.
        _ = unsafe Glibc.write(bell.number, &one, 8)
    }

    private func report(atOnce: Bool) {
        var tokens = [UInt64](repeating: 0, count: Int(CL_EPOLL_BATCH))
        // SAFETY: cl_epoll_wait writes at most CL_EPOLL_BATCH tokens. An interrupted wait reports nothing: harmless.
        let count = unsafe tokens.withUnsafeMutableBufferPointer {
            unsafe cl_epoll_wait(poll.number, $0.baseAddress, atOnce ? 0 : -1)
        }
        state.withLock { $0.isAsleep = false }
        for token in tokens.prefix(max(0, Int(count))) {
            switch token {
            case Self.bellToken: drain(bell.number)
            case Self.timerToken:
                drain(timer.number)
                reportTimers()
            default: finish(token, .ready)
            }
        }
    }

    private func drain(_ number: Int32) {
        var counter: UInt64 = 0
        // SAFETY: eventfd and timerfd give eight bytes; EAGAIN means somebody was faster.
        _ = unsafe Glibc.read(number, &counter, 8)
    }

    private func watch(_ number: Int32, _ events: UInt32, token: UInt64) throws(Errno) {
        try retrying { cl_epoll_add(poll.number, number, events, token) }
    }
}

private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}

// MARK: - Waiting

extension EventLoop {
    /// Suspends until `descriptor` is ready, `timeout` has passed, or the task is cancelled.
    ///
    /// The descriptor stays open and has no other waiter meanwhile.
    package func wait(
        for descriptor: Int32, _ direction: Direction = .reading, within timeout: Duration? = nil
    ) async -> Wakeup {
        await suspend(descriptor: descriptor, direction, timeout)
    }

    /// Suspends for `duration` (counted through suspend), or until the task is cancelled.
    package func sleep(for duration: Duration) async -> Wakeup {
        await suspend(descriptor: nil, .reading, duration)
    }

    private func suspend(descriptor: Int32?, _ direction: Direction, _ timeout: Duration?) async -> Wakeup {
        let id = state.withLock { state in
            state.lastWaiter += 1
            state.waiters[state.lastWaiter] = .announced
            return state.lastWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                begin(id, continuation, descriptor, direction, timeout)
            }
        } onCancel: {
            finish(id, .cancelled)
        }
    }

    private func begin(
        _ id: UInt64, _ continuation: CheckedContinuation<Wakeup, Never>, _ descriptor: Int32?,
        _ direction: Direction, _ timeout: Duration?
    ) {
        let early: Wakeup? = state.withLock { state in
            guard case .announced = state.waiters[id] else {
                state.waiters[id] = nil
                return .cancelled
            }
            if let descriptor {
                let events = direction == .reading ? EPOLLIN.rawValue | EPOLLRDHUP.rawValue : EPOLLOUT.rawValue
                do throws(Errno) {
                    try watch(descriptor, events, token: id)
                } catch {
                    // What cannot be watched (a plain file, say) never blocks: its next call tells what is wrong.
                    state.waiters[id] = nil
                    return .ready
                }
            }
            state.waiters[id] = .waiting(continuation, descriptor: descriptor)
            if let timeout { schedule(id, after: timeout, in: &state) }
            return nil
        }
        if let early { continuation.resume(returning: early) }
    }

    private func finish(_ id: UInt64, _ wakeup: Wakeup) {
        let continuation: CheckedContinuation<Wakeup, Never>? = state.withLock { state in
            switch state.waiters[id] {
            case nil, .cancelledEarly: return nil
            case .announced:
                state.waiters[id] = .cancelledEarly
                return nil
            case .waiting(let continuation, let descriptor):
                state.waiters[id] = nil
                state.timers.removeAll { $0.waiter == id }
                if let descriptor { _ = cl_epoll_remove(poll.number, descriptor) }
                return continuation
            }
        }
        continuation?.resume(returning: wakeup)
    }

    private func schedule(_ id: UInt64, after duration: Duration, in state: inout State) {
        let (seconds, attoseconds) = duration.components
        let bounded = UInt64(min(max(seconds, 0), 1 << 32))
        let delay = bounded * 1_000_000_000 + UInt64(max(attoseconds, 0)) / 1_000_000_000
        let deadline = Self.bootNanoseconds() &+ delay
        let place = state.timers.firstIndex { $0.deadline > deadline } ?? state.timers.count
        state.timers.insert(Timer(deadline: deadline, waiter: id), at: place)
        if place == 0 { arm(deadline) }
    }

    private func reportTimers() {
        let now = Self.bootNanoseconds()
        let due = state.withLock { state in
            let due = state.timers.prefix { $0.deadline <= now }.map(\.waiter)
            state.timers.removeFirst(due.count)
            if let next = state.timers.first { arm(next.deadline) }
            return due
        }
        for waiter in due { finish(waiter, .timedOut) }
    }

    private func arm(_ deadline: UInt64) {
        var setting = itimerspec()
        setting.it_value.tv_sec = Int(deadline / 1_000_000_000)
        setting.it_value.tv_nsec = Int(deadline % 1_000_000_000)
        // SAFETY: timerfd_settime reads one itimerspec; the old setting is not asked for.
        _ = unsafe timerfd_settime(timer.number, Int32(TFD_TIMER_ABSTIME), &setting, nil)
    }

    private static func bootNanoseconds() -> UInt64 {
        var time = timespec()
        // SAFETY: clock_gettime writes one timespec; CLOCK_BOOTTIME always exists.
        _ = unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

// MARK: - Threads

extension EventLoop {
    /// Starts a thread of at most 15 bytes of name that runs a new loop until `stopAndJoin()`.
    package static func startThread(named name: String) throws(Errno) -> EventLoop {
        let loop = try EventLoop()
        let start = unsafe Unmanaged.passRetained(ThreadStart(loop: loop, name: name))
        var thread = pthread_t()
        // SAFETY: the new thread takes over the one reference that `passRetained` made.
        let code = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                nameThread(start.name)
                start.loop.run()
                return nil
            }, start.toOpaque())
        guard code == 0 else {
            unsafe start.release()
            throw Errno(code)
        }
        loop.state.withLock { [thread] in $0.thread = thread }
        return loop
    }

    /// Ends the loop's own thread and waits until it is gone.
    package func stopAndJoin() {
        stop()
        let thread = state.withLock { state in
            defer { state.thread = nil }
            return state.thread
        }
        if let thread { _ = pthread_join(thread, nil) }
    }

    private final class ThreadStart: Sendable {
        let loop: EventLoop
        let name: String

        init(loop: EventLoop, name: String) {
            self.loop = loop
            self.name = name
        }
    }
}

/// Names the calling thread as `ps -L` and `/proc/self/task` show it; 15 bytes are kept.
package func nameThread(_ name: String) {
    // SAFETY: the kernel copies the name.
    _ = unsafe name.withCString { unsafe cl_name_thread($0) }
}
