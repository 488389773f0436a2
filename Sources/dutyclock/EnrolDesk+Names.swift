import AttendanceModel
import Reports
import TextCodec
import Timetable
import WireFormats

extension EnrolDesk {
    /// Proposes persons from the names in a machine's files, and enrols those that somebody accepts.
    func proposeNames() throws(CommandError) {
        guard !arguments.operands.isEmpty else {
            throw .usage(.missingOperand(Phrase("user.dat or an export", "user.dat 或导出文件")))
        }
        let machine = try machine()
        var names: [MachineName] = []
        for path in arguments.operands { names += try self.names(in: path, machine) }
        let proposals = CardProposals(people: school.book.people, register: register, names: names).ofNames()
        guard let words = arguments["--accept"] else {
            show(proposals, names)
            return
        }
        let accepted = try accepted(words, proposals)
        guard !accepted.isEmpty else {
            throw .failed(
                .data,
                Phrase(
                    "None of the \(proposals.count) proposals is certain: look at them and accept by number.",
                    "\(proposals.count) 条建议中没有确定无疑的：请查看后按编号采用。"))
        }
        let from = try moment("--from")
        let to = try moment("--to")
        try write(
            .card,
            accepted.map { proposal in
                entry(proposal.key, proposal.person, .issued, from: from, to: to, reason: because(proposal.reason))
            })
        context.remark(
            Phrase(
                "\(accepted.count) enrolled; \(proposals.count - accepted.count) proposals are left.",
                "登记 \(accepted.count) 条；还有 \(proposals.count - accepted.count) 条建议。"))
    }

    private func machine() throws(CommandError) -> DeviceID {
        guard let text = arguments["--machine"] else {
            let list = school.book.devices.filter { !$0.isReader }.map(\.device.text).joined(separator: ", ")
            throw .failed(
                .data,
                Phrase(
                    "Which machine wrote these files? Say --machine NAME (\(list)): numbers mean nothing on another one.",
                    "这些文件来自哪台考勤机？请加 --machine 名称（\(list)）：机内编号只在本机有效。"))
        }
        try requireDevice(DeviceID(text))
        return DeviceID(text)
    }

    /// The names in a file, of ids and of the cards that the machine keeps with them.
    private func names(in path: String, _ machine: DeviceID) throws(CommandError) -> [MachineName] {
        let bytes = try FileText.bytes(path)
        let prefix = Array(bytes.prefix(ExportFormat.prefixLength))
        let format = ExportFormat.recognise(prefix: prefix.span, size: Int64(bytes.count))
        if case .unsupported(let reason) = format {
            throw .failed(
                .data,
                Phrase(
                    "\(FileText.name(path)): \(reason.sentence(in: .english))",
                    "\(FileText.name(path))：\(reason.sentence(in: .chinese))"))
        }
        var reader = ExportNameReader(format: format)
        reader.feed(bytes.span)
        let found = reader.finish()
        return found.names.flatMap { name -> [MachineName] in
            let keys =
                [CardKey(.machineUser(name.userID), device: machine)]
                + (name.card.map { [CardKey(.card(CardNumber(n32: $0)))] } ?? [])
            let called = found.renamed[name.userID] ?? [name.name]
            return keys.flatMap { key in
                called.filter { !$0.isEmpty }.map { MachineName(key: key, name: $0, rooms: format.nameRooms) }
            }
        }
    }

    private func show(_ proposals: [CardProposal], _ names: [MachineName]) {
        if context.format == .csv {
            context.terminal.write(csv(proposals))
        } else if !proposals.isEmpty {
            var table = Table(columns: [
                .init("number", Phrase("no.", "编号"), .right), .init("card", Phrase("card or number", "卡号/编号")),
                .init("person", Phrase("id", "工号")), .init("name", Phrase("name", "姓名")),
                .init("why", Phrase("why", "依据")), .init("certain", Phrase("certain", "确定")),
            ])
            for (index, proposal) in proposals.enumerated() {
                let why = reason(proposal.reason)
                table.add([
                    .number(Int64(index + 1)), .text(proposal.key.text), .text(proposal.person.text),
                    .text(school.names.person(proposal.person)), .phrase(why, key: because(proposal.reason)),
                    proposal.isCertain ? .phrase(Phrase("yes", "是"), key: "yes") : .phrase(Phrase("", ""), key: "no"),
                ])
            }
            context.show(table)
        }
        let proposed = Set(proposals.map(\.key))
        let rest = Set(names.map(\.key)).filter { !proposed.contains($0) && register.holdings(of: $0).isEmpty }
        context.remark(
            Phrase(
                "Nothing was written: \(proposals.count) proposals (\(proposals.count { $0.isCertain }) certain), "
                    + "\(rest.count) names fit nobody. Accept: --accept all, or --accept 1,3-5; --format csv > FILE.csv is for "
                    + "dutyclock record.",
                "没有登记：\(proposals.count) 条建议（\(proposals.count { $0.isCertain }) 条确定），\(rest.count) 个名字对不上人。"
                    + "采用：--accept all 或 --accept 1,3-5；--format csv > 文件.csv 改好后用 dutyclock record 登记。"))
    }

    /// The proposals as a table of facts that can be edited and recorded.
    private func csv(_ proposals: [CardProposal]) -> String {
        let rows = proposals.map { proposal in
            [
                FactKind.card.word, proposal.person.text, school.names.person(proposal.person), proposal.key.text,
                CardStatus.issued.rawValue, arguments["--from"] ?? "", arguments["--to"] ?? "",
                because(proposal.reason),
            ]
        }
        let header = ["kind", "person", "name", "other", "as", "from", "to", "reason"]
        return "\u{FEFF}" + ([header] + rows).map { CSVWriter.row($0, flavour: .excel) }.joined()
    }

    private func because(_ reason: CardProposal.Reason) -> String {
        switch reason {
        case .sameName(let name), .cutName(let name): name
        case .sameNumber: "number"
        case .otherMachine(let device): device.text
        case .readAs(let profile): profile.text
        }
    }

    /// `all` is every certain one; `1,3-5` those, whatever they are, one for each card.
    private func accepted(_ words: String, _ proposals: [CardProposal]) throws(CommandError) -> [CardProposal] {
        if words == "all" { return proposals.filter(\.isCertain) }
        var chosen: [CardProposal] = []
        for word in words.split(separator: ",") {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
                first <= last,
                last <= proposals.count
            else {
                throw .usage(
                    .badValue(
                        option: "--accept", value: words,
                        expected: Phrase(
                            "all, or numbers of 1 to \(proposals.count) such as 1,3-5",
                            " all，或 1 到 \(proposals.count) 之间的编号，例如 1,3-5")))
            }
            chosen += proposals[(first - 1)..<last]
        }
        for (index, proposal) in chosen.enumerated() {
            let twice = chosen[..<index].first { $0.key == proposal.key }
            guard let twice, twice.person != proposal.person else { continue }
            throw .failed(
                .data,
                Phrase(
                    "\(proposal.key.text) cannot be \(name(twice.person))'s and \(name(proposal.person))'s: accept one.",
                    "\(proposal.key.text) 不能既是 \(name(twice.person)) 又是 \(name(proposal.person))：请只采用一条。"))
        }
        return chosen
    }
}

extension ExportFormat {
    /// How many bytes of a name the format keeps; lists are cut by the machine, at one of the two usual widths.
    fileprivate var nameRooms: [Int] {
        switch self {
        case .users(.short): [8]
        case .users(.long): [24]
        case .punches: [8, 17]
        case .unsupported: []
        }
    }
}
