package import AttendanceModel
package import TextCodec

/// Why it is not clear whose file this is; nothing is taken before the person importing has answered.
package enum ImportQuestion: Error, Hashable, Sendable {
    /// Neither the person nor a serial number says which machine wrote the file.
    case whichMachine
    /// The file's serial number is not the one that the machine is known by.
    case otherDevice(machine: DeviceID, known: String, found: String)
    /// The file's serial number is that of a machine of another name.
    case deviceOf(other: DeviceID, machine: DeviceID, serial: String)
    /// Rows of this file are in the log already, under another name.
    case knownUnder(other: [DeviceID], machine: DeviceID)
    /// The rows call their machine by several numbers, and not all of them are known under this name.
    case severalMachines(numbers: [UInt32], machine: DeviceID)
    /// On days on which the machine has rows, the file has others, and none in common.
    case unlike(machine: DeviceID, days: [LocalDate])

    /// What does not fit and what to do about it, in one sentence without a full stop.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private static func list(_ numbers: [UInt32], _ separator: String) -> String {
        numbers.map { String($0) }.joined(separator: separator)
    }

    private var english: String {
        switch self {
        case .whichMachine: "which machine wrote this file? Say --machine NAME"
        case .otherDevice(let machine, let known, let found):
            "machine “\(machine)” is known as device \(known), but the file is of device \(found): name the other "
                + "machine, or say --replaced DATE if a new device stands at “\(machine)” since then"
        case .deviceOf(let other, let machine, let serial):
            "device \(serial) is known as machine “\(other)”, not “\(machine)”: say --machine \(other), or "
                + "--replaced DATE if the device stands at “\(machine)” since then"
        case .knownUnder(let other, let machine):
            "rows of this file are already known under machine “\(other.map(\.text).joined(separator: "”, “"))”, "
                + "not “\(machine)”: say --machine \(other.first?.text ?? ""), or --anyway if it is so"
        case .severalMachines(let numbers, let machine):
            "its rows are of machines that call themselves \(Self.list(numbers, ", ")), not of “\(machine)” alone: "
                + "export from each machine by itself, or say --anyway if “\(machine)” was given another number"
        case .unlike(let machine, let days):
            "machine “\(machine)” has rows on \(days.count) days of this file, such as \(days.first ?? .first), "
                + "and none of them is in it: name the other machine, or say --replaced DATE if a new device stands "
                + "there since then, or --anyway if it is so"
        }
    }

    private var chinese: String {
        switch self {
        case .whichMachine: "这是哪台考勤机的文件？请加 --machine 名称"
        case .otherDevice(let machine, let known, let found):
            "考勤机“\(machine)”已知的设备是 \(known)，而文件出自设备 \(found)：请改写另一台的名称；"
                + "如“\(machine)”处已换新机，请加 --replaced 换机日期"
        case .deviceOf(let other, let machine, let serial):
            "设备 \(serial) 已知为考勤机“\(other)”，不是“\(machine)”：请写 --machine \(other)；"
                + "如该设备已移到“\(machine)”，请加 --replaced 起始日期"
        case .knownUnder(let other, let machine):
            "文件里的记录已在考勤机“\(other.map(\.text).joined(separator: "”“"))”名下，而不是“\(machine)”："
                + "请写 --machine \(other.first?.text ?? "")；如确实如此，请加 --anyway"
        case .severalMachines(let numbers, let machine):
            "文件里的记录出自机号 \(Self.list(numbers, "、")) 的几台考勤机，不只是“\(machine)”："
                + "请从每台考勤机分别导出；如“\(machine)”改过机号，请加 --anyway"
        case .unlike(let machine, let days):
            "考勤机“\(machine)”在文件所含的 \(days.count) 天里（如 \(days.first ?? .first)）已有记录，却没有一条与文件相同："
                + "请改写另一台的名称；如该处已换新机，请加 --replaced 换机日期；如确实如此，请加 --anyway"
        }
    }
}
