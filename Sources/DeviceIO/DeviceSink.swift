package import AttendanceModel
package import Runtime

/// A card that a reader saw: what the wire gave and when, nothing judged.
package struct ReaderPunch: Hashable, Sendable {
    package let device: DeviceID
    package let credential: Credential
    /// The host's clock when the last byte had come.
    package let at: Instant
    package let clock: ClockSynchronisation
    package let raw: [UInt8]
}

/// How a reader's link does.
package enum LinkState: Hashable, Sendable {
    case up
    /// With the reason, one sentence; said once for each loss.
    case lost(String)
    /// The program let go of it.
    case stopped
}

/// What a line has carried since it was opened.
package struct LineCounters: Hashable, Sendable {
    package var frames: Int64 = 0
    /// Bytes that belonged to no frame, by reason.
    package var discarded: [String: Int64] = [:]
    /// When the last byte came, by the host's clock.
    package var lastByte: Instant?
}

/// Where readers deliver to.
package protocol DeviceSink: Sendable {
    /// Takes a punch at once; returns when there is room for the next.
    func take(_ punch: ReaderPunch) async
    func link(_ device: DeviceID, is state: LinkState, at instant: Instant) async
    func line(_ device: DeviceID, has counters: LineCounters)
}
