/// A value of a JSON5 text, with the place where it begins.
package struct JSON5Node: Sendable {
    package indirect enum Value: Sendable {
        case null
        case bool(Bool)
        case integer(Int64)
        case number(Double)
        case string(String)
        case array([JSON5Node])
        /// Members in the order of the text; of a key that stands twice, the first.
        case object([JSON5Member])
    }

    package let value: Value
    package let position: TextPosition

    package init(_ value: Value, at position: TextPosition) {
        self.value = value
        self.position = position
    }

    package var members: [JSON5Member]? {
        guard case .object(let members) = value else { return nil }
        return members
    }

    package var elements: [JSON5Node]? {
        guard case .array(let elements) = value else { return nil }
        return elements
    }

    package var string: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }

    package subscript(key: String) -> JSON5Node? {
        members?.first { $0.key == key }?.node
    }
}

/// One `key: value` of a JSON5 object.
package struct JSON5Member: Sendable {
    package let key: String
    /// Where the key begins.
    package let position: TextPosition
    package let node: JSON5Node

    package init(_ key: String, at position: TextPosition, _ node: JSON5Node) {
        self.key = key
        self.position = position
        self.node = node
    }
}

/// A place in a text that people edit; lines and columns count from 1, columns in Unicode scalars.
package struct TextPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// `line:column`.
    package var description: String { "\(line):\(column)" }

    package static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
