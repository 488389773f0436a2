import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Timetable

/// A generated month of a school: the sample plan, `count` people with a class each, and everything that can happen.
///
/// The same for the same arguments, on every machine.
struct SchoolMonth {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static let zone = ZoneRules(name: "Asia/Shanghai", initialOffset: 28_800, transitions: [])
    static let dates = (LocalDate(iso: "2026-09-01") ?? .first)...(LocalDate(iso: "2026-09-30") ?? .first)

    /// What somebody may really be called, or try to be called.
    static let hostileNames = [
        "<script>alert(1)</script>", "O'Neil & \"Söhne\" <b>", "محمد \u{202E}علي", "=HYPERLINK(\"http://x\",\"y\")",
        "买买提·阿卜杜热合曼·吐尔逊江·艾合买提·玉素甫阿吉",
    ]

    /// Never to be seen on a wall.
    static let privateReason = "重感冒住院"

    var people: [String] = []
    var roster: [String] = []
    var plan: String
    /// What is changed of the plan once it is read.
    var editPlan: (inout Plan) -> Void = { _ in }
    var asOf = local("2026-10-09 10:00")
    private(set) var facts: [Fact] = []
    private var random: Seeded

    static func local(_ text: String) -> Instant {
        LocalDateTime(text).map { zone.instant(of: $0) } ?? Instant(milliseconds: 0)
    }

    init(_ count: Int, seed: UInt64 = 1, hostile: Bool = false, plan: String? = nil) throws {
        self.plan = plan ?? S2Sample.texts[.plan] ?? ""
        self.random = Seeded(seed)
        for number in 0..<count {
            let name = hostile && number < Self.hostileNames.count ? Self.hostileNames[number] : Self.name(number)
            addPerson(number, name)
        }
        if count > 0 { try fill(count) }
    }

    private static func name(_ number: Int) -> String {
        let family = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧")
        let given = ["芳", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "秀英", "建国", "文博", "雨桐", "子涵"]
        return "\(family[number % family.count])\(given[(number * 7 + number / 30) % given.count])"
    }

    private static func id(_ number: Int) -> String { number % 15 == 14 ? "X\(100 + number)" : "T\(100 + number)" }

    private static func room(_ number: Int) -> String { "\(number / 10 + 1)-\(number % 10 + 1)班" }

    private mutating func addPerson(_ number: Int, _ name: String) {
        let id = Self.id(number)
        let quoted =
            "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        let isExternal = id.hasPrefix("X")
        people.append(
            "\(id),\(quoted),\(isExternal ? "external" : "teacher"),\(isExternal ? "contract-\(number)" : "rateA"),2020-09-01,,"
        )
        let room = Self.room(number)
        let duties: [String] =
            switch number % 3 {
            case 0: ["Mon-Fri,morning,\(room)", "Mon-Fri,noon,\(room)", "Tue,study,\(room)"]
            case 1: ["Mon-Fri,study,\(room)", "Wed,club,足球\(number)@操场"]
            default: ["Mon-Fri,stairs,\(number)号楼梯", "\"Mon,Thu\",yard,操场\(number)区", "Fri,club,合唱\(number)@音乐室"]
            }
        roster += duties.map { "\($0),\(id),,1" }
    }

    // MARK: what happens

    private mutating func fill(_ count: Int) throws {
        for date in Self.dates.days where date.weekday.rawValue <= 5 {
            for number in 0..<count { try fill(date, number) }
            // The sheet of one day was never typed.
            if date.day != 29 { try write("sheet,\(date),morning,,,,,,,") }
        }
        try write("leave,2026-09-16,,,,,\(Self.id(0)),,T101,\(Self.privateReason)")
        if count > 4 {
            try write("cover,2026-09-17,morning,,,,\(Self.id(3)),\(Self.id(4)),T101,代班")
            try write("seen,2026-09-18,stairs,2号楼梯,08:52,,\(Self.id(2)),absent,leader,")
            try write("seen,2026-09-18,stairs,5号楼梯,08:53,,,present,leader,")
            try write("ruling,2026-09-21,morning,,,,\(Self.id(3)),excused,T101,核实监控")
        }
        guard let until = LocalDateTime("2026-10-01 07:00") else { return }
        let report = ImportReport(
            fileName: "attlog.dat", digest: "00", format: "zk",
            counts: ImportReport.Counts(added: 1, known: 0, refused: 0), completeUntil: until)
        append(.imported(report), source: "gate", at: Self.local("2026-10-01 08:00"))
    }

    private mutating func fill(_ date: LocalDate, _ number: Int) throws {
        let minute = String((10 + Int.random(in: 0..<50, using: &random)))
        var times = ["06:\(minute):00", "11:\(minute):00", "12:\(minute):00", "17:\(minute):00"]
        switch Int.random(in: 0..<40, using: &random) {
        case 0: times[0] = "07:\(minute):31"
        case 1: times.remove(at: 2)
        case 2: times[3] = "16:\(minute):00"
        case 3: times = []
        default: break
        }
        for time in times { punch(number, on: date, time) }
        if number % 3 == 0, date.day != 29 { try write("sign,\(date),morning,,07:00,,\(Self.id(number)),,T101,") }
        if Int.random(in: 0..<30, using: &random) > 0, number % 3 != 2 {
            try write("form,\(date),study,\(Self.room(number)),,,,看管记录,,")
        }
    }

    private mutating func punch(_ number: Int, on date: LocalDate, _ time: String) {
        punch(user: "\(number + 1)", "\(date) \(time)")
    }

    /// A record of the machine at the gate, from its stick; users are numbered from 1 in the order of `people`.
    mutating func punch(user: String, _ time: String) {
        guard let wall = LocalDateTime(time) else { return }
        let credential = Credential.machineUser(user)
        let punch = Punch(credential: credential, wall: wall, codes: .none, basis: .machineAssumed)
        facts.append(
            Fact(
                seq: Int64(facts.count + 1), at: Self.zone.instant(of: wall),
                recorded: Self.local("2026-10-01 08:00"), subject: credential.subject, source: "gate",
                author: "chen(1000)", body: .punch(punch)))
    }

    /// One line of facts.csv, from `kind` to `reason`; noted in time.
    mutating func write(_ line: String, recorded: String = "2026-09-30 18:00") throws {
        let result = TableReader.facts("kind,date,duty,post,from,to,person,other,by,reason\n" + line)
        guard let row = result.rows.first else { throw Problem(description: "\(line): \(result.findings)") }
        var entry = row.entry
        entry.noted = entry.noted ?? entry.dates.map { LocalDateTime($0.lowerBound, .midnight) }
        append(.entry(row.kind, entry), source: "office", at: Self.local(recorded))
    }

    private mutating func append(_ body: FactBody, source: String, at: Instant) {
        facts.append(
            Fact(seq: Int64(facts.count + 1), at: nil, recorded: at, source: source, author: "chen(1000)", body: body))
    }

    mutating func keepFacts(where isKept: (Fact) -> Bool) { facts = facts.filter(isKept) }

    // MARK: what follows

    func book() throws -> Book {
        let zone = Self.zone
        let read = PlanReader.read(plan) { _ throws(ZoneError) in zone }
        guard var plan = read.plan else { throw Problem(description: "\(read.findings.map { "\($0)" })") }
        editPlan(&plan)
        plan.digest = "a41c3f00" + String(repeating: "0", count: 56)
        let rows = TableReader.people("id,name,kind,pay,from,to,homeroom\n" + people.joined(separator: "\n"))
        let names = NameTable(people: rows.rows, duties: plan.duties)
        let roster = TableReader.roster(
            "day,duty,post,person,variant,seat\n" + self.roster.joined(separator: "\n"), names: names)
        let cards = rows.rows.enumerated().map { "\($0.offset + 1),\($0.element.id),2026-09-01 00:00,,gate," }
        let devices = TableReader.devices(
            "device,place,offset,zone,uncertainty,only,type\ngate,大门口,0,Asia/Shanghai,2,,machine\n", names: names)
        return Book(
            plans: [plan],
            rosters: [
                Book.RosterVersion(
                    from: plan.from, rows: roster.rows, digest: "09b2" + String(repeating: "0", count: 60))
            ],
            calendar: TableReader.calendar("date,kind,as,bells,label\n2026-09-01,term,,,\n2026-09-25,off,,,中秋节\n").rows,
            people: rows.rows,
            cards: TableReader.cards(
                "card,person,from,to,device,format\n" + cards.joined(separator: "\n"), names: names
            ).rows,
            devices: devices.rows, rates: TableReader.rates(S2Sample.texts[.rates] ?? "").rows)
    }

    func papers(_ dates: ClosedRange<LocalDate> = Self.dates) throws -> PaperSource {
        let book = try book()
        let ledger = reconcile(book, facts: facts, dates: dates, asOf: asOf)
        return PaperSource(
            ledger, book: book, dates: dates, digest: String(repeating: "5e", count: 32),
            checkpoint: "dutyclock/\(String(repeating: "0f", count: 16)) 1204 \(String(repeating: "A", count: 43))=")
    }
}

/// The same numbers for the same seed, on every machine (xorshift64*).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
