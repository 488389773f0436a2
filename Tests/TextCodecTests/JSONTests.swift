import Testing
import TextCodec

struct JSONTests {
    @Test func writesCompactTextInMemberOrder() {
        let value = JSONValue.object([
            JSONMember("b", .array([.null, .bool(true), .integer(.min), .number(0.5)])),
            JSONMember("a", .string("王\"\\\u{1}\n\u{7F}")),
        ])
        #expect(value.text == #"{"b":[null,true,-9223372036854775808,0.5],"a":"王\"\\\u0001\n\u007f"}"#)
    }

    @Test func writesNullForNumbersThatJSONLacks() {
        #expect(JSONValue.array([.number(.infinity), .number(.nan)]).text == "[null,null]")
    }

    @Test(arguments: [
        "null", "[]", "{}", #"{"a":[1,-0.25,"x"],"课":{"b":false}}"#, #""😀""#, "[9223372036854775807,1e+20,5e-324]",
    ])
    func readsBackWhatItWrote(text: String) throws {
        #expect(try JSONValue.parse(text).text == text)
    }

    @Test func readsSpaceEscapesAndSurrogatePairs() throws {
        let value = try JSONValue.parse(" { \"a\" : [ 1 , 2.0 ] , \"\\u4E2D\" : \"\\uD83D\\uDE00\\/\\t\" } \n")
        #expect(
            value
                == .object([
                    JSONMember("a", .array([.integer(1), .number(2)])), JSONMember("中", .string("😀/\t")),
                ]))
    }

    @Test func keepsIntegersBeyondInt64AsNumbers() throws {
        #expect(try JSONValue.parse("9223372036854775808") == .number(9_223_372_036_854_775_808))
    }

    @Test(arguments: [
        ("", 0, JSONError.Reason.unexpectedEnd),
        ("[1,]", 3, .unexpectedByte(0x5D)),
        ("{a:1}", 1, .unexpectedByte(0x61)),
        ("[1 2]", 3, .unexpectedByte(0x32)),
        ("01", 0, .invalidNumber),
        ("-", 0, .invalidNumber),
        ("1.", 0, .invalidNumber),
        ("1e", 0, .invalidNumber),
        ("1e999", 0, .invalidNumber),
        ("nul", 3, .unexpectedEnd),
        ("true x", 5, .trailingText),
        (#"{"a":1,"a":2}"#, 7, .duplicateKey("a")),
        (#""\x""#, 2, .invalidEscape),
        (#""\ud800""#, 3, .invalidEscape),
        (#""\u12""#, 5, .invalidEscape),
        ("\"a\u{1}\"", 2, .controlCharacterInString),
        ("\"abc", 4, .unexpectedEnd),
        ("'a'", 0, .unexpectedByte(0x27)),
        ("{\"a\"}", 4, .unexpectedByte(0x7D)),
        ("NaN", 0, .unexpectedByte(0x4E)),
    ])
    func refusesWhatIsNotJSON(text: String, offset: Int, reason: JSONError.Reason) {
        #expect(throws: JSONError(offset: offset, reason: reason)) { try JSONValue.parse(text) }
    }

    @Test func refusesInvalidUTF8AndTooDeepNesting() {
        #expect(throws: JSONError(offset: 0, reason: .invalidUTF8)) {
            try JSONValue.parse(utf8: [0x22, 0xC3, 0x28, 0x22])
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError(offset: 65, reason: .tooDeep)) { try JSONValue.parse(deep) }
        let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONValue.parse(allowed) }
    }

    @Test func neverTrapsOnAnyPrefixOrChangedByte() {
        let bytes = Array(#"{"a":[1,-2.5e3,"\u00e9\n",true,null],"b":{"c":"王"}}"#.utf8)
        for end in bytes.indices {
            #expect(throws: JSONError.self) { try JSONValue.parse(utf8: Array(bytes[..<end])) }
            for byte: UInt8 in [0, 0x22, 0x5C, 0x7D, 0xFF] {
                var changed = bytes
                changed[end] = byte
                _ = try? JSONValue.parse(utf8: changed)
            }
        }
    }
}
