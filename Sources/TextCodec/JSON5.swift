/// Reads JSON5 (json5.org) as people write it, and tells where each value stands.
///
/// Comments, trailing commas, single quotes, unquoted keys in any script, hexadecimal, `+5` and `.5` are read. A key
/// that stands twice in one object is an error, since one of the two would be lost without a word.
package enum JSON5 {
    /// Objects and arrays may be nested so deep.
    package static let maximumDepth = 64

    /// What was read; `errors` holds every key that stands twice, and the syntax error at which reading stopped.
    package struct Result: Sendable {
        /// Nil after a syntax error.
        package let root: JSON5Node?
        package let errors: [JSON5Error]
    }

    /// Reads the one value of `text`.
    package static func read(_ text: String) -> Result {
        var reader = JSON5Reader(text)
        do throws(JSON5Error) {
            let root = try reader.document()
            return Result(root: root, errors: reader.duplicates)
        } catch {
            return Result(root: nil, errors: reader.duplicates + [error])
        }
    }
}
