import AttendanceModel
import TextCodec
import Timetable

/// A generated month of one school (schemes.md A.9, derived load): plan S2, one class a teacher, four requirements with
/// a machine and two with paper for each teacher and service day, six punches a head and day.
struct SchoolMonth {
    let documents: [(document: Document, recorded: Instant)]
    let facts: [Fact]
    /// Requirements of the roster, derived duties not counted.
    let requirements: Int

    static let people = 60
    static let dates = Month(of: LocalDate(iso: "2026-09-01") ?? .first).dates
    /// After the month's stick has been brought.
    static let asOf = midnight(dates.upperBound.advanced(byDays: 8))
    /// When the plan was published.
    static let published = midnight(dates.lowerBound)

    /// In the school's zone, which has no summer time.
    private static func midnight(_ date: LocalDate) -> Instant {
        Instant(seconds: Int64(date.dayNumber) * 86_400 - 8 * 3600)
    }

    /// Some come late, some forget the second noon punch, as everywhere.
    private static let punches: [(second: Int, spread: Int)] = [
        (6 * 3600 + 58 * 60, 780), (11 * 3600 + 31 * 60, 300), (12 * 3600 + 30 * 60, 900), (14 * 3600, 1800),
        (16 * 3600 + 46 * 60, 300), (17 * 3600 + 29 * 60, 900),
    ]

    init?(seed: UInt64) {
        guard let plan = S2Sample.texts[.plan], let zone = try? ZoneRules.system(named: "Asia/Shanghai") else {
            return nil
        }
        let (first, last) = (Self.dates.lowerBound, Self.dates.upperBound)
        var random = seed | 1
        func below(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: random >> 33) % max(bound, 1)
        }

        var texts: [Document.Kind: String] = [.plan: plan]
        texts[.people] = "id,name,kind,pay,from,to,homeroom\n"
        texts[.cards] = "card,person,from,to,device,format\n"
        texts[.roster] = "day,duty,post,person,variant,seat\n"
        texts[.devices] = "device,place,offset,zone,uncertainty,only,type\ngate,大门口,0,Asia/Shanghai,2,,machine\n"
        texts[.calendar] = "date,kind,as,bells,label\n2026-09-01,term,,,第一学期\n"
        texts[.rates] = "pay,from,fen per credit\nrateA,2026-09-01,5050\n"
        for number in 1...Self.people {
            texts[.people, default: ""] += "T\(number),老师\(number),teacher,rateA,2020-09-01,,\(number)班\n"
            texts[.cards, default: ""] += "\(number),T\(number),2026-09-01 00:00,,gate,\n"
            for duty in ["morning", "noon", "study"] {
                texts[.roster, default: ""] += "Mon-Fri,\(duty),\(number)班,T\(number),,1\n"
            }
            texts[.roster, default: ""] += "\"Mon,Wed,Fri\",club,社团\(number),T\(number),,1\n"
        }
        documents = Document.Kind.allCases.compactMap { kind in
            texts[kind].map { text in
                (
                    Document(
                        kind: kind, from: first, text: text, digest: "\(kind.rawValue)",
                        zone: kind == .plan ? zone : nil), recorded: Self.published
                )
            }
        }

        var facts: [Fact] = []
        var requirements = 0
        func add(_ body: FactBody, at: Instant?, recorded: Instant, subject: String, source: String) {
            facts.append(
                Fact(
                    seq: Int64(facts.count), at: at, recorded: recorded, subject: subject, source: source,
                    author: "bench(0)", body: body))
        }
        let month = (0..<30).map { first.advanced(byDays: $0) }
        for date in month where date.weekday.rawValue <= 5 {
            let noon = zone.instant(of: LocalDateTime(date, LocalTime(clampingSecondOfDay: 43_200)))
            for number in 1...Self.people {
                for punch in Self.punches where below(100) > 0 {
                    let second = punch.second + below(punch.spread)
                    let wall = LocalDateTime(date, LocalTime(clampingSecondOfDay: second))
                    let credential = Credential.machineUser("\(number)")
                    add(
                        .punch(Punch(credential: credential, wall: wall, codes: .none, basis: .machineAssumed)),
                        at: zone.instant(of: wall), recorded: Self.asOf, subject: credential.subject, source: "gate")
                }
                let person = PersonID("T\(number)")
                add(
                    .entry(.sign, Entry(dates: date...date, duty: DutyID("morning"), from: "07:00", person: person)),
                    at: nil, recorded: noon, subject: "person:\(person)", source: "office")
                add(
                    .entry(
                        .form,
                        Entry(
                            dates: date...date, duty: DutyID("study"), post: "\(number)班", from: "17:40",
                            person: person, other: "看管记录")),
                    at: nil, recorded: noon, subject: "person:\(person)", source: "office")
                requirements += date.weekday.rawValue % 2 == 1 ? 6 : 5
            }
            add(
                .entry(.sheet, Entry(dates: date...date, duty: DutyID("morning"))), at: nil, recorded: noon,
                subject: "",
                source: "office")
        }
        let until = LocalDateTime(last.advanced(byDays: 1), .midnight)
        let report = ImportReport(
            fileName: "1_attlog.dat", digest: "00", format: "attlog",
            counts: ImportReport.Counts(added: 1, known: 0, refused: 0), completeUntil: until)
        add(.imported(report), at: nil, recorded: Self.asOf, subject: "", source: "gate")
        self.facts = facts
        self.requirements = requirements
    }
}
