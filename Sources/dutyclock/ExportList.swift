import Glibc
import Reports

/// The files that an import is asked to look at: those that were named, and those of folders.
struct ExportList {
    struct Item {
        let path: String
        /// What it is called in the answer: as it was typed, or from the folder on.
        let label: String
        /// Found in a folder, where other things than punches lie around too.
        let isFound: Bool
    }

    private(set) var items: [Item] = []
    /// What folders hold besides files, and why it was not looked at.
    private(set) var skipped: [(label: String, why: Phrase)] = []

    /// More than any stick; a folder that was named by mistake must not keep the program busy for hours.
    private static let mostEntries = 10_000

    /// How deep folders are looked into: a stick has one below its top, a drawer more.
    private let depth: Int

    init(_ operands: [String], depth: Int = 1) throws(CommandError) {
        self.depth = depth
        for path in operands {
            guard let kind = Self.kind(of: path, followingLinks: true), kind == S_IFDIR else {
                items.append(Item(path: path, label: FileText.name(path), isFound: false))
                continue
            }
            guard let names = Self.names(in: path) else { throw Self.cannotList(path) }
            for name in names { try add(path, name, depth: 0) }
        }
    }

    private mutating func add(_ folder: String, _ name: String, depth: Int) throws(CommandError) {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        let label = depth == 0 ? name : FileText.name(folder) + "/" + name
        guard items.count + skipped.count < Self.mostEntries else {
            throw .failed(
                .data,
                Phrase(
                    "\(folder) holds more than \(Self.mostEntries) files: name the machine's own folder.",
                    "\(folder) 里的文件超过 \(Self.mostEntries) 个：请指定考勤机自己的文件夹。"))
        }
        switch Self.kind(of: path, followingLinks: false) {
        case S_IFREG: items.append(Item(path: path, label: label, isFound: true))
        case S_IFLNK: skipped.append((label, Phrase("a link: name the file itself", "链接：请指定文件本身")))
        case S_IFDIR where depth < self.depth:
            guard let names = Self.names(in: path) else {
                skipped.append((label, Phrase("the folder cannot be read", "文件夹无法读取")))
                return
            }
            for name in names { try add(path, name, depth: depth + 1) }
        case S_IFDIR:
            skipped.append((label, Phrase("a folder within a folder: name it itself", "文件夹里的文件夹：请直接指定它")))
        default: skipped.append((label, Phrase("not a file", "不是文件")))
        }
    }

    /// The `S_IF…` of a path; nil when there is none.
    private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
        var information = stat()
        // SAFETY: both calls fill the structure that outlives them.
        let result = unsafe followingLinks ? stat(path, &information) : lstat(path, &information)
        return result == 0 ? information.st_mode & S_IFMT : nil
    }

    /// The names in a folder in order, but those of hidden files; nil when it cannot be read.
    private static func names(in path: String) -> [String]? {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        // SAFETY: the entry is valid until the next call, and its name is copied before that.
        while let entry = unsafe readdir(folder), names.count <= mostEntries {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func cannotList(_ path: String) -> CommandError {
        .failed(.noInput, Phrase("The folder \(path) cannot be read.", "文件夹 \(path) 无法读取。"))
    }
}
