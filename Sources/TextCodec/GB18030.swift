/// GB18030 through the C library's iconv, which knows its 4-byte forms.
package enum GB18030 {
    package enum Result: Hashable, Sendable {
        case text(String)
        /// Offset of the first byte that fits no character.
        case damage(Int)
        /// The C library's conversion tables are not installed.
        case unavailable
    }

    /// Decodes all of `bytes`.
    package static func decode(_ bytes: [UInt8]) -> Result {
        guard !bytes.isEmpty else { return .text("") }
        switch Iconv.convert(bytes, from: "GB18030", to: "UTF-8") {
        case .bytes(let utf8): return .text(String(decoding: utf8, as: UTF8.self))
        case .damage(let offset): return .damage(offset)
        case .unavailable: return .unavailable
        }
    }

    /// The bytes of `text`; nil when the conversion tables are not installed.
    package static func encode(_ text: String) -> [UInt8]? {
        guard case .bytes(let bytes) = Iconv.convert(Array(text.utf8), from: "UTF-8", to: "GB18030") else { return nil }
        return bytes
    }
}
