import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// The same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// True once in so many times.
    mutating func isOnce(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// A week of a school with settings, rosters, pupils and everything that can happen, drawn from a seed.
struct GeneratedSchool {
    static let first = LocalDate(iso: "2026-09-14") ?? .first
    static let dates = first...first.advanced(byDays: 4)
    private static let people = ["T012", "T033", "T044", "T060", "L001"]
    private static let users = ["12", "33", "44", "60"]
    private static let times = [
        "06:40:10", "06:58:00", "07:05:30", "07:10:59", "07:11:00", "07:12:30", "07:40:00", "08:15:00", "11:31:05",
        "11:31:09", "11:41:10", "12:48:00", "13:30:59", "15:30:00", "16:20:00", "16:30:00", "16:44:59", "16:45:00",
        "17:29:00", "17:30:00", "17:50:00", "18:02:00", "23:10:00",
    ]

    var world = World()
    let book: Book
    /// The week's effects reach other dates of it: voids of a month, tallies.
    let reachesOverDates: Bool
    /// Requirements do not share their facts.
    let isExclusive: Bool
    private var random: Seeded

    init(seed: UInt64) throws {
        var random = Seeded(seed)
        var world = World()
        world.asOf = World.local("2026-09-18 23:30")
        // Only this week is of the plan, so that a thousand schools are soon judged.
        try world.editPlan(#"from: "2026-09-01""#, #"from: "2026-09-14""#)
        world.calendar += "\n2026-09-19..2026-09-30,off,,,"
        var settings: [String] = []
        for choices in Self.settings where random.isOnce(in: 3) {
            if let setting = choices.randomElement(using: &random) { settings.append(setting) }
        }
        for setting in settings { try world.addKnob(setting) }
        var edits: [String] = []
        for (old, new) in Self.edits where random.isOnce(in: 3) {
            try world.editPlan(old, new)
            edits.append(new)
        }
        isExclusive = settings.contains { $0.hasPrefix("exclusive") }
        reachesOverDates = (settings + edits).contains { $0.contains("month") || $0.contains("week\"") }
        for row in Self.rows where random.isOnce(in: 2) { world.roster += "\n" + row }
        if random.isOnce(in: 2) { world.groups += "\n3-2班,Mon-Fri,28,study,,\n3-3班,Mon-Fri,12,study,," }
        if random.isOnce(in: 3) {
            world.devices = world.devices.split(separator: "\n").filter { !$0.hasPrefix("A") }.joined(separator: "\n")
        }
        self.world = world
        self.book = try world.book()
        self.random = random
        for offset in 0..<5 { try fill(Self.first.advanced(byDays: offset)) }
        if self.random.isOnce(in: 3) { try withdraw() }
    }

    /// One of each line may be in force at a time.
    private static let settings: [[String]] = [
        [#"precision: "second""#], [#"grace: "2m""#], [#"dual: "any""#], [#"dir: "on""#], [#"exclusive: "one""#],
        [#"twoPlaces: "60s""#], [#"doubt: "rule""#], [#"clock: { trust: "machine" }"#, #"clock: { assume: "90s" }"#],
        [#"watermark: "off""#, "wait: 1"], [#"outage: "contest""#, #"outage: "ignore""#], [#"unsheeted: "rule""#],
        [#"contradiction: "person""#, #"contradiction: "rule""#], [#"atClose: "rule""#],
        [#"weight: ["leader", "pioneer"]"#], ["attest: { max: 1 }"], [#"partial: "excuse""#, #"partial: "ignore""#],
        [#"leave: { before: "30m" }"#], [#"coverCredits: "giver""#, #"coverCredits: "none""#],
        [#"coverLate: "before""#, #"coverLate: "+1d 12:00""#], [#"overlap: "refuse""#, #"overlap: "allow""#],
        [#"cancelCredits: "full""#], [#"midway: "switch""#], [#"dayStart: "04:00""#],
        [#"weekParityFrom: "2026-09-07""#],
        [
            #"tally: [ { of: ["else"], times: 2, in: "day", then: ["dock 1/2 day", "incident again"] } ]"#,
            #"tally: [ { of: ["missing"], times: 3, in: "week", then: ["void day"] } ]"#,
            #"tally: [ { of: ["late", "early"], times: 2, in: "month", then: ["dock 1/4 month"] } ]"#,
        ],
    ]

    private static let edits: [(String, String)] = [
        (#"else: ["void noon"]"#, #"else: ["dock 1/4 day", "void noon"]"#),
        (#"else: ["void day"], cite: "六.1""#, #"else: ["void day", "dock 1/3 month on leader"], cite: "六.1""#),
        (#"missing: ["void day"], cite: "四.5""#, #"missing: ["void day", "void self on leader"], cite: "四.5""#),
        (#"absence: { late:"#, #"absence: { proxy: ["dock 1/4 day on other"], late:"#),
        (
            #"with: ["punch", "sign"] }"#,
            #"with: ["punch"] }, { form: "早读记录", by: "+1d 12:00", late: ["notify leader"] }"#
        ),
        (
            #"yard:    { name: "操场", when: "study..home","#,
            #"yard: { name: "操场", when: "study..last-pupil", need: [ { leave: "last-pupil..", with: ["handover"] } ],"#
        ),
        (#"floor:   { name"#, #"floor: { seats: 2, ratio: 25, name"#),
        (#"study:   { name"#, #"study: { merge: { under: 30, exactly: "own" }, name"#),
    ]

    private static let rows = [
        "Mon-Fri,morning,3-3班,T033,,1", "Mon-Fri,study,3-3班,T044,,1", "Mon-Fri,stairs,东楼,T060,,1",
        "Mon-Fri,floor,二楼,T033,,1", "Mon-Fri,floor,二楼,T060,,2", "Mon-Fri,yard,操场,T033,,1",
        "Wed,club,篮球@操场,T044,dry,1", "Wed,club,篮球@体育馆,T060,rain,1", "Mon-Fri,leader,全校,L001,,1",
        "Tue/odd,bus,1号车,T060,,1", "2026-09-17,morning,3-3班,T044,,1",
    ]

    // MARK: a day

    private mutating func fill(_ date: LocalDate) throws {
        for _ in 0..<Int.random(in: 4...24, using: &random) { punch(on: date) }
        if !random.isOnce(in: 3) { try world.write("sheet,\(date),morning,,,,,,,,,,") }
        if !random.isOnce(in: 3) { try world.write("complete,\(date),,,\(pick(["07:05", "13:40", ""])),,,A,,,,,") }
        for _ in 0..<Int.random(in: 0...5, using: &random) { try happen(on: date) }
        if random.isOnce(in: 6), let end = LocalTime("12:00") {
            world.session("R", .up, LocalDateTime(date, .midnight))
            if random.isOnce(in: 2) { world.session("R", .lost, LocalDateTime(date, end)) }
        }
    }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

    mutating func punch(on date: LocalDate) {
        guard let time = LocalTime(pick(Self.times)) else { return }
        let state: UInt8? = random.isOnce(in: 4) ? 1 : nil
        world.punch(
            .machineUser(pick(Self.users)), at: random.isOnce(in: 8) ? "B" : "A", LocalDateTime(date, time),
            state: state)
    }

    private mutating func happen(on date: LocalDate) throws {
        let person = pick(Self.people)
        let other = pick(Self.people.filter { $0 != person })
        let late = random.isOnce(in: 2) ? "\(date) 12:10" : ""
        let duty = pick(["morning", "noon", "study", "stairs", ""])
        let count = Int.random(in: 0...28, using: &random)
        let offset = pick(["-90", "-61", "-5", "0", "8", "61", "400"])
        try world.write(
            pick([
                "sign,\(date),morning,,\(pick(["07:05", "07:11", ""])),,\(person),,L001,,\(late),,",
                "leave,\(date),,,,,\(person),,L001,,\(late),,",
                "leave,\(date),,,11:00,12:00,\(person),,L001,,\(late),,",
                "cover,\(date),\(duty),,,,\(person),\(other),L001,,\(late),,",
                "swap,\(date),\(duty),,,2026-09-18,\(person),\(other),L001,,,,",
                "seen,\(date),,3-2班,16:55,,,\(pick(["absent", "late", "present"])),\(pick(["L001", "pioneer"])),,,,",
                "seen,\(date),stairs,东楼,10:20,,,\(pick(["absent", "present"])),\(pick(["L001", "pioneer"])),,,,",
                "outage,\(date),,,07:00,11:40,,A,L001,,,,", "outage,\(date),,,16:00,18:00,,B,L001,,,,",
                "closure,\(date),,,\(pick(["11:00", "17:00"])),,,,L001,,,,",
                "rain,\(date),,,\(pick(["10:00", "16:30"])),,,\(pick(["", "off"])),L001,,,,",
                "order,\(date),extra,,17:00,19:00,\(person),,L001,,,,",
                "attest,\(date),noon,,11:40,,\(person),,L001,,,,",
                "form,\(date),morning,3-2班,,,,早读记录,L001,,\(late),,",
                "ruling,\(date),\(pick(["morning", "study", "noon"])),,,\(other),\(person),"
                    + "\(pick(["met", "late", "missing", "excused"])),L001,x,,,",
                "clock,\(date),,,06:00,\(offset),,A,,,,,",
                "headcount,\(date),\(pick(["study", "yard"])),\(pick(["3-2班", "操场"])),16:50,,,,L001,,,,,\(count)",
                "handover,\(date),\(pick(["study", "yard"])),\(pick(["3-2班", "操场"])),17:40,,\(person),"
                    + "\(pick(["guardian", other])),,,,,,\(pick(["", "\(count)"]))",
            ]))
    }

    /// Takes back whatever one person wrote, and one of the withdrawals again.
    private mutating func withdraw() throws {
        let written = world.facts.filter { if case .entry = $0.body { true } else { false } }
        for fact in written where random.isOnce(in: 4) {
            try world.write("retract,2026-09-18,,,,,,,L001,,,,\(fact.seq)")
            if random.isOnce(in: 4) { try world.write("retract,2026-09-18,,,,,,,L001,,,,\(world.nextSeq - 1)") }
        }
    }

    // MARK: judging

    mutating func shuffle() {
        var random = self.random
        world.replaceFacts { $0.shuffled(using: &random) }
    }

    func ledger(closing: Bool = false, book other: Book? = nil, asOf: Instant? = nil) -> Ledger {
        reconcile(
            other ?? book, facts: world.facts, dates: Self.dates, asOf: asOf ?? world.asOf, closing: closing)
    }
}
