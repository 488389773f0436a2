import AttendanceModel
package import Reconciler
package import TextCodec
import Timetable

/// Why one line of the ledger came out as it did, in the school's own words (model.md D.4).
package struct Explanation: Sendable {
    private let line: DutyLine
    private let ledger: Ledger
    private let reasons: Reasons
    private let language: Language

    package init(_ line: DutyLine, in ledger: Ledger, names: Names, language: Language) {
        self.line = line
        self.ledger = ledger
        self.reasons = Reasons(names: names)
        self.language = language
    }

    package var text: String {
        var text = heading + "\n"
        for result in line.results { text += section(result) }
        // What is open of the duty itself and of none of its requirements: that it is not over, say.
        let told = line.results.flatMap(\.verdict.doubts)
        for doubt in line.verdict.doubts where !told.contains(doubt) {
            text += entry(Self.waiting, say(reasons.doubt(doubt)))
        }
        if let hands { text += entry(Self.note, say(hands)) }
        text += entry(Self.consequence, consequences)
        if let ruling = line.ruling { text += entry(Self.ruling, rulingSentence(ruling)) }
        if !line.notes.isEmpty {
            text += entry(Self.note, say(.joined(line.notes.map(reasons.note), by: .semicolon)))
        }
        return text + footer
    }

    private static let requirement = Phrase("asked", "要求")
    private static let consequence = Phrase("brings", "后果")
    private static let ruling = Phrase("ruling", "裁定")
    private static let note = Phrase("note", "备注")
    private static let notFound = Phrase("no", "没有")
    private static let basis = Phrase("by", "依照")
    private static let waiting = Phrase("open", "待定")

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// Who keeps this duty for whom.
    private var hands: Phrase? {
        if let taker = line.coveredBy {
            let name = reasons.names.person(taker)
            return Phrase("\(name) takes this duty and its credits", "由 \(name) 代班，课时归代班人")
        }
        return line.covers.map { person in
            let name = reasons.names.person(person)
            return Phrase("in place of \(name)", "代 \(name)")
        }
    }

    /// One labelled line; labels are as wide as the widest label of the language.
    private func entry(_ label: Phrase, _ text: String) -> String {
        "  " + DisplayWidth.pad(say(label), to: 8) + text + "\n"
    }

    private var heading: String {
        var parts = ["\(line.id.date) \(say(line.id.date.weekday.phrase))", line.personName]
        parts.append([line.dutyName, line.id.post].filter { !$0.isEmpty }.joined(separator: " "))
        if let window = line.window {
            parts.append("\(window.lowerBound.displayed)–\(window.upperBound.displayed)")
        }
        let credits = Self.credits(line.granted)
        return parts.joined(separator: "  ") + "  " + say(credits + Phrase(" → ", " → ") + verdictSummary)
    }

    private static func credits(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 credit" : "\(count) credits", "\(count) 课时")
    }

    private var verdictSummary: Phrase {
        var parts = [line.verdict.phrase]
        if line.verdict.flag != nil, line.verdict.base != .met {
            parts.append(Phrase("so far ", "目前") + line.verdict.base.phrase)
        }
        let scopes = Set(line.voids.map(\.scope)).map(\.phrase).sorted { $0.english < $1.english }
        if !scopes.isEmpty { parts.append(Phrase("void: ", "作废：") + .joined(scopes, by: .comma)) }
        for incident in ledger.incidents where incident.line == line.id {
            parts.append(Consequence.incident(incident.kind) + Phrase(" #\(incident.number)", " #\(incident.number)"))
        }
        if line.net != line.granted { parts.append(Phrase("\(line.net) left", "余 \(line.net)")) }
        return .joined(parts, by: Phrase(", ", "，"))
    }

    private func section(_ result: RequirementResult) -> String {
        var head = say(ask(result))
        let quote = result.text.map { "「\($0)」" } ?? ""
        let cite = (result.cite ?? line.cite).map { say(Phrase("by ", "依据 ")) + $0 } ?? ""
        let source = [cite, quote].filter { !$0.isEmpty }.joined(separator: " ")
        if !source.isEmpty { head += "    " + source }
        var text = entry(Self.requirement, head)
        // What machines saw, then what people wrote; each in the order of time.
        let machines = result.evidence.filter { $0.kind == .punch }
        for evidence in machines + result.evidence.filter({ $0.kind != .punch }) {
            text += entry(evidence.kind.phrase, describe(evidence))
        }
        for relief in result.reliefs { text += entry(Self.note, say(describe(relief))) }
        for kind in result.kinds where kind.verdict.base != .met && kind.verdict.isCertain {
            let found = result.evidence.contains { Self.isEvidence($0.kind, for: kind.kind) }
            if !found { text += entry(kind.kind.phrase, say(Phrase("nothing found", "没有记录"))) }
        }
        for doubt in result.verdict.doubts { text += entry(Self.waiting, say(reasons.doubt(doubt))) }
        return text
    }

    private static func isEvidence(_ kind: EvidenceLine.Kind, for asked: Requirement.Evidence) -> Bool {
        switch (kind, asked) {
        case (.punch, .punch), (.attest, .punch), (.sign, .sign), (.seen, .seen), (.handover, .handover),
            (.headcount, .headcount):
            true
        default: false
        }
    }

    private func ask(_ result: RequirementResult) -> Phrase {
        let form: Phrase
        switch result.form {
        case .arrive(_, _, let until):
            form = Phrase("be there by \(until.displayed)", "\(until.displayed) 前签到")
        case .leave(let from, _, _):
            form = Phrase("sign out at \(from.displayed) or later", "\(from.displayed) 以后签退")
        case .count(let count, let from, let until, let gap):
            form = Phrase(
                "\(count) times from \(from.displayed) to \(until.displayed), \(gap) min apart",
                "\(from.displayed)–\(until.displayed) 签 \(count) 次，间隔 \(gap) 分")
        case .never(let seen):
            form =
                seen
                ? Phrase("be seen at the post", "检查在岗") : Phrase("never be seen absent", "检查不得缺岗")
        case .form(let name, let deadline):
            form = Phrase(
                "file “\(name)” by \(deadline.date) \(deadline.time.displayed)",
                "\(deadline.date) \(deadline.time.displayed) 前交「\(name)」")
        case .observation: form = Phrase("be at the post", "在岗")
        }
        let kinds = Phrase.joined(result.kinds.map(\.kind.phrase), by: Phrase(" + ", " + "))
        let asked = result.kinds.isEmpty ? form : form + Phrase(": ", "：") + kinds
        return asked + Phrase(" → ", " → ") + result.phrase
    }

    private func describe(_ evidence: EvidenceLine) -> String {
        var text = evidence.time.map { time($0, with: evidence) } ?? say(Phrase("no time", "无时间"))
        var remarks: [Phrase] = []
        let received = "\(evidence.received.date.description.suffix(5)) \(evidence.received.time)"
        switch evidence.kind {
        case .punch:
            text += " " + reasons.names.device(DeviceID(evidence.source))
            if let clock = evidence.clock { remarks += self.clock(clock) }
            remarks.append(Phrase("received \(received)", "\(received) 收到"))
        case .sign, .attest, .seen, .form, .handover, .headcount:
            if let by = evidence.by { text += " " + reasons.names.person(PersonID(by)) }
            remarks.append(Phrase("typed \(received) by \(evidence.author)", "\(received) 录入，\(evidence.author)"))
        }
        text += say(Phrase(" (", "（") + .joined(remarks, by: Phrase(", ", "，")) + Phrase(")", "）"))
        return text + " #\(evidence.fact)  " + say(reasons.use(evidence.use))
    }

    private func time(_ time: LocalDateTime, with evidence: EvidenceLine) -> String {
        let shown = evidence.kind == .punch ? time.time.description : time.time.displayed
        return time.date == line.id.date ? shown : "\(time.date) \(shown)"
    }

    private func clock(_ clock: ClockReading) -> [Phrase] {
        var phrases: [Phrase] = []
        if let wall = clock.wall {
            let raw = wall.date == line.id.date ? wall.time.description : wall.description
            phrases.append(Phrase("machine showed \(raw)", "原始 \(raw)"))
            let offset = clock.offsetSeconds
            phrases.append(Phrase("offset \(offset) s", "误差 \(offset) s"))
        }
        if clock.uncertaintySeconds > 0 {
            phrases.append(Phrase("± \(clock.uncertaintySeconds) s", "± \(clock.uncertaintySeconds) s"))
        }
        switch clock.basis {
        case .assumed: phrases.append(Phrase("clock taken as right", "时钟视为准确"))
        case .asShown: phrases.append(Phrase("as shown, by the plan", "按方案以机器时间为准"))
        case .unmeasured: phrases.append(Phrase("clock never compared", "时钟未核对"))
        case .received: phrases.append(Phrase("time of receipt", "以接收时间为准"))
        case .host(synchronised: false):
            phrases.append(Phrase("computer's clock not known to be right", "电脑时钟未确认同步"))
        case .host(synchronised: true), .declared, .measured: break
        }
        return phrases
    }

    private func describe(_ relief: Relief) -> Phrase {
        let what = Reasons.relief(relief)
        if relief.from == .midnight, relief.to == .endOfDay { return what + Phrase(" all day", " 全天") }
        let device = relief.device.map { " " + reasons.names.device($0) } ?? ""
        let span = "\(device) \(relief.from.displayed)–\(relief.to.displayed)"
        return what + Phrase(verbatim: span)
    }

    private var consequences: String {
        let acting = line.consequences.filter { !$0.held }
        let held = line.consequences.filter(\.held)
        var parts: [Phrase] = acting.map { applied in
            applied.outcome.phrase + Phrase(" → ", " → ") + applied.consequence.phrase
        }
        let voided = ledger.lines.filter { other in other.voids.contains { $0.line == line.id } }
        if !voided.isEmpty {
            let sum = voided.reduce(0) { $0 + $1.granted }
            let list = voided.map { "\($0.dutyName)\($0.granted)" }.joined(separator: " ")
            parts.append(Phrase(verbatim: "\(list) = ") + Self.credits(sum))
        }
        if !held.isEmpty {
            let list = Phrase.joined(held.map(\.consequence.phrase), by: .comma)
            parts.append(Phrase("held back: ", "暂缓：") + list)
        }
        for other in line.voids where other.line != line.id {
            let cause = reasons.names.duty(other.line.duty)
            parts.append(
                Phrase("void by \(cause): ", "因\(cause)作废：") + other.scope.phrase)
        }
        if parts.isEmpty {
            let nothing =
                line.verdict.isCertain ? Phrase("nothing: ", "无：计 ") : Phrase("nothing so far: ", "目前无：计 ")
            return say(nothing + Self.credits(line.net))
        }
        return say(.joined(parts, by: .semicolon))
    }

    private func rulingSentence(_ ruling: RulingNote) -> String {
        let by = ruling.by.map { " " + reasons.names.person(PersonID($0)) } ?? ""
        let reason = ruling.reason.map { " 「\($0)」" } ?? ""
        return say(
            Phrase("#\(ruling.fact)\(by): ", "#\(ruling.fact)\(by)：") + line.verdict.base.phrase
                + Phrase(" instead of ", "，原为 ") + ruling.instead.phrase) + reason
    }

    private var footer: String {
        let absent = line.notFound.map { kind in
            switch kind {
            case .leave: Phrase("leave", "请假")
            case .cover: Phrase("cover", "代班")
            case .outage: Phrase("outage", "停电/故障")
            case .clockAnomaly: Phrase("clock anomaly", "时钟异常")
            case .ruling: Phrase("ruling", "裁定")
            }
        }
        var text = ""
        if !absent.isEmpty {
            let list = Phrase.joined(absent, by: Phrase(" / ", " / "))
            text += entry(Self.notFound, say(list + Phrase(" on record", " 记录")))
        }
        var parts: [String] = []
        if let basis = ledger.bases.first(where: { $0.dates.contains(line.id.date) }) {
            parts.append(say(Phrase("plan ", "计划 ")) + "\(basis.plan)@\(basis.planFrom) #\(basis.planDigest.prefix(4))")
            if let digest = basis.rosterDigest {
                parts.append(say(Phrase("roster ", "名册 ")) + "#\(digest.prefix(4))")
            }
        }
        return parts.isEmpty ? text : text + entry(Self.basis, parts.joined(separator: "   "))
    }
}
