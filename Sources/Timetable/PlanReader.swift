package import TextCodec

/// Reads plan.json5 (model.md D.4, D.6, D.8).
package enum PlanReader {
    /// The plan, unless there is an error, and everything found.
    ///
    /// Open questions (`"ask"`) are no errors: the plan lists them, and what they would set keeps its default.
    package static func read(
        _ text: String, file: String = "plan.json5",
        zones: (String) throws(ZoneError) -> ZoneRules = { name throws(ZoneError) in try .system(named: name) }
    ) -> (plan: Plan?, findings: [Finding]) {
        let outline = outline(text, file: file, zones: zones)
        let isUsable = !outline.findings.contains { $0.severity == .error }
        return (isUsable ? outline.plan : nil, outline.findings)
    }

    /// Like `read`, but with whatever could be read of a plan with errors, for checking the tables beside it.
    static func outline(
        _ text: String, file: String, zones: (String) throws(ZoneError) -> ZoneRules
    ) -> (plan: Plan?, findings: [Finding]) {
        let reading = JSON5.read(text)
        var scanner = PlanScanner(file: file)
        for error in reading.errors { scanner.report(.syntax(error), at: error.position) }
        guard let root = reading.root, let plan = scanner.plan(root, zones: zones) else {
            return (nil, scanner.findings)
        }
        scanner.findings += PlanLint(plan, file: file, bells: scanner.declaredBells).findings()
        scanner.findings += LimitLint(plan, file: file).findings()
        scanner.findings.sort { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
        return (plan, scanner.findings)
    }
}
