import AttendanceModel
import TextCodec

extension PlanScanner {
    /// The settings of model.md D.6; each may stand at the top of the file or inside `knobs`.
    static let knobKeys =
        [
            "precision", "earliest", "gap", "since", "dual", "doubt", "unsheeted", "sheetBy", "wait", "clock", "bounce",
            "unit", "attest", "cancelCredits", "dayStart",
        ] + fixedKnobs.map(\.key)

    /// Settings of D.6 of which this program knows only the default; stating the default is welcome.
    private static let fixedKnobs: [(key: String, value: String)] = [
        ("dir", "off"), ("exclusive", "off"), ("watermark", "on"), ("outage", "excuse"), ("afterClose", "adjust"),
        ("contradiction", "ruling"), ("partial", "reduce"), ("coverCredits", "taker"), ("coverLate", "until-close"),
        ("overlap", "warn"), ("weekParityFrom", "term"),
    ]

    mutating func knobs(_ top: [String: JSON5Node]) -> Knobs {
        var given = top
        if let node = top["knobs"], let inner = members(node, "knobs", keys: Self.knobKeys) {
            for (key, value) in inner {
                if given[key] != nil { report(.conflictingKeys(key, "knobs.\(key)", in: ""), at: value.position) }
                given[key] = value
            }
        }
        var knobs = Knobs()
        judging(given, &knobs)
        deadlines(given, &knobs)
        for (key, value) in Self.fixedKnobs {
            _ = parsed(given[key], key, .oneOf([value])) { $0 == value ? true : nil }
        }
        if let node = top["notice"], let keys = members(node, "notice", keys: ["every", "show", "objections"]) {
            _ = parsed(keys["every"], "notice.every", .oneOf(["month"])) { $0 == "month" ? true : nil }
            _ = texts(keys["show"], "notice.show")
            knobs.objectionDays = wholeNumber(keys["objections"], "notice.objections", in: 0...60)
        }
        return knobs
    }

    private mutating func judging(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = word(given["precision"], "precision", as: Knobs.Precision.self) { knobs.precision = value }
        if let value = minutes(given["earliest"], "earliest") { knobs.earliestMinutes = value }
        if let value = minutes(given["gap"], "gap") { knobs.gapMinutes = value }
        if let value = minutes(given["since"], "since") { knobs.sinceMinutes = value }
        if let value = word(given["doubt"], "doubt", as: Knobs.Favour.self) { knobs.doubt = value }
        if let value = word(given["unsheeted"], "unsheeted", as: Knobs.Favour.self) { knobs.unsheeted = value }
        if let value = choice(given["dual"], "dual", ["all": true, "any": false]) { knobs.dualAll = value }
        if let value = choice(given["cancelCredits"], "cancelCredits", ["none": false, "full": true]) {
            knobs.cancelledCreditsFull = value
        }
    }

    private mutating func deadlines(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = parsed(given["sheetBy"], "sheetBy", .deadline, { TimeText.deadline($0) }) {
            knobs.sheetBy = value
        }
        if let value = wholeNumber(given["wait"], "wait", in: 0...60) { knobs.waitServiceDays = value }
        if let value = seconds(given["bounce"], "bounce") { knobs.bounceSeconds = value }
        if let value = parsed(given["dayStart"], "dayStart", .time, { TimeText.time($0) }) { knobs.dayStart = value }
        if let node = given["clock"], let keys = members(node, "clock", keys: ["assume"]),
            let value = seconds(keys["assume"], "clock.assume")
        {
            knobs.assumedClockSeconds = value
        }
        if let node = given["attest"], let keys = members(node, "attest", keys: ["max"]),
            let value = wholeNumber(keys["max"], "attest.max", in: 0...31)
        {
            knobs.attest.maximum = value
        }
    }

    private mutating func choice(_ node: JSON5Node?, _ path: String, _ words: [String: Bool]) -> Bool? {
        parsed(node, path, .oneOf(words.keys.sorted())) { words[$0] }
    }
}
