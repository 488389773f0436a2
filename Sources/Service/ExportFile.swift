package import AttendanceModel
import Evidence
import Glibc
import Runtime
package import TextCodec
package import WireFormats

/// A file that a machine wrote to a stick, open and looked at; nothing of it has been taken.
///
/// Only a regular file is opened, without waiting for anything: a folder, a pipe or a device is refused at once. The
/// file stays open, so that what is read the second time is the same file, and it must not change in between.
package final class ExportFile {
    package let path: String
    /// Without its folder: a label, never a proof of anything.
    package let name: String
    /// In bytes.
    package let size: Int64
    /// When the file was last written; a copy may be younger than the export.
    package let modified: Instant
    /// What it is, by its content.
    package let format: ExportFormat
    /// SHA-256, lower-case hex; filled in by `survey`.
    package private(set) var digest = ""

    private let file: FileDescriptor
    private let stamp: Stamp

    /// Bytes of a file in one step.
    private static let chunk = 64 * 1024

    /// Opens a file and recognises it by its first bytes.
    ///
    /// What was found on a stick, and not named by a person, is opened without following links.
    package init(opening path: String, followingLinks: Bool = true) throws(ServiceError) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        do throws(Errno) {
            let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
            file = try FileDescriptor.open(path, flags: flags)
            stamp = try Stamp(of: file.number)
        } catch {
            throw .file(doing: "read", path: path, error)
        }
        guard stamp.isRegular else { throw Self.notAFile(path) }
        size = stamp.size
        modified = Instant(milliseconds: stamp.modified / 1_000_000)
        let prefix = try Self.prefix(of: file.number, path: path)
        format = ExportFormat.recognise(prefix: prefix.span, size: size)
    }

    private static func notAFile(_ path: String) -> ServiceError {
        .refused(
            "\(path) is not a file: name the file itself.", chinese: "\(path) 不是文件：请指定文件本身。", exitStatus: 66)
    }

    private static func prefix(of number: Int32, path: String) throws(ServiceError) -> [UInt8] {
        var prefix: [UInt8] = []
        do throws(Errno) {
            while prefix.count < ExportFormat.prefixLength {
                let bytes = try readBytes(from: number, atMost: ExportFormat.prefixLength - prefix.count)
                if bytes.isEmpty { break }
                prefix += bytes
            }
        } catch {
            throw .file(doing: "read", path: path, error)
        }
        return prefix
    }

    /// Reads all of it once: what it holds, whose it says it is, and in which order its dates are.
    ///
    /// `dates` is what the person says of their order, needed only when they could be either way round; `zone` is that
    /// of the machine's wall clock, and `progress` is called after every chunk. Throws `refused` with exit status 65
    /// when it holds no punches, or nobody can read its dates.
    package func survey(
        dates: DateOrder? = nil, zone: ZoneRules, now: Instant, progress: (ImportProgress) -> Void = { _ in }
    ) throws(ServiceError) -> ExportContents {
        guard case .punches(let format) = format else { throw refusal }
        let contents = try survey(format, said: dates, dates: dates, zone, now, progress)
        guard let decided = contents.dates, decided != dates ?? .monthDayYear else { return contents }
        return try survey(format, said: dates, dates: decided, zone, now, progress)
    }

    private func survey(
        _ format: PunchFormat, said: DateOrder?, dates: DateOrder?, _ zone: ZoneRules, _ now: Instant,
        _ progress: (ImportProgress) -> Void
    ) throws(ServiceError) -> ExportContents {
        let watch = ClockWatch(fileDate: zone.local(at: modified), now: zone.local(at: now))
        var survey = ExportSurvey(format: format, dates: dates, watch: watch)
        let hasher = StreamHasher()
        var done: Int64 = 0
        try read { bytes throws(ServiceError) in
            hasher.update(bytes)
            do throws(UnsupportedExport) {
                try survey.feed(bytes.span)
            } catch {
                throw .notTaken(name, error)
            }
            done += Int64(bytes.count)
            progress(ImportProgress(bytesDone: done, bytesTotal: size))
        }
        digest = hasher.finish().description
        do throws(UnsupportedExport) {
            return try survey.finish()
        } catch {
            throw .notTaken(name, error)
        }
    }

    /// The names that the file gives its machine's users; `codePage` is for names that are not Unicode.
    package func names(codePage: CodePage = .gb18030) throws(ServiceError) -> ExportNames {
        if case .unsupported = format { throw refusal }
        var reader = ExportNameReader(format: format, codePage: codePage)
        try read { bytes throws(ServiceError) in reader.feed(bytes.span) }
        return reader.finish()
    }

    /// Hands over the whole file from its beginning, in chunks; throws `refused` with 75 when it is not as it was opened.
    package func read(_ take: ([UInt8]) throws(ServiceError) -> Void) throws(ServiceError) {
        guard lseek(file.number, 0, SEEK_SET) == 0 else { throw .file(doing: "read", path: path, .last) }
        var left = size
        while left > 0 {
            let bytes: [UInt8]
            do throws(Errno) {
                bytes = try file.read(atMost: Int(min(left, Int64(Self.chunk))))
            } catch {
                throw .file(doing: "read", path: path, error)
            }
            if bytes.isEmpty { throw .changed(name) }
            left -= Int64(bytes.count)
            try take(bytes)
        }
        guard let now = try? Stamp(of: file.number), now == stamp else { throw .changed(name) }
    }

    /// Why the file holds no punches.
    private var refusal: ServiceError {
        if case .unsupported(let what) = format { .notTaken(name, what) } else { .userList(name) }
    }
}

/// What tells whether a file is still as it was.
private struct Stamp: Equatable {
    let isRegular: Bool
    let size: Int64
    /// In nanoseconds since 1970.
    let modified: Int64

    init(of number: Int32) throws(Errno) {
        var information = stat()
        // SAFETY: `fstat` fills the structure that outlives the call.
        try retrying { unsafe fstat(number, &information) }
        isRegular = information.st_mode & S_IFMT == S_IFREG
        size = Int64(information.st_size)
        modified = Int64(information.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(information.st_mtim.tv_nsec)
    }
}
