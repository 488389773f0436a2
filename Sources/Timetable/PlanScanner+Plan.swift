import AttendanceModel
import TextCodec

extension PlanScanner {
    private static let keys =
        [
            "plan", "name", "from", "zone", "source", "days", "bells", "seasons", "absence", "duties", "variants",
            "notice", "knobs", "school", "district", "city", "limits", "tally", "kinds", "approval", "notes",
        ]
        + knobKeys

    /// The whole file; nil when not even an outline of a plan can be made of it.
    mutating func plan(
        _ root: JSON5Node, zones: (String) throws(ZoneError) -> ZoneRules
    ) -> Plan? {
        guard let members = members(root, "", keys: Self.keys) else { return nil }
        for key in ["plan", "name", "from", "zone", "days", "bells", "seasons", "duties"] where members[key] == nil {
            report(.missingKey(key, in: ""), at: root.position)
        }
        let id = text(members["plan"], "plan") ?? ""
        let from = parsed(members["from"], "from", .date) { TimeText.date($0) }
        let zone = zone(members["zone"], zones)
        let tables = bellTables(members["bells"])
        var knobs = knobs(members)
        let notice = notice(members["notice"], &knobs)
        var plan = Plan(
            id: id, name: text(members["name"], "name") ?? id, from: from ?? .first, zone: zone,
            source: text(members["source"], "source"),
            days: parsed(members["days"], "days", .days) { DaysText.days($0) } ?? [],
            bells: tables, seasons: seasons(members["seasons"]),
            absence: members["absence"].map { consequences(of: $0, "absence") } ?? [:],
            duties: duties(members["duties"]),
            variants: texts(members["variants"], "variants") ?? ["dry", "rain"], knobs: knobs)
        plan.notice = notice
        plan.tenant.school = text(members["school"], "school")
        plan.tenant.district = text(members["district"], "district")
        plan.tenant.city = text(members["city"], "city")
        plan.limits = limits(members["limits"])
        plan.tallies = tallies(members["tally"])
        plan.kinds = texts(members["kinds"], "kinds") ?? []
        plan.approvedBy = text(members["approval"], "approval")
        plan.notes = notes(members["notes"], "notes")
        plan.questions = questions.sorted { $0.line < $1.line }
        return plan
    }

    private mutating func zone(_ node: JSON5Node?, _ zones: (String) throws(ZoneError) -> ZoneRules) -> ZoneRules {
        guard let node, let name = text(node, "zone") else { return .utc }
        do throws(ZoneError) {
            return try zones(name)
        } catch {
            report(.unknownZone(error), at: node.position)
            return .utc
        }
    }

    private mutating func seasons(_ node: JSON5Node?) -> [Season] {
        guard let node else { return [] }
        guard let elements = node.elements else {
            wrong(node, "seasons", .list)
            return []
        }
        var seasons: [Season] = []
        for (index, element) in elements.enumerated() {
            if let season = season(element, "seasons[\(index)]") { seasons.append(season) }
        }
        return seasons
    }

    /// Nil also for a season with an open question, which cannot hold any day yet.
    private mutating func season(_ node: JSON5Node, _ path: String) -> Season? {
        guard let members = members(node, path, keys: ["from", "to", "bells"]) else { return nil }
        let bells = text(members["bells"], "\(path).bells")
        if members["bells"] == nil { report(.missingKey("bells", in: path), at: node.position) }
        let from = parsed(members["from"], "\(path).from", .season) { TimeText.seasonDay($0) }
        let to = parsed(members["to"], "\(path).to", .season) { TimeText.seasonDay($0) }
        if (members["from"] == nil) != (members["to"] == nil) {
            report(.missingKey(members["from"] == nil ? "from" : "to", in: path), at: node.position)
        }
        guard let bells, (from == nil) == (members["from"] == nil), (to == nil) == (members["to"] == nil) else {
            return nil
        }
        return Season(from: from, to: to, bells: bells, line: node.position.line)
    }
}
