import Glibc

/// An account of this computer, as the author of facts.
enum Account {
    /// `name(number)`, or `(number)` for an account without a name.
    static func author(_ user: UInt32) -> String { "\(name(user) ?? "")(\(user))" }

    /// The author of what this process itself observes.
    static var own: String { author(getuid()) }

    private static func name(_ user: UInt32) -> String? {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        // SAFETY: getpwuid_r writes the texts of `entry` into the buffer; the name is copied before the buffer goes.
        return unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                unsafe getpwuid_r(user, &entry, base, buffer.count, &found) == 0,
                unsafe found != nil, let name = unsafe entry.pw_name
            else { return nil }
            return unsafe String(cString: name)
        }
    }
}
