package import TextCodec

extension ZoneRules {
    /// What the zone's wall clock shows at `instant`, to the second, rounded down.
    package func local(at instant: Instant) -> LocalDateTime {
        let second = instant.seconds
        return LocalDateTime(wallSeconds: second.addingClamped(Int64(offset(at: second))))
    }

    /// The moment at which the zone's wall clock shows `local`; the first one when there are two.
    package func instant(of local: LocalDateTime) -> Instant {
        Instant(seconds: second(ofWall: local.wallSeconds))
    }
}

extension Int64 {
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
