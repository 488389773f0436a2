import AttendanceModel
import TextCodec

extension PlanScanner {
    /// One table as written, before `like` is followed.
    private struct WrittenTable {
        var like: String?
        var position: TextPosition
        /// Nil for a bell that does not ring in this table, or whose time is an open question.
        var times: [String: [LocalTime]?] = [:]
    }

    mutating func bellTables(_ node: JSON5Node?) -> [String: BellTable] {
        guard let node else { return [:] }
        guard let members = node.members else {
            wrong(node, "bells", .object)
            return [:]
        }
        var written: [String: WrittenTable] = [:]
        for member in members { written[member.key] = writtenTable(member) }
        var tables: [String: BellTable] = [:]
        for member in members {
            var times: [String: [LocalTime]] = [:]
            var chain: [String] = []
            var next: String? = member.key
            while let name = next, let table = written[name] {
                guard !chain.contains(name) else {
                    report(.circularBells(member.key), at: table.position)
                    break
                }
                chain.append(name)
                next = table.like
            }
            for name in chain.reversed() {
                for (bell, value) in written[name]?.times ?? [:] { times[bell] = value }
            }
            tables[member.key] = BellTable(times: times)
        }
        for member in members {
            guard let like = written[member.key]?.like, written[like] == nil else { continue }
            let nearest = Spelling.nearest(like, in: members.map(\.key))
            report(.unknown(.bellTable, like, nearest: nearest), at: member.position)
        }
        return tables
    }

    private mutating func writtenTable(_ member: JSON5Member) -> WrittenTable {
        var table = WrittenTable(position: member.position)
        let path = "bells.\(member.key)"
        guard let bells = member.node.members else {
            wrong(member.node, path, .object)
            return table
        }
        var previous: LocalTime?
        for bell in bells {
            if bell.key == "like" {
                table.like = text(bell.node, "\(path).like")
                continue
            }
            declaredBells.insert(bell.key)
            let times = bellTimes(bell, path)
            table.times[bell.key] = .some(times)
            guard let time = times?.first, times?.count == 1 else { continue }
            if let before = previous, time < before, time.hour < 8, TimeText.afternoon(for: time) == nil {
                report(
                    .bellGoesBack(
                        bell: bell.key, table: member.key, time: time.displayed, previous: before.displayed),
                    at: bell.node.position)
            }
            previous = time
        }
        return table
    }

    /// The times of one bell in rising order; nil when it does not ring or is not answered.
    private mutating func bellTimes(_ bell: JSON5Member, _ table: String) -> [LocalTime]? {
        let path = "\(table).\(bell.key)"
        if case .null = bell.node.value { return nil }
        guard let elements = bell.node.elements else { return bellTime(bell.node, path).map { [$0] } }
        var times: [LocalTime] = []
        for (index, element) in elements.enumerated() {
            if let time = bellTime(element, "\(path)[\(index)]") { times.append(time) }
        }
        if zip(times, times.dropFirst()).contains(where: { $0 >= $1 }) {
            report(.bellsNotRising(bell: bell.key, table: String(table.dropFirst(6))), at: bell.node.position)
        }
        return times.isEmpty ? nil : times
    }

    private mutating func bellTime(_ node: JSON5Node, _ path: String) -> LocalTime? {
        guard !isQuestion(node, path) else { return nil }
        guard let text = node.string else {
            wrong(node, path, .time)
            return nil
        }
        guard let time = TimeText.time(text) else {
            report(.unreadableTime(path: path, text: text), at: node.position)
            return nil
        }
        if let meant = TimeText.afternoon(writtenAs: text) {
            report(.twelveHour(path: path, text: text, meant: meant.displayed), at: node.position)
        }
        return time
    }
}
