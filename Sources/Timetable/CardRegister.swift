package import AttendanceModel

/// Who had which card and which machine's user id, and when: cards.csv and the `card` facts as one timeline a card.
///
/// What was said last holds for the time it is about. A row of cards.csv was said when the first of an unbroken run of
/// versions with it was published, so that publishing an unchanged row again takes nothing back; rows of one version
/// stand beside each other. An `issued` without `from` is from always, but takes nothing from anybody: only a stated
/// moment moves a card from one person to another. Withdrawn facts must be left out by the caller.
package struct CardRegister: Sendable {
    /// A card is a person's from `from` until before `to`.
    package struct Holding: Hashable, Sendable {
        package var key: CardKey
        package var person: PersonID
        package var from: LocalDateTime?
        /// Exclusive.
        package var to: LocalDateTime?
        /// `issued`, `temporary` or `lost`: a lost card stays its holder's, and nobody's evidence.
        package var status: CardStatus
        /// The fact that says it; nil for a row of cards.csv.
        package var fact: Int64?

        package func holds(at time: LocalDateTime) -> Bool {
            (from.map { $0 <= time } ?? true) && (to.map { time < $0 } ?? true)
        }
    }

    /// Whose a credential was.
    package enum Found: Hashable, Sendable {
        /// One person, or all to whom cards.csv gives the card at that time (D.8, 9).
        case persons([PersonID])
        /// Nobody has or had it.
        case unknown
        /// It was this person's, at another time.
        case ended(PersonID)
        /// Reported lost before.
        case lost(PersonID)
        /// The short number fits cards of several persons, by id; never guessed (card-readers.md 2.6).
        case ambiguous([PersonID])
    }

    private enum Bucket: Hashable {
        case user(DeviceID, String)
        case number(UInt32)
        case text(String)
        case writing(DeviceID, String)
    }

    private struct Entry {
        var holding: Holding
        /// The card as all readers know it.
        let credential: Credential
    }

    private var entries: [Bucket: [Entry]] = [:]
    private let readers: [DeviceID: [ReaderClaim]]

    /// `claims` and `readers` are those in force, in the order of the log.
    package init(_ rows: [CardAssignment], claims: [CardClaim] = [], readers: [ReaderClaim] = []) {
        self.readers = Dictionary(grouping: readers, by: \.reader)
        let rows = rows.sorted { ($0.said ?? .distantPast) < ($1.said ?? .distantPast) }
        var next = rows.startIndex
        for claim in claims.sorted(by: { ($0.said, $0.fact) < ($1.said, $1.fact) }) {
            while next < rows.endIndex, rows[next].said ?? .distantPast <= claim.said {
                add(rows[next])
                next += 1
            }
            add(claim)
        }
        for row in rows[next...] { add(row) }
    }

    // MARK: Asking

    /// Who had what `device` saw, at `time`, which is the corrected one (D.8, 9).
    package func find(_ credential: Credential, at device: DeviceID, time: LocalDateTime) -> Found {
        let taught = read(credential, at: device, time: time)
        var same: [Entry] = []
        var possible: [Entry] = []
        var buckets = Self.buckets(credential, at: device)
        if taught != credential { buckets += Self.buckets(taught, at: device).filter { !buckets.contains($0) } }
        for bucket in buckets {
            for entry in entries[bucket] ?? [] {
                switch Self.match(entry.credential, taught, credential) {
                case .same: same.append(entry)
                case .possible: possible.append(entry)
                case .different: break
                }
            }
        }
        let fitting = same.isEmpty ? possible : same
        let current = fitting.filter { $0.holding.holds(at: time) }
        let persons = Set(current.map(\.holding.person))
        // One card may be two persons' by cards.csv; two cards that a reader cannot tell apart are nobody's evidence.
        let isOneCard = current.allSatisfy { one in
            current.allSatisfy { Self.isSame(one.credential, $0.credential) }
        }
        if persons.count > 1, !isOneCard { return .ambiguous(persons.sorted()) }
        return Self.holder(of: fitting.map(\.holding), at: time)
    }

    /// What `device` saw, read as it was taught: a text that nobody could read becomes a number.
    package func read(_ credential: Credential, at device: DeviceID, time: LocalDateTime?) -> Credential {
        guard case .card(let number) = credential, let taught = profile(of: device, at: time)?.read(seen: number) else {
            return credential
        }
        return .card(taught)
    }

    /// How a reader writes numbers at `time`, as it was taught; nil time is now and later.
    package func profile(of reader: DeviceID, at time: LocalDateTime?) -> CardProfile? {
        readers[reader]?.last { claim in
            guard let from = claim.from, let time else { return true }
            return from <= time
        }?.profile
    }

    /// Every holding, by key, then from the earliest on.
    package var holdings: [Holding] {
        entries.values.flatMap { $0.map(\.holding) }.sorted { left, right in
            (left.key.text, left.from?.wallSeconds ?? .min, left.person.text)
                < (right.key.text, right.from?.wallSeconds ?? .min, right.person.text)
        }
    }

    /// The holdings of the same card, from the earliest on; not those that are only possibly the same.
    package func holdings(of key: CardKey) -> [Holding] {
        let credential = effective(key, from: nil)
        return Self.buckets(credential, at: key.device).flatMap { entries[$0] ?? [] }
            .filter { Self.isSame($0.credential, credential) }.map(\.holding)
            .sorted { ($0.from?.wallSeconds ?? .min) < ($1.from?.wallSeconds ?? .min) }
    }

    // MARK: Building

    private mutating func add(_ row: CardAssignment) {
        let holding = Holding(
            key: CardKey(row.credential, device: row.device), person: row.person, from: row.from, to: row.to,
            status: .issued, fact: nil)
        take(holding.key, from: row.from, to: row.to) { $0.fact != nil }
        put(holding)
    }

    private mutating func add(_ claim: CardClaim) {
        switch claim.status {
        case .issued, .temporary:
            guard let person = claim.person else { return }
            let holding = Holding(
                key: claim.key, person: person, from: claim.from, to: claim.to, status: claim.status, fact: claim.fact)
            if claim.from == nil {
                for free in gaps(in: holding) { put(free) }
            } else {
                take(claim.key, from: claim.from, to: claim.to)
                put(holding)
            }
        case .returned: take(claim.key, from: claim.from, to: claim.to)
        case .lost, .found:
            for taken in take(claim.key, from: claim.from, to: claim.to) {
                var holding = taken
                if claim.status == .lost || taken.status == .lost {
                    holding.status = claim.status == .lost ? .lost : .issued
                    holding.fact = claim.fact
                }
                put(holding)
            }
        }
    }

    /// Ends what was said of the card before, within `from`..<`to`, and returns what was taken away.
    @discardableResult
    private mutating func take(
        _ key: CardKey, from: LocalDateTime?, to: LocalDateTime?, where isMeant: (Holding) -> Bool = { _ in true }
    ) -> [Holding] {
        let credential = effective(key, from: from)
        var taken: [Holding] = []
        for bucket in Self.buckets(credential, at: key.device) {
            entries[bucket] = entries[bucket]?.flatMap { entry -> [Entry] in
                guard isMeant(entry.holding), Self.isSame(entry.credential, credential) else { return [entry] }
                var rest: [Entry] = []
                var inside = entry.holding
                if let from, inside.from.map({ $0 < from }) ?? true {
                    guard inside.to.map({ from < $0 }) ?? true else { return [entry] }
                    var before = entry
                    before.holding.to = from
                    inside.from = from
                    rest.append(before)
                }
                if let to, inside.to.map({ to < $0 }) ?? true {
                    guard inside.from.map({ $0 < to }) ?? true else { return [entry] }
                    var after = entry
                    after.holding.from = to
                    inside.to = to
                    rest.append(after)
                }
                taken.append(inside)
                return rest
            }
        }
        return taken
    }

    private mutating func put(_ holding: Holding) {
        let credential = effective(holding.key, from: holding.from)
        guard let bucket = Self.buckets(credential, at: holding.key.device).first else { return }
        entries[bucket, default: []].append(Entry(holding: holding, credential: credential))
    }

    /// The parts of a holding in which nobody has the card.
    private func gaps(in whole: Holding) -> [Holding] {
        var gaps: [Holding] = []
        var start = whole.from
        for other in holdings(of: whole.key) {
            if let from = other.from, start.map({ $0 < from }) ?? true, whole.to.map({ from < $0 }) ?? true {
                var gap = whole
                gap.from = start
                gap.to = from
                gaps.append(gap)
            }
            guard let to = other.to else { return gaps }
            start = max(start ?? to, to)
        }
        guard whole.to.map({ end in start.map { $0 < end } ?? true }) ?? true else { return gaps }
        var rest = whole
        rest.from = start
        return gaps + [rest]
    }

    /// What one reader writes as the number that it was taught to be.
    private func effective(_ key: CardKey, from: LocalDateTime?) -> Credential {
        guard let device = key.device, !key.credential.isMachineUser else { return key.credential }
        return read(key.credential, at: device, time: from)
    }

    // MARK: Comparing

    /// Where a card is filed; the first is its own place, the others are where cards lie that may be the same.
    private static func buckets(_ credential: Credential, at device: DeviceID?) -> [Bucket] {
        switch credential {
        case .machineUser(let id): return device.map { [.user($0, id)] } ?? []
        case .card(let number):
            if let n24 = number.n24 { return [.number(n24)] }
            let text = number.full ?? ""
            return (device.map { [.writing($0, text)] } ?? []) + [.text(text)]
        }
    }

    private static func match(_ known: Credential, _ taught: Credential, _ seen: Credential) -> CardNumber.Match {
        guard case .card(let number) = known else { return known == seen ? .same : .different }
        var best = CardNumber.Match.different
        // A text may have been enrolled as it is; a number that the reader writes otherwise is not the card it looks like.
        let isText = if case .card(let number) = seen { number.n24 == nil } else { false }
        for credential in isText ? [taught, seen] : [taught] {
            guard case .card(let read) = credential else { continue }
            switch number.match(read) {
            case .same: return .same
            case .possible: best = .possible
            case .different: break
            }
        }
        return best
    }

    private static func isSame(_ left: Credential, _ right: Credential) -> Bool {
        if left == right { return true }
        guard case .card(let one) = left, case .card(let other) = right else { return false }
        return one.match(other) == .same
    }

    private static func holder(of holdings: [Holding], at time: LocalDateTime) -> Found {
        guard let last = holdings.max(by: { ($0.from?.wallSeconds ?? .min) < ($1.from?.wallSeconds ?? .min) }) else {
            return .unknown
        }
        let current = holdings.filter { $0.holds(at: time) }
        var persons: [PersonID] = []
        for holding in current where holding.status != .lost && !persons.contains(holding.person) {
            persons.append(holding.person)
        }
        if !persons.isEmpty { return .persons(persons) }
        if let lost = current.first { return .lost(lost.person) }
        return .ended(last.person)
    }
}

extension Credential {
    fileprivate var isMachineUser: Bool {
        if case .machineUser = self { true } else { false }
    }
}

extension Instant {
    fileprivate static let distantPast = Instant(milliseconds: .min)
}
