import AttendanceModel
import Reports
import TextCodec
import Timetable

extension EnrolDesk {
    /// Cards and ids that are nobody's, with who they may be.
    func listUnknown() throws(CommandError) {
        if let word = arguments.operands.first { throw .usage(.tooManyOperands(word)) }
        let proposals = CardProposals(people: school.book.people, register: register)
        var table = Table(columns: [
            .init("card", Phrase("card or number", "卡号/编号")), .init("why", Phrase("why", "说明")),
            .init("machines", Phrase("seen at", "出现在")), .init("punches", Phrase("punches", "次数"), .right),
            .init("first", Phrase("first", "首次")), .init("last", Phrase("last", "最近")),
            .init("maybe", Phrase("maybe", "可能是")),
        ])
        let cards = try unknownCards()
        for card in cards {
            let why = why(card.found)
            let maybe = proposals.of(card.key).map { Phrase(verbatim: name($0.person) + " ") + reason($0.reason) }
            let list = Phrase.joined(Array(maybe.prefix(3)), by: .semicolon)
            table.add([
                .text(card.key.text), .phrase(why, key: why.english),
                .text(card.devices.map(\.text).joined(separator: " ")), .number(Int64(card.punches)),
                .text(card.first?.description ?? "?"), .text(card.last?.description ?? "?"),
                .phrase(list, key: list.english),
            ])
        }
        if cards.isEmpty {
            context.remark(Phrase("Every card and number that has punched is somebody's.", "所有打过卡的卡和编号都有主。"))
            return
        }
        context.show(table)
        context.remark(
            Phrase(
                "Give one to a person: dutyclock enrol WHO CARD --from DATE.", "登记给某人：dutyclock enrol 姓名 卡号 --from 日期。")
        )
    }

    private func why(_ found: CardRegister.Found) -> Phrase {
        switch found {
        case .unknown, .persons: Phrase("nobody's", "无主")
        case .ended(let person): Phrase("was \(name(person))'s", "曾属 \(name(person))")
        case .lost(let person): Phrase("SECURITY: lost by \(name(person))", "安全提示：\(name(person)) 已挂失")
        case .ambiguous(let persons): Phrase("fits cards of \(names(persons))", "可能属于 \(names(persons))")
        }
    }

    func reason(_ reason: CardProposal.Reason) -> Phrase {
        switch reason {
        case .sameName(let name): Phrase("(called “\(name)” there)", "（机内姓名“\(name)”）")
        case .cutName(let name): Phrase("(a name that begins “\(name)”)", "（姓名以“\(name)”开头）")
        case .sameNumber: Phrase("(same number)", "（编号相同）")
        case .otherMachine(let device): Phrase("(the same at \(device))", "（在 \(device) 上是此编号）")
        case .readAs(let profile):
            Phrase("(if the reader writes \(profile.text): --teach)", "（若读卡器格式为 \(profile.text)：--teach）")
        }
    }

    /// Who has which card, all or of one person.
    func listHoldings() throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let person = try arguments.operands.first.map { text throws(CommandError) in try school.person(text).id }
        var table = Table(columns: [
            .init("person", Phrase("id", "工号")), .init("name", Phrase("name", "姓名")),
            .init("card", Phrase("card or number", "卡号/编号")), .init("status", Phrase("status", "状态")),
            .init("from", Phrase("from", "开始")), .init("to", Phrase("until", "结束")),
            .init("said", Phrase("said by", "依据")),
        ])
        let all = register.holdings.filter { person == nil || $0.person == person }
        for holding in all.sorted(by: { ($0.person, $0.key.text) < ($1.person, $1.key.text) }) {
            table.add([
                .text(holding.person.text), .text(school.names.person(holding.person)), .text(holding.key.text),
                .phrase(holding.status.phrase, key: holding.status.rawValue),
                .text(holding.from?.description ?? ""), .text(holding.to?.description ?? ""),
                .text(holding.fact.map { "#\($0)" } ?? Document.Kind.cards.fileName),
            ])
        }
        if all.isEmpty {
            context.remark(
                person.map { Phrase("\(name($0)) has no card.", "\(name($0)) 没有卡。") }
                    ?? Phrase("Nobody has a card yet.", "还没有人有卡。"))
        } else {
            context.show(table)
        }
    }
}
