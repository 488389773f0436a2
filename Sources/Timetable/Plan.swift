package import AttendanceModel
package import TextCodec

/// One version of a school's service plan, as plan.json5 states it (model.md D.4): the only place with rules.
///
/// A plan with open questions (`"ask"`) can be read and checked but is never published.
package struct Plan: Sendable {
    package var id: String
    package var name: String
    /// The first date it applies to.
    package var from: LocalDate
    package var zone: ZoneRules
    /// The school's own document that `cite` refers to.
    package var source: String?
    package var days: Set<Weekday>
    /// Bell tables by name, with `like` already resolved.
    package var bells: [String: BellTable]
    /// In order; the first that holds a date gives its bell table.
    package var seasons: [Season]
    /// What being late or absent brings beside a duty's own rule (model.md D.8, 1).
    package var absence: Consequences
    /// In the order of the file.
    package var duties: [Duty]
    package var variants: [String]
    package var knobs: Knobs
    /// Whose plan it is, for the district.
    package var tenant = Tenant()
    /// Bounds that the plan, the roster and the rates must keep (R-501, R-1502, R-1503).
    package var limits: [Limit] = []
    package var tallies: [Tally] = []
    /// The kinds of person who may have duties at all (R-1506); empty means any.
    package var kinds: [String] = []
    /// Who has to approve the plan (R-1107); nil when nobody has to.
    package var approvedBy: String?
    package var notice = Notice()
    /// Rules that no attendance fact can show, for the notice.
    package var notes: [PlanNote] = []
    /// Numbers that the school has not given yet; empty in every published plan.
    package var questions: [Question]
    /// Digest of the published file, for explanations; empty for a file that is only checked.
    package var digest: String

    package init(
        id: String, name: String, from: LocalDate, zone: ZoneRules, source: String? = nil, days: Set<Weekday>,
        bells: [String: BellTable], seasons: [Season], absence: Consequences = [:], duties: [Duty],
        variants: [String] = ["dry", "rain"], knobs: Knobs = Knobs(), questions: [Question] = [], digest: String = ""
    ) {
        self.id = id
        self.name = name
        self.from = from
        self.zone = zone
        self.source = source
        self.days = days
        self.bells = bells
        self.seasons = seasons
        self.absence = absence
        self.duties = duties
        self.variants = variants
        self.knobs = knobs
        self.questions = questions
        self.digest = digest
    }

    package func duty(_ id: DutyID) -> Duty? { duties.first { $0.id == id } }
}

/// Whose plan it is; the parts that the plan does not name are nil.
package struct Tenant: Hashable, Sendable {
    package var school: String?
    package var district: String?
    package var city: String?

    package init() {}
}

/// A bound that a check of the folder holds the plan to.
package struct Limit: Hashable, Sendable {
    /// The duties it is about; empty means all.
    package var duties: [DutyID] = []
    /// Minutes of these duties' windows together on one day, at most.
    package var minutes: Int?
    /// Credits that one person may earn with these duties on one day.
    package var credits: Int?
    /// No window may end later.
    package var end: LocalTime?
    /// Fen for one credit, at most.
    package var fen: Int?
    package var text: String?
    package var cite: String?
    /// Where it stands in its file.
    package var line = 0

    package init() {}
}

/// How the monthly notice is given.
package struct Notice: Hashable, Sendable {
    package enum Every: String, Sendable, Hashable, CaseIterable {
        case week
        case halfMonth = "half-month"
        case month
    }

    package var every: Every = .month
    /// What it shows beside the ledger, such as `marking`: headings for what the school fills in itself.
    package var show: [String] = []

    package init() {}
}

/// A rule that no attendance fact can show, kept so that nothing of the school's document is lost.
package struct PlanNote: Hashable, Sendable {
    /// What it is about; `documents` is the checklist of regimes.
    package enum About: String, Sendable, Hashable, CaseIterable {
        case content, pupils, parents, safety, documents, publication, office, appraisal, money, other
    }

    package var about: About
    package var text: String
    package var cite: String?

    package init(_ about: About, _ text: String, cite: String? = nil) {
        self.about = about
        self.text = text
        self.cite = cite
    }
}

/// An open `"ask"`: which number, and where in the file.
package struct Question: Hashable, Sendable {
    /// The path of keys, such as `duties.rest.when` or `bells.summer.breaks`.
    package let path: String
    package let line: Int
    package let column: Int

    package init(path: String, line: Int, column: Int = 0) {
        self.path = path
        self.line = line
        self.column = column
    }
}

/// Named times of one kind of day; a bell that rings several times has several entries, in rising order.
package struct BellTable: Hashable, Sendable {
    package var times: [String: [LocalTime]]

    package init(times: [String: [LocalTime]]) {
        self.times = times
    }
}

/// Which bell table holds between two days of the year, both inclusive; without days it always holds.
package struct Season: Hashable, Sendable {
    /// A day of any year, or of one year.
    package struct Day: Hashable, Sendable {
        package let year: Int?
        package let month: Int
        package let day: Int

        package init(year: Int?, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    package var from: Day?
    package var to: Day?
    package var bells: String
    /// Where the season stands in its file.
    package var line: Int

    package init(from: Day?, to: Day?, bells: String, line: Int = 0) {
        self.from = from
        self.to = to
        self.bells = bells
        self.line = line
    }

    /// Whether the season holds `date`; a season whose end comes before its start runs over new year.
    package func holds(_ date: LocalDate) -> Bool {
        guard let from, let to else { return true }
        let (year, month, day) = date.components
        if let firstYear = from.year, let lastYear = to.year {
            return (firstYear, from.month, from.day) <= (year, month, day)
                && (year, month, day) <= (lastYear, to.month, to.day)
        }
        let today = (month, day)
        let first = (from.month, from.day)
        let last = (to.month, to.day)
        return first <= last ? first <= today && today <= last : today >= first || today <= last
    }
}

/// A time of day by name or by clock, with an offset: `home`, `morning+10m`, `13:30`.
package struct BellTime: Hashable, Sendable {
    package enum Base: Hashable, Sendable {
        case bell(String)
        case clock(LocalTime)
    }

    /// The bell that rings when the last pupil of a post has gone: only facts tell (R-111, R-1801, C-114).
    package static let lastPupil = "last-pupil"

    package var base: Base
    package var offsetMinutes: Int

    package var isLastPupil: Bool { base == .bell(Self.lastPupil) }

    package init(_ base: Base, offsetMinutes: Int = 0) {
        self.base = base
        self.offsetMinutes = offsetMinutes
    }
}
