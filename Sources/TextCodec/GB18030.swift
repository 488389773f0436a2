import Glibc

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
        switch convert(bytes, from: "GB18030", to: "UTF-8") {
        case .bytes(let utf8): return .text(String(decoding: utf8, as: UTF8.self))
        case .damage(let offset): return .damage(offset)
        case .unavailable: return .unavailable
        }
    }

    /// The bytes of `text`; nil when the conversion tables are not installed.
    package static func encode(_ text: String) -> [UInt8]? {
        guard case .bytes(let bytes) = convert(Array(text.utf8), from: "UTF-8", to: "GB18030") else { return nil }
        return bytes
    }

    private enum Conversion {
        case bytes([UInt8])
        case damage(Int)
        case unavailable
    }

    private static func convert(_ bytes: [UInt8], from source: String, to target: String) -> Conversion {
        let descriptor = unsafe iconv_open(target, source)
        guard unsafe descriptor != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { _ = unsafe iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character grows to more than twice its bytes either way: 2 to 3, 3 to 4, 4 to 4.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
        var inputLeft = input.count
        var outputLeft = output.count
        let result = unsafe input.withUnsafeMutableBufferPointer { inputBuffer in
            unsafe output.withUnsafeMutableBufferPointer { outputBuffer in
                var from = inputBuffer.baseAddress
                var to = outputBuffer.baseAddress
                return unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
            }
        }
        guard result != Int(bitPattern: UInt.max), inputLeft == 0 else { return .damage(bytes.count - inputLeft) }
        return .bytes(output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) })
    }
}
