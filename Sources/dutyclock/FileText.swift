import Glibc
import Reports
import TextCodec

/// Reads the small files that people write: whole, with the encoding found out.
enum FileText {
    /// Larger files are no tables of a school; a mistyped device name must not fill the memory.
    static let largest = 64 << 20

    static func read(_ path: String) throws(CommandError) -> String {
        try text(of: bytes(path), name: name(path))
    }

    static func text(of bytes: [UInt8], name: String) throws(CommandError) -> String {
        if isWorkbook(bytes) {
            throw .failed(
                .data,
                Phrase(
                    "\(name) is an Excel workbook, not a CSV: in Excel, save it as “CSV UTF-8” and give that file.",
                    "\(name) 是 Excel 工作簿，不是 CSV：请在 Excel 中另存为“CSV UTF-8（逗号分隔）”，再用那个文件。"))
        }
        do {
            return try TextEncoding.decode(bytes).text
        } catch {
            throw .failed(
                .data, Phrase("\(name): \(error.sentence(in: .english))", "\(name)：\(error.sentence(in: .chinese))"))
        }
    }

    /// A ZIP archive (.xlsx) or an OLE compound file (.xls), by the first bytes.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static func notAFile(_ path: String) -> CommandError {
        .failed(.noInput, Phrase("\(path) is not a file: name the file itself.", "\(path) 不是文件：请指定文件本身。"))
    }

    static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw cannotRead(path) }
        defer { close(descriptor) }
        var information = stat()
        // SAFETY: `fstat` fills the structure that outlives the call.
        guard unsafe fstat(descriptor, &information) == 0 else { throw cannotRead(path) }
        guard information.st_mode & S_IFMT == S_IFREG else { throw notAFile(path) }
        guard information.st_size <= largest else {
            throw .failed(
                .data, Phrase("\(path) is too large to be a table of a school.", "\(path) 太大，不像学校的表格。"))
        }
        var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
        var offset = 0
        while offset < bytes.count {
            // SAFETY: the buffer lives through the call, and no more than its rest is asked for.
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw cannotRead(path) }
            if count == 0 { break }
            offset += count
        }
        return Array(bytes[..<offset])
    }

    /// Writes a new file, or an old one anew; complaints name `target` when it is a draft of that.
    static func write(_ bytes: [UInt8], to path: String, for target: String? = nil) throws(CommandError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw cannotWrite(target ?? path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            // SAFETY: the buffer lives through the call and its own count is passed.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw cannotWrite(target ?? path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a file whole or not at all: beside it first, then renamed over it once it is on the disk.
    static func replace(_ path: String, with bytes: [UInt8]) throws(CommandError) {
        var information = stat()
        // SAFETY: `stat` fills the structure that outlives the call.
        if unsafe stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG { throw notAFile(path) }
        let draft = "\(path).\(getpid()).tmp"
        do throws(CommandError) {
            try write(bytes, to: draft, for: path)
            try flush(draft, for: path)
            guard unsafe rename(draft, path) == 0 else { throw cannotWrite(path) }
        } catch {
            _ = unsafe unlink(draft)
            throw error
        }
        try flush(folder(of: path), for: path)
    }

    private static func folder(of path: String) -> String {
        guard let end = path.lastIndex(of: "/") else { return "." }
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    /// Waits until a file or folder is on the disk; folders of some file systems cannot be waited for.
    private static func flush(_ path: String, for target: String) throws(CommandError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(target) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw cannotWrite(target) }
    }

    static func cannotWrite(_ path: String) -> CommandError {
        let reason = reason(errno)
        return .failed(
            .cannotCreate,
            Phrase("\(path) cannot be written: \(reason.english).", "\(path) 无法写入：\(reason.chinese)。"))
    }

    /// Why a system call failed; Chinese for what people at a desk meet.
    static func reason(_ number: Int32) -> Phrase {
        let english = unsafe String(cString: strerror(number))
        return switch number {
        case ENOENT: Phrase(english, "没有这个文件或目录")
        case EACCES, EPERM: Phrase(english, "没有权限")
        case EISDIR: Phrase(english, "这是目录")
        case ENOTDIR: Phrase(english, "路径中有一段不是目录")
        case ENOSPC: Phrase(english, "磁盘已满")
        case EROFS: Phrase(english, "磁盘是只读的")
        case EIO: Phrase(english, "读写出错，U 盘或磁盘可能已损坏")
        default: Phrase(verbatim: english)
        }
    }

    private static func cannotRead(_ path: String) -> CommandError {
        let reason = reason(errno)
        return .failed(
            .noInput, Phrase("\(path) cannot be read: \(reason.english).", "\(path) 无法读取：\(reason.chinese)。"))
    }
}
