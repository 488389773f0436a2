/// What a fact is about; the raw values are stored in logs for ever and never reused.
package enum FactKind: Int, CaseIterable, Sendable, Hashable {
    /// The first fact of a log: its random name and, for a later segment, the last checkpoint of the one before.
    case genesis = 0
    /// A reader or machine saw a credential.
    case punch = 1
    /// A signature on a paper sheet, typed by the office (签到).
    case sign = 2
    /// Somebody looked and saw a person present, late or absent (检查).
    case seen = 3
    /// A form or record was filed.
    case form = 4
    /// A forgotten punch vouched for by the leader on duty (补卡).
    case attest = 5
    /// Leave (请假).
    case leave = 6
    /// Somebody else takes a duty (代班).
    case cover = 7
    /// Two persons exchange duties (调班).
    case swap = 8
    /// Rain declared, or revoked.
    case rain = 9
    /// The school closes early or does not open.
    case closure = 10
    /// A machine or reader did not work.
    case outage = 11
    /// Overtime ordered (加班).
    case order = 12
    /// How far a machine's clock is off.
    case clock = 13
    /// A decision between facts (裁定); the last one recorded wins.
    case ruling = 14
    /// A fact is withdrawn; it stays listed.
    case retract = 15
    /// A paper sheet of one date and duty has been entered in full, or declared empty (D.9).
    case sheet = 16
    /// A source has delivered everything up to a moment (D.9).
    case complete = 17
    /// A plan, roster, calendar, list of people, cards, rates or devices comes into force.
    case publish = 18
    /// A device session began, was lost or ended.
    case session = 19
    /// A file was imported: machine, digest, counts.
    case imported = 20
    /// A month's ledger was put up for everybody to read, with the days in which people may object (公示).
    case notice = 23
    /// Somebody objects to what a notice says, or such an objection is answered (异议).
    case objection = 24
    /// A month is closed; its ledger stands for ever (结算).
    case close = 25
    /// Which device stands behind a machine's name, by its serial number.
    case machine = 30
    /// Pupils are handed over: to a guardian, to a colleague, to the reception room (交接).
    case handover = 26
    /// Somebody counted the pupils of a group or place (清点).
    case headcount = 27
    /// An authority has approved the plan (批复, R-1107).
    case approval = 31
    /// A card or a machine's user id is somebody's, or lost, found, handed back.
    case card = 21
    /// How a reader writes card numbers, as a known card has taught.
    case reader = 22

    /// The word used in CSV columns, JSON and commands.
    package var word: String {
        switch self {
        case .genesis: "genesis"
        case .punch: "punch"
        case .sign: "sign"
        case .seen: "seen"
        case .form: "form"
        case .attest: "attest"
        case .leave: "leave"
        case .cover: "cover"
        case .swap: "swap"
        case .rain: "rain"
        case .closure: "closure"
        case .outage: "outage"
        case .order: "order"
        case .clock: "clock"
        case .ruling: "ruling"
        case .retract: "retract"
        case .sheet: "sheet"
        case .complete: "complete"
        case .publish: "publish"
        case .session: "session"
        case .imported: "import"
        case .notice: "notice"
        case .objection: "objection"
        case .close: "close"
        case .machine: "machine"
        case .handover: "handover"
        case .headcount: "headcount"
        case .approval: "approval"
        case .card: "card"
        case .reader: "reader"
        }
    }

    package init?(word: some StringProtocol) {
        guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = kind
    }

    /// Whether people write facts of this kind as one line of facts.csv (model.md D.8).
    package var isEntry: Bool {
        switch self {
        case .sign, .seen, .form, .attest, .leave, .cover, .swap, .rain, .closure, .outage, .order, .clock, .ruling,
            .retract, .sheet, .complete, .objection, .handover, .headcount, .approval, .card, .reader:
            true
        case .genesis, .punch, .publish, .session, .imported, .machine, .notice, .close: false
        }
    }

    /// Whether a later fact of this kind replaces an earlier one, so that saying the same again is news.
    package var lastOneWins: Bool {
        switch self {
        case .cover, .swap, .rain, .closure, .clock, .ruling, .publish, .machine, .card, .reader: true
        default: false
        }
    }
}
