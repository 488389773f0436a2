package import AttendanceModel

/// One binary attendance record of a ZK machine, little endian (attendance-machines.md 2.6).
package struct ZKRecord: Hashable, Sendable {
    /// Which of the layouts a machine uses; the size of a record is total bytes by record count, except for the two of
    /// 8 bytes, which only the dates of a whole log tell apart.
    package enum Layout: String, CaseIterable, Sendable, Hashable {
        /// `uid u16 | verify u8 | time u32 | state u8`
        case short = "8-A"
        /// `uid u16 | flags u8 | 00 | time u32`, flags: bits 0–2 state, 3–4 verify, 5 long time
        case flagged = "8-B"
        /// `user u32 | time u32 | state u8 | verify u8 | reserved 2 | work code u32`
        case medium = "16"
        /// `uid u16 | user id 24 ASCII, NUL padded | verify u8 | time u32 | state u8 | 8 unknown`
        case long = "40"
        /// As 40, and 9 unknown bytes more.
        case padded = "49"

        /// Bytes of one record.
        package var size: Int {
            switch self {
            case .short, .flagged: 8
            case .medium: 16
            case .long: 40
            case .padded: 49
            }
        }
    }

    /// The machine's user id; for the layouts of 8 bytes the machine's internal number stands for it.
    package let userID: String
    package let wall: WallReading
    /// The stored time, whatever it says; nil for live events, which do not use that form.
    package let rawTime: UInt32?
    package let codes: PunchCodes

    /// Reads the record at the front of `bytes`; nil when there are too few, or no printable user id.
    package init?(_ bytes: Span<UInt8>, layout: Layout) {
        guard bytes.count >= layout.size else { return nil }
        let time: UInt32
        switch layout {
        case .short:
            userID = String(bytes.littleEndian16(at: 0))
            time = bytes.littleEndian32(at: 3)
            codes = PunchCodes(state: bytes[7], verify: bytes[2], workCode: nil)
        case .flagged:
            userID = String(bytes.littleEndian16(at: 0))
            time = bytes.littleEndian32(at: 4)
            codes = PunchCodes(state: bytes[2] & 0x07, verify: bytes[2] >> 3 & 0x03, workCode: nil)
        case .medium:
            userID = String(bytes.littleEndian32(at: 0))
            time = bytes.littleEndian32(at: 4)
            codes = PunchCodes(state: bytes[8], verify: bytes[9], workCode: bytes.littleEndian32(at: 12))
        case .long, .padded:
            guard let id = bytes.paddedText(at: 2, width: 24) else { return nil }
            userID = id
            time = bytes.littleEndian32(at: 27)
            codes = PunchCodes(state: bytes[31], verify: bytes[26], workCode: nil)
        }
        rawTime = time
        wall = ZKTime.decode(time)
    }

    /// Reads the payload of a live event: user (u16, u32 or 24 characters), verify u8, state u8, and six bytes of time
    /// from the year less 2000 to the second; nil for another length, or without a printable user id.
    package init?(event bytes: Span<UInt8>) {
        let width: Int
        switch bytes.count {
        case 10, 14:
            width = 2
            userID = String(bytes.littleEndian16(at: 0))
        case 12:
            width = 4
            userID = String(bytes.littleEndian32(at: 0))
        case 32, 36, 37, 52:
            width = 24
            guard let id = bytes.paddedText(at: 0, width: 24) else { return nil }
            userID = id
        default: return nil
        }
        let time = width + 2
        wall = WallReading(
            year: 2000 + Int(bytes[time]), month: Int(bytes[time + 1]), day: Int(bytes[time + 2]),
            hour: Int(bytes[time + 3]), minute: Int(bytes[time + 4]), second: Int(bytes[time + 5]))
        rawTime = nil
        codes = PunchCodes(state: bytes[width + 1], verify: bytes[width], workCode: nil)
    }
}

/// One user of a ZK machine, as `user.dat` and the wire have it, little endian (attendance-machines.md 2.6).
package struct ZKUser: Hashable, Sendable {
    /// The layouts by their size in bytes.
    package enum Layout: Int, CaseIterable, Sendable, Hashable {
        /// `uid u16 | privilege u8 | password 5 | name 8 | card u32 | pad 1 | group u8 | zones u16 | user id u32`
        case short = 28
        /// `uid u16 | privilege u8 | password 8 | name 24 | card u32 | pad 1 | group 7 | pad 1 | user id 24`
        case long = 72
    }

    /// The machine's internal number.
    package let uid: UInt16
    /// 0 user, 2 enroller, 6 manager, 14 administrator; bit 0 is set for a disabled one.
    package let privilege: UInt8
    package let password: String
    /// In the machine's code page, which the record does not tell.
    package let name: [UInt8]
    /// 0 without a card.
    package let card: UInt32
    package let group: String
    package let userID: String

    /// Reads the record at the front of `bytes`; nil when there are too few, or an id or password is not printable.
    package init?(_ bytes: Span<UInt8>, layout: Layout) {
        guard bytes.count >= layout.rawValue else { return nil }
        uid = bytes.littleEndian16(at: 0)
        privilege = bytes[2]
        switch layout {
        case .short:
            guard let password = bytes.paddedText(at: 3, width: 5) else { return nil }
            self.password = password
            name = bytes.paddedBytes(at: 8, width: 8)
            card = bytes.littleEndian32(at: 16)
            group = String(bytes[21])
            userID = String(bytes.littleEndian32(at: 24))
        case .long:
            guard let password = bytes.paddedText(at: 3, width: 8), let group = bytes.paddedText(at: 40, width: 7),
                let userID = bytes.paddedText(at: 48, width: 24)
            else { return nil }
            self.password = password
            name = bytes.paddedBytes(at: 11, width: 24)
            card = bytes.littleEndian32(at: 35)
            self.group = group
            self.userID = userID
        }
    }
}

extension Span<UInt8> {
    /// The 16-bit number at `index`, low byte first.
    func littleEndian16(at index: Int) -> UInt16 {
        UInt16(self[index]) | UInt16(self[index + 1]) << 8
    }

    /// The 32-bit number at `index`, low byte first.
    func littleEndian32(at index: Int) -> UInt32 {
        UInt32(littleEndian16(at: index)) | UInt32(littleEndian16(at: index + 2)) << 16
    }

    /// The bytes of a NUL-padded field up to its first NUL.
    func paddedBytes(at index: Int, width: Int) -> [UInt8] {
        let field = extracting(index..<index + width)
        return field.extracting(0..<field.prefixCount { $0 != 0 }).array
    }

    /// The text of a NUL-padded field; nil when it is not printable ASCII up to its first NUL.
    func paddedText(at index: Int, width: Int) -> String? {
        let bytes = paddedBytes(at: index, width: width)
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
