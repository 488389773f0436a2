import AttendanceModel
import EventLog
import Reconciler
import Reports
import Service
import TextCodec
import Timetable

/// The desk at which cards are given out: what the log knows of them, and how they are written down.
struct EnrolDesk {
    let arguments: Arguments
    let context: Context
    let school: School
    /// On the school's wall clock.
    let now: LocalDateTime

    var register: CardRegister { school.cards }

    init(_ arguments: Arguments, in context: Context) throws(CommandError) {
        self.arguments = arguments
        self.context = context
        school = try School(arguments, in: context)
        now = school.zone.local(at: context.now)
    }

    // MARK: What people type

    /// The card that somebody wrote; a number that fits several formats only if just one of them is a card we know.
    func card(_ text: String) throws(CommandError) -> CardKey {
        switch CardWord.read(text) {
        case .key(let key):
            if let device = key.device { try requireDevice(device) }
            return key
        case .failed(let kind):
            // Short numbers are mostly those that a machine gave to people.
            let isShort = text.utf8.count <= 9 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let hint = Phrase(
                "; if it is a person's number in a machine, write MACHINE/\(text)", "；如果是考勤机里的编号，请写 考勤机/\(text)")
            throw .failed(.data, kind.phrase + (isShort ? hint : Phrase(verbatim: "")) + Phrase(".", "。"))
        case .several(let numbers):
            let readings = numbers.sorted { $0.key.rawValue < $1.key.rawValue }
            let seen = try unknownCards().map(\.key)
            let known = readings.filter { reading in
                let key = CardKey(.card(reading.value))
                return !register.holdings(of: key).isEmpty || seen.contains { isSame($0, reading.value) }
            }
            if let only = known.first, Set(known.map(\.value)).count == 1 { return CardKey(.card(only.value)) }
            let ways = readings.map { "\($0.key.rawValue):\(text)" }.joined(separator: ", ")
            throw .failed(
                .data,
                Phrase(
                    "“\(text)” can be read in several ways, and no card that we know tells which: write it as the "
                        + "reader does (\(ways)), or tap the card.",
                    "“\(text)”有几种读法，已知的卡都不能说明是哪一种：请写明格式（\(ways)），或直接刷卡。"))
        }
    }

    private func isSame(_ key: CardKey, _ number: CardNumber) -> Bool {
        guard case .card(let seen) = key.credential else { return false }
        return seen.match(number) == .same
    }

    /// A moment of the school's wall clock: `07:00` is today's, a day means its beginning.
    func moment(_ option: String) throws(CommandError) -> LocalDateTime? {
        guard let text = arguments[option] else { return nil }
        if let time = LocalTime(text) { return LocalDateTime(now.date, time) }
        if let time = TimeText.dateTime(text) { return time }
        guard let dates = DateWords.range(text, today: now.date), dates.lowerBound == dates.upperBound else {
            throw .usage(
                .badValue(
                    option: option, value: text,
                    expected: Phrase("“2026-09-14 07:00”, 2026-09-14 or 07:00", "“2026-09-14 07:00”、2026-09-14 或 07:00")
                ))
        }
        return LocalDateTime(dates.lowerBound, .midnight)
    }

    /// Every machine and reader that the school has, by devices.csv or by what has ever come from it.
    func devices() throws(CommandError) -> Set<DeviceID> {
        let facts = try School.facts(school.reader, FactQuery(kinds: [.session, .imported]))
        return Set(school.book.devices.map(\.device)).union(facts.map { DeviceID($0.source) })
    }

    func requireDevice(_ device: DeviceID) throws(CommandError) {
        let known = try devices()
        guard !known.contains(device) else { return }
        let list = known.sorted().map(\.text).joined(separator: ", ")
        throw .failed(
            .data,
            Phrase(
                "There is no machine or reader “\(device)” here (\(list)).",
                "这里没有叫“\(device)”的考勤机或读卡器（现有：\(list)）。"))
    }

    // MARK: What the log knows

    /// The cards and ids that punched and are nobody's, the newest first.
    func unknownCards() throws(CommandError) -> [UnknownCard] {
        var cards = UnknownCards(register)
        do {
            try school.reader.forEach(FactQuery(kinds: [.punch])) { fact in
                if case .punch(let punch) = fact.body {
                    let time = fact.at == nil ? nil : punch.wall ?? school.zone.local(at: fact.at ?? fact.recorded)
                    cards.note(punch.credential, at: DeviceID(fact.source), time: time)
                }
                return true
            }
        } catch {
            throw CommandError(error)
        }
        return cards.list
    }

    func name(_ id: PersonID) -> String {
        let name = school.names.person(id)
        return name == id.text ? name : "\(name)(\(id))"
    }

    func names(_ ids: [PersonID]) -> String { ids.map(name).joined(separator: ", ") }

    // MARK: Writing

    /// Writes entries of one kind, all or none, and says of each what became of it.
    func write(_ kind: FactKind, _ entries: [Entry]) throws(CommandError) {
        let contributions = entries.map { entry in
            let moment = entry.from.flatMap { LocalDateTime($0) }
            return Contribution.entry(kind, entry, at: moment.map { school.zone.instant(of: $0) })
        }
        let receipts = try contribute(contributions, in: context)
        var table = Table(columns: [
            .init("fact", Phrase("no.", "编号"), .right), .init("state", Phrase("state", "状态")),
            .init("person", Phrase("id", "工号")), .init("name", Phrase("name", "姓名")),
            .init("card", Phrase("card or reader", "卡或读卡器")), .init("says", Phrase("says", "内容")),
        ])
        let facts = FactTable(names: school.names, zone: school.zone) { _ in nil }
        for (receipt, entry) in zip(receipts, entries) {
            let says = facts.says(kind, entry)
            table.add([
                .number(receipt.seq),
                receipt.added
                    ? .phrase(Phrase("recorded", "已登记"), key: "recorded")
                    : .phrase(Phrase("known already", "已有"), key: "known"),
                .text(entry.person?.text ?? ""), .text(entry.person.map(school.names.person) ?? ""),
                .text(entry.other ?? ""), .phrase(says, key: entry.as ?? ""),
            ])
        }
        context.show(table)
    }

    func entry(
        _ key: CardKey, _ person: PersonID?, _ status: CardStatus, from: LocalDateTime?, to: LocalDateTime? = nil,
        reason: String? = nil
    ) -> Entry {
        Entry(
            from: from?.description, to: to?.description, person: person, other: key.text, by: arguments["--by"],
            reason: arguments["--reason"] ?? reason, as: status.rawValue)
    }
}
