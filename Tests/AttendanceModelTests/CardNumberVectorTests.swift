import AttendanceModel
import Foundation
import Testing

/// One line of `Vectors/card-numbers.jsonl`.
struct CardVector: Decodable, Sendable, CustomTestStringConvertible {
    struct Canonical: Decodable, Sendable {
        let full: String?
        let n32: String?
        let n24: String?
    }
    struct Meaning: Decodable, Sendable {
        let format: String?
        let uidOrder: String?
        let canonical: Canonical?
        let reject: Bool?
        let reason: String?

        enum CodingKeys: String, CodingKey {
            case format, canonical, reject, reason
            case uidOrder = "uid_order"
        }
    }
    let name: String
    let input: String
    let meaning: Meaning

    var testDescription: String { name }

    static let all: [CardVector] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/card-numbers.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(CardVector.self, from: Data($0.utf8))
        }
    }()
}

@Suite struct CardNumberVectorTests {
    @Test func everyLineOfTheFileIsTested() {
        #expect(CardVector.all.count == 43)
        #expect(CardVector.all.allSatisfy { ($0.meaning.reject == true) != ($0.meaning.canonical != nil) })
    }

    @Test(arguments: CardVector.all.filter { $0.meaning.reject != true })
    func givesTheCanonicalNumber(_ vector: CardVector) throws {
        let canonical = try #require(vector.meaning.canonical)
        let format = try #require(vector.meaning.format.flatMap(CardFormat.init(rawValue:)))
        let order = try #require(vector.meaning.uidOrder.flatMap(UIDOrder.init(rawValue:)))
        let card = try CardNumber.read(vector.input, as: format, uidOrder: order)
        #expect(card.full == canonical.full)
        #expect(card.n32.map { upperHex($0, width: 8) } == canonical.n32)
        #expect(card.n24.map { upperHex($0, width: 6) } == canonical.n24)
        #expect(format == .inverted24 || CardFormat.candidates(vector.input).contains(format))
        #expect(CardNumber.refusal(ofEnrolling: vector.input, as: format) == nil)
    }

    @Test(arguments: CardVector.all.filter { $0.meaning.reject == true })
    func refusesToEnrol(_ vector: CardVector) throws {
        let refusal = try #require(CardNumber.refusal(ofEnrolling: vector.input, as: nil))
        let expected: EnrolmentRefusal =
            switch vector.name {
            case "bcc-appended": .checkByteAppended(uid: "DD17380A")
            case "bcc-appended-2": .checkByteAppended(uid: "DB96007D")
            case "random-uid": .randomUID
            default: .cascadeTag
            }
        #expect(refusal == expected)
    }
}
