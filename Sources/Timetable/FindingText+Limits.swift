import AttendanceModel
import TextCodec

extension FindingKind {
    static func beyond(
        _ bound: Bound, _ found: String, _ most: String, _ duties: [String], _ table: String?
    ) -> String {
        let names = "“" + duties.joined(separator: "”, “") + "”"
        let day = table.map { " with the bells “\($0)”" } ?? ""
        let what =
            switch bound {
            case .end: "\(names) ends at \(found)\(day), later than \(most)"
            case .minutes: "\(names) last \(found) minutes\(day), longer than \(most)"
            case .credits: "\(names) bring up to \(found) credits a day\(day), more than \(most)"
            case .fen: "the rate \(names) is \(found) fen for one credit, more than \(most)"
            }
        return what + ", the bound in the plan's limits; keep within it, or correct the limit"
    }

    static func zhBeyond(
        _ bound: Bound, _ found: String, _ most: String, _ duties: [String], _ table: String?
    ) -> String {
        let names = "“" + duties.joined(separator: "”、“") + "”"
        let day = table.map { "在作息表“\($0)”下" } ?? ""
        let what =
            switch bound {
            case .end: "\(names)\(day) \(found) 才结束，晚于 \(most)"
            case .minutes: "\(names)\(day)共 \(found) 分钟，超过 \(most) 分钟"
            case .credits: "\(names)\(day)一天可得 \(found) 课时，超过 \(most) 课时"
            case .fen: "标准\(names)每课时 \(found) 分，超过 \(most) 分"
            }
        return what + "，而这是方案 limits 的上限；请调整，或更正上限"
    }
}
