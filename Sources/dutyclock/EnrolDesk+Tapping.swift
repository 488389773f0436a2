import AttendanceModel
import EventLog
import Reports
import TextCodec
import Timetable

extension EnrolDesk {
    /// How long other cards may come after the first before it is taken: two people at the reader are noticed.
    private static let grace = Duration.milliseconds(1500)

    /// Waits for the next unknown card and gives it to a person.
    func tap(for person: Person) throws(CommandError) {
        let reader = try reader()
        var follower = try follow(
            Phrase("Tap \(name(person.id))'s card", "请刷 \(name(person.id)) 的卡"), at: reader)
        var deadline = try patience()
        var candidates: [CardKey] = []
        while true {
            let facts = try follower.facts(until: deadline)
            if facts.isEmpty, ContinuousClock.now >= deadline { break }
            for fact in facts {
                guard let key = unknownCard(in: fact, at: reader), !candidates.contains(key) else { continue }
                if candidates.isEmpty { deadline = min(deadline, .now + Self.grace) }
                candidates.append(key)
            }
        }
        guard let key = candidates.first else { throw nothingTapped(reader) }
        guard candidates.count == 1 else {
            let list = candidates.map { "dutyclock enrol \(person.id) \($0.text)" }.joined(separator: "\n  ")
            throw .failed(
                .data,
                Phrase(
                    "Several unknown cards were tapped: say which one it is:\n  \(list)", "刷了几张无主的卡，请说明是哪一张：\n  \(list)"
                ))
        }
        try give(key, to: person)
    }

    /// The reader that `--reader` names; nil is any.
    func reader() throws(CommandError) -> DeviceID? {
        guard let text = arguments["--reader"] else { return nil }
        try requireDevice(DeviceID(text))
        return DeviceID(text)
    }

    func patience() throws(CommandError) -> ContinuousClock.Instant {
        let text = arguments["--within"] ?? "60"
        guard let seconds = Int(text), (1...86_400).contains(seconds) else {
            throw .usage(
                .badValue(option: "--within", value: text, expected: Phrase("seconds, such as 60", "秒数，例如 60")))
        }
        return .now + .seconds(seconds)
    }

    /// Begins to follow the log, and asks for the tap.
    func follow(_ what: Phrase, at reader: DeviceID?) throws(CommandError) -> LogFollower {
        let follower = try LogFollower(school.reader, folder: context.dataDirectory)
        let place = reader.map { Phrase(" at \($0)", "（\($0)）") } ?? Phrase("", "")
        context.remark(what + place + Phrase(" now …", "……"))
        if (try? LogOwner.current(directory: context.dataDirectory)) == nil {
            context.remark(
                Phrase(
                    "No daemon is running here, so readers are not heard: start dutyclockd, or give the card's number.",
                    "这里没有运行 dutyclockd，收不到刷卡：请启动服务，或直接写卡号。"))
        }
        return follower
    }

    func nothingTapped(_ reader: DeviceID?) -> CommandError {
        let place = reader.map { Phrase(" at \($0)", "（\($0)）") } ?? Phrase("", "")
        return .failed(
            .unavailable,
            Phrase("No new card was tapped", "没有刷到新卡") + place
                + Phrase(
                    "; nothing was written. dutyclock enrol --unknown lists those of before.",
                    "，没有登记。dutyclock enrol --unknown 可列出以前刷过的无主的卡。"))
    }

    /// The card of a live punch if it is nobody's; of others it says whose they are.
    private func unknownCard(in fact: Fact, at reader: DeviceID?) -> CardKey? {
        guard case .punch(let punch) = fact.body, reader.map({ $0.text == fact.source }) ?? true else { return nil }
        let device = DeviceID(fact.source)
        let time = punch.wall ?? school.zone.local(at: fact.at ?? fact.recorded)
        let seen = register.read(punch.credential, at: device, time: time)
        let shown = "\(seen.displayed) @ \(device)"
        switch register.find(punch.credential, at: device, time: time) {
        case .unknown:
            context.remark(Phrase("\(shown): nobody's", "\(shown)：无主"))
            return CardKey(seen: seen, at: device)
        case .ended(let person):
            context.remark(Phrase("\(shown): was \(name(person))'s", "\(shown)：曾属 \(name(person))"))
            return CardKey(seen: seen, at: device)
        case .persons(let persons):
            context.remark(
                Phrase(
                    "\(shown): is \(names(persons))'s already; tap another card",
                    "\(shown)：已经属于 \(names(persons))；请刷另一张"))
        case .lost(let person):
            context.remark(
                Phrase(
                    "\(shown): SECURITY: reported lost by \(name(person))", "\(shown)：安全提示：\(name(person)) 已挂失"))
        case .ambiguous(let persons):
            context.remark(
                Phrase(
                    "\(shown): fits cards of \(names(persons)); use a reader that tells the whole number",
                    "\(shown)：可能属于 \(names(persons))；请用能读出完整卡号的读卡器"))
        }
        return nil
    }
}
