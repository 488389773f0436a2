import AttendanceModel
import EventLog
import Evidence
import Glibc
import Runtime
import TextCodec

/// A small file beside the log, allocated in advance, for punches of readers that beep by themselves while the log
/// cannot be written: a full disk does not reach it.
///
///     length u32 big-endian, 0 at the end │ first 8 bytes of SHA-256 of the payload │ payload: one punch as JSON │ …
final class Spool {
    private let file: FileDescriptor
    private var isEmpty = true
    /// When the daemon before this one last gave a sign of life; nil when there was none.
    let lastAlive: Instant?

    /// Room for about a thousand punches.
    private static let size = 256 * 1024
    private static let headerLength = 12

    init(directory: String) throws(Errno) {
        let file = try FileDescriptor.open(directory + "/spool", flags: O_RDWR | O_CREAT, mode: 0o640)
        var status = stat()
        // SAFETY: fstat fills the one structure.
        let isOld = unsafe fstat(file.number, &status) == 0 && status.st_size > 0
        // Read before the file is touched, which changes its time.
        lastAlive =
            isOld
            ? Instant(
                milliseconds: Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000) : nil
        let result = posix_fallocate(file.number, 0, off_t(Self.size))
        guard result == 0 else { throw Errno(result) }
        self.file = file
    }

    /// Leaves `now` as the file's time: by it the next start knows since when readers may have been unseen.
    func giveSignOfLife(at now: Instant) {
        let (seconds, rest) = max(now.milliseconds, 0).quotientAndRemainder(dividingBy: 1000)
        let time = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest) * 1_000_000)
        // SAFETY: futimens reads two times. Failing leaves an older sign, which errs on the side of "unseen".
        _ = unsafe [time, time].withUnsafeBufferPointer { unsafe futimens(file.number, $0.baseAddress) }
    }

    /// Makes `facts` durable, replacing what was there; what does not fit stays in memory only.
    func write(_ facts: [NewFact]) throws(Errno) {
        let hasher = StreamHasher()
        var bytes: [UInt8] = []
        for fact in facts {
            guard let payload = fact.spooled?.utf8 else { continue }
            guard bytes.count + Self.headerLength + payload.count + 4 <= Self.size else { break }
            let length = UInt32(truncatingIfNeeded: payload.count)
            bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
            hasher.update(payload)
            bytes += hasher.finish().bytes.prefix(8)
            bytes += payload
        }
        try replace(with: bytes + [0, 0, 0, 0])
        isEmpty = bytes.isEmpty
    }

    /// Forgets everything.
    func clear() throws(Errno) {
        if isEmpty { return }
        try replace(with: [0, 0, 0, 0])
        isEmpty = true
    }

    /// The punches that are there, up to the first damaged record.
    func read() throws(Errno) -> [NewFact] {
        try retrying { lseek(file.number, 0, SEEK_SET) }
        let bytes = try file.read(atMost: Self.size)
        let hasher = StreamHasher()
        var facts: [NewFact] = []
        var start = 0
        while start + Self.headerLength <= bytes.count {
            let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            let begin = start + Self.headerLength
            guard length > 0, length <= bytes.count - begin else { break }
            let payload = Array(bytes[begin..<begin + length])
            hasher.update(payload)
            guard hasher.finish().bytes.prefix(8) == bytes[start + 4..<begin],
                let json = try? JSONValue.parse(utf8: payload), let fact = NewFact(spooled: json)
            else { break }
            facts.append(fact)
            start = begin + length
        }
        isEmpty = facts.isEmpty
        return facts
    }

    private func replace(with bytes: [UInt8]) throws(Errno) {
        try retrying { lseek(file.number, 0, SEEK_SET) }
        try file.write(bytes)
        try retrying { fdatasync(file.number) }
    }
}

extension NewFact {
    /// A reader's punch as the spool keeps it; nil for other facts, which can be said again or do without.
    fileprivate var spooled: JSONValue? {
        guard case .punch(let punch) = body, punch.wall == nil, let at else { return nil }
        return .object([
            JSONMember("subject", .string(punch.credential.subject)), JSONMember("at", .integer(at.milliseconds)),
            JSONMember("basis", .integer(Int64(punch.basis.rawValue))), JSONMember("source", .string(source)),
            JSONMember("author", .string(author)), JSONMember("raw", .string(Base64.encode(raw ?? []))),
        ])
    }

    fileprivate init?(spooled json: JSONValue) {
        guard let credential = json["subject"]?.string.flatMap({ Credential(subject: $0) }),
            let at = json["at"]?.integer,
            let basis = json["basis"]?.integer.flatMap({ Int(exactly: $0) }).flatMap({ ClockBasis(rawValue: $0) }),
            let source = json["source"]?.string, let author = json["author"]?.string,
            let raw = json["raw"]?.string.flatMap({ Base64.decode($0) })
        else { return nil }
        let punch = Punch(credential: credential, wall: nil, codes: .none, basis: basis)
        self.init(.punch(punch), at: Instant(milliseconds: at), source: source, author: author, raw: raw)
    }
}
