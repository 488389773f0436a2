package import AttendanceModel
package import Reports

/// Why a document is not taken as a school's month.
package enum SubmissionProblem: Error, Hashable, Sendable {
    /// No JSON, or JSON of something else.
    case notASubmission
    /// Of a newer format than this program knows.
    case newer(schema: Int64)
    /// Its bytes are not those that were made: the digest over them does not fit.
    case changed
    /// A part of it cannot be read although nobody changed it; the word names the part.
    case unreadable(String)
    /// The ledger does not have the digest that the document, or the close, states.
    case otherLedger
    /// The close is not in the log that the checkpoint speaks of.
    case notProven
    /// It is about another month.
    case otherMonth(Month)
    /// Its log is not the one that the list gives for the school.
    case otherLog(String)
    /// The list has no such school.
    case unknownSchool(String?)
    /// The list says that the school need not report.
    case exempt
    /// Another document of the same log and month knows more.
    case older(than: String)
    /// Two documents of the school that cannot both be true.
    case contradicts(String)
    /// The school's log could not be read at all, or has nothing of the month.
    case noLog
}

extension SubmissionProblem {
    /// What is wrong and what to do, in both languages.
    package var phrase: Phrase {
        switch self {
        case .notASubmission:
            Phrase("it is not a submission of dutyclock: ask the school for it again", "不是 dutyclock 的报送文件：请学校重新报送")
        case .newer(let schema):
            Phrase("its format \(schema) is newer than this program: install a newer one", "格式 \(schema) 比本程序新：请安装新版")
        case .changed:
            Phrase(
                "its bytes were changed after it was made: ask the school for it again",
                "生成后内容被改动：请学校重新报送")
        case .unreadable(let part):
            Phrase("its part “\(part)” cannot be read: ask the school for it again", "其中「\(part)」读不懂：请学校重新报送")
        case .otherLedger:
            Phrase("its ledger is not the one that was closed: look at the school's log", "明细与结算的不一致：请核对学校的日志")
        case .notProven:
            Phrase("its close is not in the log that it names: look at the school's log", "日志中没有这次结算：请核对学校的日志")
        case .otherMonth(let month): Phrase("it is about \(month)", "是 \(month) 的报送")
        case .otherLog(let log):
            Phrase(
                "its log \(log.prefix(8)) is not the one that the list gives for the school",
                "日志 \(log.prefix(8)) 与名单中该校的日志不符")
        case .unknownSchool(let name?): Phrase("the list has no school “\(name)”", "名单中没有「\(name)」这所学校")
        case .unknownSchool(nil):
            Phrase(
                "it names no school, and the list knows no such log: submit with --school",
                "没有写明学校，名单中也没有这个日志：报送时请加 --school")
        case .exempt: Phrase("the list says that the school is exempt", "名单中该校免报")
        case .older(let other): Phrase("\(other) is newer", "\(other) 更新")
        case .contradicts(let other):
            Phrase(
                "it and \(other) say different things of the same school: ask the school which holds",
                "与 \(other) 对同一学校说法不同：请向学校核实")
        case .noLog:
            Phrase("its log has no such month, or cannot be read", "日志中没有这个月，或日志无法读取")
        }
    }
}
