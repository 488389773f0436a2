import AttendanceModel

extension ClockRun {
    /// What seems to have happened to the clock, in one sentence.
    package var saying: Saying {
        let lines = "\(lines.lowerBound)–\(lines.upperBound)"
        let before = self.before?.description ?? "?"
        let after = self.after?.description ?? "?"
        switch kind {
        case .impossible:
            return Saying(
                "dates that cannot be true (lines \(lines)), between \(before) and \(after); kept, judged by nothing",
                "日期不可能属实（第 \(lines) 行），前后为 \(before) 和 \(after)；只保存，不判定")
        case .behind:
            return Saying(
                "the clock stepped back from \(before) (lines \(lines)); afterwards \(after)",
                "时钟从 \(before) 往回跳（第 \(lines) 行），之后为 \(after)")
        case .ahead:
            return Saying(
                "the clock leapt ahead after \(before) (lines \(lines)), and stepped back to \(after)",
                "时钟在 \(before) 之后往前跳（第 \(lines) 行），后来跳回 \(after)")
        }
    }
}

extension ClockShift {
    package var saying: Saying {
        let offset = OffsetText.text(minutes * 60)
        return Saying(
            "the days have their usual rhythm moved by about \(offset)", "每天的规律不变，整体差约 \(offset)")
    }
}

extension FoundID.Change {
    package var saying: Saying {
        switch sign {
        case .name(let old, let new):
            Saying(
                "not used between \(last) and \(first): first “\(old)”, then “\(new)”",
                "\(last) 到 \(first) 没有使用：先是“\(old)”，后来是“\(new)”")
        case .rhythm(let old, let new):
            Saying(
                "not used between \(last) and \(first): came about \(old.displayed) before and \(new.displayed) after",
                "\(last) 到 \(first) 没有使用：之前约 \(old.displayed) 到，之后约 \(new.displayed) 到")
        }
    }
}

extension PersonProposal.Reason {
    package var saying: Saying {
        switch self {
        case .name(let name): Saying("the machine's name “\(name)”", "机内姓名“\(name)”")
        case .card: Saying("the card that the machine has for it", "机内登记的卡号")
        case .id: Saying("the same id in people.csv", "与 people.csv 的工号相同")
        case .namesakes(let name, let ids):
            Saying(
                "“\(name)” could be \(ids.map(\.text).joined(separator: ", "))",
                "“\(name)”可能是 \(ids.map(\.text).joined(separator: "、"))")
        case .contradiction(let card, let name):
            Saying("the card says \(card), the name \(name)", "卡号指向 \(card)，姓名指向 \(name)")
        case .sameNumber(let id):
            Saying("no name and no card; perhaps \(id), by the number", "没有姓名和卡号；按数字可能是 \(id)")
        case .nothing: Saying("no name and no card", "没有姓名，也没有卡号")
        case .stranger(let name): Saying("nobody in people.csv is called “\(name)”", "people.csv 里没有“\(name)”")
        case .unused: Saying("not used for a long time", "很久没有使用")
        }
    }
}
