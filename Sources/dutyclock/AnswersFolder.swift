import Adoption
import Glibc
import Reports
import TextCodec

/// The folder in which a school answers what its old exports do not say.
struct AnswersFolder {
    let path: String

    var exists: Bool { unsafe access("\(path)/\(AnswerReader.settingsFile)", F_OK) == 0 }

    func settings() throws(CommandError) -> String? { try text(AnswerReader.settingsFile) }

    func tables() throws(CommandError) -> [AnswerTable: String] {
        var texts: [AnswerTable: String] = [:]
        for table in AnswerTable.allCases { texts[table] = try text(table.fileName) }
        return texts
    }

    private func text(_ name: String) throws(CommandError) -> String? {
        guard unsafe access("\(path)/\(name)", F_OK) == 0 else { return nil }
        return try FileText.read("\(path)/\(name)")
    }

    func make() throws(CommandError) {
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileText.cannotWrite(path) }
    }

    func write(settings: String) throws(CommandError) {
        try Self.write(Array(settings.utf8), to: "\(path)/\(AnswerReader.settingsFile)")
    }

    func write(_ tables: [AnswerTable: String]) throws(CommandError) {
        for table in AnswerTable.allCases {
            if let text = tables[table] { try Self.write(Self.forExcel(text), to: "\(path)/\(table.fileName)") }
        }
    }

    /// With the byte order mark by which Excel knows UTF-8.
    static func forExcel(_ text: String) -> [UInt8] {
        text.unicodeScalars.first == "\u{FEFF}" ? Array(text.utf8) : [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    /// Writes a file whole or not at all: whoever is interrupted finds the old one.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
        let part = path + ".part"
        try FileText.write(bytes, to: part)
        guard unsafe rename(part, path) == 0 else { throw FileText.cannotWrite(path) }
    }
}
