package import AttendanceModel
import Reconciler
package import TextCodec

/// Facts of the log as rows: when, what, who, where from, what it says, who wrote it.
package struct FactTable: Sendable {
    private let names: Names
    private let zone: ZoneRules
    /// Whose card or number a punch's credential was, if anybody's.
    private let holder: @Sendable (Fact) -> PersonID?

    package init(names: Names, zone: ZoneRules, holder: @escaping @Sendable (Fact) -> PersonID?) {
        self.names = names
        self.zone = zone
        self.holder = holder
    }

    package static let columns: [Table.Column] = [
        .init("fact", Phrase("no.", "编号"), .right), .init("time", Phrase("time", "时间")),
        .init("kind", Phrase("kind", "种类")), .init("who", Phrase("who", "人员")),
        .init("source", Phrase("from", "来源")), .init("says", Phrase("says", "内容")),
        .init("recorded", Phrase("recorded", "记录时间")), .init("author", Phrase("by", "记录人")),
    ]

    package func table(_ facts: some Sequence<Fact>) -> Table {
        var table = Table(columns: Self.columns)
        for fact in facts { table.add(row(fact)) }
        return table
    }

    package func row(_ fact: Fact) -> [Table.Cell] {
        let says = self.says(fact)
        return [
            .number(fact.seq), .text(time(fact)), .phrase(fact.kind.phrase, key: fact.kind.word), .text(who(fact)),
            .text(fact.source), .phrase(says, key: says.english), .text(zone.local(at: fact.recorded).description),
            .text(fact.author),
        ]
    }

    private func time(_ fact: Fact) -> String {
        if let at = fact.at { return zone.local(at: at).description }
        if case .punch(let punch) = fact.body { return punch.wall.map { "?\($0)" } ?? "?" }
        if case .entry(_, let entry) = fact.body, let dates = entry.dates { return dates.lowerBound.description }
        return ""
    }

    private func who(_ fact: Fact) -> String {
        switch fact.body {
        case .punch(let punch):
            return holder(fact).map(names.person) ?? punch.credential.displayed
        case .entry(_, let entry): return entry.person.map(names.person) ?? ""
        case .publish, .session, .imported, .machine, .notice, .close, .genesis: return ""
        }
    }

    /// What a fact says, in one short sentence.
    package func says(_ fact: Fact) -> Phrase {
        switch fact.body {
        case .punch(let punch): return says(punch, hasTime: fact.at != nil)
        case .entry(let kind, let entry): return says(kind, entry)
        case .publish(let document):
            return Phrase(
                "\(document.kind.fileName) from \(document.from) #\(document.digest.prefix(4))",
                "\(document.kind.fileName) 自 \(document.from) 起 #\(document.digest.prefix(4))")
        case .session(let report):
            let reason = report.reason ?? ""
            switch report.state {
            case .up: return Phrase("connected", "已连接")
            case .lost: return Phrase("lost: \(reason)", "断开：\(reason)")
            case .stopped: return Phrase("stopped", "已停止")
            }
        case .imported(let report):
            guard let counts = report.counts else {
                return Phrase("\(report.fileName) begun", "开始导入 \(report.fileName)")
            }
            return Phrase(
                "\(report.fileName): \(counts.added) new, \(counts.known) known, \(counts.refused) refused",
                "\(report.fileName)：新 \(counts.added)，已有 \(counts.known)，拒收 \(counts.refused)")
        case .notice(let notice):
            let digest = notice.digest.prefix(8)
            return Phrase(
                "notice of \(notice.month), revision \(notice.revision) #\(digest), "
                    + "objections until \(notice.objectionsUntil)",
                "\(notice.month) 公示第 \(notice.revision) 版 #\(digest)，异议截止 \(notice.objectionsUntil)")
        case .close(let close):
            let despite = close.despite.map { "「\($0)」" } ?? ""
            return Phrase(
                "\(close.month) closed #\(close.digest.prefix(8)) \(despite)",
                "\(close.month) 已结算 #\(close.digest.prefix(8)) \(despite)")
        case .machine(let report):
            let serial = report.serialNumber ?? "?"
            guard let since = report.since else { return Phrase("device \(serial)", "设备 \(serial)") }
            return Phrase("device \(serial) since \(since)", "自 \(since) 起为设备 \(serial)")
        case .genesis(let genesis): return Phrase("log \(genesis.log.prefix(8))", "日志 \(genesis.log.prefix(8))")
        }
    }

    private func says(_ punch: Punch, hasTime: Bool) -> Phrase {
        var parts: [Phrase] = [Phrase(verbatim: punch.credential.displayed)]
        if !hasTime {
            parts.append(Phrase("its time cannot be true", "时间不可能属实"))
            return .joined(parts, by: .comma)
        }
        switch punch.basis {
        case .received: parts.append(Phrase("time of receipt", "以接收时间为准"))
        case .hostUnsynchronised: parts.append(Phrase("computer's clock not set", "电脑时钟未同步"))
        case .none, .hostSynchronised, .hostUnknown, .machineAssumed, .machineMeasured: break
        }
        return .joined(parts, by: .comma)
    }

    /// What an entry says, its person and first day aside.
    package func says(_ kind: FactKind, _ entry: Entry) -> Phrase {
        if kind == .card || kind == .reader { return saysOfCard(entry) }
        var parts: [String] = []
        if let dates = entry.dates, dates.lowerBound != dates.upperBound {
            parts.append("\(dates.lowerBound)..\(dates.upperBound)")
        }
        if let duty = entry.duty { parts.append(names.duty(duty)) }
        if let post = entry.post { parts.append(post) }
        if kind == .clock {
            parts += [entry.other, entry.from, entry.to.map { "\($0) s" }].compactMap(\.self)
        } else {
            let span = [entry.from, entry.to].compactMap(\.self).joined(separator: "–")
            if !span.isEmpty { parts.append(span) }
        }
        var phrase = Phrase(verbatim: parts.joined(separator: " "))
        if kind != .clock, let other = entry.other {
            phrase = phrase + Phrase(verbatim: parts.isEmpty ? "→ " : " → ") + said(kind, other)
        }
        let rest = afterthoughts(entry)
        return rest.isEmpty ? phrase : phrase + Phrase(verbatim: (phrase.english.isEmpty ? "" : " ") + rest)
    }

    /// `card 3808980205 → lost, from 2026-09-16 07:00:00`, `hall → dec10`.
    private func saysOfCard(_ entry: Entry) -> Phrase {
        let key = entry.other.flatMap { CardKey($0) }
        let status = entry.as.flatMap { CardStatus(rawValue: $0) }?.phrase ?? Phrase(verbatim: entry.as ?? "")
        var parts = [Phrase(verbatim: (key?.displayed ?? entry.other ?? "") + " → ") + status]
        if let from = entry.from { parts.append(Phrase("from \(from)", "自 \(from)")) }
        if let to = entry.to { parts.append(Phrase("until \(to)", "至 \(to)")) }
        let rest = afterthoughts(entry)
        if !rest.isEmpty { parts.append(Phrase(verbatim: rest)) }
        return .joined(parts, by: .comma)
    }

    /// The word in `other`: an outcome, what was seen, a person, or a name as it stands.
    private func said(_ kind: FactKind, _ word: String) -> Phrase {
        switch kind {
        case .ruling: Outcome.allCases.first { $0.word == word }?.phrase ?? Phrase(verbatim: word)
        case .seen: Observation(rawValue: word)?.phrase ?? Phrase(verbatim: word)
        case .rain, .closure: word == "off" ? Phrase("revoked", "取消") : Phrase(verbatim: word)
        default: Phrase(verbatim: names.person(PersonID(word)))
        }
    }

    private func afterthoughts(_ entry: Entry) -> String {
        var parts: [String] = []
        if let ref = entry.ref { parts.append("#\(ref)") }
        if let count = entry.count { parts.append("× \(count)") }
        if let reason = entry.reason { parts.append("「\(reason)」") }
        if let by = entry.by { parts.append("(\(names.person(PersonID(by))))") }
        return parts.joined(separator: " ")
    }
}
