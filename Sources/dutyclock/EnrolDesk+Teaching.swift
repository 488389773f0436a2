import AttendanceModel
import EventLog
import Reports
import TextCodec
import Timetable

extension EnrolDesk {
    /// What a reader has seen: its numbers as they were stored, and the last punch of each.
    private struct Seen {
        var punches: [CardNumber: Int64] = [:]

        var numbers: [CardNumber] { punches.sorted { $0.value > $1.value }.map(\.key) }
    }

    /// More different cards than a reader of a school sees; the rest can teach nothing more.
    private static let mostSeen = 20_000

    /// Finds how a reader writes card numbers, from cards whose numbers are known, and writes it down.
    func teach(_ name: String) throws(CommandError) {
        let reader = DeviceID(name)
        try requireDevice(reader)
        let cards = try arguments.operands.map { text throws(CommandError) in try number(text) }
        let known = cards.isEmpty ? heldNumbers : cards
        guard !known.isEmpty else {
            throw .failed(
                .data,
                Phrase(
                    "Nobody has a card yet, so none can teach: write the number of one you hold.",
                    "还没有人有卡，无从校对：请写出手中这张卡的卡号。"))
        }
        var seen = try self.seen(at: reader)
        // Cards that somebody named may have been tapped before; a card that nobody named is tapped now.
        var fitting = cards.isEmpty ? [] : CardProfile.teaching(seen.numbers, are: cards)
        if fitting.isEmpty {
            if let card = cards.first(where: { card in
                seen.numbers.contains { $0.n24 != nil && $0.match(card) == .same }
            }) {
                context.remark(
                    Phrase(
                        "\(reader) reads \(Credential.card(card).displayed) right already: nothing to teach.",
                        "\(reader) 已能正确读出 \(Credential.card(card).displayed)，不必校对。"))
                return
            }
            fitting = try listen(at: reader, cards, known, &seen)
        }
        guard let profile = fitting.first, fitting.count == 1 else { throw undecided(fitting, reader, cards) }
        try learn(profile, at: reader, seen, known)
    }

    var heldNumbers: [CardNumber] {
        register.holdings.filter { $0.holds(at: now) }.compactMap { holding in
            guard case .card(let number) = holding.key.credential, number.n24 != nil else { return nil }
            return number
        }
    }

    private func number(_ text: String) throws(CommandError) -> CardNumber {
        if case .card(let number) = try card(text).credential, number.n24 != nil { return number }
        throw .failed(
            .data,
            Phrase(
                "“\(text)” is no card number that other readers share, so it can teach nothing.",
                "“\(text)”不是各读卡器通用的卡号，不能用来校对。"))
    }

    private func seen(at reader: DeviceID) throws(CommandError) -> Seen {
        var seen = Seen()
        do {
            try school.reader.forEach(FactQuery(kinds: [.punch], backwards: true)) { fact in
                if fact.source == reader.text, case .punch(let punch) = fact.body,
                    case .card(let number) = punch.credential, seen.punches[number] == nil
                {
                    seen.punches[number] = fact.seq
                }
                return seen.punches.count < Self.mostSeen
            }
        } catch {
            throw CommandError(error)
        }
        return seen
    }

    /// Waits for taps at the reader until the known cards leave one format.
    private func listen(
        at reader: DeviceID, _ cards: [CardNumber], _ known: [CardNumber], _ seen: inout Seen
    ) throws(CommandError) -> [CardProfile] {
        var follower = try follow(
            cards.isEmpty
                ? Phrase("Tap a card that is somebody's", "请刷一张已登记的卡") : Phrase("Tap the card", "请刷这张卡"), at: reader)
        let deadline = try patience()
        var fitting: [CardProfile] = []
        while fitting.count != 1 {
            let facts = try follower.facts(until: deadline)
            if facts.isEmpty { break }
            for fact in facts {
                guard fact.source == reader.text, case .punch(let punch) = fact.body,
                    case .card(let number) = punch.credential
                else { continue }
                seen.punches[number] = fact.seq
                if cards.isEmpty {
                    let profiles = known.reduce(into: [CardProfile]()) { found, card in
                        found += CardProfile.teaching(seen: number, is: card).filter { !found.contains($0) }
                    }
                    if profiles.isEmpty {
                        context.remark(
                            Phrase(
                                "\(Credential.card(number).displayed): no card that we know, in any format",
                                "\(Credential.card(number).displayed)：按任何格式都不是已登记的卡"))
                        continue
                    }
                    fitting = fitting.isEmpty ? profiles : fitting.filter(profiles.contains)
                } else {
                    fitting = CardProfile.teaching(seen.numbers, are: cards)
                }
                if fitting.count > 1 {
                    context.remark(
                        Phrase("fits \(formats(fitting)): tap another card", "符合 \(formats(fitting))：请再刷一张卡"))
                }
            }
        }
        return fitting
    }

    private func formats(_ profiles: [CardProfile]) -> String { profiles.map(\.text).joined(separator: ", ") }

    /// Why nothing was learned, and which card would decide.
    private func undecided(_ profiles: [CardProfile], _ reader: DeviceID, _ cards: [CardNumber]) -> CommandError {
        guard !profiles.isEmpty else {
            return .failed(
                .data,
                Phrase(
                    "Nothing that \(reader) has written is the card you named, in any format that we know: tap it there and "
                        + "try again, or enrol this reader's cards as it writes them (dutyclock enrol --unknown).",
                    "\(reader) 写出的内容按任何已知格式都不是这张卡：请在该机上刷卡后重试，或按其写法登记（dutyclock enrol --unknown）。"))
        }
        let deciding = CardProfile.deciding(profiles, among: heldNumbers)
        let holders = register.holdings.filter { holding in
            guard case .card(let number) = holding.key.credential, holding.holds(at: now) else { return false }
            return deciding.contains(number) && !cards.contains(number)
        }
        let first = cards.map { Credential.card($0).subject }.joined(separator: " ")
        let advice =
            holders.first.map { holder in
                Phrase(
                    "; tap \(name(holder.person))'s card there, then: dutyclock enrol --teach \(reader) \(first) "
                        + holder.key.text,
                    "；请在该机上刷 \(name(holder.person)) 的卡，然后：dutyclock enrol --teach \(reader) \(first) \(holder.key.text)"
                )
            }
            ?? Phrase(
                "; enrol another card on a reader that tells whole numbers, tap it at \(reader), and name both",
                "；请先在能读出完整卡号的读卡器上登记另一张卡，在 \(reader) 上刷它，再写出两张卡")
        return .failed(
            .data,
            Phrase(
                "\(reader) may write in several ways (\(formats(profiles))), and one card cannot tell which",
                "\(reader) 可能有几种写法（\(formats(profiles))），一张卡不能说明是哪一种") + advice + Phrase(".", "。"))
    }

    private func learn(
        _ profile: CardProfile, at reader: DeviceID, _ seen: Seen, _ known: [CardNumber]
    ) throws(CommandError) {
        let from = try moment("--from")
        let punch = seen.punches.filter { number, _ in
            known.contains { known in profile.read(seen: number).map { $0.match(known) != .different } ?? false }
        }.map(\.value).max()
        let entry = Entry(
            from: from?.description, other: reader.text, by: arguments["--by"], reason: arguments["--reason"],
            ref: punch,
            as: profile.text)
        try write(.reader, [entry])
        let numbers = seen.numbers.compactMap { profile.read(seen: $0) }
        let persons = numbers.filter { number in
            if case .persons = register.find(.card(number), at: reader, time: now) { true } else { false }
        }
        context.remark(
            Phrase(
                "\(numbers.count) of \(seen.punches.count) cards seen at \(reader) can be read so; \(persons.count) are "
                    + "somebody's. Punches of before count, too.",
                "在 \(reader) 上刷过的 \(seen.punches.count) 张卡中，\(numbers.count) 张可以读出，\(persons.count) 张有主；以前的打卡同样有效。"))
        let long = Set(heldNumbers.filter(\.isLongNXP)).count
        if profile.isShort, long > 0 { warnOfShort([reader], cards: long) }
        if profile.twist == .inverted {
            context.remark(
                Phrase(
                    "Its wires D0 and D1 are exchanged. When that is mended, teach it again with --from.",
                    "该机的 D0、D1 接反了；改正接线后，请加 --from 重新校对。"))
        }
    }
}
