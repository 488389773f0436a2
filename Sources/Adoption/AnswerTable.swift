import TextCodec

/// The tables of an answers folder: what was understood, and beside it what only the school knows.
package enum AnswerTable: String, CaseIterable, Sendable, Hashable {
    /// One row for each export file: which found machine wrote it.
    case files
    /// One row for each found machine: what it is called.
    case machines
    /// One row for each user id of a machine, and for each of its holders: who that is.
    case ids
    /// One row for each time in which a clock seems to have been wrong: by how much.
    case clocks

    package var fileName: String { "\(rawValue).csv" }

    /// A column: its name in files, and the Chinese one, either of which is read.
    struct Column: Hashable {
        let key: String
        let chinese: String
    }

    var columns: [Column] {
        let pairs: KeyValuePairs =
            switch self {
            case .files:
                [
                    "file": "文件", "found": "归属", "dates": "日期顺序", "family": "格式", "number": "机号", "serial": "序列号",
                    "rows": "行数", "new": "新增", "refused": "拒收", "first": "最早", "last": "最晚", "digest": "摘要",
                    "note": "备注",
                ]
            case .machines:
                [
                    "found": "归属", "machine": "考勤机", "place": "位置", "serial": "序列号", "number": "机号", "files": "文件数",
                    "rows": "行数", "ids": "编号数", "first": "最早", "last": "最晚", "note": "备注",
                ]
            case .ids:
                [
                    "found": "归属", "id": "机内编号", "person": "人员", "from": "起", "to": "止", "name": "机内姓名", "rows": "行数",
                    "days": "天数", "first": "最早", "last": "最晚", "why": "依据",
                ]
            case .clocks:
                [
                    "found": "归属", "from": "起", "to": "止", "offset": "快慢", "rows": "行数", "what": "现象",
                ]
            }
        return pairs.map { Column(key: $0.key, chinese: $0.value) }
    }

    func header(in language: Language) -> [String] {
        columns.map { language == .chinese ? "\($0.chinese)(\($0.key))" : $0.key }
    }

    /// The column that a header cell names: `person`, `人员`, `人员(person)`.
    func column(_ header: String) -> String? {
        let word = NameFolding.word(header)
        return columns.first { word == $0.key || word == $0.chinese || word == "\($0.chinese)(\($0.key))" }?.key
    }
}

/// The words that an answer may be instead of a value.
enum AnswerWord {
    static let ask = "ask"
    static let skip = "skip"
    static let nobody = "nobody"
    static let right = "right"
    static let unknown = "unknown"

    private static let synonyms: [String: [String]] = [
        ask: ["待答", "待定", "?", "？"], skip: ["跳过", "不要"], nobody: ["无", "无人", "没有"], right: ["准", "准确", "0"],
        unknown: ["不知道", "不详", "未知"],
    ]

    static func isWord(_ word: String, _ text: String) -> Bool {
        let folded = NameFolding.word(text)
        return folded == word || synonyms[word]?.contains(folded) ?? false
    }
}
