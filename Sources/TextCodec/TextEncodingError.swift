/// A file that cannot be decoded, and where.
package struct TextEncodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the file seems to be.
    package let encoding: TextEncoding
    /// Bytes from the start of the file, at the first byte that fits no character.
    package let offset: Int
    /// The line of that byte, from 1.
    package let line: Int

    package init(encoding: TextEncoding, offset: Int, line: Int) {
        self.encoding = encoding
        self.offset = offset
        self.line = line
    }

    init(encoding: TextEncoding, offset: Int, in bytes: [UInt8]) {
        let line = 1 + bytes.prefix(offset).count { $0 == 0x0A }
        self.init(encoding: encoding, offset: offset, line: line)
    }

    package var description: String { sentence(in: .english) }

    /// What is wrong and what to do, in one sentence.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english:
            "byte \(offset) (line \(line)) is no character in \(encoding.rawValue); save the file again as UTF-8"
        case .chinese: "第 \(offset) 字节（第 \(line) 行）不是 \(encoding.rawValue) 字符；请将文件另存为 UTF-8"
        }
    }
}
