import AttendanceModel
import TextCodec

extension PlanScanner {
    /// The settings of model.md D.6; each may stand at the top of the file or inside `knobs`.
    static let knobKeys = [
        "precision", "earliest", "gap", "since", "grace", "dual", "dir", "exclusive", "bounce", "twoPlaces", "storm",
        "idSpace", "doubt", "clock", "useReceiveTime", "watermark", "wait", "outage", "sheetBy", "unsheeted",
        "contradiction", "atClose", "weight", "attest", "partial", "leave", "coverCredits", "coverLate", "overlap",
        "cancelCredits", "midway", "dayStart", "weekParityFrom", "rosterEditAfter", "afterClose",
        "negativeAfterClose", "unit", "round", "clip",
    ]

    /// Reads all settings; those that requirements and credits take over are kept as `defaults`.
    mutating func knobs(_ top: [String: JSON5Node]) -> Knobs {
        var given = top
        if let node = top["knobs"], let inner = members(node, "knobs", keys: Self.knobKeys) {
            for (key, value) in inner {
                if given[key] != nil { report(.conflictingKeys(key, "knobs.\(key)", in: ""), at: value.position) }
                given[key] = value
            }
        }
        var knobs = Knobs()
        evidenceKnobs(given, &knobs)
        sourceKnobs(given, &knobs)
        paperKnobs(given, &knobs)
        absenceKnobs(given, &knobs)
        calendarKnobs(given, &knobs)
        if let value = word(given["afterClose"], "afterClose", as: Knobs.AfterClose.self) { knobs.afterClose = value }
        if let value = word(given["negativeAfterClose"], "negativeAfterClose", as: Knobs.Effect.self) {
            knobs.negativeAfterClose = value
        }
        planGapMinutes = knobs.gapMinutes
        if let node = given["exclusive"], let group = text(node, "exclusive"), group != "off" { planExclusive = group }
        planMeasure = measure(given, "", Measure())
        return knobs
    }

    private mutating func evidenceKnobs(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = word(given["precision"], "precision", as: Knobs.Precision.self) { knobs.precision = value }
        if let value = minutes(given["earliest"], "earliest") { knobs.earliestMinutes = value }
        if let value = minutes(given["gap"], "gap") { knobs.gapMinutes = value }
        if let value = minutes(given["since"], "since") { knobs.sinceMinutes = value }
        if let value = minutes(given["grace"], "grace") { knobs.graceMinutes = value }
        if let value = choice(given["dual"], "dual", ["all": true, "any": false]) { knobs.dualAll = value }
        if let value = choice(given["dir"], "dir", ["on": true, "off": false]) { knobs.usesDirection = value }
        if let value = seconds(given["bounce"], "bounce") { knobs.bounceSeconds = value }
        if let node = given["twoPlaces"], node.string != "off", let value = seconds(node, "twoPlaces") {
            knobs.twoPlacesSeconds = value
        }
        if let value = parsed(given["storm"], "storm", .storm, { Self.storm($0) }) { knobs.storm = value }
        if let value = word(given["idSpace"], "idSpace", as: Knobs.IDSpace.self) { knobs.idSpace = value }
    }

    private mutating func sourceKnobs(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = word(given["doubt"], "doubt", as: Knobs.Favour.self) { knobs.doubt = value }
        if let node = given["clock"], let keys = members(node, "clock", keys: ["assume", "trust"]) {
            if let value = seconds(keys["assume"], "clock.assume") { knobs.assumedClockSeconds = value }
            if let value = word(keys["trust"], "clock.trust", as: Knobs.ClockTrust.self) { knobs.clockTrust = value }
        }
        if let value = word(given["useReceiveTime"], "useReceiveTime", as: Knobs.ReceiveTime.self) {
            knobs.receiveTime = value
        }
        if let value = choice(given["watermark"], "watermark", ["on": true, "off": false]) {
            knobs.waitsForMachines = value
        }
        if let value = wholeNumber(given["wait"], "wait", in: 0...60) { knobs.waitServiceDays = value }
        if let value = word(given["outage"], "outage", as: Knobs.Outage.self) { knobs.outage = value }
    }

    private mutating func paperKnobs(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = parsed(given["sheetBy"], "sheetBy", .deadline, { TimeText.deadline($0) }) {
            knobs.sheetBy = value
        }
        if let value = word(given["unsheeted"], "unsheeted", as: Knobs.Favour.self) { knobs.unsheeted = value }
        if let value = word(given["contradiction"], "contradiction", as: Knobs.Contradiction.self) {
            knobs.contradiction = value
        }
        if let value = word(given["atClose"], "atClose", as: Knobs.Favour.self) { knobs.atClose = value }
        if let value = texts(given["weight"], "weight") { knobs.weight = value }
        guard let node = given["attest"], let keys = members(node, "attest", keys: ["within", "by", "max"]) else {
            return
        }
        if let value = parsed(keys["within"], "attest.within", .deadline, { TimeText.deadline($0) }) {
            knobs.attest.within = value
        }
        if let value = texts(keys["by"], "attest.by") { knobs.attest.by = value }
        if let value = wholeNumber(keys["max"], "attest.max", in: 0...31) { knobs.attest.maximum = value }
    }

    private mutating func absenceKnobs(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = word(given["partial"], "partial", as: Knobs.PartialLeave.self) { knobs.partialLeave = value }
        if let node = given["leave"], let keys = members(node, "leave", keys: ["before"]),
            let value = minutes(keys["before"], "leave.before")
        {
            knobs.leaveBeforeMinutes = value
        }
        if let value = word(given["coverCredits"], "coverCredits", as: Knobs.CoverCredits.self) {
            knobs.coverCredits = value
        }
        let limit = parsed(given["coverLate"], "coverLate", .coverLimit) { text -> Knobs.CoverLimit? in
            switch text {
            case "until-close": .untilClose
            case "before": .beforeStart
            default: TimeText.deadline(text).map { .deadline($0) }
            }
        }
        if let limit { knobs.coverLimit = limit }
        if let value = word(given["overlap"], "overlap", as: Knobs.Overlap.self) { knobs.overlap = value }
        if let value = choice(given["cancelCredits"], "cancelCredits", ["none": false, "full": true]) {
            knobs.cancelledCreditsFull = value
        }
        if let value = word(given["midway"], "midway", as: Knobs.Midway.self) { knobs.midway = value }
    }

    private mutating func calendarKnobs(_ given: [String: JSON5Node], _ knobs: inout Knobs) {
        if let value = parsed(given["dayStart"], "dayStart", .time, { TimeText.time($0) }) { knobs.dayStart = value }
        if let node = given["weekParityFrom"], node.string != "term" {
            knobs.weekParityFrom = parsed(node, "weekParityFrom", .monday) { text in
                TimeText.date(text).flatMap { $0.weekday == .monday ? $0 : nil }
            }
        }
        if let value = word(given["rosterEditAfter"], "rosterEditAfter", as: Knobs.Effect.self) {
            knobs.rosterEditAfter = value
        }
    }

    /// `unit`, `round` and `clip` of measured credits, here or at the top of the file.
    mutating func measure(_ keys: [String: JSON5Node], _ prefix: String, _ standard: Measure) -> Measure {
        var measure = standard
        if let node = keys["unit"], let unit = minutes(node, "\(prefix)unit") {
            if unit > 0 { measure.unitMinutes = unit } else { wrong(node, "\(prefix)unit", .duration) }
        }
        if let value = word(keys["round"], "\(prefix)round", as: Measure.Rounding.self) { measure.round = value }
        if let value = boolean(keys["clip"], "\(prefix)clip") { measure.clips = value }
        return measure
    }

    /// `10/5m`.
    private static func storm(_ text: String) -> Knobs.Storm? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[0]), (2...999).contains(count),
            let minutes = TimeText.minutes(parts[1]), (1...1440).contains(minutes)
        else { return nil }
        return Knobs.Storm(count: count, minutes: minutes)
    }

    private mutating func choice(_ node: JSON5Node?, _ path: String, _ words: [String: Bool]) -> Bool? {
        parsed(node, path, .oneOf(words.keys.sorted())) { words[$0] }
    }
}
