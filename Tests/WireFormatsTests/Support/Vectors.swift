import Foundation

/// One line of a file in `Vectors/`: a name, bytes, and what they mean.
struct Vector: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// The object `meaning` as JSON.
    let meaning: Data

    var description: String { name }

    /// A member of `meaning`, or of objects within it; numbers are in the place of list indices.
    subscript(path: String...) -> Any? {
        var value: Any? = try? JSONSerialization.jsonObject(with: meaning)
        for step in path {
            if let index = Int(step), let list = value as? [Any] {
                value = index < list.count ? list[index] : nil
            } else {
                value = (value as? [String: Any])?[step]
            }
        }
        return value
    }

    func int(_ key: String) -> Int? { self[key] as? Int }
    func string(_ key: String) -> String? { self[key] as? String }

    static let rdm6300 = load("rdm6300.jsonl")
    static let zk = load("zk.jsonl")
    static let anviz = load("anviz.jsonl")
    static let exports = load("exports.jsonl")

    private static func load(_ file: String) -> [Vector] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Vectors/\(file)")
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line -> Vector? in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let name = object["name"] as? String, let hex = object["hex"] as? String,
                let meaning = try? JSONSerialization.data(withJSONObject: object["meaning"] ?? [:])
            else { return nil }
            return Vector(name: name, bytes: fromHex(hex), meaning: meaning)
        }
    }
}

/// The bytes of a text of hex digits.
func fromHex(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
