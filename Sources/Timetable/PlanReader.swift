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
        (nil, [])
    }
}
