import Glibc

/// A character set of the C library, by its name: `GB18030`, `CP1252`, `CP1256`, `BIG5`, `UTF-8` …
package struct CodePage: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package var description: String { name }

    package static let gb18030 = CodePage(known: "GB18030")
    package static let utf8 = CodePage(known: "UTF-8")

    private init(known name: String) { self.name = name }

    /// Nil for a name that the C library does not know, or that asks it for more than a character set.
    package init?(named name: String) {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x3A: true
            default: false
            }
        }
        guard isPlain, !name.isEmpty, case .bytes = Iconv.convert([0x41], from: name, to: "UTF-8") else { return nil }
        self.name = name
    }

    /// The text of `bytes`; nil when one of them fits no character.
    package func decode(_ bytes: [UInt8]) -> String? {
        guard name != "UTF-8" else { return String(validating: bytes, as: UTF8.self) }
        guard case .bytes(let utf8) = Iconv.convert(bytes, from: name, to: "UTF-8") else { return nil }
        return String(decoding: utf8, as: UTF8.self)
    }
}

/// The C library's iconv, for whole texts.
enum Iconv {
    enum Result {
        case bytes([UInt8])
        /// Offset of the first byte that fits no character.
        case damage(Int)
        /// The C library's conversion tables are not installed, or it does not know the character set.
        case unavailable
    }

    static func convert(_ bytes: [UInt8], from source: String, to target: String) -> Result {
        let descriptor = unsafe iconv_open(target, source)
        guard unsafe descriptor != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { _ = unsafe iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // One byte becomes three at most (the euro sign of a Windows code page); two become four at most, four four.
        var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
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
