package import AttendanceModel

/// The time of Anviz records: seconds of the machine's wall clock since 2000-01-02 00:00 (attendance-machines.md 1.5).
///
/// The manual says 2000-01-01; every machine that was captured counts from the day after. There is no zone in it.
package enum AnvizTime {
    /// 2000-01-02 00:00 as seconds of a wall clock since 1970.
    private static let epoch: Int64 = 946_771_200

    /// What a stored number says, up to 2136-02-08 06:28:15.
    package static func decode(_ value: UInt32) -> LocalDateTime {
        LocalDateTime(wallSeconds: epoch + Int64(value))
    }
}

/// One record of an Anviz machine: 14 bytes, high byte first (attendance-machines.md 1.5).
///
///     user id 5 | seconds 4 | backup code 1 | record type 1 | work code 3
package struct AnvizRecord: Hashable, Sendable {
    package static let size = 14

    /// Up to 40 bits: national ids are longer than 32.
    package let userID: UInt64
    package let seconds: UInt32
    /// How the person was verified: bit 0 finger 1, bit 1 finger 2, bit 2 password, bit 3 card.
    package let backupCode: UInt8
    /// Bit 7 the door may open; bits 0–3 the attendance status.
    package let recordType: UInt8
    package let workCode: UInt32

    /// Reads the record at the front of `bytes`; nil when there are too few.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count >= Self.size else { return nil }
        func number(_ start: Int, _ length: Int) -> UInt64 {
            (start..<start + length).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
        }
        userID = number(0, 5)
        seconds = UInt32(truncatingIfNeeded: number(5, 4))
        backupCode = bytes[9]
        recordType = bytes[10]
        workCode = UInt32(truncatingIfNeeded: number(11, 3))
    }

    package var codes: PunchCodes {
        PunchCodes(state: recordType & 0x0F, verify: backupCode, workCode: workCode)
    }

    /// Whether the record could be a real one: a user, a time from 2005 to 2099, and only known bits.
    var isPlausible: Bool {
        let year = AnvizTime.decode(seconds).date.year
        return userID > 0 && (2005..<2100).contains(year) && backupCode & 0xF0 == 0 && recordType & 0x70 == 0
    }
}
