import Testing
import TextCodec

struct TextEncodingTests {
    private static let text = "工号,姓名\r\nT012,王芳\r\nT033,赵敏\r\nT041,㐂𠮷😀\r\n"

    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return littleEndian ? [low, high] : [high, low]
        }
    }

    @Test func findsOutEveryEncoding() throws {
        let text = Self.text
        let gb18030 = try #require(GB18030.encode(text))
        let cases: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8),
            ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            ([0xFF, 0xFE] + Self.utf16(text, littleEndian: true), .utf16LittleEndian),
            ([0xFE, 0xFF] + Self.utf16(text, littleEndian: false), .utf16BigEndian),
            (Self.utf16(text, littleEndian: true), .utf16LittleEndian),
            (Self.utf16(text, littleEndian: false), .utf16BigEndian),
            (gb18030, .gb18030),
        ]
        for (bytes, encoding) in cases {
            let decoded = try TextEncoding.decode(bytes)
            #expect(decoded.encoding == encoding)
            #expect(decoded.text == text)
        }
    }

    @Test func decodesKnownGB18030Bytes() throws {
        // 王 is CD F5, 芳 is B7 BC (GB 2312 as well); U+3402 has a four-byte form only.
        let decoded = try TextEncoding.decode([0xCD, 0xF5, 0xB7, 0xBC, 0x0A])
        #expect(decoded.text == "王芳\n")
        #expect(decoded.encoding == .gb18030)
        #expect(GB18030.encode("王芳") == [0xCD, 0xF5, 0xB7, 0xBC])
        #expect(GB18030.encode("㐂").map(GB18030.decode) == .text("㐂"))
        #expect(GB18030.encode("㐂")?.count == 4)
    }

    @Test func decodesEmptyAndPlainFiles() throws {
        #expect(try TextEncoding.decode([]).text == "")
        #expect(try TextEncoding.decode(Array("a,b\n".utf8)).encoding == .utf8)
    }

    @Test func placesDamageInUTF8ByOffsetAndLine() {
        var bytes = Array("工号,姓名\nT012,王芳\n".utf8)
        let offset = bytes.count - 2
        bytes[offset] = 0xFF
        let start = offset - 2  // the first byte of the character that lost its last one
        #expect(throws: TextEncodingError(encoding: .utf8, offset: start, line: 2)) {
            try TextEncoding.decode(bytes)
        }
    }

    @Test func placesDamageInGB18030() {
        // D6 D0 is 中; FF begins no character.
        #expect(throws: TextEncodingError(encoding: .gb18030, offset: 3, line: 2)) {
            try TextEncoding.decode([0xD6, 0xD0, 0x0A, 0xFF, 0x41])
        }
        #expect(throws: TextEncodingError(encoding: .gb18030, offset: 3, line: 2)) {
            try TextEncoding.decode([0xD6, 0xD0, 0x0A, 0xD6])
        }
    }

    @Test func placesDamageInUTF16() {
        #expect(throws: TextEncodingError(encoding: .utf16LittleEndian, offset: 6, line: 2)) {
            try TextEncoding.decode([0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x00, 0xDC])
        }
        #expect(throws: TextEncodingError(encoding: .utf16BigEndian, offset: 4, line: 1)) {
            try TextEncoding.decode([0xFE, 0xFF, 0, 0x41, 0x0A])
        }
    }

    @Test func saysWhatToDoInBothLanguages() {
        let error = TextEncodingError(encoding: .utf8, offset: 17, line: 3)
        #expect(error.description == "byte 17 (line 3) is no character in UTF-8; save the file again as UTF-8")
        #expect(error.sentence(in: .chinese) == "第 17 字节（第 3 行）不是 UTF-8 字符；请将文件另存为 UTF-8")
    }
}
