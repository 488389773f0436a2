/// Why a text is not JSON.
package struct JSONError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case unexpectedEnd
        case unexpectedByte(UInt8)
        case invalidNumber
        case invalidEscape
        case controlCharacterInString
        case invalidUTF8
        case duplicateKey(String)
        case trailingText
        case tooDeep
    }

    /// Bytes from the start of the text.
    package let offset: Int
    package let reason: Reason

    package init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        let what =
            switch reason {
            case .unexpectedEnd: "it ends in the middle of a value"
            case .unexpectedByte(let byte): "byte 0x\(String(byte, radix: 16, uppercase: true)) cannot stand there"
            case .invalidNumber: "the number is not written as JSON wants it"
            case .invalidEscape: "the escape after a backslash is not one of JSON's"
            case .controlCharacterInString: "a control character in a string must be escaped"
            case .invalidUTF8: "the bytes are not UTF-8"
            case .duplicateKey(let key): "the key \"\(key)\" stands twice in one object"
            case .trailingText: "there is more text after the value"
            case .tooDeep: "it is nested more than \(JSONValue.maximumDepth) deep"
            }
        return "not JSON at byte \(offset): \(what)"
    }
}
