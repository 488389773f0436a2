import AttendanceModel
import EventLog
import Reports
import TextCodec
import Timetable

extension EnrolDesk {
    /// Gives a card to a person, unless somebody else has it and nobody said that it changes hands.
    func give(_ key: CardKey, to person: Person) throws(CommandError) {
        if case .card(let number) = key.credential, let refusal = number.enrolmentRefusal {
            throw .failed(
                .data,
                Phrase(
                    "\(key.displayed): \(refusal.sentence(in: .english)).",
                    "\(key.displayed)：\(refusal.sentence(in: .chinese))。"))
        }
        let explicit = try moment("--from")
        let holdings = register.holdings(of: key)
        let ended = holdings.compactMap(\.to).filter { $0 <= now }
        let from = explicit ?? max(LocalDateTime(now.date, .midnight), ended.max() ?? LocalDateTime(.first, .midnight))
        let to = try end(from)
        let taken = holdings.filter { overlaps($0, from, to) && ($0.person != person.id || $0.status == .lost) }
        let others = taken.filter { $0.person != person.id }
        for other in taken { try requireMove(other, key, explicit, from) }
        try requireUnmistakable(key, person, from, to)
        let status = arguments.has("--temporary") ? CardStatus.temporary : .issued
        if let own = holdings.first(where: { $0.person == person.id && $0.holds(at: from) }), own.status != .lost,
            own.to == to, status == own.status
        {
            context.remark(
                Phrase(
                    "\(key.displayed) is \(name(person.id))'s already\(since(own.from).english).",
                    "\(key.displayed) 已经属于 \(name(person.id))\(since(own.from).chinese)。"))
            return
        }
        try write(.card, [entry(key, person.id, status, from: from, to: to)])
        for other in others {
            context.remark(
                Phrase(
                    "It was \(name(other.person))'s until \(from).", "此卡到 \(from) 为止属于 \(name(other.person))。"))
        }
        if explicit == nil { try tellEarlier(key, before: from) }
        if case .card(let number) = key.credential, number.isLongNXP, !heldNumbers.contains(where: \.isLongNXP) {
            let short = try devices().sorted().filter { register.profile(of: $0, at: nil)?.isShort ?? false }
            if !short.isEmpty { warnOfShort(short, cards: 1) }
        }
    }

    /// Warns where readers of 24 bits meet UIDs of seven bytes (card-readers.md 2.6).
    func warnOfShort(_ readers: [DeviceID], cards: Int) {
        let names = readers.map(\.text)
        context.remark(
            Phrase(
                "Mind: \(names.joined(separator: ", ")) tells only 24 bits, of which 16 differ between cards with UIDs of "
                    + "7 bytes (\(cards) here): among 300 such cards two look alike as likely as not, and then count for "
                    + "nobody. Set the reader to whole UIDs if it can.",
                "注意：\(names.joined(separator: "、")) 只读 24 位，而 7 字节 UID 的卡（现有 \(cards) 张）在其中只有 16 位不同："
                    + "300 张这样的卡里约有一半可能出现两张分不清，分不清的打卡不会算给任何人。请尽量把读卡器设为输出完整 UID。"))
    }

    private func end(_ from: LocalDateTime) throws(CommandError) -> LocalDateTime? {
        let to = try moment("--to")
        if let to, to <= from {
            throw .failed(
                .usage, Phrase("--to \(to) is not after --from \(from).", "--to \(to) 不在 --from \(from) 之后。"))
        }
        guard arguments.has("--temporary") else { return to }
        return to ?? LocalDateTime(from.date.advanced(byDays: 1), .midnight)
    }

    private func overlaps(_ holding: CardRegister.Holding, _ from: LocalDateTime, _ to: LocalDateTime?) -> Bool {
        (holding.to.map { from < $0 } ?? true) && (to.map { end in holding.from.map { $0 < end } ?? true } ?? true)
    }

    /// Throws unless the card may go from its holder to somebody else at `from`: said so, or the holder has left.
    private func requireMove(
        _ other: CardRegister.Holding, _ key: CardKey, _ explicit: LocalDateTime?, _ from: LocalDateTime
    ) throws(CommandError) {
        let holder = name(other.person)
        if other.status == .lost {
            throw .failed(
                .data,
                Phrase(
                    "\(key.displayed) has been reported lost by \(holder)\(since(other.from).english): if it is back, "
                        + "dutyclock enrol --found \(key.text) first.",
                    "\(key.displayed) \(since(other.from).chinese)由 \(holder) 挂失：若已找回，请先 dutyclock enrol --found \(key.text)。"
                ))
        }
        let hasLeft = school.book.people.first { $0.id == other.person }?.to.map { $0 < from.date } ?? false
        if let explicit {
            guard let start = other.from, explicit <= start else { return }
            throw .failed(
                .data,
                Phrase(
                    "\(key.displayed) is \(holder)'s from \(start) on: say --to '\(start)' for the time before, or a later --from.",
                    "\(key.displayed) 自 \(start) 起属于 \(holder)：请加 --to '\(start)' 只登记此前，或写更晚的 --from。"))
        }
        if hasLeft { return }
        throw .failed(
            .data,
            Phrase(
                "\(key.displayed) is \(holder)'s\(since(other.from).english): if it has changed hands, say since when, as "
                    + "in --from '\(minutes(now))'; that ends \(holder)'s time with it.",
                "\(key.displayed) \(since(other.from).chinese)属于 \(holder)：若已改发，请写明从何时起，例如 --from '\(minutes(now))'；"
                    + "\(holder) 的使用随即结束。"))
    }

    /// A number that other persons' cards share would make every punch doubtful (card-readers.md 2.6).
    private func requireUnmistakable(
        _ key: CardKey, _ person: Person, _ from: LocalDateTime, _ to: LocalDateTime?
    ) throws(CommandError) {
        guard case .card(let number) = key.credential, let n24 = number.n24 else { return }
        let cards = register.holdings.filter { overlaps($0, from, to) }.compactMap { holding in
            if case .card(let other) = holding.key.credential, other.n24 == n24 { (holding, other) } else { nil }
        }
        let same = cards.filter { number.match($0.1) == .same }
        if let (first, one) = same.first, let (second, _) = same.first(where: { one.match($0.1) == .different }) {
            throw .failed(
                .data,
                Phrase(
                    "\(key.displayed) fits two cards, \(name(first.person))'s \(first.key.displayed) and "
                        + "\(name(second.person))'s \(second.key.displayed): give the whole number.",
                    "\(key.displayed) 同时符合 \(name(first.person)) 的 \(first.key.displayed) 和 "
                        + "\(name(second.person)) 的 \(second.key.displayed)：请写完整卡号。"))
        }
        guard let (other, known) = cards.first(where: { $0.0.person != person.id && number.match($0.1) != .same })
        else {
            return
        }
        if number.n32 == nil {
            throw .failed(
                .data,
                Phrase(
                    "\(key.displayed) is the end of a number that is \(name(other.person))'s (\(other.key.displayed)): it may "
                        + "be that card. Give the whole number, from another reader or from the card itself.",
                    "\(key.displayed) 是 \(name(other.person)) 的卡号（\(other.key.displayed)）的末尾，可能就是那张卡："
                        + "请用其他读卡器或卡面上的完整卡号登记。"))
        }
        let bits = number.n32 == known.n32 ? 32 : 24
        context.remark(
            Phrase(
                "Mind: a reader that tells only \(bits) bits cannot tell this card from \(name(other.person))'s "
                    + "(\(other.key.displayed)); such punches will count for nobody.",
                "注意：只读 \(bits) 位的读卡器分不清此卡与 \(name(other.person)) 的卡（\(other.key.displayed)），那样的打卡不会算给任何人。"))
    }

    private func tellEarlier(_ key: CardKey, before from: LocalDateTime) throws(CommandError) {
        let earlier = try unknownCards().first { $0.key == key && ($0.first.map { $0 < from } ?? false) }
        guard let first = earlier?.first else { return }
        context.remark(
            Phrase(
                "It punched before, since \(first); to count that too: --from \(first.date).",
                "此前已有打卡（自 \(first) 起）；若也要算：--from \(first.date)。"))
    }

    // MARK: Lost, found, handed back

    /// Reports a card lost, found or handed back.
    func change(_ text: String, to status: CardStatus) throws(CommandError) {
        if let word = arguments.operands.first { throw .usage(.tooManyOperands(word)) }
        let key = try card(text)
        let at = try moment("--at") ?? now
        let holdings = register.holdings(of: key)
        let current = holdings.first { $0.holds(at: at) && ($0.status == .lost) == (status == .found) }
        guard let current else { throw nothingToChange(key, status, at, holdings) }
        try write(.card, [entry(key, current.person, status, from: at)])
        guard status == .lost else { return }
        let later = try punches(of: key, after: at)
        guard let first = later.first, let time = first.at else { return }
        context.remark(
            Phrase(
                "SECURITY: it was used \(later.count) times since then, first at \(school.zone.local(at: time)) "
                    + "(\(first.source)).",
                "安全提示：此后已有人使用 \(later.count) 次，最早在 \(school.zone.local(at: time))（\(first.source)）。"))
    }

    private func nothingToChange(
        _ key: CardKey, _ status: CardStatus, _ at: LocalDateTime, _ holdings: [CardRegister.Holding]
    ) -> CommandError {
        if let lost = holdings.first(where: { $0.holds(at: at) && $0.status == .lost }) {
            return .failed(
                .data,
                Phrase(
                    "\(key.displayed) has been reported lost\(since(lost.from).english) already.",
                    "\(key.displayed) \(since(lost.from).chinese)已经挂失。"))
        }
        if status == .found, let held = holdings.first(where: { $0.holds(at: at) }) {
            return .failed(
                .data,
                Phrase(
                    "\(key.displayed) is \(name(held.person))'s and was not reported lost.",
                    "\(key.displayed) 属于 \(name(held.person))，没有挂失过。"))
        }
        return .failed(
            .data,
            Phrase(
                "Nobody has the card \(key.displayed) at \(at): dutyclock enrol --list shows all.",
                "\(at) 没有人持有卡 \(key.displayed)：dutyclock enrol --list 可列出全部。"))
    }

    /// The punches with a card after a moment, whichever reader saw them.
    private func punches(of key: CardKey, after moment: LocalDateTime) throws(CommandError) -> [Fact] {
        let start = school.zone.instant(of: moment)
        let facts = try School.facts(
            school.reader, FactQuery(kinds: [.punch], times: start..<Instant.distantFuture))
        return facts.filter { fact in
            guard case .punch(let punch) = fact.body else { return false }
            let device = DeviceID(fact.source)
            let time = school.zone.local(at: fact.at ?? fact.recorded)
            let seen = CardKey(seen: register.read(punch.credential, at: device, time: time), at: device)
            guard case .card(let number) = key.credential, case .card(let read) = seen.credential else {
                return seen == key
            }
            return number.match(read) != .different
        }
    }

    func since(_ from: LocalDateTime?) -> Phrase {
        from.map { Phrase(" since \($0)", "自 \($0) 起") } ?? Phrase("", "")
    }

    private func minutes(_ time: LocalDateTime) -> String { "\(time.date) \(time.time.displayed)" }
}
