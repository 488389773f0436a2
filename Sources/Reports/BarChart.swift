/// How duties were kept, as stacked bars: one row for each week or duty.
package struct BarChart: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package let label: String
        package let turnout: Turnout

        package init(_ label: String, _ turnout: Turnout) {
            self.label = label
            self.turnout = turnout
        }
    }

    package let title: Phrase
    package let rows: [Row]

    package init(_ title: Phrase, rows: [Row]) {
        self.title = title
        self.rows = rows
    }

    /// The parts of a bar from left to right; each has a pattern that a black-and-white printer keeps apart.
    package enum Part: String, CaseIterable, Sendable, Hashable {
        case kept, late, partial, missing, open

        package var phrase: Phrase {
            switch self {
            case .kept: Phrase("kept", "合格")
            case .late: Phrase("late", "迟到")
            case .partial: Phrase("early or short", "早退或不足")
            case .missing: Phrase("missing", "缺勤")
            case .open: Phrase("open", "待定")
            }
        }

        package func count(in turnout: Turnout) -> Int {
            switch self {
            case .kept: turnout.kept
            case .late: turnout.late
            case .partial: turnout.early + turnout.short
            case .missing: turnout.missing
            case .open: turnout.open
            }
        }
    }
}
