import AttendanceModel
import Reports
import Timetable

extension School {
    /// The one month that an operand names; `standard` when it is absent and there is one.
    func month(
        _ operand: String?, in context: Context, standard: Month? = nil
    ) throws(CommandError) -> Month {
        guard let operand else {
            guard let standard else { throw .usage(.missingOperand(Phrase("the month", "月份"))) }
            return standard
        }
        let today = today(context)
        let range = try dates(operand, in: context, standard: today...today)
        guard range == Month(of: range.lowerBound).dates else {
            throw .usage(
                .badValue(
                    option: Phrase("the month", "月份").text(in: context.language), value: operand,
                    expected: Phrase("a whole month such as 2026-09", "整月，例如 2026-09")))
        }
        return Month(of: range.lowerBound)
    }

    /// Refuses months for which no plan was ever in force.
    func requirePlan(_ month: Month) throws(CommandError) {
        guard book.plan(on: month.last) == nil else { return }
        let first = book.plans.map(\.from).min()
        throw .failed(
            .noInput,
            first.map {
                Phrase(
                    "The first plan holds from \($0): there is nothing in \(month).", "最早的计划自 \($0) 起生效，\(month) 没有内容。")
            }
                ?? Phrase(
                    "Nothing has been published yet, so no duty can be judged: dutyclock publish FOLDER.",
                    "还没有发布任何计划，无法判定：请先 dutyclock publish 文件夹。"))
    }
}
