import AttendanceModel
import TextCodec

/// A line of facts.csv that is in force; an object, since many tables point to the same line.
final class Entered {
    let seq: Int64
    let source: String
    let author: String
    let at: Instant?
    let recorded: Instant
    let uncertaintyMilliseconds: Int64
    let entry: Entry
    /// When it was noted, as the paper says or else as it was recorded, on the school's wall clock.
    let noted: LocalDateTime

    init(_ fact: Fact, _ entry: Entry, zone: ZoneRules) {
        self.seq = fact.seq
        self.source = fact.source
        self.author = fact.author
        self.at = fact.at
        self.recorded = fact.recorded
        self.uncertaintyMilliseconds = fact.uncertaintyMilliseconds
        self.entry = entry
        self.noted = entry.noted ?? zone.local(at: fact.recorded)
    }

    func covers(_ date: LocalDate) -> Bool { entry.dates?.contains(date) ?? false }

    /// Whether it is about this duty and post; blank columns mean all (D.8, "Files").
    func concerns(_ duty: DutyID, post: String) -> Bool {
        (entry.duty.map { $0 == duty } ?? true) && (entry.post.map { $0 == post } ?? true)
    }
}

/// The facts known at one moment: each once, in the order of the log, apart by kind, with withdrawals applied.
struct KnownFacts {
    /// Withdraws the punch of a person at a machine at a time (D.8, "Files").
    struct PunchRetraction {
        let seq: Int64
        let date: LocalDate
        let person: PersonID
        let device: String
        let time: LocalTime
    }

    private(set) var punches: [Fact] = []
    private(set) var sessions: [(fact: Fact, report: SessionReport)] = []
    private(set) var imports: [(fact: Fact, report: ImportReport)] = []
    private var entries: [FactKind: [Entered]] = [:]
    private var entriesByDate: [LocalDate: [FactKind: [Entered]]] = [:]
    /// By date and by the post that they name: there is one for each post, and every duty asks for its own.
    private var formsByDate: [LocalDate: [String?: [Entered]]] = [:]
    /// The withdrawing fact, by the number of the withdrawn one.
    private(set) var retractedBy: [Int64: Int64] = [:]
    private(set) var punchRetractions: [PunchRetraction] = []
    /// When an agreed exchange was called off: days before that stay exchanged (C-89).
    private(set) var swapEnds: [Int64: LocalDateTime] = [:]

    /// `dates` are those for which `entered(_:on:)` will be asked.
    init(_ facts: [Fact], dates: ClosedRange<LocalDate>, asOf: Instant, zone: ZoneRules) {
        let known = Self.known(facts, asOf: asOf)
        findRetractions(in: known, zone: zone)
        punches.reserveCapacity(known.count)
        for fact in known {
            switch fact.body {
            case .punch: punches.append(fact)
            case .session(let report): sessions.append((fact, report))
            case .imported(let report): imports.append((fact, report))
            case .entry(let kind, let entry) where kind != .retract:
                guard retractedBy[fact.seq] == nil || kind == .swap else { continue }
                let entered = Entered(fact, entry, zone: zone)
                entries[kind, default: []].append(entered)
                guard let range = entry.dates, range.overlaps(dates) else { continue }
                for day in range.clamped(to: dates).days {
                    entriesByDate[day, default: [:]][kind, default: []].append(entered)
                    if kind == .form { formsByDate[day, default: [:]][entry.post, default: []].append(entered) }
                }
            case .entry, .publish, .machine, .notice, .close, .genesis: break
            }
        }
    }

    /// Each fact recorded by `asOf` once, in the order of the log.
    private static func known(_ facts: [Fact], asOf: Instant) -> [Fact] {
        // What a log hands over is so already, and copying it costs more than looking.
        var last = Int64.min
        let isKnown = facts.allSatisfy { fact in
            defer { last = fact.seq }
            return fact.recorded <= asOf && fact.seq > last
        }
        if isKnown { return facts }
        var known = facts.filter { $0.recorded <= asOf }
        known.sort { $0.seq < $1.seq }
        var previous: Int64?
        known.removeAll { fact in
            defer { previous = fact.seq }
            return fact.seq == previous
        }
        return known
    }

    /// Those in force, in the order of the log.
    func entered(_ kind: FactKind) -> [Entered] { entries[kind] ?? [] }

    /// Those in force that are about `date`, in the order of the log.
    func entered(_ kind: FactKind, on date: LocalDate) -> [Entered] { entriesByDate[date]?[kind] ?? [] }

    /// The documents of a date that name the post or no post, in the order of the log.
    func forms(on date: LocalDate, post: String) -> [Entered] {
        guard let forms = formsByDate[date] else { return [] }
        let named = forms[post] ?? []
        guard let unnamed = forms[nil] else { return named }
        return (named + unnamed).sorted { $0.seq < $1.seq }
    }

    /// Latest first, since a withdrawal may itself be withdrawn by a later one (C-57).
    private mutating func findRetractions(in known: [Fact], zone: ZoneRules) {
        for fact in known.reversed() {
            guard case .entry(.retract, let entry) = fact.body, retractedBy[fact.seq] == nil else { continue }
            if let ref = entry.ref {
                guard ref < fact.seq else { continue }
                retractedBy[ref] = fact.seq
                swapEnds[ref] = entry.noted ?? zone.local(at: fact.recorded)
            } else if let date = entry.dates?.lowerBound, let person = entry.person, let device = entry.other,
                let time = entry.fromTime
            {
                punchRetractions.append(
                    PunchRetraction(seq: fact.seq, date: date, person: person, device: device, time: time))
            }
        }
    }
}
