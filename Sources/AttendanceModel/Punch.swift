/// What a machine or reader gave when it saw a credential: nothing derived, nothing judged.
package struct Punch: Hashable, Sendable {
    package let credential: Credential
    /// What the machine's own clock showed; nil for readers without a clock, whose punches carry host time.
    package let wall: LocalDateTime?
    package let codes: PunchCodes
    package let basis: ClockBasis

    package init(credential: Credential, wall: LocalDateTime?, codes: PunchCodes, basis: ClockBasis) {
        self.credential = credential
        self.wall = wall
        self.codes = codes
        self.basis = basis
    }
}

/// The code columns of a machine's record, raw; nil where the record has no such column.
///
/// Direction and verification are never interpreted here (IN/OUT buttons are ignored by default, C-25).
package struct PunchCodes: Hashable, Sendable {
    /// 0 in, 1 out, 2 break out, 3 break in, 4 overtime in, 5 overtime out, 255 not asked (attendance-machines.md 2.6).
    package let state: UInt8?
    /// 0 password, 1 finger, 2 card, 15 face …
    package let verify: UInt8?
    package let workCode: UInt32?

    package static let none = PunchCodes(state: nil, verify: nil, workCode: nil)

    package init(state: UInt8?, verify: UInt8?, workCode: UInt32?) {
        self.state = state
        self.verify = verify
        self.workCode = workCode
    }

    /// One integer for the log: bits 0–8 state, 9–17 verify, 18–50 work code; each field is the value + 1, 0 = absent.
    package var packed: Int64 {
        let state = self.state.map { Int64($0) + 1 } ?? 0
        let verify = self.verify.map { Int64($0) + 1 } ?? 0
        let work = workCode.map { Int64($0) + 1 } ?? 0
        return state | verify << 9 | work << 18
    }

    package init(packed: Int64) {
        let state = packed & 0x1FF
        let verify = packed >> 9 & 0x1FF
        let work = packed >> 18 & 0x1_FFFF_FFFF
        self.state = state == 0 ? nil : UInt8(truncatingIfNeeded: state - 1)
        self.verify = verify == 0 ? nil : UInt8(truncatingIfNeeded: verify - 1)
        self.workCode = work == 0 ? nil : UInt32(truncatingIfNeeded: work - 1)
    }
}

/// Whose clock a punch's time came from, and how far it is known to be right; stored with every punch.
package enum ClockBasis: Int, Sendable, Hashable, CaseIterable {
    /// Not a punch.
    case none = 0
    /// The host's clock, synchronised at the time.
    case hostSynchronised = 1
    /// The host's clock, known not to be synchronised.
    case hostUnsynchronised = 2
    /// The host's clock; whether it was synchronised could not be learned.
    case hostUnknown = 3
    /// The machine's own clock, read from a file; taken as right ± 60 s (model.md D.8, 10).
    case machineAssumed = 4
    /// The machine's own clock, with an offset that was measured.
    case machineMeasured = 5
    /// The machine's time cannot be true; the moment of receipt stands for it, ± 60 s (C-28).
    case received = 6
}
