import Glibc

extension ZoneRules {
    /// The rules that this computer's tzdata has for an IANA name.
    ///
    /// `directory` is where the compiled zones are; only files inside it are read.
    package static func system(
        named name: String, directory: String = "/usr/share/zoneinfo"
    ) throws(ZoneError) -> ZoneRules {
        guard isZoneName(name) else { throw .invalidName(name) }
        return try ZoneRules(tzif: contents(of: "\(directory)/\(name)", zone: name), name: name)
    }

    /// Letters, digits, `_`, `-` and `+` in parts between slashes.
    private static func isZoneName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return name.utf8.count <= 64
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                            UInt8(ascii: "+"):
                            true
                        default: false
                        }
                    }
            }
    }

    private static func contents(of path: String, zone name: String) throws(ZoneError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .notFound(name) : .unreadable(name, errno: errno)
        }
        defer { _ = close(file) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let limit = 1 << 20  // the largest real zone has some 4 KB
        while true {
            let count = unsafe read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw errno == EISDIR ? .notFound(name) : .unreadable(name, errno: errno) }
            if count == 0 { return content }
            content += buffer[..<count]
            guard content.count <= limit else { throw .malformed(name) }
        }
    }
}
