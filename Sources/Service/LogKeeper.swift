import AttendanceModel
import EventLog
import Evidence
import Runtime

/// The owner of the log in the daemon: everything that waits becomes durable in one transaction, before anyone is told.
///
/// While the log cannot be written, commands are refused and what readers saw is kept and tried again; it also goes to
/// the spool, so that it outlives this process.
actor LogKeeper {
    private let thread: EventLoop
    private let intake: Intake
    private let clock: any HostClock
    private let journal: Journal
    private let directory: String
    private var store: LogStore?
    private var spool: Spool?
    /// What readers saw and the log has not taken yet.
    private var kept: [Submission] = []
    private var importing: (id: UInt64, session: ImportSession)?
    private var lastImport: UInt64 = 0
    private var hasNews = false
    private var isInTrouble = false
    private var socketPath = ""
    private var lastCheckpoint: Instant?

    private static let firstDelay = Duration.milliseconds(250)
    private static let longestDelay = Duration.seconds(2)

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    init(thread: EventLoop, intake: Intake, clock: any HostClock, journal: Journal, directory: String) {
        self.thread = thread
        self.intake = intake
        self.clock = clock
        self.journal = journal
        self.directory = directory
    }

    private var now: Instant { Instant(milliseconds: clock.now()) }

    // MARK: Opening

    /// Becomes the owner and writes what the spool still holds. A damaged log is set aside and a new one begun.
    func open(socketPath: String) throws(ServiceError) {
        self.socketPath = socketPath
        do throws(LogError) {
            _ = try openStore()
        } catch {
            guard case .damaged = error else { throw ServiceError(error) }
            do throws(LogError) { _ = try startNewSegment(because: error) } catch { throw ServiceError(error) }
        }
        openSpool()
        noteUncleanEnd()
        noteSize()
    }

    /// The store, opened again when an attempt to begin a new log failed.
    private func openStore() throws(LogError) -> LogStore {
        if let store { return store }
        let clock = clock
        let opened = try LogStore.open(directory: directory, program: "dutyclockd", socketPath: socketPath) {
            Instant(milliseconds: clock.now())
        }
        store = opened
        return opened
    }

    private func startNewSegment(because error: LogError) throws(LogError) -> LogStore {
        let clock = clock
        importing = nil
        try? store?.close()
        store = nil
        let (fresh, setAside) = try LogStore.startNewSegment(
            directory: directory, program: "dutyclockd", socketPath: socketPath
        ) { Instant(milliseconds: clock.now()) }
        store = fresh
        journal.log(.error, "\(error) It is set aside as \(setAside), and a new log goes on recording.")
        return fresh
    }

    private func openSpool() {
        do throws(Errno) {
            let spool = try Spool(directory: directory)
            self.spool = spool
            let left = try spool.read()
            guard !left.isEmpty else { return }
            journal.log(.notice, "\(left.count) punches of the last run wait in the spool and are written now.")
            kept = left.map { Submission(facts: [$0], reply: nil) }
            commit([])
        } catch {
            journal.log(.warning, "There is no spool beside the log in \(directory): \(error).")
        }
    }

    /// A daemon that was killed could not say so: its readers were lost when it last gave a sign of life (D.9).
    private func noteUncleanEnd() {
        guard let store, let spool, let alive = spool.lastAlive else { return }
        do throws(LogError) {
            let reports = try LogReader.open(directory: store.directory).facts(FactQuery(kinds: [.session]))
            var up: [String: Fact] = [:]
            for fact in reports {
                guard case .session(let report) = fact.body else { continue }
                up[fact.source] = report.state == .up ? fact : nil
            }
            let author = Account.own
            let facts = up.values.sorted { $0.seq < $1.seq }.map { fact in
                NewFact(
                    .session(SessionReport(state: .lost, reason: "The daemon ended without being stopped.")),
                    at: max(alive, fact.at ?? alive), source: fact.source, author: author)
            }
            if !facts.isEmpty { commit([Submission(facts: facts, reply: nil)]) }
        } catch {
            journal.log(.error, "\(error)")
        }
    }

    // MARK: Writing

    /// Writes whatever comes until the mailbox is closed, then gives the log back.
    func serve() async {
        var delay = Self.firstDelay
        while true {
            if kept.isEmpty {
                let incoming = await intake.waiting.next()
                if incoming.isEmpty { break }
                commit(incoming)
                delay = Self.firstDelay
            } else {
                if intake.waiting.isClosed, intake.waiting.count == 0 { break }
                _ = await thread.sleep(for: delay)
                delay = min(delay * 2, Self.longestDelay)
                commit(kept.count < Intake.capacity ? intake.waiting.takeAll() : [])
            }
        }
        close()
    }

    private func commit(_ incoming: [Submission]) {
        let batch = (kept + incoming).filter { !$0.facts.isEmpty }
        kept = []
        guard !batch.isEmpty else { return }
        do throws(LogError) {
            let store = try openStore()
            let results = try store.append(batch.flatMap(\.facts))
            answer(batch, results)
        } catch {
            if case .damaged = error { return recover(batch, error) }
            // Whatever else it is may pass: a folder that is not there, a command that has the log for a moment.
            guard case .refused = error else { return wait(batch, error) }
            guard batch.count > 1 else {
                journal.log(.error, "\(error)")
                return refuse(batch, error)
            }
            // One of them is at fault: alone it can be told from the others.
            for submission in batch { commit([submission]) }
        }
    }

    /// Goes on in a new log; what cannot be written there either waits like on a full disk.
    private func recover(_ batch: [Submission], _ error: LogError) {
        do throws(LogError) {
            answer(batch, try startNewSegment(because: error).append(batch.flatMap(\.facts)))
        } catch let second {
            wait(batch, second)
        }
    }

    private func answer(_ batch: [Submission], _ results: [Appended]) {
        hasNews = true
        if isInTrouble {
            isInTrouble = false
            journal.log(.notice, "The log is written again; nothing that readers saw was lost.")
        }
        // A spool that cannot be emptied only repeats what the log then knows.
        try? spool?.clear()
        intake.update { status in
            status.store = .fine
            status.waiting = 0
        }
        spool?.giveSignOfLife(at: now)
        noteSize()
        var rest = results[...]
        for submission in batch {
            submission.reply?.resume(returning: .success(Array(rest.prefix(submission.facts.count))))
            rest = rest.dropFirst(submission.facts.count)
        }
    }

    /// Keeps what readers saw, and refuses what people can say again.
    private func wait(_ batch: [Submission], _ error: LogError) {
        kept += batch.filter { $0.reply == nil }
        refuse(batch.filter { $0.reply != nil }, error)
        let count = kept.count
        if !isInTrouble { journal.log(.error, "\(error) What readers see is kept and tried again.") }
        isInTrouble = true
        let now = now
        intake.update { status in
            let since = if case .failing(let since, _) = status.store { since } else { now }
            status.store = .failing(since: since, reason: error.description)
            status.waiting = count
        }
        do throws(Errno) {
            try spool?.write(kept.flatMap(\.facts))
        } catch {
            journal.log(.error, "The spool in \(directory) cannot be written either: \(error).")
        }
    }

    private func refuse(_ batch: [Submission], _ error: LogError) {
        for submission in batch { submission.reply?.resume(returning: .failure(error)) }
    }

    private func noteSize() {
        guard let size = store?.size else { return }
        intake.update { $0.facts = size }
    }

    // MARK: Imports

    /// Begins an import; one at a time, so that a second is told to wait.
    func beginImport(_ request: ImportRequest, author: String) throws(ServiceError) -> UInt64 {
        guard let store else { throw ServiceError(.closed(path: directory)) }
        guard importing == nil else {
            throw .refused("Another file is being imported; try again when it is done.", exitStatus: 75)
        }
        lastImport += 1
        importing = (lastImport, try ImportSession(request, store: store, author: author, now: now))
        return lastImport
    }

    func importChunk(_ id: UInt64, _ bytes: [UInt8]) throws(ServiceError) {
        try session(id).take(bytes, between: serveBetween)
    }

    func finishImport(_ id: UInt64) throws(ServiceError) -> ImportOutcome {
        let session = try session(id)
        importing = nil
        defer {
            hasNews = true
            noteSize()
        }
        return try session.finish(between: serveBetween)
    }

    /// Forgets an import whose sender is gone; its rows stay, and the same file again completes it.
    func abandonImport(_ id: UInt64) {
        if importing?.id == id { importing = nil }
    }

    private func session(_ id: UInt64) throws(ServiceError) -> ImportSession {
        guard let importing, importing.id == id else {
            throw .refused("This import was given up; import the file again.", exitStatus: 75)
        }
        return importing.session
    }

    /// Punches do not wait for a file: they join its open transaction and commit it.
    private func serveBetween() {
        guard kept.isEmpty else { return }
        let incoming = intake.waiting.takeAll()
        if !incoming.isEmpty { commit(incoming) }
        // `serve` waits for something new; what could not be written is to be tried again without it.
        if !kept.isEmpty { intake.waiting.post(Submission(facts: [], reply: nil)) }
    }

    // MARK: Housekeeping

    /// What can be done when there is nothing to do; called twice a minute at most.
    func tidy() {
        spool?.giveSignOfLife(at: now)
        guard hasNews, importing == nil, kept.isEmpty, let store else { return }
        hasNews = false
        do throws(LogError) {
            try store.tidy()
            let isDue = lastCheckpoint.map { now.milliseconds(since: $0) >= 3_600_000 } ?? true
            if isDue { try logCheckpoint(store) }
        } catch {
            journal.log(.error, "\(error)")
        }
    }

    private func logCheckpoint(_ store: LogStore) throws(LogError) {
        let checkpoint = try store.checkpoint()
        lastCheckpoint = now
        journal.log(
            .notice, "Checkpoint \(checkpoint)",
            fields: [
                ("MESSAGE_ID", "6b6f8c4f2d7e4b0d9a1f3c5e7a9b1d20"), ("DUTYCLOCK_TREE_SIZE", "\(checkpoint.size)"),
                ("DUTYCLOCK_ROOT", "\(checkpoint.root)"),
            ])
    }

    private func close() {
        refuse(intake.waiting.takeAll(), .closed(path: directory))
        guard let store else { return }
        self.store = nil
        importing = nil
        do throws(LogError) {
            spool?.giveSignOfLife(at: now)
            try logCheckpoint(store)
            try store.close()
        } catch {
            journal.log(.error, "\(error)")
        }
        if !kept.isEmpty {
            journal.log(
                .error, "\(kept.count) punches could not be written; they wait in the spool for the next start.")
        }
    }
}
