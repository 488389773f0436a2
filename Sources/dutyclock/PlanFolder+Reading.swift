import AttendanceModel
import Glibc
import Reports
import Timetable

/// The files of a plan folder as they lie on disk, and as text.
struct FolderOnDisk {
    let path: String
    let bytes: [Document.Kind: [UInt8]]

    /// Reads every file of the folder that has one of the known names; a folder with none of them is refused.
    init(_ path: String) throws(CommandError) {
        var bytes: [Document.Kind: [UInt8]] = [:]
        for kind in Document.Kind.allCases {
            let file = path + "/" + kind.fileName
            guard unsafe access(file, F_OK) == 0 else { continue }
            bytes[kind] = try FileText.bytes(file)
        }
        if bytes.isEmpty, unsafe access(path + "/", F_OK) != 0, unsafe access(path, F_OK) == 0 {
            throw .failed(
                .noInput, Phrase("\(path) is a file: name the folder it is in.", "\(path) 是文件：请写它所在的文件夹。"))
        }
        guard !bytes.isEmpty else {
            throw .failed(
                .noInput,
                Phrase(
                    "\(path) holds no plan.json5 and none of the tables: dutyclock init \(path) makes a start.",
                    "\(path) 里没有 plan.json5 和任何表格：可先用 dutyclock init \(path) 生成。"))
        }
        self.path = path
        self.bytes = bytes
    }

    /// Everything found in the files together, those that cannot be decoded included.
    func check() -> PlanFolder.Report {
        let (folder, findings) = PlanFolder.decode(bytes)
        let report = folder.check()
        // A file that cannot be decoded is there all the same.
        let undecodable = Set(findings.map(\.file))
        let rest = report.findings.filter { $0.kind != .missingFile || !undecodable.contains($0.file) }
        return PlanFolder.Report(book: report.book, findings: findings + rest)
    }
}
